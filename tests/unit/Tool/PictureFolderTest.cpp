#include "files/PictureFolder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace sidetal::cli {
namespace {

namespace fs = std::filesystem;

class PictureFolder : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "sidetal-pictures-XXXXXX").string();
        root_ = ::mkdtemp(name.data());
        fs::create_directories(root_ / "papers" / "billeder");
        write("ude.png");
        write("papers/kort.png");
        write("papers/billeder/æ ø.png");
    }
    void TearDown() override { fs::remove_all(root_); }

    void write(const std::string& name) const { std::ofstream(root_ / name) << name; }
    void link(const std::string& to, const std::string& name) const {
        fs::create_symlink(to, root_ / "papers" / name);
    }
    [[nodiscard]] std::string load(const std::string& name) const {
        const PictureFile file = picturesBeside((root_ / "papers" / "møde.json").string())(name);
        return file.fault.empty() ? file.bytes : "fault: " + file.fault;
    }

    fs::path root_;
};

} // namespace

TEST_F(PictureFolder, GivesFilesBesideTheDocumentAndBelow) {
    EXPECT_EQ(load("kort.png"), "papers/kort.png");
    EXPECT_EQ(load("./kort.png"), "papers/kort.png");
    EXPECT_EQ(load("billeder/æ ø.png"), "papers/billeder/æ ø.png");
    EXPECT_EQ(load("billeder//./æ ø.png"), "papers/billeder/æ ø.png");
}

TEST_F(PictureFolder, FollowsLinksThatStayWithin) {
    link("billeder/æ ø.png", "link.png");
    link("billeder", "mappe");
    EXPECT_EQ(load("link.png"), "papers/billeder/æ ø.png");
    EXPECT_EQ(load("mappe/æ ø.png"), "papers/billeder/æ ø.png");
}

TEST_F(PictureFolder, GivesNothingFromElsewhere) {
    link("../ude.png", "link.png");
    link("..", "op");
    link("/etc/passwd", "passwd");
    const std::string out = "fault: is reached by a link that leads out of the document's folder";
    EXPECT_EQ(load("link.png"), out);
    EXPECT_EQ(load("op/ude.png"), out);
    EXPECT_EQ(load("passwd"), out);
    EXPECT_EQ(load("../ude.png"), "fault: has '..' in its name, expected one within the document's folder");
    EXPECT_EQ(load("billeder/../kort.png"),
              "fault: has '..' in its name, expected one within the document's folder");
    EXPECT_EQ(load("/etc/passwd"),
              "fault: is named from the root, expected a name within the document's folder");
    EXPECT_EQ(load("billeder\\kort.png"), "fault: has '\\' in its name, expected '/' between folders");
    EXPECT_EQ(load("https://x.dk/a.png"), "fault: is an address, expected a file in the document's folder");
    EXPECT_EQ(load(std::string("kort.png\0x", 10)), "fault: has a NUL character in its name");
    EXPECT_EQ(load(""), "fault: has no name");
}

TEST_F(PictureFolder, GivesNothingButFiles) {
    EXPECT_EQ(load("billeder"), "fault: is a folder, expected a file");
    EXPECT_EQ(load("."), "fault: is a folder, expected a file");
    ASSERT_EQ(::mkfifo((root_ / "papers" / "pipe.png").c_str(), 0600), 0);
    EXPECT_EQ(load("pipe.png"), "fault: is a device or a pipe, expected a file");
    link("/dev/zero", "zero.png");
    EXPECT_NE(load("zero.png").find("fault: "), std::string::npos);
    EXPECT_EQ(load("ingen.png"), "fault: does not exist");
    EXPECT_EQ(load("kort.png/x.png"), "fault: does not exist");
    link("ingen.png", "ende.png");
    EXPECT_EQ(load("ende.png"), "fault: does not exist");
    link("rundt.png", "rundt.png");
    EXPECT_EQ(load("rundt.png"), "fault: cannot be read: too many levels of symbolic links");
}

TEST_F(PictureFolder, SaysWhatIsTooLargeAndWhatMayNotBeRead) {
    const fs::path large = root_ / "papers" / "stor.png";
    std::ofstream(large).close();
    fs::resize_file(large, kMostPictureBytes + 1); // a hole
    EXPECT_EQ(load("stor.png"), "fault: is larger than 100 MB, the most that is read");
    fs::permissions(root_ / "papers" / "kort.png", fs::perms::none);
    if (::geteuid() != 0) {
        EXPECT_EQ(load("kort.png"), "fault: cannot be read: permission denied");
    }
}

TEST(PictureFolderOfStandardInput, IsNone) {
    EXPECT_NE(picturesBeside("-")("kort.png").fault.find("standard input"), std::string::npos);
}

} // namespace sidetal::cli
