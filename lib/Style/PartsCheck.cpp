#include "Style/PartsCheck.h"

#include "Style/StyleValues.h"
#include "Style/TextKeys.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

using PartFaults = std::vector<StyleFault>;

void partError(PartFaults& faults, std::string code, std::string key, std::string message) {
    faults.push_back(
        {Severity::Error, std::move(code), std::move(key), std::move(message), {"column", "page"}});
}

void checkItems(PartFaults& faults, const ItemStyle& items, Length room) {
    const Length left = room - items.numberWidth;
    if (left < kColumn.least) {
        partError(faults, "SID-S014", "items.numberWidth",
                  fmt::format("'{}' leaves '{}' for the items, expected at least '{}'",
                              formatLength(items.numberWidth), formatLength(left),
                              formatLength(kColumn.least)));
    } else if (items.textWidth) {
        checkWidth(faults, "items.textWidth", "the numbers and texts of items are",
                   items.numberWidth + *items.textWidth, room);
    }
}

void checkContents(PartFaults& faults, const ContentsStyle& contents, Length room) {
    checkWidth(faults, "contents", "the columns of the contents are",
               contents.titleAt + kLeaderRoom + contents.pageWidth, room);
    if (contents.titleAt < contents.numberWidth) {
        partError(faults, "SID-S014", "contents.titleAt",
                  fmt::format("titles begin at '{}', expected at least '{}': where numbers end",
                              formatLength(contents.titleAt), formatLength(contents.numberWidth)));
    }
}

/// The ground of an item's text reaches out into the margins, and no further.
void checkPanel(PartFaults& faults, const std::string& key, const PanelStyle& panel, const ItemStyle& items,
                Length room, const PageStyle& page) {
    if (panel.barWidth > Length()) {
        checkWidth(faults, key + ".barGap", "the bar and its gap are", panel.barWidth + panel.barGap,
                   items.numberWidth + page.marginLeft);
    }
    if (panel.paddingSides > Length()) { // else the text alone is too wide, which is told of it
        const Length textWidth = items.textWidth.value_or(room - items.numberWidth);
        checkWidth(faults, key + ".paddingSides", "the ground beside the text is", panel.paddingSides,
                   page.width - page.marginLeft - items.numberWidth - textWidth);
    }
}

} // namespace

void checkWidth(PartFaults& faults, std::string key, std::string_view what, Length needed, Length room) {
    if (needed > room) {
        partError(faults, "SID-S013", std::move(key),
                  fmt::format("{} '{}' wide, the page has room for '{}'", what, formatLength(needed),
                              formatLength(room)));
    }
}

void checkRunningLine(PartFaults& faults, std::string_view key, Length baseline, Length size, Length margin) {
    // In the head letters hang from the margin's edge, in the foot they stand on it: their size in either.
    const Length highest = margin - size / 4;
    if (baseline > highest) {
        partError(faults, "SID-S012", fmt::format("{}.baseline", key),
                  fmt::format("'{}' lies within the text, expected at most '{}': the margin",
                              formatLength(baseline), formatLength(highest)));
    }
    const Length lowest = key == "head" ? size : size / 4;
    if (baseline < lowest) {
        partError(faults, "SID-S017", fmt::format("{}.baseline", key),
                  fmt::format("'{}' lets the type run off the paper, expected at least '{}'",
                              formatLength(baseline), formatLength(lowest)));
    }
}

void checkParts(const AgendaStyle& look, Length room, const PageStyle& page, PartFaults& faults) {
    checkItems(faults, look.items, room);
    checkPanel(faults, "sections.recommendation", look.sections.recommendation, look.items, room, page);
    checkPanel(faults, "sections.decision", look.sections.decision, look.items, room, page);
    const Length inner = room - look.items.numberWidth;
    if (look.contents) {
        checkContents(faults, *look.contents, room);
    }
    if (look.attendance) {
        const AttendanceStyle& s = *look.attendance;
        checkWidth(faults, "attendance", "the columns of names are",
                   kColumn.least * s.columns + s.columnGap * (s.columns - 1), room);
    }
    if (look.votes.partyWidth) {
        checkWidth(faults, "votes", "the columns of votes are",
                   *look.votes.partyWidth + look.votes.countWidth * kVoteColumns, inner);
    }
    if (look.enclosures.titleWidth) {
        const EnclosuresStyle& s = look.enclosures;
        checkWidth(faults, "enclosures", "the columns of enclosures are",
                   s.numberWidth + *s.titleWidth + s.gap * 2 + kColumn.least, inner);
    }
    if (look.signatures.cellWidth) {
        checkWidth(faults, "signatures.cellWidth", "a person's room is", *look.signatures.cellWidth, room);
    }
    if (look.head) {
        checkRunningLine(faults, "head", look.head->baseline, look[AgendaRole::Head].text.size,
                         page.marginTop);
    }
    if (look.foot) {
        checkRunningLine(faults, "foot", look.foot->baseline, look[AgendaRole::Foot].text.size,
                         page.marginBottom);
    }
}

} // namespace sidetal
