#include "Compose/PaperFacts.h"

#include <algorithm>

namespace sidetal {

namespace {

/// The cell formats of the fact block; nothing is kept at a distance under its last row.
enum : std::uint16_t { kFactLabel, kFactValue, kLastFactLabel, kLastFactValue, kFactCells };

/// A paragraph of a fact's value.
struct FactText {
    std::string text;
    SourcePos source;
    bool ofCatalogue = false; ///< it has words of the catalogue in it
};

/// A line of the block: a label and what stands beside it, paragraphs or a text of the document.
struct FactLine {
    std::string label; ///< without its colon
    bool labelOfCatalogue = true;
    std::vector<FactText> values;
    const RichText* text = nullptr;
    SourcePos source;
};

FactText factOf(const Person& person) {
    return {personText(person), person.nameSource.orElse(person.source)};
}

/// Everybody in a paragraph of their own.
std::vector<FactText> factsOf(const std::vector<Person>& people) {
    std::vector<FactText> out;
    for (const Person& person : people) {
        out.push_back(factOf(person));
    }
    return out;
}

/// Gathers the facts of a paper in the order in which they are printed.
class FactLines {
  public:
    explicit FactLines(const Paper& paper)
        : paper_(paper) {}

    [[nodiscard]] std::vector<FactLine> gather() {
        addDocument();
        addMeeting();
        addPeople();
        for (const Fact& further : paper_.model.header.facts) {
            FactLine& line = lines_.emplace_back();
            line.label = further.label;
            line.labelOfCatalogue = false;
            line.text = &further.value;
            line.source = further.labelSource.orElse(further.source);
        }
        return std::move(lines_);
    }

  private:
    void add(std::string_view label, std::vector<FactText> values, SourcePos source) {
        std::erase_if(values, [](const FactText& value) { return value.text.empty(); });
        lines_.push_back({std::string(label), true, std::move(values), nullptr, source});
    }
    void add(Label label, std::vector<FactText> values, SourcePos source) {
        add(paper_.c.labels[label], std::move(values), source);
    }
    void add(PaperWord label, std::vector<FactText> values, SourcePos source) {
        add(paper_.word(label), std::move(values), source);
    }

    /// What the sender block and the cover have where there is one.
    void addDocument() {
        const MeetingPaper& model = paper_.model;
        if (model.excerpt) {
            add(PaperWord::ExcerptOf, {{paper_.excerptOf(), model.excerpt->source, true}},
                model.excerpt->source.orElse(model.header.source));
        }
        if (!paper_.committee().empty() && !paper_.look.cover) {
            add(PaperWord::Committee, {{std::string(paper_.committee()), model.header.source}},
                model.header.source);
        }
        if (model.supplements) {
            const SourcePos source = model.supplements->source.orElse(model.header.source);
            add(PaperWord::SupplementTo, {{model.supplements->main, source}}, source);
        }
        if (model.header.caseOfficer && !model.header.caseOfficer->empty() && !paper_.look.sender) {
            add(Label::CaseOfficer,
                {{*model.header.caseOfficer, model.header.caseOfficerSource.orElse(model.header.source)}},
                model.header.source);
        }
        if (!model.header.version.empty()) {
            add(PaperWord::Version, {{model.header.version, model.header.source}}, model.header.source);
        }
    }

    void addMeeting() {
        const Meeting& meeting = paper_.model.meeting;
        const bool onCover = paper_.look.cover.has_value();
        if (meeting.date && !onCover) {
            const DateForm form = paper_.look.facts.dates; // a short one has no word in it
            add(Label::MeetingDate,
                {{paper_.dateText(*meeting.date, form), meeting.source, form == DateForm::Long}},
                meeting.source);
        }
        if ((meeting.start || meeting.end) && !(onCover && meeting.date && meeting.start)) {
            add(Label::MeetingTime, {{meetingTime(paper_), meeting.source}}, meeting.source);
        }
        if (meeting.kind == Meeting::Kind::Extraordinary || meeting.kind == Meeting::Kind::Remote) {
            const bool remote = meeting.kind == Meeting::Kind::Remote;
            const PaperWord kind = remote ? PaperWord::Remote : PaperWord::Extraordinary;
            add(PaperWord::MeetingKind, {{std::string(paper_.word(kind)), meeting.source, true}},
                meeting.source);
        }
        if (meeting.place) {
            add(Label::Place, {{*meeting.place, meeting.placeSource.orElse(meeting.source)}}, meeting.source);
        }
    }

    void addPeople() {
        const Meeting& meeting = paper_.model.meeting;
        if (meeting.chair) {
            add(Label::Chair, {factOf(*meeting.chair)}, meeting.chair->source);
        }
        if (meeting.secretary) {
            add(Label::Secretary, {factOf(*meeting.secretary)}, meeting.secretary->source);
        }
        if (paper_.look.attendance) {
            return; // lists of their own
        }
        if (meeting.participants) {
            add(Label::Participants, factsOf(*meeting.participants), meeting.source);
        }
        if (meeting.absent) {
            add(Label::Absent, factsOf(*meeting.absent), meeting.source);
        }
        if (meeting.guests) {
            add(PaperWord::GuestsFact, factsOf(*meeting.guests), meeting.source);
        }
        addEvents();
    }

    void addEvents() {
        if (paper_.roll.events().empty()) {
            return;
        }
        const AttendanceWords words = paper_.attendanceWords();
        std::vector<FactText> values;
        const auto take = [&](const std::vector<AttendanceSentence>& sentences) {
            for (const AttendanceSentence& sentence : sentences) {
                values.push_back({sentence.text, sentence.source, true});
            }
        };
        take(words.absences(paper_.roll));
        take(words.events(paper_.roll));
        add(PaperWord::Attendance, std::move(values), paper_.model.meeting.source);
    }

    const Paper& paper_;
    std::vector<FactLine> lines_;
};

/// Makes blocks of the lines.
class FactBlocks {
  public:
    explicit FactBlocks(const Paper& paper)
        : paper_(paper)
        , facts_(paper.look.facts)
        , labelType_(paper.typeOf(AgendaRole::FactLabel))
        , valueType_(paper.typeOf(AgendaRole::FactValue)) {}

    [[nodiscard]] Block table(const std::vector<FactLine>& lines) const;
    [[nodiscard]] Block list(const std::vector<FactLine>& lines) const;

  private:
    [[nodiscard]] std::string_view labelOf(const FactLine& line) const {
        std::string label = line.label;
        const bool ends = label.ends_with(':');
        if (ends && !facts_.colons) {
            label.pop_back();
        } else if (!ends && facts_.colons) {
            label += ':';
        }
        return paper_.c.out.keep(std::move(label));
    }
    [[nodiscard]] Paragraph valueOf(const FactText& value, NodeId leaf) const {
        if (value.ofCatalogue) {
            paper_.c.setLabelLanguage(leaf);
        }
        return Context::paragraph(paper_.c.out.keep(value.text), valueType_, leaf, value.source);
    }
    [[nodiscard]] TextLook textLook() const { return {valueType_, &paper_.look.list, facts_.paragraphGap}; }
    void fill(TableCell& cell, const FactLine& line) const;

    const Paper& paper_;
    const FactStyle& facts_;
    Type labelType_;
    Type valueType_;
};

void FactBlocks::fill(TableCell& cell, const FactLine& line) const {
    if (line.text != nullptr) {
        fillCell(paper_.c, cell, *line.text, textLook());
    }
    for (const FactText& value : line.values) {
        const NodeId leaf = line.values.size() > 1 ? paper_.c.out.tree.add(cell.node, Role::P) : cell.node;
        cell.content.emplace_back().content = valueOf(value, leaf);
    }
}

Block FactBlocks::table(const std::vector<FactLine>& lines) const {
    StructTree& tree = paper_.c.out.tree;
    Table table;
    table.node = tree.add(NodeId::Root, Role::Table);
    for (const FactLine& line : lines) {
        const NodeId row = tree.add(table.node, Role::TR);
        TableCell head;
        head.node = tree.add(row, Role::TH);
        head.format = kFactLabel;
        tree.node(head.node).scope = Scope::Row;
        head.content.emplace_back().content =
            Context::paragraph(labelOf(line), labelType_, head.node, line.source);
        if (line.labelOfCatalogue) {
            paper_.c.setLabelLanguage(head.node);
        }
        TableCell value;
        value.node = tree.add(row, Role::TD);
        value.column = 1;
        value.format = kFactValue;
        tree.setHeaders(value.node, {head.node});
        fill(value, line);
        std::vector<TableCell>& cells = table.rows.emplace_back().cells;
        cells.push_back(std::move(head));
        cells.push_back(std::move(value));
    }
    const ColumnWidth labels = facts_.labelWidth;
    const Length left = paper_.column - labels.length();
    table.columns = {labels, labels.isFixed() ? ColumnWidth(left) : ColumnWidth::share(1000)};
    table.cellFormats.resize(kFactCells);
    table.cellFormats[kFactLabel].padRight = table.cellFormats[kLastFactLabel].padRight = facts_.labelGap;
    table.cellFormats[kFactLabel].padBottom = table.cellFormats[kFactValue].padBottom = facts_.rowGap;
    table.rows.back().cells.front().format = kLastFactLabel;
    table.rows.back().cells.back().format = kLastFactValue;
    table.source = paper_.model.meeting.source;
    Block block;
    block.content = std::move(table);
    block.width = labels.isFixed() ? Length() : paper_.column; // a table of lengths has its width
    return block;
}

Block FactBlocks::list(const std::vector<FactLine>& lines) const {
    StructTree& tree = paper_.c.out.tree;
    List list;
    const NodeId node = tree.add(NodeId::Root, Role::L);
    const bool isFixed = facts_.labelWidth.isFixed();
    list.labelWidth = isFixed ? facts_.labelWidth.length() : Length();
    list.labelGap = facts_.labelGap;
    for (const FactLine& line : lines) {
        const NodeId li = tree.add(node, Role::LI);
        const NodeId label = tree.add(li, Role::Lbl);
        if (line.labelOfCatalogue) {
            paper_.c.setLabelLanguage(label);
        }
        ListItem& item = list.items.emplace_back();
        item.label = Context::paragraph(labelOf(line), labelType_, label, line.source);
        const NodeId body = tree.add(li, Role::LBody);
        if (line.text != nullptr) {
            addText(paper_.c, *line.text, body, textLook(), item.body);
        }
        for (const FactText& value : line.values) {
            const NodeId leaf = line.values.size() > 1 ? tree.add(body, Role::P) : body;
            item.body.emplace_back().content = valueOf(value, leaf);
            item.body.back().spaceAfter = facts_.paragraphGap;
        }
        if (item.body.empty()) { // a line of its height
            item.body.emplace_back().content = Context::paragraph({}, valueType_, body, line.source);
        }
        item.body.back().spaceAfter = facts_.rowGap;
    }
    Block block;
    block.content = std::move(list);
    return block;
}

} // namespace

void addFacts(const Paper& paper) {
    const std::vector<FactLine> lines = FactLines(paper).gather();
    if (lines.empty()) {
        return;
    }
    const FactBlocks blocks(paper);
    Block block = paper.look.facts.form == FactForm::Table ? blocks.table(lines) : blocks.list(lines);
    block.spaceAfter = paper.look.facts.spaceAfter;
    paper.blocks().push_back(std::move(block));
}

std::string meetingTime(const Paper& paper) {
    const Meeting& meeting = paper.model.meeting;
    const char separator = paper.timeSeparator();
    return fmt::format("{}{}{}", meeting.start ? formatTime(*meeting.start, separator) : "",
                       meeting.end ? "-" : "", meeting.end ? formatTime(*meeting.end, separator) : "");
}

} // namespace sidetal
