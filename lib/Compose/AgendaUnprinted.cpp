#include "Compose/AgendaUnprinted.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal {

namespace {

void noteMeeting(Unprinted& unprinted, const Meeting& meeting) {
    if (meeting.kind == Meeting::Kind::Extraordinary || meeting.kind == Meeting::Kind::Remote) {
        unprinted.add("meeting.kind", meeting.source);
    }
    if (!meeting.attendance.empty()) {
        unprinted.add("meeting.attendance", meeting.attendance.front().source);
    }
    if (meeting.closed) {
        unprinted.add("meeting.closed", meeting.source);
    }
}

void noteItem(Unprinted& unprinted, const AgendaItem& item, const std::string& path) {
    if (item.kind != AgendaItem::Kind::Unspecified) {
        unprinted.add("kind", item.source, path);
    }
    const std::pair<std::string_view, const std::string&> texts[] = {{"caseNumber", item.caseNumber},
                                                                     {"caseOfficer", item.caseOfficer},
                                                                     {"competence", item.competence},
                                                                     {"presenter", item.presenter}};
    for (const auto& [key, value] : texts) {
        if (!value.empty()) {
            unprinted.add(key, item.source, path);
        }
    }
    // What a closed item is called in public is no loss where the item itself is shown.
    if (!item.publicTitle.empty() && item.access == Access::Open) {
        unprinted.add("publicTitle", item.source, path);
    }
    if (!item.sections.empty()) {
        unprinted.add("sections", item.sections.front().source, path);
    }
    if (!item.decisions.empty()) {
        unprinted.add("decisions", item.decisions.front().source, path);
    }
    if (!item.enclosures.empty()) {
        unprinted.add("enclosures", item.enclosures.front().source, path);
    }
}

void noteItems(Unprinted& unprinted, const std::vector<AgendaItem>& items, const std::string& owner) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string path = fmt::format("{}items[{}]", owner, i);
        noteItem(unprinted, items[i], path);
        if (!items[i].items.empty()) {
            noteItems(unprinted, items[i].items, path + ".");
        }
    }
}

} // namespace

void noteUnprintedKeys(Context& context, const Agenda& agenda) {
    context.noteHeader(agenda.header);
    Unprinted& unprinted = context.unprinted;
    const SourcePos document = agenda.header.source;
    if (agenda.committee) {
        unprinted.add("committee", document);
    }
    noteMeeting(unprinted, agenda.meeting);
    if (!agenda.supplements.empty()) {
        unprinted.add("supplements", document);
    }
    if (agenda.signatures) {
        unprinted.add("signatures", document);
    }
    noteItems(unprinted, agenda.items, {});
    for (std::size_t i = 0; i < agenda.groups.size(); ++i) {
        noteItems(unprinted, agenda.groups[i].items, fmt::format("groups[{}].", i));
    }
}

} // namespace sidetal
