#include "Compose/PaperCorrection.h"

#include "Compose/CorrectionBlocks.h"
#include "Labels/FieldWords.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

/// "Punkt 4, Budget: ændret: overskrift, beslutning"
std::string lineOf(const Paper& paper, const Change& change) {
    std::string item;
    if (!change.number.empty()) {
        item = paper.word(PaperWord::ItemShort, fmt::arg("number", change.number));
    }
    if (!change.title.empty()) {
        item += (item.empty() ? "" : ", ") + change.title;
    }
    if (item.empty()) {
        item = paper.word(PaperWord::ChangedPaper);
    }
    std::vector<std::string> fields;
    for (const FieldChange& field : change.fields) {
        fields.push_back(
            fieldText(paper.c.labels, fieldWord(paper.c.labels, field.field), field.before, field.after));
    }
    return changeText(paper.c.labels, change.kind, item, fields);
}

bool isRenumbered(const Change& change) {
    return change.fields.size() == 1 && change.fields.front().field == "number" && !change.number.empty() &&
           !change.fields.front().before.empty();
}

/// The changes as they are printed: items on end of which but the numbers changed are told together, by the
/// first and the last.
std::vector<Change> gathered(const std::vector<Change>& changes) {
    constexpr std::ptrdiff_t kFewest = 3;
    std::vector<Change> out;
    for (auto at = changes.begin(); at != changes.end();) {
        const auto end = std::find_if_not(at, changes.end(), isRenumbered);
        if (end - at >= kFewest) {
            const Change& last = *(end - 1);
            Change all = *at;
            FieldChange& field = all.fields.front();
            all.title.clear();
            all.number += "-" + last.number;
            field.before += "-" + last.fields.front().before;
            field.after += "-" + last.fields.front().after;
            out.push_back(std::move(all));
        } else {
            out.insert(out.end(), at, end);
        }
        at = end;
        if (at != changes.end()) {
            out.push_back(*at++);
        }
    }
    return out;
}

} // namespace

void addCorrection(const Paper& paper) {
    if (!paper.model.corrects) {
        return;
    }
    const Correction& correction = *paper.model.corrects;
    const SourcePos source = correction.source.orElse(paper.model.header.source);
    paper.addPartHeading(PaperWord::Corrected);
    const bool differs = !correction.changes.empty();
    Block line = paper.line(
        replacesText(paper.c.labels, correction.version, correction.date, paper.model.header.date, differs),
        AgendaRole::Body, source, true);
    line.keepWithNext = differs;
    paper.blocks().push_back(std::move(line));
    if (!differs) {
        return;
    }
    std::vector<CorrectionLine> lines;
    for (const Change& change : gathered(correction.changes)) {
        lines.push_back({lineOf(paper, change), change.source.orElse(source)});
    }
    addCorrectionList(
        paper.c, lines,
        {paper.typeOf(AgendaRole::Body), &paper.look.list, paper.look[AgendaRole::Body].spaceAfter});
}

} // namespace sidetal
