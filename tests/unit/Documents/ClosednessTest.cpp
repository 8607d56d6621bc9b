#include "unit/Documents/DocumentTesting.h"

#include "Documents/AccessPolicy.h"
#include "Documents/AccessWords.h"
#include "Support/JsonWriter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Whatever a case system or a person may call "access" is refused, wherever it stands; and what is called
/// otherwise is not.

namespace sidetal::input {
namespace {

using namespace sidetal::input::testing;
using namespace std::string_view_literals;

constexpr std::string_view kSecret = "Fyring af direktøren";

/// Spellings of keys by which something may have been meant to be closed, or open, or to be seen by somebody.
constexpr std::array kSpellings = {
    // Danish
    "adgang"sv, "Adgang"sv, "adgangsniveau"sv, "fortrolig"sv, "fortroligt"sv, "erFortroligt"sv, "sagErFortrolig"sv,
    "hemmelig"sv, "HEMMELIGT"sv, "lukket"sv, "Lukket"sv, "LUKKET"sv, "lukkede"sv, "erlukket"sv, "er_lukket"sv,
    "lukketPunkt"sv, "lukketpunkt"sv, "LukketForTilgang"sv, "lukkede-dagsordenspunkter"sv, "offentlig"sv,
    "offentligt"sv, "ikkeOffentlig"sv, "ikke-offentlig"sv, "Offentlighed"sv, "skjult"sv, "skjul"sv, "åben"sv,
    "Åben"sv, "ÅBEN"sv, "erÅben"sv, "åbent"sv, "Åbent"sv, "åbne"sv, "aaben"sv, "Aabent"sv, "aaben_dagsorden"sv,
    "aben"sv, "a\u030Aben"sv, "A\u030ABEN"sv, "MaaPubliceres"sv, "maaPubliceres"sv, "måPubliceres"sv,
    "publiceres"sv, "offentliggøres"sv, "synlig"sv, "synligFor"sv, "usynlig"sv, "privat"sv, "intern"sv,
    "begrænset"sv, "begraenset_adgang"sv, "beskyttet"sv, "tavshedspligt"sv, "undtagetAktindsigt"sv, "personsag"sv,
    "vis"sv, "tilbageholdt"sv, "klassificeret"sv,
    // English
    "access"sv, "ACCESS"sv, "Access"sv, "acl"sv, "accessLevel"sv, "accessname"sv, "AccessIsPublic"sv, "AccessName"sv,
    "PublicAccess"sv, "publishAccess"sv, "PublicAccessLevelName"sv, "item.access"sv, "@access"sv, "access:"sv,
    "closed"sv, "isClosed"sv, "IS_CLOSED"sv, "closedItem"sv, "closeditem"sv, "ThisItemIsClosedForThePublic"sv,
    "undisclosed"sv, "confidential"sv, "Confidentiality"sv, "confidentialityLevel"sv, "secret"sv, "topSecret"sv,
    "secrecy"sv, "private"sv, "isPrivate"sv, "privacy"sv, "restricted"sv, "restriction"sv, "visibility"sv,
    "isVisible"sv, "invisible"sv, "hidden"sv, "isHidden"sv, "hide"sv, "show"sv, "public"sv, "IsPublic"sv,
    "nonPublic"sv, "notpublic"sv, "NewItemsIsPublic"sv, "OutputFilterIsPublic"sv, "open"sv, "IsOpen"sv, "openItem"sv,
    "publish"sv, "published"sv, "publishlevel"sv, "PublishingType"sv, "unpublished"sv, "embargo"sv, "withheld"sv,
    "redacted"sv, "exempt"sv, "classified"sv, "securityClassification"sv, "IsProtected"sv, "internalOnly"sv,
    "permissions"sv, "publicTitle"sv, "sensitivity"sv,
    // Norwegian
    "åpen"sv, "åpent"sv, "tilgang"sv, "tilgangskode"sv, "tilgangsrestriksjon"sv, "unntattOffentlighet"sv,
    "unntatt offentlighet"sv, "gradering"sv, "skjermet"sv, "skjermingshjemmel"sv, "taushetsplikt"sv, "aksess"sv,
    "stengt"sv, "innsyn"sv,
    // Swedish
    "öppen"sv, "öppet"sv, "sekretess"sv, "Sekretessgrad"sv, "hemlig"sv, "hemligt"sv, "stängd"sv, "stängt"sv,
    "sluten"sv, "dold"sv, "åtkomst"sv, "offentligt_möte"sv, "tystnadsplikt"sv, "skyddad"sv,
    // German
    "öffentlich"sv, "oeffentlich"sv, "nichtöffentlich"sv, "nicht-öffentlich"sv, "nichtOeffentlich"sv, "vertraulich"sv,
    "Vertraulichkeit"sv, "geheim"sv, "gesperrt"sv, "zugang"sv, "geschlossen"sv, "versteckt"sv, "sichtbar"sv,
    // misspelt
    "acces"sv, "accsess"sv, "acess"sv, "accss"sv, "acccess"sv, "accses"sv, "luket"sv, "lukkett"sv, "fortorlig"sv,
    "fortrolg"sv, "hemmlig"sv, "ofentlig"sv, "offetnlig"sv, "confidental"sv, "clsoed"sv, "cloesd"sv, "clsed"sv,
    "secert"sv, "prviate"sv, "hiddn"sv, "vertaulich"sv,
    // in other letters, and with letters that print nothing
    "access\u200B"sv, "ac\u00ADcess"sv, "\uFEFFclosed"sv, "clo\uFE0Fsed"sv, "luk\u2060ket"sv, "l\u034Fukket"sv,
    "ａｃｃｅｓｓ"sv, "𝐜𝐥𝐨𝐬𝐞𝐝"sv, "ⓒⓛⓞⓢⓔⓓ"sv, "аccess"sv, "сlоsеd"sv, "áccess"sv, "ſecret"sv, "a-c-c-e-s-s"sv,
    " access "sv,
};

/// Ordinary keys, as people and case systems write them: a warning.
constexpr std::array kOrdinary = {
    "opening"sv, "openingHours"sv, "openedAt"sv, "opens"sv, "closing"sv, "closingTime"sv, "closedAt"sv, "ClosedDate"sv,
    "publisher"sv, "publication"sv, "publishedAt"sv, "PublishedBy"sv, "PublishedDate"sv, "PublicationType"sv,
    "offentliggørelsesdato"sv, "veröffentlichungsdatum"sv, "privateRoad"sv, "privatvej"sv, "publicTransport"sv,
    "offentligHøring"sv, "secretary"sv, "secretariat"sv, "sekretær"sv, "sekretariat"sv, "enclosure"sv, "Enclosures"sv,
    "enclosedFiles"sv, "udelukket"sv, "success"sv, "recess"sv, "across"sv, "accessibility"sv, "accessible"sv,
    "accessories"sv, "accepted"sv, "address"sv, "adresse"sv, "class"sv, "process"sv, "places"sv, "interfaces"sv,
    "spaces"sv, "internet"sv, "international"sv, "internship"sv, "internalId"sv, "interval"sv, "absent"sv, "agent"sv,
    "titel"sv, "NeutralTitle"sv, "Overskrift"sv, "description"sv, "createdBy"sv, "journalNr"sv,
    "sagsbehandler"sv, "dagsordenspunkter"sv, "Mødedato"sv, "mødested"sv, "deltagere"sv, "bilag"sv, "beslutning"sv,
    "Indstilling"sv, "sagsfremstilling"sv, "begrundelse"sv, "afgang"sv, "ankomst"sv, "sluttet"sv, "slutter"sv,
    "slutTid"sv, "slutning"sv, "visning"sv, "vision"sv, "visitors"sv, "målgruppe"sv, "audience"sv, "locked"sv,
    "låst"sv, "version"sv, "language"sv, "Number"sv, "Punktnummer"sv, "SagsNummer"sv, "SerialNo"sv, "StateCode"sv,
    "FinishedIndicator"sv, "IsDecision"sv, "IsFeedback"sv, "HasContent"sv, "ItemDecision"sv, "HarPdfVersion"sv,
    "TillaegsDagsorden"sv, "ReleasedDate"sv, "RoleInMeeting"sv, "ForsidetekstHtml"sv, "openSource"sv, "åbenthus"sv,
    "Aabenraa"sv, "København"sv, "Copenhagen"sv, "åbningstider"sv, "Angaben"sv, "Aufgaben"sv, "beschlossen"sv,
    "abgeschlossen"sv, "hoffentlich"sv, "confidence"sv, "confirmed"sv, "references"sv, "protokol"sv, "a"sv, ""sv, "x:title"sv, "1"sv, "日本語"sv, "ключ"sv,
};

/// A document around a secret that the key `key` is to close; {K} and {S} stand for both.
struct Place {
    std::string_view name;
    std::string_view document;
};

constexpr std::array kJsonPlaces = {
    Place{"of the document", R"({"document":"agenda",{K}:"x","items":[{"title":"{S}"}]})"},
    Place{"of an item", R"({"document":"agenda","items":[{"title":"{S}",{K}:true}]})"},
    Place{"of a section", R"({"document":"agenda","items":[{"title":"t","sections":[{"key":"resume","body":"{S}",{K}:1}]}]})"},
    Place{"of a text", R"({"document":"agenda","items":[{"title":"t","body":{"html":"{S}",{K}:{}}}]})"},
    Place{"in an unknown object", R"({"document":"agenda","items":[{"title":"{S}","meta":{{K}:"x"}}]})"},
    Place{"deep in what is unknown", R"({"document":"agenda","items":[{"title":"{S}","meta":[0,[{"a":[{{K}:null}]}]]}]})"},
    Place{"as a name", R"({"document":"agenda","items":[{"title":"{S}","fields":[{"name":{K},"value":2}]}]})"},
    Place{"of a goal matrix", R"({"document":"goal-matrix","themes":[{"title":"{S}",{K}:0}]})"},
};

constexpr std::array kXmlPlaces = {
    Place{"attribute of the document", R"(<agenda {K}="x"><items><item title="{S}"/></items></agenda>)"},
    Place{"attribute of an item", R"(<agenda><items><item title="{S}" {K}="y"/></items></agenda>)"},
    Place{"element of an item", R"(<agenda><items><item title="{S}"><{K}>1</{K}></item></items></agenda>)"},
    Place{"among items", R"(<agenda><items><item title="{S}"/><{K}/></items></agenda>)"},
    Place{"attribute of a list", R"(<agenda><items {K}="y"><item title="{S}"/></items></agenda>)"},
    Place{"attribute of a text", R"(<agenda><items><item title="t"><body {K}="y">{S}</body></item></items></agenda>)"},
    Place{"element of a text", R"(<agenda><items><item title="t"><body>{S}<{K}>y</{K}></body></item></items></agenda>)"},
    Place{"attribute in a text", R"(<agenda><items><item title="t"><body><p {K}="y">{S}</p></body></item></items></agenda>)"},
    Place{"in an unknown element", R"(<agenda><items><item title="{S}"><meta><a><{K}/></a></meta></item></items></agenda>)"},
    Place{"attribute of an unknown element", R"(<agenda><items><item title="{S}"><meta><a {K}="2"/></meta></item></items></agenda>)"},
    Place{"with a prefix", R"(<agenda xmlns:f="urn:f"><items><item title="{S}" f:{K}="2"><f:x f:{K}="y"/></item></items></agenda>)"},
    Place{"with a prefix that is not declared", R"(<agenda><items><item title="{S}"><o:{K}>2</o:{K}></item></items></agenda>)"},
    Place{"with XML's own prefix", R"(<agenda><items><item title="{S}"><meta xml:{K}="y"/></item></items></agenda>)"},
    Place{"as a name", R"(<agenda><items><item title="{S}"><fields><field name="{K}">2</field></fields></item></items></agenda>)"},
};

std::string filled(std::string_view document, std::string_view key) {
    std::string out(document);
    for (const auto& [mark, text] : {std::pair{"{K}"sv, key}, std::pair{"{S}"sv, kSecret}}) {
        for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + text.size())) {
            out.replace(at, mark.size(), text);
        }
    }
    return out;
}

std::string jsonString(std::string_view text) {
    JsonWriter json;
    json.string(text);
    std::string out = std::move(json).take();
    while (!out.empty() && out.back() == '\n') {
        out.pop_back();
    }
    return out;
}

/// Whether the letters may stand in a name of XML, as far as the spellings above have them.
bool isXmlName(std::string_view key) {
    const auto foreign = [&](std::string_view text) { return key.find(text) != std::string_view::npos; };
    return key.find_first_of(" @:") == std::string_view::npos && !foreign("\u00AD") && !foreign("\u200B") &&
           !foreign("\uFEFF") && !foreign("\u2060") && !foreign("\uFE0F") && !foreign("ⓒ") && !foreign("\u034F");
}

/// Whether the key means in this place what it says.
bool isKnown(std::string_view key, const Place& place) {
    const auto isIn = [&](std::string_view where) { return place.name.find(where) != std::string_view::npos; };
    return (key == "access" && (isIn("of an item") || isIn("of a section") || place.name == "with a prefix")) ||
           (key == "publicTitle" && (isIn("of an item") || place.name == "with a prefix"));
}

/// Why the document was read though its key may close it; empty where it was refused as it has to be.
std::string leakOf(const std::string& document, std::string_view key) {
    const auto said = messagesOf(document);
    for (const std::string& message : said) {
        if (message.find("[SID-I024]") != std::string::npos) {
            return {};
        }
    }
    return fmt::format("'{}' passes: {}\n  {}", key, document, fmt::join(said, "\n  "));
}

TEST(Closedness, EverySpellingIsRefusedInEveryPlace) {
    std::size_t tried = 0;
    for (const std::string_view key : kSpellings) {
        for (const Place& place : kJsonPlaces) {
            if ((place.name == "as a name" && key.find(' ') != std::string_view::npos) || // "Public Library"
                isKnown(key, place)) {
                continue;
            }
            EXPECT_EQ(leakOf(filled(place.document, jsonString(key)), key), "") << place.name;
            ++tried;
        }
        for (const Place& place : kXmlPlaces) {
            if (isXmlName(key) && !isKnown(key, place)) {
                EXPECT_EQ(leakOf(filled(place.document, key), key), "") << place.name;
                ++tried;
            }
        }
    }
    EXPECT_GE(tried, 3'000u);
}

TEST(Closedness, TagsOfTextsThatNoBrowserKnowsAreRefused) {
    for (const char* html : {"<closed>x</closed>", "<lukket>x", "<åben>x</åben>", "<Access level=1>x", "<secret/>x",
                             "<w:vanish/>x", "<text:hidden-text>x</text:hidden-text>", "<p data-access=closed>x</p>",
                             "<p lukket>x</p>", "<p visible=no>x</p>", "<p åben=nej>x</p>"}) {
        const std::string body = "{\"html\": " + jsonString(html) + "}";
        EXPECT_EQ(leakOf(agendaWithBody(body), html), "");
    }
    for (const char* html : {"<privat@viborg.dk>", "<offentlig.dk>", "<a href=x accesskey=k>x</a>", "<form accept=x>x"}) {
        const std::string body = "{\"html\": " + jsonString(html) + "}";
        EXPECT_NE(leakOf(agendaWithBody(body), html), "");
    }
}

TEST(Closedness, ValuesOfUnknownKeysThatSayClosedAreRefused) {
    for (const char* value : {"Lukket", "lukket", "closed", "Fortrolig", "Fortrolig publicering", "confidential", "secret",
                              "Ikke offentlig", "nichtöffentlich", "hemmeligt", "skjult", "sekretess", "private",
                              "Lukket punkt", "LUKKET DAGSORDEN"}) {
        EXPECT_NE(leakOf(R"({"document":"agenda","items":[{"title":"x"}]})", value), "");
        EXPECT_EQ(leakOf(R"({"document":"agenda","items":[{"title":"x","level":)" + jsonString(value) + "}]}", value), "");
        EXPECT_EQ(leakOf(R"({"document":"agenda","items":[{"title":"x","tags":["a",)" + jsonString(value) + "]}]}", value),
                  "");
        EXPECT_EQ(leakOf("<agenda><items><item title='x'><level n='1'>\n" + std::string(value) +
                             "\n</level></item></items></agenda>",
                         value),
                  "");
    }
    for (const char* value : {"Åben", "open", "Sagen blev lukket på mødet i april", "Udelukket", "Sekretariat", "public",
                              "The door was closed by the caretaker in the evening"}) {
        EXPECT_NE(leakOf(R"({"document":"agenda","items":[{"title":"x","level":)" + jsonString(value) + "}]}", value), "");
    }
}

TEST(Closedness, OrdinaryKeysAreWarnings) {
    for (const std::string_view key : kOrdinary) {
        EXPECT_FALSE(mayMeanAccess(key)) << key;
        const auto said = messagesOf(filled(kJsonPlaces[1].document, jsonString(key)));
        ASSERT_EQ(said.size(), 1u) << key;
        EXPECT_NE(said.front().find("[SID-I014]"), std::string::npos) << said.front();
    }
}

TEST(Closedness, KnownKeysAreRead) {
    EXPECT_TRUE(messagesOf(R"({"document": "agenda", "meeting": {"closed": "16:00"},
        "items": [{"title": "x", "publicTitle": "y", "access": "open"}]})")
                    .empty());
    EXPECT_TRUE(messagesOf("<agenda xml:lang='da' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                           "xsi:noNamespaceSchemaLocation='x'><items><item xml:id='i' xml:space='default' "
                           "title='x' publicTitle='y' access='open'/></items></agenda>")
                    .empty());
    EXPECT_EQ(readAs<MeetingPaper>("<agenda><items><item title='x' xml:access='closed'/></items></agenda>").items[0].access,
              Access::Closed)
        << "the local name counts, whatever the prefix";
}

TEST(Closedness, WhoKnowsBetterAcceptsKeysByName) {
    ReadOptions options;
    options.acceptedKeys = {"publicBus", "meta", "Lukket", "level"};
    const auto saidOf = [&](std::string_view members) {
        return messagesOf(fmt::format(R"({{"document":"agenda","items":[{{"title":"x",{}}}]}})", members), options);
    };
    using ::testing::ElementsAre;
    using ::testing::EndsWith;
    using ::testing::HasSubstr;
    EXPECT_THAT(saidOf(R"("publicBus": 1)"),
                ElementsAre("1:44: warning: items[0].publicBus: unknown key 'publicBus', not read [SID-I014]"));
    EXPECT_THAT(saidOf(R"("meta": {"access": "closed"})"), ElementsAre(EndsWith("'meta', not read [SID-I014]")))
        << "with all that it holds";
    EXPECT_THAT(saidOf(R"("data": {"Lukket": {"access": 1}})"), ElementsAre(EndsWith("'data', not read [SID-I014]")));
    EXPECT_THAT(saidOf(R"("level": "Lukket")"), ElementsAre(EndsWith("'level', not read [SID-I014]")));
    EXPECT_THAT(saidOf(R"("lukket": 1)"), ElementsAre(HasSubstr("[SID-I024]"))) << "to the letter";
    EXPECT_THAT(saidOf(R"("publicBuses": 1)"), ElementsAre(HasSubstr("[SID-I024]")));
    EXPECT_THAT(saidOf(R"("body": {"html": "<p meta=1 lukket=1>x</p>"})"), ElementsAre(HasSubstr("'lukket'")));
    EXPECT_THAT(messagesOf("<agenda><items><item title='x' xmlns:f='f' f:publicBus='1'/></items></agenda>", options),
                ElementsAre(EndsWith("'publicBus', not read [SID-I014]")));
}

TEST(Closedness, TellsTheKeyAndItsPlace) {
    using ::testing::ElementsAre;
    using ::testing::StartsWith;
    EXPECT_THAT(messagesOf("{\"document\": \"agenda\", \"items\": [{\"title\": \"x\",\n"
                           "  \"meta\": {\"list\": [1, {\"accss\": 1}]}}]}"),
                ElementsAre(StartsWith("2:25: error: items[0].meta.list[1].accss: 'accss' is not known here"),
                            StartsWith("2:3: warning: items[0].meta: unknown key 'meta', not read")));
    EXPECT_THAT(messagesOf("<agenda><items><item title='x'>\n<meta><a lukket='1'/></meta></item></items></agenda>"),
                ElementsAre(StartsWith("2:10: error: items[0].meta.a.lukket: 'lukket' is not known here"),
                            StartsWith("2:1: warning: items[0].meta: unknown key 'meta', not read")));
    EXPECT_THAT(messagesOf(R"({"document": "agenda", "items": [{"title": "x", "art": "Lukket"}]})"),
                ElementsAre("1:49: error: items[0].art: 'Lukket' stands in what is not known here; where something "
                            "may be closed nothing is guessed, expected 'access' of an item, a section or an "
                            "enclosure [SID-I024]\n  where it says nothing of the kind, give "
                            "'--accept-unknown-key art'"));
}

TEST(Closedness, TakesLinearTime) {
    std::string members = R"({"document":"agenda","items":[{"title":"x")";
    for (int i = 0; i < 50'000; ++i) {
        members += fmt::format(",\"ordinaryKeyNumber{}\":{{\"openopenopenopenopener{}\":1}}", i, i);
    }
    EXPECT_EQ(messagesOf(members + "}]}").size(), 1'001u);
    const std::string marks = [] {
        std::string text;
        for (int i = 0; i < 200'000; ++i) {
            text += "\u200Bé\u0301";
        }
        return text;
    }();
    EXPECT_FALSE(mayMeanAccess(marks));
}

/// What is said where `key` is unknown.
std::string saidOfKey(const std::string& key) {
    Loaded json("{\"" + key + "\": 1}");
    const std::vector<std::string> accepted;
    const AccessPolicy policy(accepted);
    const Node root(json.tree, json.diagnostics, {.policy = &policy});
    Members members(root);
    members.finish();
    return lines(json.diagnostics).at(0);
}

TEST(UnknownKeys, ThatMayMeanAccessAreErrors) {
    EXPECT_EQ(saidOfKey("Access"),
              "1:2: error: Access: 'Access' is not known here; where something may be closed "
              "nothing is guessed, expected 'access' of an item, a section or an enclosure "
              "[SID-I024]\n  where it says nothing of the kind, give '--accept-unknown-key Access'");
}

} // namespace
} // namespace sidetal::input
