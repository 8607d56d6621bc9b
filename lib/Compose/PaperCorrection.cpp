#include "Compose/PaperCorrection.h"

#include "Labels/FieldWords.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

/// "Erstatter version 1 af 18. november 2026. Rettet 20. november 2026."
std::string replaces(const Paper& paper, const Correction& correction) {
    const std::string& version = correction.version;
    const std::string date = correction.date ? paper.c.labels.longDate(*correction.date) : std::string();
    PaperWord word = PaperWord::CorrectsVersion;
    if (version.empty() || date.empty()) {
        word = !version.empty() ? PaperWord::CorrectsNumbered
               : !date.empty()  ? PaperWord::CorrectsDated
                                : PaperWord::CorrectsOther;
    }
    std::string out = paper.word(word, fmt::arg("version", version), fmt::arg("date", date));
    if (const auto& own = paper.model.header.date) {
        const std::string day = paper.c.labels.longDate(*own);
        out += " " + paper.word(PaperWord::CorrectedOn, fmt::arg("date", day));
    }
    if (correction.changes.empty()) {
        out += " " + std::string(paper.word(PaperWord::NothingCorrected));
    }
    return out;
}

/// "overskrift (fra »A« til »B«)"
std::string fieldText(const Paper& paper, const FieldChange& change) {
    const std::string field(fieldWord(paper.c.labels, change.field));
    const PaperWord word = !change.before.empty() && !change.after.empty() ? PaperWord::ChangedWords
                           : !change.before.empty()                        ? PaperWord::ChangedFrom
                                                                           : PaperWord::ChangedTo;
    if (change.before.empty() && change.after.empty()) {
        return field;
    }
    return paper.word(word, fmt::arg("field", field), fmt::arg("before", change.before),
                      fmt::arg("after", change.after));
}

/// "Punkt 4, Budget: ændret: overskrift, beslutning"
std::string changeText(const Paper& paper, const Change& change) {
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
    std::string fields;
    for (const FieldChange& field : change.fields) {
        fields += (fields.empty() ? "" : ", ") + fieldText(paper, field);
    }
    const PaperWord word = wordAfter(PaperWord::ChangeChanged, static_cast<std::size_t>(change.kind));
    return paper.word(word, fmt::arg("item", item), fmt::arg("fields", fields));
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
    Block line = paper.line(replaces(paper, correction), AgendaRole::Body, source, true);
    line.keepWithNext = !correction.changes.empty();
    paper.blocks().push_back(std::move(line));
    if (correction.changes.empty()) {
        return;
    }
    StructTree& tree = paper.c.out.tree;
    const Type type = paper.typeOf(AgendaRole::Body);
    const NodeId node = tree.add(NodeId::Root, Role::L);
    tree.node(node).numbering = ListNumbering::Disc;
    List list;
    list.labelWidth = paper.look.list.labelWidth;
    const std::string_view bullet = paper.c.out.keep(paper.look.list.bullet);
    for (const Change& change : gathered(correction.changes)) {
        const NodeId li = tree.add(node, Role::LI);
        const SourcePos at = change.source.orElse(source);
        ListItem& item = list.items.emplace_back();
        item.label = Context::paragraph(bullet, type, tree.add(li, Role::Lbl), at);
        item.body.emplace_back().content = labelledParagraph(paper.c, {{changeText(paper, change), true}},
                                                             type, tree.add(li, Role::LBody), at);
    }
    Block block;
    block.content = std::move(list);
    block.spaceAfter = paper.look[AgendaRole::Body].spaceAfter;
    paper.blocks().push_back(std::move(block));
}

} // namespace sidetal
