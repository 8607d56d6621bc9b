#include "Styles/SheetVisitor.h"

#include "Style/StyleValues.h"
#include "Styles/StyleChain.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::input {

namespace {

void reportOutOfRange(const Node& node, LengthRange range) {
    node.error("SID-S004",
               fmt::format("{} is out of range, expected '{}' to '{}'", inQuotes(node.text().value_or("")),
                           formatLength(range.least), formatLength(range.most)));
}

/// The percentage that a text with "%" at its end is; nothing where it was reported that it is none, or none
/// that may be.
std::optional<Percent> readPercent(const Node& node, std::string_view text) {
    const auto percent = parsePercent(text);
    if (!percent) {
        node.error("SID-S024",
                   fmt::format("{} is no percentage, expected a number of at most five digits before "
                               "and three after the point, such as '133 %'",
                               inQuotes(text)));
    } else if (*percent < kLeastPercent || *percent > kMostPercent) {
        node.error("SID-S024", fmt::format("{} is out of range, expected '{}' to '{}'", inQuotes(text),
                                           formatPercent(kLeastPercent), formatPercent(kMostPercent)));
    } else {
        return percent;
    }
    return std::nullopt;
}

/// `percent` of `whole`, which `node` asks for, into `value`.
void takePercent(const Node& node, Percent percent, Length whole, LengthRange range, Length& value) {
    const Length result = percent.of(whole);
    if (result < range.least || result > range.most) {
        node.error("SID-S024", fmt::format("'{}' of '{}' is '{}', expected '{}' to '{}'",
                                           formatPercent(percent), formatLength(whole), formatLength(result),
                                           formatLength(range.least), formatLength(range.most)));
    } else {
        value = result;
    }
}

} // namespace

void SheetVisitor::typeLength(std::string_view key, TextStyle& style, Length TextStyle::*member,
                              LengthRange range, std::string_view) {
    const bool isFont = &style == &whole_->font;
    std::optional<std::pair<Node, Percent>> last; // which only the last file's is asked for
    eachPart(key, [&](const Node& node, std::size_t sheet) {
        const std::string_view text = node.isText() ? node.text().value_or("") : "";
        last.reset();
        if (!text.ends_with('%')) {
            readLength(node, style.*member, range);
        } else if (const auto percent = readPercent(node, text)) {
            if (isFont) {
                takePercent(node, *percent, style.*member, range, style.*member);
            } else {
                last.emplace(node, *percent);
            }
        }
        note(node, sheet, text.ends_with('%') ? std::string(text) : std::string());
    });
    if (last) {
        takePercent(last->first, last->second, whole_->font.*member, range, style.*member);
    }
}

void SheetVisitor::readText(const Node& node, std::string& value) {
    const auto line = node.line();
    if (line && isBlank(*line)) {
        node.error("SID-S006", "empty, expected some text");
    } else if (line) {
        value = *line;
    }
}

void SheetVisitor::readFamily(const Node& node, std::string& value) const {
    readText(node, value);
    const auto& families = whole_->families;
    if (!families.empty() && std::find(families.begin(), families.end(), value) == families.end()) {
        reportUnknownName(node, "SID-S002", "font family", value, families);
    }
}

void SheetVisitor::readLength(const Node& node, Length& value, LengthRange range) {
    if (!node.isText()) {
        node.reportWrongType("a length with its unit, such as '9 pt'");
        return;
    }
    const std::string_view text = node.text().value_or("");
    const auto length = parseLength(text);
    if (!length && text.ends_with('%')) {
        node.error("SID-S020",
                   fmt::format("{} is a percentage, which only size and lineHeight of a text style "
                               "may be, expected a length such as '9 pt'",
                               inQuotes(text)));
    } else if (!length) {
        node.error("SID-S004",
                   fmt::format("{} is no length, expected a number and one of the units pt, mm, cm "
                               "and in, such as '9 pt'",
                               inQuotes(text)));
    } else if (*length < range.least || *length > range.most) {
        reportOutOfRange(node, range);
    } else {
        value = *length;
    }
}

void SheetVisitor::readColumnWidth(const Node& node, ColumnWidth& value, ColumnRange range) const {
    if (!node.isText()) {
        node.reportWrongType("a column's width, such as '111 pt', '2 fr' or 'auto'");
        return;
    }
    const std::string_view text = node.text().value_or("");
    const auto width = parseColumnWidth(text, whole_->font.size);
    if (!width) {
        node.error("SID-S004",
                   fmt::format("{} is no column's width, expected a length such as '111 pt' or '22.2 em', a "
                               "share of what is left such as '2 fr', or 'auto'",
                               inQuotes(text)));
    } else if (!range.holds(*width)) {
        const bool fixed = width->isFixed();
        node.error("SID-S004", fmt::format("{} is out of range, expected '{}' to '{}'", inQuotes(text),
                                           formatColumnWidth(fixed ? range.fixed.least : range.leastShare()),
                                           formatColumnWidth(fixed ? range.fixed.most : range.mostShare())));
    } else {
        value = *width;
    }
}

void SheetVisitor::readColour(const Node& node, Colour& value) {
    const auto text = node.text();
    if (!text) {
        return;
    }
    if (const auto colour = parseColour(*text)) {
        value = *colour;
    } else {
        node.error("SID-S005", fmt::format("{} is no colour, expected red, green and blue such as '#1f3a4d'",
                                           inQuotes(*text)));
    }
}

} // namespace sidetal::input
