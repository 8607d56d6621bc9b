#include "sidetal/Batch/FileHost.h"

#include "Fixture.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>

namespace sidetal::test {

namespace {

std::string codeOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.diagnostics().front().code;
    }
    return "";
}

class FileHost : public testing::Test {
  protected:
    [[nodiscard]] std::string faultOfPicture(const std::string& name) const {
        return host_.picturesBeside(folder_.name("docs/a.json"))(name).fault;
    }
    /// Reads an input as a batch does.
    [[nodiscard]] Document read(const std::string& name, std::vector<std::string>* also = nullptr) const {
        Diagnostics diagnostics;
        return host_.document(folder_.read(name), {folder_.name(name)}, diagnostics, ReadOptions(),
                              [also](std::string_view bytes) {
                                  if (also != nullptr) {
                                      also->emplace_back(bytes);
                                  }
                              });
    }

    Folder folder_;
    BatchHost host_ = fileBatchHost();
};

} // namespace

TEST_F(FileHost, ReadsWholeFiles) {
    const std::string long_(100'000, 'x');
    folder_.write("a", long_);
    folder_.write("empty", "");
    EXPECT_EQ(host_.read(folder_.name("a")), long_);
    EXPECT_EQ(host_.read(folder_.name("empty")), "");
    EXPECT_EQ(codeOf([&] { (void)host_.read(folder_.name("none")); }), "SID-B050");
    EXPECT_EQ(codeOf([&] { (void)host_.read(folder_.name()); }), "SID-B050");
}

TEST_F(FileHost, RefusesWhatIsTooLarge) {
    folder_.write("a", "x");
    std::filesystem::resize_file(folder_.name("a"), (std::uintmax_t{64} << 20) + 1); // a hole
    EXPECT_EQ(codeOf([&] { (void)host_.read(folder_.name("a")); }), "SID-B050");
}

TEST_F(FileHost, PicturesStandInTheFolderOfTheirDocument) {
    folder_.write("docs/pictures/map.png", "bytes");
    folder_.write("secret.png", "secret");
    std::filesystem::create_symlink(folder_.name("secret.png"), folder_.name("docs/out.png"));
    std::filesystem::create_symlink("pictures/map.png", folder_.name("docs/in.png"));
    ASSERT_EQ(::mkfifo(folder_.name("docs/pipe").c_str(), 0600), 0);
    const PictureLoader load = host_.picturesBeside(folder_.name("docs/a.json"));
    EXPECT_EQ(load("pictures/map.png").bytes, "bytes");
    EXPECT_EQ(load("in.png").bytes, "bytes");
    EXPECT_EQ(faultOfPicture("none.png"), "does not exist");
    EXPECT_EQ(faultOfPicture("pictures"), "is a folder, expected a file");
    EXPECT_EQ(faultOfPicture("pipe"), "is a device or a pipe, expected a file");
    EXPECT_EQ(faultOfPicture("out.png"),
              "is reached by a link that leads out of the folder of the file that names it");
    for (const std::string& name :
         {folder_.name("secret.png"), std::string("../secret.png"), std::string("a\\b")}) {
        EXPECT_TRUE(faultOfPicture(name).starts_with("is not within the folder")) << name;
    }
    EXPECT_EQ(faultOfPicture("https://x.dk/a.png"), "is an address, expected a file");
    EXPECT_EQ(faultOfPicture(""), "is no name of a file");
}

TEST_F(FileHost, StylesAndPoliciesFindTheirBases) {
    folder_.write("styles/base.json", "{}");
    EXPECT_EQ(host_.stylesBeside(folder_.name("styles/own.json"))("base.json").bytes, "{}");
    EXPECT_EQ(host_.policiesBeside(folder_.name("styles/own.json"))("none.json").fault, "does not exist");
}

TEST_F(FileHost, DocumentsFindTheCataloguesThatTheyName) {
    folder_.write("docs/k.json", "{}");
    const StyleLoader load = host_.cataloguesBeside(folder_.name("docs/m.json"));
    EXPECT_EQ(load("k.json").bytes, "{}");
    EXPECT_TRUE(load("../docs/k.json").fault.starts_with("is not within the folder"));
}

TEST_F(FileHost, SupplementsGoOnFromTheirMainAgendas) {
    folder_.write(
        "main.json",
        R"({"document": "agenda", "date": "2021-10-26", "items": [{"title": "Et"}, {"title": "To"}]})");
    const auto supplement = [](const std::string& file) {
        return R"({"document": "agenda", "date": "2021-10-26", "supplements": {"title": "Dagsorden", "file": ")" +
               file + R"("}, "items": [{"title": "Tre"}]})";
    };
    folder_.write("s.json", supplement("main.json"));
    std::vector<std::string> also;
    const Document document = read("s.json", &also);
    EXPECT_EQ(std::get<MeetingPaper>(document).supplements->after, "2");
    EXPECT_EQ(also, (std::vector<std::string>{folder_.read("main.json")}));
    folder_.write("lost.json", supplement("none.json"));
    EXPECT_EQ(codeOf([&] { (void)read("lost.json"); }), "SID-B051");
    folder_.write("itself.json", supplement("itself.json"));
    EXPECT_EQ(codeOf([&] { (void)read("itself.json"); }), "SID-B051");
}

} // namespace sidetal::test
