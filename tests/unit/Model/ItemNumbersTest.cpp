#include "Model/ItemNumbers.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

Numbering numberingFrom(int start, Numbering::Scheme scheme = Numbering::Scheme::PerMeeting) {
    Numbering out;
    out.start = start;
    out.scheme = scheme;
    return out;
}

std::string printed(ItemNumbers& numbers, std::optional<std::string> given = {}) {
    return numbers.next(given).printed;
}

TEST(ItemNumbers, CountFromTheStart) {
    for (const auto scheme : {Numbering::Scheme::PerMeeting, Numbering::Scheme::Continuous}) {
        ItemNumbers numbers(numberingFrom(715, scheme));
        EXPECT_EQ(printed(numbers), "715.");
        EXPECT_EQ(printed(numbers), "716.");
    }
    ItemNumbers fromZero(numberingFrom(0));
    EXPECT_EQ(printed(fromZero), "0.");
}

TEST(ItemNumbers, GoOnFromAGivenNumber) {
    ItemNumbers numbers(numberingFrom(1));
    EXPECT_EQ(printed(numbers), "1.");
    EXPECT_EQ(printed(numbers, "17"), "17.");
    EXPECT_EQ(printed(numbers), "18.");
    EXPECT_EQ(printed(numbers, "4.12"), "4.12.");
    EXPECT_EQ(printed(numbers), "4.13.");
    EXPECT_EQ(printed(numbers, "A"), "A.") << "no figure: the count is not touched";
    EXPECT_EQ(printed(numbers), "4.14.");
    EXPECT_EQ(printed(numbers, "20"), "20.");
    EXPECT_EQ(printed(numbers), "21.");
    EXPECT_EQ(printed(numbers, "A3"), "A3.");
    EXPECT_EQ(printed(numbers), "A4.");
}

TEST(ItemNumbers, PrintAGivenNumberThatEndsInPunctuationAsItStands) {
    ItemNumbers numbers(numberingFrom(1));
    const ItemNumber given = numbers.next("3)");
    EXPECT_EQ(given.printed, "3)");
    EXPECT_EQ(given.bare, "3");
    EXPECT_EQ(printed(numbers), "4.");
    EXPECT_EQ(printed(numbers, "(7)"), "(7)");
    EXPECT_EQ(printed(numbers), "8.");
    EXPECT_EQ(printed(numbers, "4.12:"), "4.12:");
    EXPECT_EQ(printed(numbers), "4.13.");
    EXPECT_EQ(printed(numbers, "*"), "*");
    EXPECT_EQ(printed(numbers), "4.14.");
}

TEST(ItemNumbers, NeitherPrintNorCountAnEmptyNumber) {
    ItemNumbers numbers(numberingFrom(1));
    EXPECT_EQ(printed(numbers), "1.");
    EXPECT_EQ(printed(numbers, ""), "");
    EXPECT_EQ(printed(numbers), "2.");
}

TEST(ItemNumbers, PrintGivenOnesOnlyWhereTheSchemeSaysSo) {
    ItemNumbers numbers(numberingFrom(1, Numbering::Scheme::Given));
    EXPECT_EQ(printed(numbers), "");
    EXPECT_EQ(printed(numbers, "7"), "7.");
    EXPECT_EQ(printed(numbers), "");
}

TEST(ItemNumbers, DoNotDoubleASuffixThatWasGiven) {
    ItemNumbers numbers(numberingFrom(1));
    const ItemNumber given = numbers.next("3.");
    EXPECT_EQ(given.printed, "3.");
    EXPECT_EQ(given.bare, "3");
    Numbering plain = numberingFrom(5);
    plain.suffix = "";
    ItemNumbers without(plain);
    EXPECT_EQ(printed(without), "5");
    plain.suffix = ")";
    ItemNumbers bracketed(plain);
    EXPECT_EQ(printed(bracketed), "5)");
}

TEST(ItemNumbers, ContinueTheirParentBelow) {
    ItemNumbers numbers(numberingFrom(2));
    ItemNumbers inner = numbers.below(numbers.next({}));
    EXPECT_EQ(printed(inner), "2.1");
    const ItemNumber second = inner.next({});
    EXPECT_EQ(second.printed, "2.2");
    ItemNumbers innermost = inner.below(second);
    EXPECT_EQ(printed(innermost), "2.2.1");
    EXPECT_EQ(printed(inner, "2.a"), "2.a");
    EXPECT_EQ(printed(inner), "2.3");
    EXPECT_EQ(printed(inner, "5"), "5");
    EXPECT_EQ(printed(inner), "2.6");
    EXPECT_EQ(printed(inner, "7.8"), "7.8");
    EXPECT_EQ(printed(inner), "7.9");
}

TEST(ItemNumbers, CountByThemselvesBelowAnItemWithoutNumber) {
    ItemNumbers numbers(numberingFrom(4));
    ItemNumbers inner = numbers.below(numbers.next(""));
    EXPECT_EQ(printed(inner), "1.");
    EXPECT_EQ(printed(inner), "2.");
}

TEST(ItemNumbers, LetterTheItemsBelowTheTopAndCountThoseBelowThem) {
    Numbering numbering;
    numbering.subItems = Numbering::SubItems::Letters;
    ItemNumbers top(numbering);
    ItemNumbers points = top.below(top.next({}));
    EXPECT_EQ(points.next({}).printed, "1.a");
    const ItemNumber second = points.next({});
    EXPECT_EQ(second.printed, "1.b");
    EXPECT_EQ(points.below(second).next({}).printed, "1.b.1");
    EXPECT_EQ(points.next("1.z").printed, "1.z");
    EXPECT_EQ(points.next({}).printed, "1.aa") << "after z";
    EXPECT_EQ(points.next("c").printed, "c");
    EXPECT_EQ(points.next({}).printed, "1.d");
}

TEST(ItemNumbers, TakeAFigureThatIsTooLongAsNone) {
    ItemNumbers numbers(numberingFrom(1));
    for (const std::string figure :
         {"99999999999999999999999", "9223372036854775807", "9223372036854775806"}) {
        EXPECT_EQ(printed(numbers, figure), figure + ".");
    }
    EXPECT_EQ(printed(numbers), "1.");
}

} // namespace
} // namespace sidetal
