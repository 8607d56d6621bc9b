#include "Styles/StyleWriter.h"

#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"
#include "Support/JsonText.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace sidetal::input {

namespace {

/// Where the comments begin, where their line leaves room.
constexpr std::size_t kCommentColumn = 44;

std::string quoted(std::string_view text) {
    std::string out;
    appendJsonString(out, text);
    return out;
}

/// A file's name within a comment, which must stay on its line.
std::string inComment(std::string_view name) {
    const std::string text = quoted(name);
    return text.substr(1, text.size() - 2);
}

struct StyleLine {
    std::string text;
    std::string comment{};
};

/// Writes each key that it visits on a line of its own.
class StyleLines {
  public:
    StyleLines(std::vector<StyleLine>& lines, const StyleOrigins& origins, std::string prefix = {},
               const TextRole* role = nullptr)
        : lines_(lines)
        , origins_(origins)
        , prefix_(std::move(prefix))
        , role_(role) {}

    void text(std::string_view key, const std::string& value, std::string_view) const {
        line(key, quoted(value));
    }
    void text(std::string_view key, const std::optional<std::string>& value, std::string_view) const {
        line(key, value ? quoted(*value) : "null");
    }
    void names(std::string_view key, const std::vector<std::string>& value, std::string_view) const {
        std::string list;
        for (const std::string& name : value) {
            list += (list.empty() ? "" : ", ") + quoted(name);
        }
        line(key, "[" + list + "]");
    }
    void family(std::string_view key, const std::string& value, std::string_view) const {
        line(key, quoted(value));
    }
    void length(std::string_view key, Length value, LengthRange, std::string_view) const {
        line(key, quoted(formatLength(value)));
    }
    void length(std::string_view key, const std::optional<Length>& value, LengthRange,
                std::string_view) const {
        line(key, value ? quoted(formatLength(*value)) : "null");
    }
    void typeLength(std::string_view key, const TextStyle& style, Length TextStyle::*member, LengthRange,
                    std::string_view) const {
        line(key, quoted(formatLength(style.*member)), role_ != nullptr ? role_->defaults.percent : 100);
    }
    void columnWidth(std::string_view key, ColumnWidth value, ColumnRange, std::string_view) const {
        line(key, quoted(formatColumnWidth(value)));
    }
    void colour(std::string_view key, Colour value, std::string_view) const {
        line(key, quoted(formatColour(value)));
    }
    void fill(std::string_view key, const std::optional<Colour>& value, std::string_view) const {
        line(key, value ? quoted(formatColour(*value)) : "null");
    }
    void flag(std::string_view key, bool value, std::string_view) const {
        line(key, value ? "true" : "false");
    }
    void number(std::string_view key, std::int32_t value, NumberRange, std::string_view) const {
        line(key, std::to_string(value));
    }
    template <class E>
    void choice(std::string_view key, E value, std::span<const Choice<E>> choices, std::string_view) const {
        const auto found = std::ranges::find(choices, value, &Choice<E>::value);
        line(key, quoted(found->word));
    }
    void textStyle(const TextRole& role, TextStyle& style) const {
        open(
            role.key, [&](StyleLines& in) { visitKeys(in, style); }, &role);
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body) const {
        open(key, body);
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view, const Body& body) const {
        if (value) {
            open(key, [&](StyleLines& in) { body(in, *value); });
        } else {
            line(key, "null");
        }
    }

  private:
    template <class Body>
    void open(std::string_view key, const Body& body, const TextRole* role = nullptr) const {
        lines_.push_back({fmt::format("{}{}: {{", indent(), quoted(key))});
        StyleLines inner(lines_, origins_, fmt::format("{}{}.", prefix_, key), role);
        body(inner);
        lines_.push_back({indent() + "}"});
    }
    void line(std::string_view key, std::string_view value, std::int32_t percent = 100) const {
        lines_.push_back({fmt::format("{}{}: {}", indent(), quoted(key), value), originOf(key, percent)});
    }
    [[nodiscard]] std::string indent() const {
        return std::string(2 + 2 * static_cast<std::size_t>(std::ranges::count(prefix_, '.')), ' ');
    }

    [[nodiscard]] std::string originOf(std::string_view key, std::int32_t percent) const {
        const auto found = origins_.values.find(fmt::format("{}{}", prefix_, key));
        if (found == origins_.values.end()) {
            return percent != 100          ? fmt::format("default, {} % of the font's", percent)
                   : hasItsOwnDefault(key) ? "default"
                                           : "font";
        }
        const StyleOrigin& origin = found->second;
        const std::string place =
            fmt::format("{}:{}", inComment(origins_.sheets[origin.sheet]), origin.position.line);
        return origin.percent.empty() ? place
                                      : fmt::format("{}, {} of the {}", place, inComment(origin.percent),
                                                    role_ != nullptr ? "font's" : "base's");
    }
    /// Whether a value that no sheet sets comes from elsewhere than the sheet's font.
    [[nodiscard]] bool hasItsOwnDefault(std::string_view key) const {
        return role_ == nullptr || (key == "bold" && role_->defaults.bold) ||
               ((key == "hyphenation" || key == "justified") && !role_->defaults.runsOn);
    }

    std::vector<StyleLine>& lines_;
    const StyleOrigins& origins_;
    std::string prefix_; ///< of the keys: "title.text."
    const TextRole* role_;
};

std::string joined(const std::vector<StyleLine>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string text = lines[i].text;
        const bool last = i + 1 == lines.size() || lines[i + 1].text.ends_with('}');
        if (!last && !text.ends_with('{')) {
            text += ',';
        }
        if (!lines[i].comment.empty()) {
            text.resize(std::max(text.size() + 2, kCommentColumn), ' ');
            text += "// " + lines[i].comment;
        }
        out += text + "\n";
    }
    return out;
}

std::string headOf(const StyleOrigins& origins) {
    std::string names;
    for (auto name = origins.sheets.rbegin(); name != origins.sheets.rend(); ++name) {
        names += (names.empty() ? "" : ", based on ") + inComment(*name);
    }
    return fmt::format("// {}\n// Behind each value the sheet that sets it and the line there; \"font\" "
                       "where a text has it of "
                       "the font, \"default\" where no sheet sets it.\n",
                       names);
}

} // namespace

std::string writeStyle(const StyleSheet& sheet, const StyleOrigins& origins) {
    StyleSheet visited = sheet; // a visitor may write
    std::vector<StyleLine> lines{{"{"}};
    StyleLines keys(lines, origins);
    keys.text("name", sheet.name, {});
    keys.text("description", sheet.description, {});
    keys.choice<DocumentKind>("document", sheet.kind(), kStyleKinds, {});
    visitKeys(keys, visited);
    lines.push_back({"}"});
    return headOf(origins) + joined(lines);
}

} // namespace sidetal::input
