#include "Style/StyleCheck.h"

#include "Style/Contrast.h"
#include "Style/PartsCheck.h"
#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"

#include <fmt/format.h>

#include <cmath>

namespace sidetal {

namespace {

/// Less height than this between the margins holds no table header with a row under it.
constexpr Length kLeastBodyHeight = Length::points(72);
/// What a cell must have left between its paddings.
constexpr Length kLeastCellText = Length::points(5);

using Faults = std::vector<StyleFault>;

void error(Faults& faults, std::string code, std::string key, std::string message,
           std::vector<std::string_view> causes) {
    faults.push_back(
        {Severity::Error, std::move(code), std::move(key), std::move(message), std::move(causes)});
}

/// A text style of a sheet, where it stands in a style file, and what it stands on.
struct SheetText {
    std::string key;
    TextStyle style;
    Grounds grounds;
};

/// Collects every text style of a sheet; all other keys are passed over.
class TextStyleVisitor {
  public:
    void text(std::string_view, std::string&, std::string_view) {}
    void names(std::string_view, std::vector<std::string>&, std::string_view) {}
    void family(std::string_view, std::string&, std::string_view) {}
    void length(std::string_view, Length&, LengthRange, std::string_view) {}
    void typeLength(std::string_view, TextStyle&, Length TextStyle::*, LengthRange, std::string_view) {}
    void length(std::string_view, std::optional<Length>&, LengthRange, std::string_view) {}
    void text(std::string_view, std::optional<std::string>&, std::string_view) {}
    void columnWidth(std::string_view, ColumnWidth&, ColumnRange, std::string_view) {}
    void colour(std::string_view, Colour&, std::string_view) {}
    void fill(std::string_view, std::optional<Colour>&, std::string_view) {}
    void flag(std::string_view, bool&, std::string_view) {}
    void number(std::string_view, std::int32_t&, NumberRange, std::string_view) {}
    template <class E>
    void choice(std::string_view, E&, std::span<const Choice<E>>, std::string_view) {}
    void textStyle(const TextRole& role, TextStyle& style) {
        found.push_back({prefix_ + std::string(role.key), style, role.grounds});
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body) {
        const std::string outer = prefix_;
        prefix_ += std::string(key) + ".";
        body(*this);
        prefix_ = outer;
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) {
        if (value) {
            object(key, doc, [&](TextStyleVisitor& in) { body(in, *value); });
        }
    }

    std::vector<SheetText> found;

  private:
    std::string prefix_;
};

std::vector<SheetText> textsOf(StyleSheet sheet) { // a visitor may write
    TextStyleVisitor visitor;
    visitKeys(visitor, sheet);
    return std::move(visitor.found);
}

void checkLineHeights(Faults& faults, const std::vector<SheetText>& texts) {
    for (const auto& [key, style, grounds] : texts) {
        if (style.lineHeight < style.size) {
            error(faults, "SID-S010", key + ".lineHeight",
                  fmt::format("'{}' is less than the type's size, expected at least '{}'",
                              formatLength(style.lineHeight), formatLength(style.size)),
                  {"font.lineHeight", "font"});
        }
    }
}

void checkPage(Faults& faults, const StyleSheet& sheet) {
    const PageStyle& page = sheet.page;
    const Length height = page.height - page.marginTop - page.marginBottom;
    if (height < kLeastBodyHeight) {
        error(faults, "SID-S011", "page",
              fmt::format("the margins leave '{}' of the page's height, expected at least '{}'",
                          formatLength(height), formatLength(kLeastBodyHeight)),
              {});
    }
    // Letters reach below the baseline: in no font of the manifest by more than a quarter of the size.
    const Length lowest = sheet.pageNumber.text.size / 4;
    if (sheet.pageNumber.baseline < lowest) {
        error(
            faults, "SID-S017", "pageNumber.baseline",
            fmt::format("'{}' lets the type run off the paper, expected at least '{}': a quarter of its size",
                        formatLength(sheet.pageNumber.baseline), formatLength(lowest)),
            {"font.size"});
    }
    const Length highest = page.marginBottom - sheet.pageNumber.text.size;
    if (sheet.pageNumber.baseline > highest) {
        error(faults, "SID-S012", "pageNumber.baseline",
              fmt::format("'{}' lies within the text, expected at most '{}': the bottom margin less the size",
                          formatLength(sheet.pageNumber.baseline), formatLength(highest)),
              {"page.marginBottom", "font.size"});
    }
}

void checkSender(Faults& faults, const AgendaStyle& look, Length column, Length room) {
    if (!look.sender) {
        return;
    }
    checkWidth(faults, "sender", "the body column and the sender block are",
               column + look.sender->gap + look.sender->width, room);
    const Length besideSender = column + look.sender->gap;
    if (look.headingMeasure.value_or(column) > besideSender) {
        faults.push_back({Severity::Warning,
                          "SID-S016",
                          "headingMeasure",
                          fmt::format("headings of '{}' would run into the sender block, '{}' are taken",
                                      formatLength(*look.headingMeasure), formatLength(besideSender)),
                          {"column", "sender"}});
    }
}

/// What a column takes at least; only layout, which has the fonts, can tell more of what is no length.
Length leastWidth(ColumnWidth width) {
    return width.isFixed() ? width.length() : kColumn.least;
}

void checkFacts(Faults& faults, const FactStyle& facts, Length column) {
    const Length labels = facts.labelWidth.length() - facts.labelGap;
    if (facts.labelWidth.isFixed() && labels < kColumn.least) {
        error(faults, "SID-S014", "facts.labelGap",
              fmt::format("'{}' leaves '{}' for the facts' labels, expected at least '{}'",
                          formatLength(facts.labelGap), formatLength(labels), formatLength(kColumn.least)),
              {});
    }
    const Length values = column - leastWidth(facts.labelWidth);
    if (values < kColumn.least) {
        error(faults, "SID-S014", "facts.labelWidth",
              fmt::format("'{}' leaves '{}' of the body column for the facts' values, expected at least '{}'",
                          formatColumnWidth(facts.labelWidth), formatLength(values),
                          formatLength(kColumn.least)),
              {"column", "page"});
    }
}

void checkLook(Faults& faults, const AgendaStyle& look, const PageStyle& page) {
    const Length room = page.textWidth();
    const Length column = look.column.value_or(room);
    checkWidth(faults, "column", "the body column is", column, room);
    checkWidth(faults, "headingMeasure", "the headings are", look.headingMeasure.value_or(column), room);
    checkSender(faults, look, column, room);
    checkFacts(faults, look.facts, column);
    checkParts(look, column, page, faults);
}

void checkLook(Faults& faults, const GoalMatrixStyle& look, const PageStyle& page) {
    const MatrixColumnWidths& c = look.columns;
    const std::pair<const char*, ColumnWidth> columns[] = {{"theme", c.theme},
                                                           {"number", c.number},
                                                           {"goal", c.goal},
                                                           {"initiatives", c.initiatives},
                                                           {"partners", c.partners}};
    Length sum;
    bool fixed = true;
    for (const auto& [name, width] : columns) {
        sum += leastWidth(width);
        fixed = fixed && width.isFixed();
    }
    checkWidth(faults, "columns", fixed ? "the columns are" : "the columns are at least", sum,
               page.textWidth());
    for (const auto& [name, width] : columns) {
        const Length text = width.length() - look.paddingSides * 2;
        if (width.isFixed() && text < kLeastCellText) {
            error(faults, "SID-S014", fmt::format("columns.{}", name),
                  fmt::format("'{}' leaves '{}' between the paddings, expected at least '{}'",
                              formatColumnWidth(width), formatLength(text), formatLength(kLeastCellText)),
                  {"paddingSides"});
        }
    }
    if (look.head) {
        checkRunningLine(faults, "head", look.head->baseline, look.head->text.size, page.marginTop);
    }
}

void checkContrast(Faults& faults, const SheetText& text, Colour ground) {
    const double ratio = contrastRatio(text.style.colour, ground);
    if (ratio < kMinimumContrast) {
        faults.push_back({Severity::Warning,
                          "SID-S015",
                          text.key + ".colour",
                          fmt::format("'{}' on '{}' has a contrast of {:.2f}:1, expected at least {}:1",
                                      formatColour(text.style.colour), formatColour(ground),
                                      std::floor(ratio * 100) / 100, kMinimumContrast),
                          {"font.colour", "theme.fill", "priority.fill"}});
    }
}

void checkContrast(Faults& faults, const std::vector<SheetText>& texts) {
    for (const SheetText& text : texts) {
        checkContrast(faults, text, text.grounds.first);
        if (text.grounds.second) {
            checkContrast(faults, text, *text.grounds.second);
        }
    }
}

} // namespace

std::vector<StyleFault> checkStyle(const StyleSheet& sheet) {
    Faults faults;
    const std::vector<SheetText> texts = textsOf(sheet);
    checkLineHeights(faults, texts);
    checkPage(faults, sheet);
    std::visit([&](const auto& look) { checkLook(faults, look, sheet.page); }, sheet.look);
    checkContrast(faults, texts);
    return faults;
}

} // namespace sidetal
