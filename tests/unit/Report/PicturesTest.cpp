#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/PictureFiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace sidetal::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

TextPicture pictureOf(std::string file, std::string alt = "Kort over området") {
    TextPicture out;
    out.file = std::move(file);
    out.decorative = alt.empty();
    out.alt = std::move(alt);
    out.source = {7, 9, 0};
    return out;
}

/// An agenda whose item's text is these pictures, with words before and after them.
Document agendaWith(const std::vector<TextPicture>& pictures) {
    MeetingPaper paper;
    paper.header.sources = {{"møde.json"}};
    AgendaItem item;
    item.title = "Lokalplan";
    item.body = plainText("Over billederne");
    for (const TextPicture& picture : pictures) {
        item.body.blocks.emplace_back(Boxed<TextPicture>(picture));
    }
    item.body.blocks.push_back(plainText("Under billederne").blocks.front());
    paper.items.push_back(std::move(item));
    return paper;
}

/// Loads what it holds, and counts what it was asked for.
struct Folder {
    std::map<std::string, std::string> files;
    std::vector<std::string> asked{};

    PictureLoader loader() {
        return [this](const std::string& name) -> PictureFile {
            asked.push_back(name);
            const auto found = files.find(name);
            return found == files.end() ? PictureFile{{}, "does not exist"} : PictureFile{found->second};
        };
    }
};

struct Rendered {
    std::string pdf;
    std::vector<std::string> messages;
};

Rendered renderWith(const Document& document, const PictureLoader& loader, const std::string& keptAs = {}) {
    Rendered out;
    RenderOptions options;
    options.pictures = loader;
    std::vector<Diagnostic> told;
    try {
        told =
            Renderer().render(document, options, [&](std::string_view bytes) { out.pdf += bytes; }).warnings;
        if (!keptAs.empty()) {
            keepPdf(keptAs, out.pdf);
        }
    } catch (const Error& error) {
        EXPECT_EQ(out.pdf, "");
        told = error.diagnostics();
    }
    for (const Diagnostic& message : told) {
        out.messages.push_back(format(message));
    }
    return out;
}

std::size_t countOf(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

std::string dumped(const Document& document, const PictureLoader& loader, DumpStage stage) {
    RenderOptions options;
    options.pictures = loader;
    return Renderer().dump(document, options, stage).text;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            out += i + k <= bytes.size() ? kDigits[bits >> (18 - 6 * k) & 63] : '=';
        }
        out += i % 60 == 57 ? "\n " : "";
    }
    return out;
}

} // namespace

TEST(Pictures, ofAllKindsStandInTheFlow) {
    Folder folder{{{"a.png", pngFile(300, 200)},
                   {"b.jpg", jpegFile(160, 100, {.orientation = 6, .hasTexts = true})},
                   {"c.png", pngFile(90, 60, {.colourType = 6})},
                   {"d.jpg", jpegFile(120, 80, {.components = 1, .hasTexts = true})},
                   {"e.png", pngFile(64, 64, {.colourType = 0, .bits = 1})}}};
    std::vector<TextPicture> pictures;
    for (const auto& [name, bytes] : folder.files) {
        pictures.push_back(pictureOf(name, "Billedet " + name.substr(0, 1)));
    }
    const Document document = agendaWith(pictures);
    const Rendered rendered = renderWith(document, folder.loader(), "pictures-all-kinds");
    EXPECT_THAT(rendered.messages, ElementsAre());
    EXPECT_EQ(countOf(rendered.pdf, "/Subtype/Image"), 6u) << "five and a mask";
    EXPECT_THAT(rendered.pdf, Not(HasSubstr("SECRET")));
    EXPECT_THAT(rendered.pdf, Not(HasSubstr("Exif")));
    const std::string tags = dumped(document, folder.loader(), DumpStage::Tags);
    EXPECT_THAT(tags, HasSubstr("Billedet a"));
    EXPECT_THAT(tags, HasSubstr("Billedet e"));
}

TEST(Pictures, areInTheFileOnceHoweverOftenTheyAreShown) {
    const std::string bytes = pngFile(30, 20);
    Folder folder{{{"a.png", bytes}, {"kopi.png", bytes}}};
    const Document document = agendaWith({pictureOf("a.png"), pictureOf("a.png"), pictureOf("kopi.png"),
                                          pictureOf("data:image/png;base64," + base64(bytes))});
    const Rendered rendered = renderWith(document, folder.loader(), "pictures-once");
    EXPECT_EQ(countOf(rendered.pdf, "/Subtype/Image"), 1u);
    EXPECT_THAT(folder.asked, ElementsAre("a.png", "kopi.png"));
    const std::string pages = dumped(document, folder.loader(), DumpStage::Pages);
    EXPECT_EQ(countOf(pages, " of 30 x 20 rgb of 8 bits"), 4u) << pages;
}

TEST(Pictures, areNoLargerThanTheMeasureAndTheDpi) {
    Folder folder{
        {{"a.png", pngFile(2000, 1000)}, {"b.png", pngFile(10, 3000)}, {"c.jpg", jpegFile(1500, 750)}}};
    TextPicture narrow = pictureOf("c.jpg");
    narrow.width = Length::points(72);
    const Document document = agendaWith({pictureOf("a.png"), pictureOf("b.png"), narrow});
    const std::string pages = dumped(document, folder.loader(), DumpStage::Pages);
    EXPECT_THAT(pages, HasSubstr(" 340.157 x 170.078 of 945 x 473 rgb")) << pages; // 12 cm at 200 an inch
    EXPECT_THAT(pages, HasSubstr(" 72 x 36 of 200 x 100 rgb of 8 bits jpeg"));
    EXPECT_THAT(renderWith(document, folder.loader(), "pictures-large").messages, ElementsAre());
}

TEST(Pictures, thatAreDecorativeAreArtifacts) {
    Folder folder{{{"a.png", pngFile(30, 20)}}};
    const Document document = agendaWith({pictureOf("a.png", "")});
    EXPECT_THAT(dumped(document, folder.loader(), DumpStage::Tags), Not(HasSubstr("Figure")));
    EXPECT_EQ(countOf(renderWith(document, folder.loader(), "pictures-decorative").pdf, "/Subtype/Image"),
              1u);
}

TEST(Pictures, standInCellsAndLists) {
    Folder folder{{{"a.png", pngFile(900, 2000)}}};
    RichText text;
    TextList list;
    list.items.push_back(plainText("Før billedet"));
    list.items.back().blocks.emplace_back(Boxed<TextPicture>(pictureOf("a.png")));
    text.blocks.emplace_back(std::move(list));
    text.blocks.emplace_back(Boxed<TextPicture>(pictureOf("a.png")));
    GoalMatrix matrix;
    Theme theme;
    theme.title = "Sundhed";
    Goal goal;
    goal.text = text;
    theme.goals.push_back(goal);
    matrix.themes.push_back(theme);
    const Rendered rendered = renderWith(matrix, folder.loader(), "pictures-in-cells");
    EXPECT_THAT(rendered.messages, ElementsAre());
    EXPECT_EQ(countOf(rendered.pdf, "/Subtype/Image"), 1u);
}

TEST(Pictures, withoutALoaderAreAnError) {
    EXPECT_THAT(renderWith(agendaWith({pictureOf("a.png")}), {}).messages,
                ElementsAre("møde.json:7:9: error: the picture 'a.png' is a file, and nothing was given that "
                            "pictures could be loaded by [SID-G001]"));
    const std::string data = "data:image/png;base64," + base64(pngFile(3, 3));
    EXPECT_THAT(renderWith(agendaWith({pictureOf(data)}), {}).messages, ElementsAre());
}

TEST(Pictures, faultsAreAllTold) {
    std::string cut = pngFile(30, 20);
    cut.resize(cut.size() / 2);
    std::string wrong = pngFile(40, 20);
    wrong[wrong.size() - 17] = static_cast<char>(wrong[wrong.size() - 17] ^ 1);
    Folder folder{{{"cut.png", cut}, {"wrong.png", wrong}, {"x.gif", "GIF89a"}}};
    EXPECT_THAT(
        renderWith(agendaWith({pictureOf("cut.png"), pictureOf("x.gif"), pictureOf("none.png"),
                               pictureOf("none.png"), pictureOf("data:image/gif;base64,AA==")}),
                   folder.loader())
            .messages,
        ElementsAre(
            "møde.json:7:9: error: the picture 'cut.png' is cut off [SID-G005]",
            "møde.json:7:9: error: the picture 'x.gif' is a GIF picture, expected PNG or JPEG [SID-G003]",
            "møde.json:7:9: error: the picture 'none.png' does not exist [SID-G002]",
            "møde.json:7:9: error: the picture 'none.png' does not exist [SID-G002]",
            "møde.json:7:9: error: the picture is of type 'image/gif', expected 'image/png' or "
            "'image/jpeg' [SID-G008]"));
    EXPECT_THAT(folder.asked, SizeIs(3));
    EXPECT_THAT(renderWith(agendaWith({pictureOf("wrong.png")}), folder.loader()).messages,
                ElementsAre(HasSubstr("the picture 'wrong.png' is damaged: ")));
}

TEST(Pictures, ofOtherColoursAreWarnedOf) {
    Folder folder{{{"a.jpg", jpegFile(40, 30, {.components = 4})}}};
    EXPECT_THAT(
        renderWith(agendaWith({pictureOf("a.jpg")}), folder.loader(), "pictures-cmyk").messages,
        ElementsAre("møde.json:7:9: warning: the picture 'a.jpg' is in CMYK; its colours are turned into "
                    "sRGB without regard to inks [SID-G007]"));
}

TEST(Pictures, whatALoaderThrowsPassesThrough) {
    RenderOptions options;
    options.pictures = [](const std::string&) -> PictureFile { throw std::logic_error("loader"); };
    EXPECT_THROW((void)Renderer().check(agendaWith({pictureOf("a.png")}), options), std::logic_error);
}

} // namespace sidetal::test
