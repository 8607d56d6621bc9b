#include "growth/Kinds.h"

#ifdef SIDETAL_WITH_SHEETS
#include "support/Workbooks.h"
#endif

#include <string_view>

namespace sidetal::growth {

namespace {

constexpr std::size_t kManyValues = 16u
                                    << 20; ///< four million values would fill the memory of a small machine
constexpr std::size_t kLaidOut = 2u << 20;
constexpr std::size_t kLinted = 8u << 20;

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) {
        out += piece;
    }
    return out;
}

std::string between(std::string_view before, std::string_view piece, std::string_view after,
                    std::size_t bytes) {
    return std::string(before) + repeated(piece, bytes) + std::string(after);
}

/// Pieces that differ by the number in them.
std::string numbered(std::string_view before, std::string_view first, std::string_view second,
                     std::string_view after, std::size_t bytes) {
    std::string out(before);
    out.reserve(bytes + 100);
    for (std::size_t i = 0; out.size() < bytes; ++i) {
        out += first;
        out += std::to_string(i);
        out += second;
    }
    return out += after;
}

#ifdef SIDETAL_WITH_SHEETS
constexpr std::string_view kHeadings = "Tema;Nr.;Mål;Indsats;Beskrivelse;Ansvarlig\n";

/// A workbook whose sheet has headings, and below them in row 2 and those after it numbered pieces.
std::string workbook(std::string_view first, std::string_view second, std::size_t bytes,
                     std::string_view after = "") {
    const std::string headings = test::rowsOf("Tema|Nr.|Mål|Indsats|Beskrivelse|Ansvarlig\nA|1|B");
    return test::zipped(test::partsOf(
        {.rows = headings + numbered("", first, second, "", bytes), .after = std::string(after)}));
}
#endif

constexpr std::string_view kXml = "<agenda title='x'>";
constexpr std::string_view kXmlEnd = "</agenda>";
constexpr std::string_view kJson = R"({"document": "agenda", "title": "x", "u": )";
constexpr std::string_view kHtml = R"({"document": "agenda", "items": [{"title": "x", "body": {"html": ")";
constexpr std::string_view kHtmlEnd = R"("}}]})";
constexpr std::string_view kBody = R"({"document": "agenda", "items": [{"title": "x", "body": ")";
constexpr std::string_view kBodyEnd = R"("}]})";
constexpr std::string_view kMeeting =
    R"({"document": "minutes", "items": [{"title": "x"}, {"title": "x"}, {"title": "x"}], "meeting":
    {"attendance": [)";
constexpr std::string_view kMeetingEnd = R"({"event": "excused", "person": "B"}]}})";
constexpr std::string_view kEvent =
    R"({"document": "minutes", "items": [{"title": "x"}, {"title": "x"}, {"title": "x"}], "meeting":
    {"attendance": [{"event": "disqualified", "person": "A", "item": ")";
constexpr std::string_view kVotes =
    R"({"document": "minutes", "committee": {"members": ["A", "B"]}, "items": [{"title": "x", "decisions":
    [{"votes": [{"option": "yes", "voters": [)";

// The table is of functions: what it measures is made one at a time.
#define IN_XML(before, piece, after)                                                                         \
    [](std::size_t n) {                                                                                      \
        return between(std::string(kXml) + (before), piece, std::string(after) + std::string(kXmlEnd), n);   \
    }
#define IN_JSON(before, piece, after)                                                                        \
    [](std::size_t n) { return between(std::string(kJson) + (before), piece, std::string(after) + "}", n); }
#define IN_HTML(before, piece, after)                                                                        \
    [](std::size_t n) {                                                                                      \
        return between(std::string(kHtml) + (before), piece, std::string(after) + std::string(kHtmlEnd), n); \
    }
#define IN_BODY(piece) [](std::size_t n) { return between(kBody, piece, kBodyEnd, n); }
#define WHOLE(before, piece, after) [](std::size_t n) { return between(before, piece, after, n); }

/// A word with as many combining marks as a letter may have, in an order that is not the canonical one.
std::string wordWithMarks() {
    return "a" + repeated("\u0301\u0323", 30 * 2) + " ";
}

constexpr Kind kKinds[] = {
    {"xml-comment", IN_XML("<!--", "comment ", "-->")},
    {"xml-comment-of-hyphens", IN_XML("<!--", "- ", "-->")},
    {"xml-comment-not-ascii", IN_XML("<!--", "\u00e6", "-->")},
    {"xml-comment-of-lines", IN_XML("<!--", "\r\n", "-->")},
    {"xml-comments", IN_XML("", "<!---->", "")},
    {"xml-comment-in-prolog", WHOLE("<?xml version='1.0'?><!--", "x", "--><agenda title='x'/>")},
    {"xml-comments-in-prolog", WHOLE("<?xml version='1.0'?>", "<!--x-->\n", "<agenda title='x'/>")},
    {"xml-comments-at-end", WHOLE("<agenda title='x'/>", "<!--x-->\n", "")},
    {"xml-comment-unclosed", WHOLE("<agenda title='x'><!--", "<x ", "")},
    {"xml-cdata", IN_XML("<u><![CDATA[", "x", "]]></u>")},
    {"xml-cdata-of-brackets", IN_XML("<u><![CDATA[", "]", "]]></u>")},
    {"xml-cdata-not-ascii", IN_XML("<u><![CDATA[", "\u00e6", "]]></u>")},
    {"xml-cdata-many", IN_XML("<u>", "<![CDATA[x]]>", "</u>")},
    {"xml-instruction", IN_XML("<?p ", "?x", "?>")},
    {"xml-instructions", IN_XML("", "<?p?>", "")},
    {"xml-instructions-of-many-names", [](std::size_t n) { return numbered(kXml, "<?p", "?>", kXmlEnd, n); }},
    {"xml-instructions-after-a-fault",
     [](std::size_t n) { return numbered("<agenda>&x;", "<?p", "?>", kXmlEnd, n); }},
    {"xml-declaration-of-space", WHOLE("<?xml version='1.0'", " \n", "?><agenda title='x'/>")},
    {"xml-space-in-tag", IN_XML("<u", " \n", "/>")},
    {"xml-space", WHOLE("<agenda title='x'>", " \n", "</agenda>\n")},
    {"xml-space-in-prolog", WHOLE("", " \n", "<agenda title='x'/>")},
    {"xml-attribute", IN_XML("<u a='", "x", "'/>")},
    {"xml-attribute-not-ascii", IN_XML("<u a='", "\u00e6", "'/>")},
    {"xml-attribute-of-lines", IN_XML("<u a='", "\n", "'/>")},
    {"xml-attribute-of-entities", IN_XML("<u a='", "&amp;&#65;", "'/>")},
    {"xml-attribute-known", [](std::size_t n) { return between("<agenda title='", "x ", "'/>", n); }},
    {"xml-attribute-unclosed", WHOLE("<agenda title='", "&amp; ", "")},
    {"xml-attributes", IN_XML("", "<u a='1' b='2' c='3' d='4' e='5' f='6' g='7'/>", ""), kManyValues},
    {"xml-attributes-too-many", [](std::size_t n) { return numbered("<agenda ", "a", "='' ", "/>", n); }},
    {"xml-text", IN_XML("<u>", "text ", "</u>")},
    {"xml-text-not-ascii", IN_XML("<u>", "\u00e6\U0001F600", "</u>")},
    {"xml-text-of-lines", IN_XML("<u>", "\r\n", "</u>")},
    {"xml-text-of-brackets", IN_XML("<u>", "]", "</u>")},
    {"xml-text-of-form-feeds", IN_XML("<u>", "x&#12;\f", "</u>")},
    {"xml-text-of-entities", IN_XML("<u>", "&amp;&#65;", "</u>")},
    {"xml-text-in-pieces", IN_XML("<u>", "x<!---->", "</u>")},
    {"xml-text-unclosed", WHOLE("<agenda title='x'><u>", "text ", "")},
    {"xml-base64",
     IN_XML("<u>", "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz\n", "</u>")},
    {"xml-base64-in-one-line", IN_XML("<u>", "TWFuIGlzIGRpc3Rpbmd1aXNoZWQs", "</u>")},
    {"xml-ampersands", IN_XML("<u>", "&", "</u>")},
    {"xml-unknown-entities", IN_XML("<u>", "&x;", "</u>")},
    {"xml-less-than-in-attribute", IN_XML("<u a='", "<", "'/>")},
    {"xml-less-than", IN_XML("<u>", "<", "</u>")},
    {"xml-element-name",
     [](std::size_t n) { return std::string(kXml) + "<" + repeated("n", n) + "/></agenda>"; }},
    {"xml-element-name-wrong-end",
     [](std::size_t n) {
         return std::string(kXml) + "<" + repeated("n", n / 2) + "></" + repeated("m", n / 2) + "></agenda>";
     }},
    {"xml-attribute-name", IN_XML("<u ", "n", "='x'/>")},
    {"xml-elements", IN_XML("", "<u/>", ""), kManyValues},
    {"xml-elements-of-many-names", [](std::size_t n) { return numbered(kXml, "<u", "/>", kXmlEnd, n); },
     kManyValues},
    {"xml-elements-nested", IN_XML("", "<u><u><u><u><u>x</u></u></u></u></u>", ""), kManyValues},
    {"xml-nested-too-deeply", WHOLE("", "<agenda>", "")},
    {"xml-namespaces", IN_XML("", "<u xmlns:a='b'/>", ""), kManyValues},
    {"xml-prefixes-undeclared", IN_XML("", "<o:p>x</o:p>", ""), kManyValues},
    {"xml-items", WHOLE("<agenda><items>", "<item title='x'/>", "</items></agenda>"), kManyValues},
    {"xml-repeated-key", IN_XML("", "<title>x</title>", ""), kManyValues},
    {"xml-body",
     WHOLE("<agenda><items><item title='x'><body>", "<p>a <b>b</b></p>", "</body></item></items></agenda>"),
     kManyValues},
    {"xml-latin1",
     [](std::size_t n) {
         return between("<?xml version='1.0' encoding='latin1'?><agenda title='", "\xE6", "'/>", n);
     }},

    {"json-string", IN_JSON("\"", "text ", "\"")},
    {"json-string-not-ascii", IN_JSON("\"", "\u00e6\U0001F600", "\"")},
    {"json-string-of-escapes", IN_JSON("\"", "\\n\\u00e6\\ud83d\\ude00", "\"")},
    {"json-string-known",
     [](std::size_t n) { return between(R"({"document": "agenda", "title": ")", "x ", "\"}", n); }},
    {"json-string-unclosed", WHOLE(R"({"document": "agenda", "title": ")", "x ", "")},
    {"json-string-wrong-escape", IN_JSON("\"\\x", "x ", "\"")},
    {"json-key",
     [](std::size_t n) { return between(R"({"document": "agenda", "title": "x", ")", "k", "\": 1}", n); }},
    {"json-number", IN_JSON("", "1", "")},
    {"json-number-with-decimals", IN_JSON("1.", "1", "e-3")},
    {"json-number-for-text",
     [](std::size_t n) { return between(R"({"document": "agenda", "title": )", "1", "}", n); }},
    {"json-word", IN_JSON("", "x", "")},
    {"json-comment", IN_JSON("/*", "* / ", "*/ 1")},
    {"json-comment-of-a-line", IN_JSON("//", "x ", "\n 1")},
    {"json-comments", IN_JSON("", "/**/", " 1")},
    {"json-comments-of-lines", IN_JSON("", "//\n", " 1")},
    {"json-comment-unclosed", IN_JSON("/*", "* /", "")},
    {"json-space", IN_JSON("", " \n", "1")},
    {"json-numbers", IN_JSON("[", "1,", "1]"), kManyValues / 2},
    {"json-strings", IN_JSON("[", "\"\",", "1]"), kManyValues / 2},
    {"json-objects", IN_JSON("[", "{},", "1]"), kManyValues / 2},
    {"json-nested", IN_JSON("[", "[[[[[[[[[[]]]]]]]]]],", "1]"), kManyValues / 2},
    {"json-nested-too-deeply", WHOLE("", "[", "")},
    {"json-nested-objects-too-deeply", WHOLE("", "{\"a\":", "")},
    {"json-keys",
     [](std::size_t n) {
         return numbered(R"({"document": "agenda", "title": "x")", ", \"", "\": 1", "}", n);
     },
     kManyValues},
    {"json-keys-in-unknown",
     [](std::size_t n) { return numbered(kJson, "{\"", "\": 1}}", "", n).substr(0, n); }, kManyValues},
    {"json-repeated-key", WHOLE(R"({"document": "agenda")", R"(, "title": "x")", "}"), kManyValues},
    {"json-repeated-keys-under-a-long-one",
     [](std::size_t n) {
         return std::string(kJson) + "{\"" + repeated("k", n / 2) + "\": {" + repeated("\"a\": 1, ", n / 2) +
                "\"a\": 1}}}";
     },
     kManyValues},
    {"json-items",
     WHOLE(R"({"document": "agenda", "items": [)", R"({"title": "x"}, )", R"({"title": "x"}]})"),
     kManyValues},
    {"json-items-wrong", WHOLE(R"({"document": "agenda", "items": [)", "1, ", "1]}"), kManyValues / 2},
    {"json-themes",
     WHOLE(R"({"document": "goal-matrix", "themes": [)",
           R"({"title": "x", "goals": [{"text": "y", "initiatives": [{"title": "z"}]}]}, )",
           R"({"title": "x"}]})"),
     kManyValues},
    {"follow-up-checked",
     WHOLE(R"({"document": "goal-matrix", "style": "follow-up", "columns": ["theme", "number", "goal", "status", "indicator", "initiatives", "deadline"], "themes": [)",
           R"({"title": "x", "goals": [{"number": "1", "text": "y", "status": "partly", "indicators": [{"name": "a", "target": "9", "actual": "8"}], )"
           R"("initiatives": [{"title": "z", "deadline": "2026-12-31"}, {"title": "v", "status": "reached"}]}]}, )",
           R"({"title": "x"}]})"),
     1u << 20, Stage::Check},
    {"json-latin1", IN_JSON("\"", "\xE6", "\"")},

    {"body-words", IN_BODY("ord ")},
    {"body-paragraphs", IN_BODY("x\\n\\n"), kManyValues / 8},
    {"body-bullets", IN_BODY("\u2022 x\\n"), kManyValues / 8},
    {"body-marks", [](std::size_t n) { return between(kBody, wordWithMarks(), kBodyEnd, n); }},
    {"body-marks-too-many", IN_BODY("\u0301\u0323")},
    {"html-words", IN_HTML("<p>", "ord ", "</p>")},
    {"html-paragraphs", IN_HTML("", "<p>x</p>", ""), kManyValues / 4},
    {"html-list", IN_HTML("<ul>", "<li>x</li>", "</ul>"), kManyValues / 4},
    {"html-lists", IN_HTML("", "<ul><li>x<ol><li>y</li></ol></li></ul>", ""), kManyValues},
    {"html-lists-too-deep", IN_HTML("", "<ul><li>", "")},
    {"html-lines", IN_HTML("<p>", "x<br>", "</p>")},
    {"html-bold", IN_HTML("<p>", "<b>x</b>y", "</p>"), kManyValues},
    {"html-nested-bold", IN_HTML("<p>", "<b>x", "</p>")},
    {"html-nested-containers", IN_HTML("", "<div><span>x</span>", "")},
    {"html-styled-containers", IN_HTML("", "<div style='font-weight:bold'>x</div></span>", ""), kManyValues},
    {"html-items-outside-of-lists", IN_HTML("", "<li>x</li>y", ""), kManyValues},
    {"html-unclosed-tags", IN_HTML("", "<b ", "")},
    {"html-unclosed-attribute", IN_HTML("<p a=\\\"", "x ", "")},
    {"html-end-tags", IN_HTML("", "</b></p>", "")},
    {"html-unknown-tags", IN_HTML("", "<x>", "")},
    {"html-dropped-tags", IN_HTML("", "<script>x</script>", "")},
    {"html-dropped-tags-unclosed", IN_HTML("", "<script><style>", "")},
    {"html-comment", IN_HTML("<!--", "- ", "-->x")},
    {"html-comments", IN_HTML("", "<!---->", "x")},
    {"html-comment-unclosed", IN_HTML("", "<!--", "")},
    {"html-cdata", IN_HTML("<![CDATA[", "]", "]]>")},
    {"html-cdata-unclosed", IN_HTML("", "<![CDATA[", "")},
    {"html-instructions", IN_HTML("", "<?x>", "")},
    {"html-attribute", IN_HTML("<p title='", "x", "'>y</p>")},
    {"html-attributes", IN_HTML("<p ", "a='b' ", ">y</p>")},
    {"html-style", IN_HTML("<p style='", "color: red; ", "'>y</p>")},
    {"html-style-of-comments", IN_HTML("<p style='", "/* x */", "'>y</p>")},
    {"html-style-of-escapes", IN_HTML("<p style='", "\\\\64 ", "'>y</p>")},
    {"html-tag-name", IN_HTML("<", "b", ">")},
    {"html-less-than", IN_HTML("", "<", "")},
    {"html-entities", IN_HTML("", "&amp;&#65;&oslash;", "")},
    {"html-ampersands", IN_HTML("", "&", ""), kManyValues},
    {"html-reference", IN_HTML("&#", "1", ";")},

    {"style-comment", WHOLE("{/*", "* / ", "*/}"), 64u << 20, Stage::Style},
    {"style-string", WHOLE("{\"u\": \"", "x ", "\"}"), 64u << 20, Stage::Style},
    {"style-key", WHOLE("{\"", "k", "\": 1}"), 64u << 20, Stage::Style},
    {"style-keys", [](std::size_t n) { return numbered("{\"name\": \"x\"", ", \"k", "\": 1", "}", n); },
     kManyValues, Stage::Style},
    {"style-list", WHOLE("{\"u\": [", "1, ", "1]}"), kManyValues / 2, Stage::Style},

    {"laid-out-words", IN_BODY("ord "), kLaidOut, Stage::Check},
    {"laid-out-paragraphs", IN_BODY("x\\n\\n"), kLaidOut / 2, Stage::Check},
    {"laid-out-marks", [](std::size_t n) { return between(kBody, wordWithMarks(), kBodyEnd, n); },
     kLaidOut / 4, Stage::Check},
    {"laid-out-table-rows",
     IN_HTML("<table><thead><tr><th>a</th><th>b</th></tr></thead>", "<tr><th>x</th><td>ord ord</td></tr>",
             "</table>"),
     kLaidOut / 4, Stage::Check},
    {"laid-out-table-headers", IN_HTML("<table>", "<tr><th>x</th><th>y</th></tr>", "</table>"), kLaidOut / 4,
     Stage::Check},
    {"laid-out-tables", IN_HTML("", "<table><tr><th>x</th></tr><tr><td>ord</td></tr></table>", ""),
     kLaidOut / 4, Stage::Check},
    {"laid-out-items",
     WHOLE(R"({"document": "agenda", "items": [)", R"({"title": "x"}, )", R"({"title": "x"}]})"), kLaidOut,
     Stage::Check},

    {"attendance-of-many",
     [](std::size_t n) {
         return numbered(kMeeting, R"({"event": "left", "time": "16:00", "item": "1-3", "person": "Navn )", R"("}, )",
                         kMeetingEnd, n);
     },
     kLaidOut, Stage::Check},
    {"attendance-of-one",
     WHOLE(kMeeting,
           R"({"event": "left", "item": "1", "person": "A"}, {"event": "arrived", "item": "2", "person": "A"}, )",
           kMeetingEnd),
     kLaidOut, Stage::Check},
    {"attendance-at-items", WHOLE(kEvent, "2, 1-3 og ", R"(3"}]}})"), kLaidOut, Stage::Check},
    {"attendance-at-no-items", WHOLE(kEvent, "x-", R"(3"}]}})"), kLaidOut, Stage::Check},
    {"votes-of-many",
     [](std::size_t n) { return numbered(kVotes, R"("Navn )", R"(", )", R"("A"]}]}]}]})", n); }, kLaidOut,
     Stage::Check},

    {"lint-words", IN_BODY("ord er og til "), kLinted, Stage::Lint},
    {"lint-civil-numbers", IN_BODY("010203-1008, "), kLinted, Stage::Lint},
    {"lint-figures", IN_BODY("12 34 "), kLinted, Stage::Lint},
    {"lint-figures-in-one", IN_BODY("8"), kLinted, Stage::Lint},
    {"lint-card-numbers", IN_BODY("4571 1234 5678 9016; "), kLinted, Stage::Lint},
    {"lint-capitals", IN_BODY("DK50 "), kLinted, Stage::Lint},
    {"lint-mail-addresses", IN_BODY("a@b.cc "), kLinted, Stage::Lint},
    {"lint-at-signs", IN_BODY("a@"), kLinted, Stage::Lint},
    {"lint-backslashes", IN_BODY("\\\\"), kLinted, Stage::Lint},
    {"lint-paths", IN_BODY("\\\\a"), kLinted, Stage::Lint},
    {"lint-schemes", IN_BODY("x://"), kLinted, Stage::Lint},
    {"lint-hosts", IN_BODY("a.local"), kLinted, Stage::Lint},
    {"lint-closed-titles",
     [](std::size_t n) {
         return numbered(R"({"document": "agenda", "items": [)",
                         R"({"title": "Lukket sag x", "access": "closed", "body": "Salg af ejendom )",
                         R"("}, {"title": "Lukket sag x og y"}, )", R"({"title": "x"}]})", n);
     },
     kLinted, Stage::Lint},
    {"lint-closed-words",
     [](std::size_t n) {
         return numbered(R"({"document": "agenda", "items": [)", R"({"access": "closed", "title": "Salg af ejendom )",
                         R"("}, {"title": "Salg af ejendom 17 og 18"}, )", R"({"title": "x"}]})", n);
     },
     kLinted, Stage::Lint},
#ifdef SIDETAL_WITH_SHEETS
    {"csv-goals", [](std::size_t n) { return numbered(std::string(kHeadings) + "A;;B\n", ";", ";C;D;E;F\n", "", n); }, kManyValues, Stage::Sheet},
    {"csv-goals-of-one-number", WHOLE(std::string(kHeadings) + "A;0;B\n", ";1;C;D;E;F\n;2;C\n", ""), kManyValues, Stage::Sheet},
    {"csv-rows-of-an-initiative", WHOLE(std::string(kHeadings) + "A;1;B;C;D;E\n", ";;;;;F\n", ""), kManyValues, Stage::Sheet},
    {"csv-cells", WHOLE(std::string(kHeadings), "x;", ""), kManyValues, Stage::Sheet},
    {"csv-headings", [](std::size_t n) { return numbered("Tema;Mål", ";Overskrift ", "", "\nA;B", n); }, kLaidOut, Stage::Sheet},
    {"csv-quotes", WHOLE(std::string(kHeadings) + "A;1;\"", "\"\"", "\""), 64u << 20, Stage::Sheet},
    {"csv-open-quote", WHOLE("a;\"", "x\n", ""), 64u << 20, Stage::Sheet},
    {"csv-lines-of-a-cell", WHOLE(std::string(kHeadings) + "A;1;\"", "- x\n\n", "\""), kManyValues, Stage::Sheet},
    {"xlsx-rows", [](std::size_t n) { return workbook("<row><c t='str'><v>A</v></c><c><v>", "</v></c><c t='str'><v>B</v></c></row>", n); }, kManyValues, Stage::Sheet},
    {"xlsx-cells", [](std::size_t n) { return workbook("<row><c><v>", "</v></c></row>", n); }, kManyValues, Stage::Sheet},
    {"xlsx-empty-cells", [](std::size_t n) { return workbook("<row s='", "'><c s='1'/></row>", n); }, kManyValues, Stage::Sheet},
    {"xlsx-text-of-a-cell", [](std::size_t n) { return workbook("<!-- ", "--><x/>", n); }, kManyValues, Stage::Sheet},
    {"xlsx-merges",
     [](std::size_t n) {
         return workbook("", "", 1, "<mergeCells>" + numbered("", "<mergeCell ref='A3:A9' n='", "'/>", "", n) + "</mergeCells>");
     },
     kLaidOut, Stage::Sheet},
#endif
};

} // namespace

std::span<const Kind> kinds() {
    return kKinds;
}

} // namespace sidetal::growth
