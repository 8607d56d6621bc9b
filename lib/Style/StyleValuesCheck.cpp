#include "Style/StyleCheck.h"

#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"
#include "Support/Marks.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

/// Checks each value that it visits against the range of its key.
class ValueChecker {
  public:
    ValueChecker(Diagnostics& diagnostics, const std::string& file, std::string path)
        : diagnostics_(diagnostics)
        , file_(file)
        , path_(std::move(path)) {}

    void text(std::string_view key, const std::string& value, std::string_view) const {
        if (value.empty() || utf8::findInvalid(value)) {
            error(key, value.empty() ? "empty, expected some text" : "expected UTF-8");
        } else if (const auto mark = marks::findTooMany(value)) {
            error(key, marks::tooManyMessage(value, *mark));
        }
    }
    void text(std::string_view key, const std::optional<std::string>& value, std::string_view doc) const {
        if (value) {
            text(key, *value, doc);
        }
    }
    void names(std::string_view key, const std::vector<std::string>& value, std::string_view doc) const {
        for (const std::string& name : value) {
            text(key, name, doc);
        }
    }
    void family(std::string_view key, const std::string& value, std::string_view doc) const {
        text(key, value, doc);
    }
    void length(std::string_view key, Length value, LengthRange range, std::string_view) const {
        if (value < range.least || value > range.most) {
            error(key, fmt::format("expected '{}' to '{}', found '{}'", formatLength(range.least),
                                   formatLength(range.most), formatLength(value)));
        }
    }
    void typeLength(std::string_view key, const TextStyle& style, Length TextStyle::*member,
                    LengthRange range, std::string_view doc) const {
        length(key, style.*member, range, doc);
    }
    void columnWidth(std::string_view key, ColumnWidth value, ColumnRange range, std::string_view doc) const {
        if (value.isFixed()) {
            length(key, value.length(), range.fixed, doc);
        } else if (!range.holds(value)) {
            error(key, fmt::format("expected '{}' to '{}', found '{}'", formatColumnWidth(range.leastShare()),
                                   formatColumnWidth(range.mostShare()), formatColumnWidth(value)));
        }
    }
    void number(std::string_view key, std::int32_t value, NumberRange range, std::string_view) const {
        if (value < range.least || value > range.most) {
            error(key, fmt::format("expected {} to {}, found {}", range.least, range.most, value));
        }
    }
    void colour(std::string_view, Colour, std::string_view) const {}
    void fill(std::string_view, const std::optional<Colour>&, std::string_view) const {}
    void flag(std::string_view, bool, std::string_view) const {}
    template <class E>
    void choice(std::string_view key, E value, std::span<const Choice<E>> choices, std::string_view) const {
        if (std::ranges::find(choices, value, &Choice<E>::value) == choices.end()) {
            error(key, "expected one of the type's values");
        }
    }
    void length(std::string_view key, std::optional<Length> value, LengthRange range,
                std::string_view doc) const {
        if (value) {
            length(key, *value, range, doc);
        }
    }
    void textStyle(const TextRole& role, TextStyle& value) const {
        object(role.key, role.doc, [&](ValueChecker& in) { visitKeys(in, value); });
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body) const {
        ValueChecker inner(diagnostics_, file_, pathOf(key));
        body(inner);
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) const {
        if (value) {
            object(key, doc, [&](ValueChecker& in) { body(in, *value); });
        }
    }

  private:
    [[nodiscard]] std::string pathOf(std::string_view key) const {
        return path_ + (path_.empty() ? "" : ".") + std::string(key);
    }
    void error(std::string_view key, std::string message) const {
        Diagnostic fault;
        fault.code = "SID-R003";
        fault.message = std::move(message);
        fault.file = file_;
        fault.path = pathOf(key);
        diagnostics_.add(std::move(fault));
    }

    Diagnostics& diagnostics_;
    const std::string& file_; ///< of the sheet; empty: messages carry the document's
    std::string path_;
};

} // namespace

void checkStyleValues(const StyleSheet& sheet, Diagnostics& diagnostics) {
    StyleSheet visited = sheet; // a visitor may write
    ValueChecker checker(diagnostics, sheet.file, "style");
    visitKeys(checker, visited);
}

} // namespace sidetal
