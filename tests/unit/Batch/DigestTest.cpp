#include "Batch/Digest.h"

#include <gtest/gtest.h>

namespace sidetal::batch {
namespace {

TEST(Digest, IsBlake2bOfTwentyBytes) { // values of another implementation
    EXPECT_EQ(digestOf(""), "3345524abf6bbe1809449224b5972c41790b6cf2");
    EXPECT_EQ(digestOf("abc"), "384264f676f39536840523f284921cdc68b6846b");
    EXPECT_EQ(digestOf(std::string(128, 'a')), "353a80c4a604c3e7897991a345a45133f80c4a55");
    EXPECT_EQ(digestOf(std::string(129, 'a')), "eeff408d65ecf3235b2586586d331fea9014b8d8");
    EXPECT_EQ(digestOf(std::string(1000, 'a')), "0c8c64f74ac7d623cfbfc452aefb31d8b8dadad9");
}

TEST(Digest, TakesBytesInPieces) {
    const std::string text(1000, 'a');
    for (const std::size_t piece : {1u, 7u, 127u, 128u, 129u, 500u}) {
        Digest digest;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            digest.add(std::string_view(text).substr(at, piece));
        }
        EXPECT_EQ(digest.hex(), digestOf(text)) << piece;
    }
}

TEST(Digest, TellsWhereTextsEnd) {
    Digest one;
    one.addText("ab");
    one.addText("c");
    Digest other;
    other.addText("a");
    other.addText("bc");
    EXPECT_NE(one.hex(), other.hex());
}

} // namespace
} // namespace sidetal::batch
