#include "FoundIn.h"

#include "Lint/Signs.h"

namespace sidetal::lint {
namespace {

TEST(Lint, FindsMailAddresses) {
    expectFound(
        &findMailAddresses,
        {
            {"skriv til lone@kommune.dk.", "SID-N003 lone@kommune.dk"},
            {"<a.b-c+d@x.y.example>", "SID-N003 a.b-c+d@x.y.example"},
            {"søren@kommune.dk, lone@kommune.dk", "SID-N003 søren@kommune.dk; SID-N003 lone@kommune.dk"},
            {"mailto:post.bak@løgstør.dk", "SID-N003 post.bak@løgstør.dk"},
        },
        {
            "kl. 10 @ rådhuset",
            "post@kommune.dk",
            "Kontakt@løgstør.dk",
            "@kommunen.dk",
            "lone@kommune",
            "lone@kommune.",
            "a@1.2",
            "3 stk. @ 12.50",
            "@",
        });
}

TEST(Lint, FindsFilePaths) {
    expectFound(&findFilePaths,
                {
                    {R"(se \\srv01\faelles\notat.docx.)", R"(SID-N008 \\srv01\faelles\notat.docx)"},
                    {R"("P:\Sager\2021")", R"(SID-N008 P:\Sager\2021)"},
                    {R"(C:\Users\lone\a.pdf og mere)", R"(SID-N008 C:\Users\lone\a.pdf)"},
                    {"file:///home/lone/a.pdf", "SID-N008 file:///home/lone/a.pdf"},
                },
                {
                    R"(og\eller)",
                    R"(a\\b)",
                    R"(\\)",
                    R"(Kapitel:\ 1)",
                    "https://kommune.dk/a/b",
                    "profile://x",
                    "kl. 10:15",
                    "1:20.000",
                });
}

TEST(Lint, FindsInsideHosts) {
    expectFound(&findInsideHosts,
                {
                    {"http://intranet/sag/12", "SID-N009 intranet"},
                    {"https://edoc:8080", "SID-N009 edoc"},
                    {"srv01.kommune.local", "SID-N009 srv01.kommune.local"},
                    {"https://esdh.kommune.lan/sag", "SID-N009 esdh.kommune.lan"},
                    {"på sag.intra.", "SID-N009 sag.intra"},
                    {"x.internal", "SID-N009 x.internal"},
                },
                {
                    "https://www.kommune.dk/intranet",
                    "https://kommune.dk",
                    "hos lokalrådet.Det er",
                    "kommune.local-plan.dk",
                    "lokalplan nr. 12.local",
                    "internal.dk",
                    "local",
                    "f.eks. en intern",
                    "file://srv/a",
                    "://",
                    "http://",
                });
}

TEST(Lint, KnowsEmptyLinkTexts) {
    for (const std::string_view text : {"her", "Her", "klik her", "Klik her.", "\u00BBLæs mere\u00AB",
                                        "læs mere her", "link", "click here", "Read more…"}) {
        EXPECT_TRUE(isEmptyLinkText(text)) << text;
    }
    for (const std::string_view text :
         {"herregårdsplanen", "Klik her for budgettet", "budget 2024", "læs lokalplanen", "linkedin",
          "hermed", "heretic", "www.kommune.dk", "", "mere fritid"}) {
        EXPECT_FALSE(isEmptyLinkText(text)) << text;
    }
}

TEST(Lint, KnowsAltTextsThatAreFileNames) {
    struct Picture {
        std::string_view alt;
        std::string_view file;
    };
    for (const Picture& p : {Picture{"kort.png", "x.png"},
                             {"IMG_2034", "a.jpg"},
                             {"image001", "image001.png"},
                             {"lp-12-kort", "bilag/lp-12-kort.png"},
                             {"DSC 0042", "x"},
                             {"Billede1.JPG", ""}}) {
        EXPECT_TRUE(isFileName(p.alt, p.file)) << p.alt;
    }
    for (const Picture& p : {Picture{"Kort over lokalplanen", "kort.png"},
                             {"Kort", "kort.png"},
                             {"Billede af havnen", "a.jpg"},
                             {"Foto 1 af havnen", "a.jpg"},
                             {"", "a.jpg"},
                             {"Image", "image001.png"},
                             {"Rådhuset 2021", "x"},
                             {"foto", "foto"}}) {
        EXPECT_FALSE(isFileName(p.alt, p.file)) << p.alt;
    }
}

TEST(Lint, KnowsTypedItems) {
    using Kind = TypedItem::Kind;
    const auto follow = [](std::string_view a, std::string_view b) {
        return typedItem(b).follows(typedItem(a));
    };
    EXPECT_TRUE(follow("- en", "- to"));
    EXPECT_TRUE(follow("1) en", "2) to"));
    EXPECT_TRUE(follow("9. en", "10. to"));
    EXPECT_TRUE(follow("a) en", "b) to"));
    EXPECT_TRUE(follow("\u2022 en", "\u2022 to"));
    EXPECT_FALSE(follow("1) en", "3) to"));
    EXPECT_FALSE(follow("- en", "2) to"));
    EXPECT_FALSE(follow("26. oktober", "26. november"));
    for (const std::string_view text : {"-en", "1,5 mio.", "1.1 Afsnit", "2021 blev", "A. P. Møller", "i alt",
                                        "12.30", "", "1)", "§ 1. x", "1000. en"}) {
        EXPECT_EQ(typedItem(text).kind, Kind::None) << text;
    }
}

TEST(Lint, TellsLanguagesThatDiffer) {
    constexpr std::string_view kEnglish =
        "The committee was informed of the plan, which is to be part of the budget, and that it has costs.";
    constexpr std::string_view kGerman = "Der Ausschuss hat den Plan zur Kenntnis genommen und ist mit dem "
                                         "Entwurf nicht einverstanden, die Kosten sind hoch.";
    constexpr std::string_view kDanish = "Udvalget tog planen til efterretning, og det er ikke besluttet, at "
                                         "der skal ske mere af det før sommer.";
    constexpr std::string_view kSwedish = "Utskottet har inte tagit ställning till planen, och det är en "
                                          "fråga för nämnden att återkomma till i år.";
    EXPECT_EQ(otherLanguage(kEnglish, "da"), "en");
    EXPECT_EQ(otherLanguage(kGerman, "da-DK"), "de");
    EXPECT_EQ(otherLanguage(kDanish, "en"), "da");
    EXPECT_EQ(otherLanguage(kSwedish, "da"), "sv");
    EXPECT_EQ(otherLanguage(kDanish, "da"), "");
    EXPECT_EQ(otherLanguage(kEnglish, "en-GB"), "");
    EXPECT_EQ(otherLanguage(kEnglish, "fr"), "");
    EXPECT_EQ(otherLanguage("The plan is part of the budget.", "da"), "");
    EXPECT_EQ(otherLanguage("Udvalget for Smart City and Green Mobility har med The Living Lab of the Future "
                            "drøftet, hvad der skal ske, og at det ikke er på plads.",
                            "da"),
              "");
    EXPECT_EQ(
        otherLanguage("Lone Hansen, Per Jensen, Ole Olsen, Ida Sand, Bo Bak, Eva Holm, Finn Krog, Kaj Lund",
                      "da"),
        "");
}

TEST(Lint, OnePassTellsWhichDetectorsNeedLook) {
    EXPECT_TRUE(signsOf("Udvalget besluttede at 1234567 æøå").none());
    EXPECT_EQ(signsOf("1a2b3c").figures, 3u);
    EXPECT_TRUE(signsOf("a@b").at);
    EXPECT_TRUE(signsOf("a\\b").backslash);
    EXPECT_TRUE(signsOf("a:b").colon);
    EXPECT_TRUE(signsOf("a.b").dot);
    EXPECT_FALSE(signsOf("12345678").none());
    for (unsigned c = 1; c < 256; ++c) { // wherever it stands
        for (std::size_t at = 0; at < 18; ++at) {
            std::string text(18, 'x');
            text[at] = static_cast<char>(c);
            const Signs signs = signsOf(text);
            EXPECT_EQ(signs.figures, c >= '0' && c <= '9' ? 1U : 0U) << c;
            EXPECT_EQ(signs.at, c == '@') << c;
            EXPECT_EQ(signs.backslash, c == '\\') << c;
            EXPECT_EQ(signs.colon, c == ':') << c;
            EXPECT_EQ(signs.dot, c == '.') << c;
        }
    }
}

TEST(Lint, MasksWhatItFound) {
    EXPECT_EQ(masked(Code::CivilNumber, "010203-1008"), "010203-xxxx");
    EXPECT_EQ(masked(Code::CardNumber, "4571 1234 5678 9016"), "4571 xxxx xxxx xxxx");
    EXPECT_EQ(masked(Code::MailAddress, "søren@kommune.dk"), "sxxxx@xxxxxxx.xx");
    EXPECT_EQ(masked(Code::ForbiddenName, "projekt falk"), "");
}

} // namespace
} // namespace sidetal::lint
