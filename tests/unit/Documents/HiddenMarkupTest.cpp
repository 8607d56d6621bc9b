#include "unit/Documents/DocumentTesting.h"

#include "Support/JsonWriter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sidetal::input {
namespace {

using namespace sidetal::input::testing;
using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::Not;

/// What reading an agenda says whose item has `html` as its body.
std::vector<std::string> saidOf(const std::string& html) {
    JsonWriter json;
    json.beginObject();
    json.key("html");
    json.string(html);
    json.endObject();
    return messagesOf(agendaWithBody(std::move(json).take()));
}

TEST(HiddenMarkup, IsRefused) {
    for (const char* html : {
             "<p hidden>x</p>", "<p HIDDEN=until-found>x</p>", "<p hidden=false>x</p>", "<p popover>x</p>",
             "<p aria-hidden=true>x</p>", "<p aria-hidden=' TRUE '>x</p>", "<p aria-hidden=1>x</p>",
             "<template>x</template>", "<datalist><option>x</datalist>", "<dialog>x</dialog>",
             "<p style='display:/**/none'>x</p>", "<p style='display:n\\6fne'>x</p>",
             "<p style='display:n&#111;ne'>x</p>", "<p style=display:none style=display:block>x</p>",
             "<svg display=none><text>x</text></svg>", "<svg opacity=0>x</svg>",
             "<p style='--x:0'><b style='font-size:var(--x)'>x</b></p>", "<li style=display:none>x",
             "<br hidden>", "<o:p style='mso-hide:all'>x</o:p>", "<p style='color:transparent'>x</p>",
         }) {
        EXPECT_THAT(saidOf(html), Contains(EndsWith("or text that is seen [SID-I024]"))) << html;
    }
    EXPECT_THAT(saidOf("<p style='color:red; Display : None'>x</p>").at(0),
                EndsWith("error: items[0].body.html: 'display: none' hides text; where something may be "
                         "closed nothing is guessed, expected 'access' of an item, a section or an "
                         "enclosure, or text that is seen [SID-I024]"));
}

TEST(HiddenMarkup, WhatIsSeenOrHoldsNoTextIsRead) {
    for (const char* html : {
             "<p aria-hidden=false>x</p>", "<p aria-hidden>x</p>", "<p inert>x</p>", "<dialog open>x</dialog>",
             "<details>x</details>", "<details open>x</details>", "<input type=hidden value=x>",
             "<p class='hidden d-none'>x</p>", "<p title='display:none'>x</p>", "<!--[if mso]>x<![endif]-->y",
             "<p style='text-indent:-18pt'>x</p>", "<p data-style='display:none'>x</p>",
         }) {
        EXPECT_THAT(saidOf(html), Not(Contains(EndsWith("[SID-I024]")))) << html;
    }
}

TEST(HiddenMarkup, WhatBrowsersLeaveOutIsLeftOut) {
    for (const std::string tag : {"noscript", "noembed", "noframes", "script", "style", "title", "head"}) {
        const std::string body = R"({"html": "<p>a</p><)" + tag + ">secret</" + tag + ">b\"}";
        Diagnostics diagnostics;
        const Document document = readDocument(agendaWithBody(body), "x", diagnostics);
        EXPECT_EQ(writeJson(document).find("secret"), std::string::npos) << tag;
        EXPECT_EQ(diagnostics.warningCount(), 1u) << tag;
        const Document xml = readDocument("<agenda><items><item title='x'><body><p>a</p><" + tag +
                                              ">secret</" + tag + ">b</body></item></items></agenda>",
                                          "x", diagnostics);
        EXPECT_EQ(writeJson(xml).find("secret"), std::string::npos) << tag;
    }
}

} // namespace
} // namespace sidetal::input
