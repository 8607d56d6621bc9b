#include "Markup/TextBlocksReader.h"

#include "Markup/RichTextBuilder.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

namespace {

using Attributes = std::vector<TagAttribute>;

constexpr std::array<std::string_view, 9> kBlocks = {
    "paragraph", "heading", "list", "definitions", "quote", "rule", "table", "picture", "preformatted"};
constexpr std::array<std::string_view, 3> kAligns = {"left", "center", "right"};

/// Tells the builder of texts what blocks are by the tags that mean the same.
class BlockFeeder {
  public:
    explicit BlockFeeder(RichTextBuilder& builder)
        : out_(builder) {}

    /// A list of blocks.
    void blocks(const Node& list) {
        list.eachItem("block", [&](const Node& block) { this->block(block); });
    }

  private:
    void block(const Node& node) {
        out_.setPosition(node.position());
        if (node.isText() || node.isList()) {
            return tagged("p", {}, [&] { inlines(node); });
        }
        Members members(node);
        if (!members.usable()) {
            return;
        }
        std::size_t kind = 0;
        std::optional<Node> content;
        while (kind < kBlocks.size() && !(content = members.get(kBlocks[kind]))) {
            ++kind;
        }
        if (!content) {
            node.error("SID-I012", fmt::format("missing, expected one of {}", quotedList(kBlocks)));
            return;
        }
        add(kBlocks[kind], *content, members);
        members.finish();
    }

    void add(std::string_view kind, const Node& content, Members& members) {
        if (kind == "paragraph") {
            tagged("p", alignment(members), [&] { inlines(content); });
        } else if (kind == "heading") {
            const auto level = members.get("level");
            const auto number = level ? level->integer(1, 6) : std::nullopt;
            tagged(fmt::format("h{}", number.value_or(1)), {}, [&] { inlines(content); });
        } else if (kind == "preformatted") {
            tagged("pre", {}, [&] { out_.text(content.text().value_or("")); });
        } else if (kind == "list") {
            addList(content, members);
        } else if (kind == "definitions") {
            tagged("dl", {}, [&] { addDefinitions(content); });
        } else if (kind == "quote") {
            tagged("blockquote", {}, [&] { this->content(content); });
        } else if (kind == "rule") {
            if (content.boolean().value_or(false)) {
                out_.startTag("hr", {});
            }
        } else if (kind == "table") {
            tagged("table", {{"role", "table"}}, [&] { addTable(content); });
        } else {
            addPicture(content);
        }
    }

    template <class F>
    void tagged(std::string_view name, const Attributes& attributes, const F& f) {
        out_.startTag(name, attributes);
        f();
        out_.endTag(name);
    }

    static Attributes alignment(Members& members) {
        const auto align = members.get("align");
        const auto at = align ? align->choice(kAligns) : std::nullopt;
        return at ? Attributes{{"align", std::string(kAligns[*at])}} : Attributes();
    }

    /// What a list item, a cell or a quotation holds: words, or {"blocks": […]}.
    void content(const Node& node) {
        if (!node.isObject()) {
            return inlines(node);
        }
        Members members(node);
        if (const auto list = members.require("blocks")) {
            blocks(*list);
        }
        members.finish();
    }

    /// A string, or a list of stretches of text.
    void inlines(const Node& node) {
        if (node.isText()) {
            return words(node);
        }
        node.eachItem("span", [&](const Node& span) {
            out_.setPosition(span.position());
            span.isText() ? words(span) : stretch(span);
        });
    }

    /// Line ends end lines.
    void words(const Node& node) {
        std::string_view rest = node.text().value_or("");
        for (;;) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            out_.text(rest.substr(0, end));
            if (end == rest.size()) {
                return;
            }
            out_.startTag("br", {});
            rest.remove_prefix(end + 1);
        }
    }

    void stretch(const Node& node) {
        struct Flag {
            std::string_view key;
            std::string_view tag;
        };
        static constexpr std::array kFlags = {
            Flag{"bold", "b"},     Flag{"italic", "i"},    Flag{"underline", "u"}, Flag{"struck", "s"},
            Flag{"raised", "sup"}, Flag{"lowered", "sub"}, Flag{"small", "small"}, Flag{"code", "code"},
        };
        Members members(node);
        const auto text = members.require("text");
        std::vector<std::string_view> open;
        const auto start = [&](std::string_view tag, const Attributes& attributes) {
            out_.startTag(tag, attributes);
            open.push_back(tag);
        };
        if (const auto link = members.get("link")) {
            start("a", {{"href", std::string(link->text().value_or(""))}});
        }
        if (const auto language = members.get("language")) {
            start("span", {{"lang", std::string(language->text().value_or(""))}});
        }
        if (const auto expansion = members.get("expansion")) {
            start("abbr", {{"title", std::string(expansion->text().value_or(""))}});
        }
        for (const Flag& flag : kFlags) {
            const auto member = members.get(flag.key);
            if (member && member->boolean().value_or(false)) {
                start(flag.tag, {});
            }
        }
        if (text) {
            words(*text);
        }
        for (; !open.empty(); open.pop_back()) {
            out_.endTag(open.back());
        }
        members.finish();
    }

    void addList(const Node& items, Members& members) {
        static constexpr std::array<std::string_view, 6> kMarkers = {
            "bullet", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"};
        const auto marker = members.get("marker");
        const std::size_t mark = marker ? marker->choice(kMarkers).value_or(0) : 0;
        const auto start = members.get("start");
        const auto number = start ? start->integer(0, kHighestListNumber) : std::nullopt;
        Attributes attributes;
        if (mark != 0) {
            attributes.push_back({"style", fmt::format("list-style-type: {}", kMarkers[mark])});
        }
        if (number) {
            attributes.push_back({"start", std::to_string(*number)});
        }
        tagged(mark == 0 ? "ul" : "ol", attributes, [&] {
            items.eachItem("item", [&](const Node& item) {
                out_.setPosition(item.position());
                tagged("li", {}, [&] { content(item); });
            });
        });
    }

    void addDefinitions(const Node& list) {
        list.eachItem("definition", [&](const Node& node) {
            out_.setPosition(node.position());
            Members members(node);
            if (const auto term = members.get("term")) {
                tagged("dt", {}, [&] { inlines(*term); });
            }
            if (const auto text = members.get("text")) {
                tagged("dd", {}, [&] { content(*text); });
            }
            members.finish();
        });
    }

    void addTable(const Node& node) {
        Members members(node);
        if (const auto caption = members.get("caption")) {
            tagged("caption", {}, [&] { inlines(*caption); });
        }
        if (const auto columns = members.get("columns")) {
            columns->eachItem("column", [&](const Node& column) {
                const std::string width(column.text().value_or(""));
                tagged("col", width == "auto" ? Attributes() : Attributes{{"width", width}}, [] {});
            });
        }
        struct Part {
            std::string_view key;
            std::string_view tag;
        };
        for (const Part& part : {Part{"head", "thead"}, Part{"rows", "tbody"}, Part{"foot", "tfoot"}}) {
            if (const auto rows = members.get(part.key)) {
                tagged(part.tag, {}, [&] { addRows(*rows, part.key == "head" ? "th" : "td"); });
            }
        }
        members.finish();
    }

    void addRows(const Node& rows, std::string_view cellTag) {
        rows.eachItem("row", [&](const Node& row) {
            out_.setPosition(row.position());
            tagged("tr", {},
                   [&] { row.eachItem("cell", [&](const Node& cell) { addCell(cell, cellTag); }); });
        });
    }

    /// Words, {"blocks": […]}, or an object that says more of the cell.
    void addCell(const Node& cell, std::string_view tag) {
        out_.setPosition(cell.position());
        if (!cell.isObject()) {
            return tagged(tag, {}, [&] { inlines(cell); });
        }
        Members members(cell);
        const auto words = members.get("text");
        const auto list = members.get("blocks");
        Attributes attributes = alignment(members);
        for (const auto& [key, attribute] :
             {std::pair{"rowSpan", "rowspan"}, std::pair{"colSpan", "colspan"}}) {
            const auto span = members.get(key);
            const auto number = span ? span->integer(1, TextTable::kMostColumns) : std::nullopt;
            if (number) {
                attributes.push_back({attribute, std::to_string(*number)});
            }
        }
        const auto header = members.get("header");
        const bool isHeader = header ? header->boolean().value_or(false) : tag == "th";
        tagged(isHeader ? "th" : "td", attributes, [&] {
            if (words) {
                inlines(*words);
            }
            if (list) {
                blocks(*list);
            }
        });
        members.finish();
    }

    void addPicture(const Node& node) {
        Members members(node);
        Attributes attributes;
        if (const auto file = members.require("file")) {
            attributes.push_back({"src", std::string(file->text().value_or(""))});
        }
        const auto alt = members.get("alt");
        const auto decorative = members.get("decorative");
        if (decorative && decorative->boolean().value_or(false)) {
            attributes.push_back({"alt", {}});
        } else if (alt) {
            if (isBlank(alt->text().value_or(""))) {
                alt->error("SID-I060", "empty, expected the words that stand for the picture, or that it is "
                                       "'decorative'");
            }
            attributes.push_back({"alt", std::string(alt->text().value_or(""))});
        }
        if (const auto width = members.get("width")) {
            attributes.push_back({"width", std::string(width->text().value_or(""))});
        }
        members.finish();
        out_.startTag("img", attributes);
    }

    RichTextBuilder& out_;
};

} // namespace

std::optional<RichText> readTextBlocks(const Node& list, TableHeaders headers) {
    if (!list.expectList()) {
        return std::nullopt;
    }
    RichTextBuilder builder(list, headers);
    BlockFeeder(builder).blocks(list);
    return builder.finish();
}

} // namespace sidetal::input
