#include "Input/RichTextReader.h"

#include "Input/HtmlFragment.h"
#include "Input/RichTextBuilder.h"

#include <algorithm>
#include <array>
#include <string>

namespace sidetal::input {

namespace {

constexpr std::string_view kBullet = "•";

/// Cuts a text into paragraphs and bullet points.
class PlainTextReader {
  public:
    PlainTextReader(std::string_view text, SourcePos source)
        : text_(text) {
        result_.source = source;
    }

    RichText read() {
        std::size_t at = 0;
        while (at < text_.size()) {
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
        const bool bullet = first != std::string_view::npos && line.substr(first).starts_with(kBullet);
        if (bullet || isBlank(line)) {
            endPiece(begin);
        }
        if (bullet) {
            begin_ = begin + first + kBullet.size();
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
        RichText piece = piecesText(text_.substr(begin_, end - begin_));
        if (!piece.empty() && bullet_) {
            listAtEnd().items.push_back(std::move(piece));
        } else if (!piece.empty()) {
            result_.blocks.push_back(std::move(piece.blocks.front()));
        }
        open_ = bullet_ = false;
    }

    [[nodiscard]] RichText piecesText(std::string_view piece) const {
        return isBlank(piece) ? RichText() : plainText(collapse(piece), result_.source);
    }

    TextList& listAtEnd() {
        if (result_.blocks.empty() || !std::holds_alternative<TextList>(result_.blocks.back())) {
            result_.blocks.emplace_back(TextList()).emplace<TextList>().source = result_.source;
        }
        return std::get<TextList>(result_.blocks.back());
    }

    std::string_view text_;
    RichText result_;
    std::size_t begin_ = 0; ///< of the piece that is open
    bool open_ = false;
    bool bullet_ = false; ///< it is a bullet point
};

std::string lowered(std::string_view name) {
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// Hands what stands in an XML element to the builder. Recursive, the tree's depth being limited.
void feed(const Tree& element, RichTextBuilder& builder) {
    for (const auto& [key, child] : element) {
        const TreeData& data = child.data();
        builder.setPosition(data.position);
        if (data.kind == TreeKind::Text) {
            builder.text(data.text);
        } else if (data.kind == TreeKind::Element) {
            const std::string name = lowered(key);
            if (tagRole(name) == TagRole::Dropped) {
                builder.drop(name);
                continue;
            }
            std::vector<TagAttribute> attributes;
            for (const auto& [attribute, value] : child) {
                if (value.data().kind == TreeKind::Attribute) {
                    attributes.push_back({lowered(attribute), value.data().text});
                }
            }
            builder.startTag(name, attributes);
            feed(child, builder);
            builder.endTag(name);
        }
    }
}

/// The "html" of an object whose only content it is.
std::optional<Node> onlyHtml(const Node& node) {
    auto html = node.member("html");
    const bool wanted = html && html->isText();
    const auto isOther = [&](const Tree::value_type& child) {
        return &child.second != &html->tree() &&
               (child.second.data().kind != TreeKind::Text || !isBlank(child.second.data().text));
    };
    return wanted && std::none_of(node.tree().begin(), node.tree().end(), isOther) ? html : std::nullopt;
}

RichText readElements(const Node& node) {
    RichTextBuilder builder(node);
    feed(node.tree(), builder);
    return builder.finish();
}

} // namespace

RichText readPlainText(std::string_view text, SourcePos source) {
    return PlainTextReader(text, source).read();
}

std::optional<RichText> readRichText(const Node& node) {
    if (node.isText()) {
        return readPlainText(*node.text(), node.position());
    }
    if (!node.isObject()) {
        node.reportWrongType("text");
        return std::nullopt;
    }
    if (const auto html = onlyHtml(node)) {
        return readHtmlFragment(*html->text(), node);
    }
    if (node.isXml()) {
        return readElements(node);
    }
    Members members(node);
    const auto html = members.require("html");
    members.finish();
    const auto text = html ? html->text() : std::nullopt;
    return text ? std::optional(readHtmlFragment(*text, node)) : std::nullopt;
}

} // namespace sidetal::input
