#pragma once

#include "Style/StyleKeys.h"
#include "Styles/StyleOrigins.h"
#include "Tree/Node.h"

#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal::input {

/// Fills a sheet from several files at once, key by key, each file overriding the ones before it. So a text
/// style starts from the font that all files together give, whichever of them names it, and what is a
/// percentage of the font stays one.
class SheetVisitor {
  public:
    /// An object of a file, and the file's number.
    struct Part {
        Members* members;
        std::size_t sheet;
    };
    /// What is the same for all objects of a sheet.
    struct Whole {
        const TextStyle& font;                      ///< of the sheet that is being filled
        std::span<const std::string_view> families; ///< that there are; none: any
        StyleOrigins* origins = nullptr; ///< where to say what each value comes from; null: nowhere
    };

    /// The same object in each file that has it, the most basic file first.
    SheetVisitor(std::vector<Part> parts, const Whole& whole)
        : parts_(std::move(parts))
        , whole_(&whole) {}

    void text(std::string_view key, std::string& value, std::string_view) {
        each(key, [&](const Node& node) { readText(node, value); });
    }
    void text(std::string_view key, std::optional<std::string>& value, std::string_view) {
        eachOrNull(key, value, [&](const Node& node) { readText(node, value.emplace()); });
    }
    void names(std::string_view key, std::vector<std::string>& value, std::string_view) {
        each(key, [&](const Node& node) {
            value.clear();
            node.eachItem("name", [&](const Node& element) { readText(element, value.emplace_back()); });
        });
    }
    void family(std::string_view key, std::string& value, std::string_view) {
        each(key, [&](const Node& node) { readFamily(node, value); });
    }
    void length(std::string_view key, Length& value, LengthRange range, std::string_view) {
        each(key, [&](const Node& node) { readLength(node, value, range); });
    }
    void length(std::string_view key, std::optional<Length>& value, LengthRange range, std::string_view) {
        eachOrNull(key, value, [&](const Node& node) { readLength(node, value.emplace(), range); });
    }
    void typeLength(std::string_view key, TextStyle& style, Length TextStyle::*member, LengthRange range,
                    std::string_view);
    void columnWidth(std::string_view key, ColumnWidth& value, ColumnRange range, std::string_view) {
        each(key, [&](const Node& node) { readColumnWidth(node, value, range); });
    }
    void colour(std::string_view key, Colour& value, std::string_view) {
        each(key, [&](const Node& node) { readColour(node, value); });
    }
    void fill(std::string_view key, std::optional<Colour>& value, std::string_view) {
        eachOrNull(key, value, [&](const Node& node) { readColour(node, value.emplace()); });
    }
    void flag(std::string_view key, bool& value, std::string_view) {
        each(key, [&](const Node& node) { value = node.boolean().value_or(value); });
    }
    void number(std::string_view key, std::int32_t& value, NumberRange range, std::string_view) {
        each(key, [&](const Node& node) {
            value = static_cast<std::int32_t>(node.integer(range.least, range.most).value_or(value));
        });
    }
    template <class E>
    void choice(std::string_view key, E& value, std::span<const Choice<E>> choices, std::string_view) {
        each(key, [&](const Node& node) {
            std::vector<std::string_view> words;
            for (const Choice<E>& c : choices) {
                words.push_back(c.word);
            }
            if (const auto at = node.choice(words)) {
                value = choices[*at].value;
            }
        });
    }
    void textStyle(const TextRole& role, TextStyle& value) {
        value = startOf(role, whole_->font);
        object(role.key, role.doc, [&](SheetVisitor& in) { visitKeys(in, value); });
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body, bool nullable = false) {
        std::deque<Node> nodes;
        std::deque<Members> members;
        std::vector<Part> inner;
        eachPart(key, [&](const Node& node, std::size_t sheet) {
            if (!isNull(node) || !nullable) {
                inner.push_back({&members.emplace_back(nodes.emplace_back(node)), sheet});
            }
        });
        SheetVisitor visitor(std::move(inner), *whole_);
        body(visitor);
        for (Members& m : members) {
            m.finish();
        }
    }
    /// The last file that has the key says whether there is such an object; what a file names of it stays,
    /// even where another one in between wants none.
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) {
        each(key, [&](const Node& node) {
            if (isNull(node)) {
                value.reset();
            } else {
                value.emplace();
            }
        });
        T unused;
        object(
            key, doc, [&](SheetVisitor& in) { body(in, value ? *value : unused); }, true);
    }

  private:
    static bool isNull(const Node& node) { return node.tree().data().kind == TreeKind::Null; }

    template <class F>
    void eachPart(std::string_view key, const F& f) {
        for (const Part& part : parts_) {
            if (const auto node = part.members->get(key)) {
                f(*node, part.sheet);
            }
        }
    }
    /// A value in each file that has it; the last one's place is where it comes from.
    template <class F>
    void each(std::string_view key, const F& f) {
        eachPart(key, [&](const Node& node, std::size_t sheet) {
            f(node);
            note(node, sheet);
        });
    }
    /// As each(); null empties `value`.
    template <class T, class F>
    void eachOrNull(std::string_view key, std::optional<T>& value, const F& f) {
        each(key, [&](const Node& node) {
            if (isNull(node)) {
                value.reset();
            } else {
                f(node);
            }
        });
    }
    void note(const Node& node, std::size_t sheet, std::string percent = {}) const {
        if (whole_->origins != nullptr) {
            whole_->origins->values.insert_or_assign(node.path(),
                                                     StyleOrigin{sheet, node.position(), std::move(percent)});
        }
    }

    static void readText(const Node& node, std::string& value);
    void readFamily(const Node& node, std::string& value) const;
    static void readLength(const Node& node, Length& value, LengthRange range);
    void readColumnWidth(const Node& node, ColumnWidth& value, ColumnRange range) const;
    static void readColour(const Node& node, Colour& value);

    std::vector<Part> parts_;
    const Whole* whole_;
};

} // namespace sidetal::input
