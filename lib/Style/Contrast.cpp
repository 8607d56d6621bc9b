#include "Style/Contrast.h"

#include <algorithm>
#include <cmath>

namespace sidetal {

namespace {

constexpr Colour kPaper{255, 255, 255};

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Relative luminance as WCAG 2.1 defines it.
double luminance(Colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

void addTexts(std::vector<TextOnGround>& out, const AgendaStyle& look) {
    const std::pair<const char*, const TextStyle&> texts[] = {
        {"title.text", look.title.text},     {"facts.label", look.facts.label},
        {"facts.value", look.facts.value},   {"sender.text", look.sender.text},
        {"group.text", look.group.text},     {"item.text", look.item.text},
        {"subItem.text", look.subItem.text}, {"body.text", look.body.text},
    };
    for (const auto& [key, text] : texts) {
        out.push_back({key, text.colour, kPaper});
    }
}

void addTexts(std::vector<TextOnGround>& out, const GoalMatrixStyle& look) {
    const Colour theme = look.theme.fill.value_or(kPaper);
    out.push_back({"title.text", look.title.text.colour, kPaper});
    out.push_back({"header.text", look.header.text.colour, look.header.fill.value_or(kPaper)});
    out.push_back({"theme.text", look.theme.text.colour, theme});
    out.push_back({"vision", look.vision.colour, theme});
    for (const Colour ground : {kPaper, look.priority.fill}) {
        out.push_back({"number", look.number.colour, ground});
        out.push_back({"goal", look.goal.colour, ground});
    }
    out.push_back({"initiativeTitle", look.initiativeTitle.colour, kPaper});
    out.push_back({"initiativeText", look.initiativeText.colour, kPaper});
    out.push_back({"partners", look.partners.colour, kPaper});
    out.push_back({"legend.text", look.legend.text.colour, kPaper});
}

} // namespace

double contrastRatio(Colour a, Colour b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<TextOnGround> textsOnGrounds(const StyleSheet& sheet) {
    std::vector<TextOnGround> out;
    out.push_back({"pageNumber.text", sheet.pageNumber.text.colour, kPaper});
    std::visit([&](const auto& look) { addTexts(out, look); }, sheet.look);
    return out;
}

} // namespace sidetal
