#include "Markup/RichTextReader.h"

#include "Markup/HtmlFragment.h"
#include "Markup/LineReader.h"
#include "Markup/MarkupHint.h"
#include "Markup/RichTextBuilder.h"
#include "Markup/TextBlocksReader.h"
#include "Markup/TypedLayout.h"
#include "Model/Fields/CommonFields.h"
#include "Tree/Values.h"

#include "Support/Ascii.h"
#include "Support/SymbolFonts.h"
#include "Support/Utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sidetal::input {

namespace {

/// The length of the bullet that a line begins with, or 0: "•", or one of Word's symbol fonts, which is
/// warned of.
std::size_t bulletLength(std::string_view line, const Node& place) {
    constexpr std::string_view kBullet = "•";
    constexpr char kLead = '\xEF'; // of U+F000 to U+FFFF
    if (line.starts_with(kBullet)) {
        return kBullet.size();
    }
    std::size_t length = 0;
    if (line.starts_with(kLead)) {
        const char32_t c = utf8::next(line, length);
        if (shownBySymbolFont(c) != 0) {
            place.warnOfSymbol(c);
            return length;
        }
    }
    return 0;
}

/// Cuts a text into paragraphs and bullet points.
class PlainTextReader {
  public:
    PlainTextReader(std::string_view text, const Node& place)
        : text_(text)
        , place_(place) {
        result_.source = place.position();
    }

    RichText read() {
        std::size_t at = 0;
        while (at < text_.size() && !full_) {
            const std::size_t end = lineEnd(at);
            takeLine(at, end);
            at = end + 1; // the LF of a CR LF makes no blank line: see takeLine()
        }
        endPiece(text_.size());
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::size_t lineEnd(std::size_t at) const {
        while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') {
            ++at;
        }
        return at;
    }

    void takeLine(std::size_t begin, std::size_t end) {
        const bool insideCrLf = begin == end && begin > 0 && text_[begin - 1] == '\r' && text_[begin] == '\n';
        if (insideCrLf) {
            return;
        }
        const std::string_view line = text_.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t");
        const std::size_t bullet =
            first == std::string_view::npos ? 0 : bulletLength(line.substr(first), place_);
        if (bullet != 0 || isBlank(line)) {
            endPiece(begin);
        }
        if (bullet != 0) {
            begin_ = begin + first + bullet;
            open_ = bullet_ = true;
        } else if (!open_ && !isBlank(line)) {
            begin_ = begin;
            open_ = true;
        }
    }

    void endPiece(std::size_t end) {
        if (!open_) {
            return;
        }
        const bool bullet = std::exchange(bullet_, false);
        open_ = false;
        RichText piece = piecesText(text_.substr(begin_, end - begin_));
        if (piece.empty()) {
            return;
        }
        full_ = !place_.spendText(bullet ? 2 : 1); // an item and its paragraph
        if (full_) {
            return;
        }
        if (bullet) {
            listAtEnd().items.push_back(std::move(piece));
        } else {
            result_.blocks.push_back(std::move(piece.blocks.front()));
        }
    }

    [[nodiscard]] RichText piecesText(std::string_view piece) const {
        return isBlank(piece) ? RichText() : plainText(place_.showSymbols(collapse(piece)), result_.source);
    }

    TextList& listAtEnd() {
        if (result_.blocks.empty() || !std::holds_alternative<TextList>(result_.blocks.back())) {
            result_.blocks.emplace_back(TextList()).emplace<TextList>().source = result_.source;
        }
        return std::get<TextList>(result_.blocks.back());
    }

    std::string_view text_;
    const Node& place_;
    RichText result_;
    std::size_t begin_ = 0; ///< of the piece that is open
    bool open_ = false;
    bool bullet_ = false; ///< it is a bullet point
    bool full_ = false;   ///< the document's texts must have no more parts
};

/// Hands what stands in an XML element to the builder. Recursive, the tree's depth being limited.
void feed(const Tree& element, RichTextBuilder& builder) {
    for (const auto& [key, child] : element) {
        const TreeData& data = child.data();
        builder.setPosition(data.position);
        if (data.kind == TreeKind::Text) {
            builder.text(data.text);
        } else if (data.kind == TreeKind::Element) {
            const std::string name = ascii::lowered(key);
            if (tagRole(name) == TagRole::Dropped) {
                builder.drop(name);
                continue;
            }
            std::vector<TagAttribute> attributes;
            for (const auto& [attribute, value] : child) {
                if (value.data().kind == TreeKind::Attribute) {
                    attributes.push_back({ascii::lowered(attribute), value.data().text});
                }
            }
            builder.startTag(name, attributes);
            feed(child, builder);
            builder.endTag(name);
        }
    }
}

/// The `<html>` that is all of an XML element's content, itself without elements and attributes.
std::optional<Node> onlyHtmlElement(const Node& node) {
    auto html = node.member("html");
    if (!html || !html->isText() || html->tree().data().kind != TreeKind::Element) {
        return std::nullopt;
    }
    const auto isOther = [&](const Tree::value_type& child) {
        const TreeData& data = child.second.data();
        return (data.kind == TreeKind::Element && &child.second != &html->tree()) ||
               (data.kind == TreeKind::Text && !isBlank(data.text));
    };
    return std::none_of(node.tree().begin(), node.tree().end(), isOther) ? html : std::nullopt;
}

/// The text of an XML element that has no elements.
std::string_view textOf(const Tree& element) {
    const auto found = std::find_if(element.begin(), element.end(), [](const Tree::value_type& child) {
        return child.second.data().kind == TreeKind::Text;
    });
    return found == element.end() ? std::string_view() : std::string_view(found->second.data().text);
}

RichText readLines(std::string_view text, const Node& place, const TextHints& hints, bool keepLines) {
    warnOfMarkupInText(place, text);
    RichText out = readTypedLines(text, place);
    shapeTypedLines(out, hints, place);
    closeGaps(out, !keepLines);
    return out;
}

bool shapesLines(const TextHints& hints) {
    return hints.typedLists || hints.typedTables;
}

/// A text with markup, with lists and tables of what was typed in it.
RichText shaped(RichText text, const TextHints& hints, const Node& place) {
    if (shapesLines(hints)) {
        shapeTypedLines(text, hints, place);
    }
    return text;
}

RichText readHtml(std::string_view text, const Node& place, const TextHints& hints) {
    return shaped(readHtmlFragment(text, place, hints.tableHeaders), hints, place);
}

RichText readPlain(std::string_view text, const Node& place, const TextHints& hints) {
    return shapesLines(hints) ? readLines(text, place, hints, false) : readPlainText(text, place);
}

[[nodiscard]] TextHints hintsAt(const Node& node) {
    return node.hints() == nullptr ? TextHints() : *node.hints();
}

/// Takes one of the keys that tell how this text is meant; false for any other key.
bool takeHint(const Node& member, TextHints& hints) {
    if (member.key() == "tableHeaders") {
        hints.tableHeaders = member.oneOf(model::Words<TableHeaders>::values).value_or(hints.tableHeaders);
    } else if (member.key() == "typedLists") {
        hints.typedLists = member.boolean().value_or(hints.typedLists);
    } else if (member.key() == "typedTables") {
        hints.typedTables = member.boolean().value_or(hints.typedTables);
    } else {
        return false;
    }
    return true;
}

/// A text in XML that has elements or attributes: the elements themselves, or HTML as `html`.
std::optional<RichText> readXmlText(const Node& node) {
    static constexpr std::array<std::string_view, 5> kKnown = {"type", "html", "tableHeaders", "typedLists",
                                                               "typedTables"};
    static constexpr std::array<std::string_view, 2> kTypes = {"html", "lines"};
    std::optional<std::size_t> type;
    std::optional<Node> html;
    TextHints hints = hintsAt(node);
    node.eachAttribute([&](const Node& attribute) {
        if (attribute.key() == "html") {
            html = attribute;
        } else if (attribute.key() == "type") {
            type = attribute.choice(kTypes);
        } else if (!takeHint(attribute, hints)) {
            Node::reportUnknownKey(attribute, kKnown);
        }
    });
    const bool hasElements = std::any_of(node.tree().begin(), node.tree().end(), isElement);
    const std::string_view own = hasElements ? std::string_view() : textOf(node.tree());
    if (html && (hasElements || !isBlank(own))) {
        html->error("SID-I025", "the text stands here in both its forms, expected either 'html' or the text "
                                "itself");
        return std::nullopt;
    }
    html = html ? html : onlyHtmlElement(node);
    if (html) {
        return readHtml(*html->text(), *html, hints);
    }
    if (!hasElements) {
        return type == 0   ? readHtml(own, node, hints)
               : type == 1 ? readLines(own, node, hints, true)
                           : readPlain(own, node, hints);
    }
    RichTextBuilder builder(node, hints.tableHeaders);
    feed(node.tree(), builder);
    return shaped(builder.finish(), hints, node);
}

/// {"html": "…"}, {"lines": "…"} or {"blocks": […]}, each with hints.
std::optional<RichText> readTextObject(const Node& node) {
    static constexpr std::array<std::string_view, 3> kForms = {"html", "lines", "blocks"};
    Members members(node);
    std::array<std::optional<Node>, kForms.size()> forms;
    std::size_t given = 0;
    for (std::size_t i = 0; i < kForms.size(); ++i) {
        forms[i] = members.get(kForms[i]);
        given += forms[i] ? 1 : 0;
    }
    TextHints hints = hintsAt(node);
    for (const std::string_view key : {"tableHeaders", "typedLists", "typedTables"}) {
        const bool isOfLines = key != "tableHeaders"; // blocks say themselves what is a list or a table
        if (const auto member = forms[2] && isOfLines ? std::nullopt : members.get(key)) {
            takeHint(*member, hints);
        }
    }
    if (given == 0) {
        forms[0] = members.require("html");
    }
    members.finish();
    if (given > 1) {
        node.error("SID-I025",
                   "the text stands here in several of its forms, expected one of 'html', 'lines' "
                   "and 'blocks'");
        return std::nullopt;
    }
    if (forms[2]) {
        return readTextBlocks(*forms[2], hints.tableHeaders);
    }
    const auto& form = forms[0] ? forms[0] : forms[1];
    const auto text = form ? form->text() : std::nullopt;
    if (!text) {
        return std::nullopt;
    }
    return forms[0] ? readHtml(*text, *form, hints) : readLines(*text, *form, hints, true);
}

} // namespace

RichText readPlainText(std::string_view text, const Node& place) {
    warnOfMarkupInText(place, text);
    return PlainTextReader(text, place).read();
}

std::optional<RichText> readRichText(const Node& node) {
    if (node.isText()) {
        return readPlain(*node.text(), node, hintsAt(node));
    }
    if (!node.isObject()) {
        node.reportWrongType("text");
        return std::nullopt;
    }
    return node.isXml() ? readXmlText(node) : readTextObject(node);
}

} // namespace sidetal::input
