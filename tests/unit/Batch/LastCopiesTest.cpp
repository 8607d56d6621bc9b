#include "Batch/LastCopies.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace sidetal::batch {

namespace {

std::string bytesOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

class LastCopiesTest : public testing::Test {
  protected:
    LastCopiesTest() {
        Diagnostics diagnostics;
        document_ = readDocument(R"({"document": "agenda", "items": [{"title": "x", "body":
            {"html": "<img src='sidetal.png' alt='Et billede'>"}}]})",
                                 "in.json", diagnostics);
        options_.date = DateTime{{2021, 10, 26}, 0, 0, 0};
    }

    /// Writes a copy; what it shows is counted and noted as the runner does.
    std::string copy(const LastCopies::Of& of, const std::string& name) {
        pictures_.clear();
        options_.copyFor = name;
        options_.pictures = [this](const std::string& picture) {
            ++loaded_;
            pictures_.push_back({picture, "digest"});
            return PictureFile{picture_, {}};
        };
        std::string out;
        (void)copies_.write(
            of, renderer_, document_, options_, [&](std::string_view bytes) { out += bytes; }, "in.json",
            pictures_);
        return out;
    }

    Renderer renderer_;
    Document document_;
    RenderOptions options_;
    std::string picture_ = bytesOf(SIDETAL_SOURCE_DIR "/samples/pictures/logo.png");
    std::vector<BatchPicture> pictures_;
    LastCopies copies_;
    int loaded_ = 0;
};

} // namespace

TEST_F(LastCopiesTest, RendersADocumentOnceForAllCopies) {
    const LastCopies::Of of{0, 0, "hash"};
    std::string copies[2];
    for (int i = 0; i < 2; ++i) {
        copies[i] = copy(of, i == 0 ? "Bo Berg" : "Ida Eksempel");
        EXPECT_EQ(loaded_, 1);
        ASSERT_EQ(pictures_.size(), 1U) << "each copy's journal has what it shows";
        EXPECT_EQ(pictures_.front().name, "sidetal.png");
    }
    EXPECT_NE(copies[0], copies[1]);
    std::string alone;
    (void)renderer_.render(document_, options_, [&](std::string_view bytes) { alone += bytes; });
    EXPECT_EQ(copies[1], alone);
}

TEST_F(LastCopiesTest, RendersAnewWhatIsNotTheSame) {
    const LastCopies::Of of{0, 0, "hash"};
    (void)copy(of, "Bo Berg");
    int expected = 1;
    for (const LastCopies::Of& other :
         {LastCopies::Of{1, 0, "hash"}, LastCopies::Of{1, 1, "hash"}, LastCopies::Of{1, 1, "changed"}}) {
        (void)copy(other, "Bo Berg");
        EXPECT_EQ(loaded_, ++expected);
    }
    copies_.forget();
    (void)copy({1, 1, "changed"}, "Bo Berg");
    EXPECT_EQ(loaded_, ++expected);
}

TEST_F(LastCopiesTest, KeepsSomeRenderingsOfAnInput) {
    std::string first[3];
    for (unsigned i = 0; i < 3; ++i) {
        first[i] = copy({0, i, "hash"}, "Bo Berg");
    }
    EXPECT_EQ(loaded_, 3);
    for (const unsigned i : {0u, 1u, 0u, 2u}) {
        EXPECT_EQ(copy({0, i, "hash"}, "Bo Berg"), first[i]);
    }
    EXPECT_EQ(loaded_, 3);
    for (unsigned i = 3; i < 10; ++i) {
        (void)copy({0, i, "hash"}, "Bo Berg");
    }
    EXPECT_EQ(loaded_, 10);
    EXPECT_EQ(copy({0, 2, "hash"}, "Bo Berg"), first[2]);
    EXPECT_EQ(loaded_, 10) << "used last before them";
    (void)copy({0, 0, "hash"}, "Bo Berg");
    EXPECT_EQ(loaded_, 11) << "there was no room for all";
}

TEST_F(LastCopiesTest, FaultsOfTheDocumentAreThoseOfEachCopy) {
    picture_ = "no picture";
    for (int i = 0; i < 2; ++i) {
        EXPECT_THROW((void)copy({0, 0, "hash"}, "Bo Berg"), Error);
    }
}

} // namespace sidetal::batch
