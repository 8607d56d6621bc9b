#include "Join/JoinNames.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

JoinNames named(DocumentKind kind, const std::string& title, const std::string& committee,
                const std::string& when) {
    JoinNames out;
    out.kind = kind;
    out.title = title;
    out.committee = committee;
    out.when = when;
    return out;
}

const JoinNames kFirst = named(DocumentKind::Agenda, "Dagsorden, Kulturudvalget, 3. marts 2026",
                               "Kulturudvalget", "3. marts 2026");

TEST(JoinNames, theBareTitleLeavesOutWhatStandsBesideIt) {
    EXPECT_EQ(kFirst.bareTitle(), "Dagsorden");
    EXPECT_EQ(named(DocumentKind::Agenda, "Dagsorden", "Kulturudvalget", "").bareTitle(), "Dagsorden");
    EXPECT_EQ(named(DocumentKind::Agenda, "Kulturudvalget, 3. marts 2026", "Kulturudvalget", "").bareTitle(),
              "Kulturudvalget, 3. marts 2026");
}

TEST(JoinNames, aFileOfOneIsCalledAsThat) {
    EXPECT_EQ(commonTitle({kFirst}, Labels::danish()), kFirst.title);
    EXPECT_EQ(commonTitle({kFirst, kFirst}, Labels::danish()), kFirst.title);
}

TEST(JoinNames, aFileOfSeveralIsCalledByWhatAllAre) {
    JoinNames other = named(DocumentKind::Agenda, "Dagsorden, Kulturudvalget, 7. april 2026",
                            "Kulturudvalget", "7. april 2026");
    EXPECT_EQ(commonTitle({kFirst, other}, Labels::danish()), "Dagsordener, Kulturudvalget");
    EXPECT_EQ(commonTitle({kFirst, other}, *Labels::find("en")), "Agendas, Kulturudvalget");
    other.committee = "Økonomiudvalget";
    EXPECT_EQ(commonTitle({kFirst, other}, Labels::danish()), "Dagsordener");
    other.when = kFirst.when;
    EXPECT_EQ(commonTitle({kFirst, other}, Labels::danish()), "Dagsordener, 3. marts 2026");
    other.kind = DocumentKind::GoalMatrix;
    EXPECT_EQ(commonTitle({kFirst, other}, Labels::danish()), "Dokumenter, 3. marts 2026");
}

TEST(JoinNames, whoItIsFromIsSaidWhereAllAre) {
    JoinNames one = kFirst;
    JoinNames other = kFirst;
    one.creator = other.creator = "Kalundborg Kommune";
    EXPECT_EQ(commonCreator({one, other}), "Kalundborg Kommune");
    other.creator = "Holbæk Kommune";
    EXPECT_EQ(commonCreator({one, other}), "");
}

} // namespace
} // namespace sidetal
