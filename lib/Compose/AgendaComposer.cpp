#include "Compose/AgendaComposer.h"

#include "Compose/LabelledLine.h"
#include "Compose/TextBlocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

constexpr int kDeepestHeading = 6;

/// The cell formats of the fact block; nothing is kept at a distance under its last row.
enum : std::uint16_t { kFactLabel, kFactValue, kLastFactLabel, kLastFactValue, kFactCells };

/// "Mette Kvist (A), konsulent"
std::string personText(const Person& person) {
    std::string out = person.name;
    if (!person.party.empty()) {
        out += fmt::format(" ({})", person.party);
    }
    if (!person.role.empty()) {
        out += out.empty() ? person.role : ", " + person.role;
    }
    return out;
}

/// A paragraph of a fact's value.
struct FactText {
    std::string text;
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

/// A line of the sender block.
struct SenderLine {
    std::vector<LinePart> parts;
    SourcePos source;
};

class AgendaComposer {
  public:
    AgendaComposer(Context& context, const MeetingPaper& agenda, std::span<const std::string> numbers,
                   const AgendaStyle& look, Diagnostics& diagnostics)
        : c_(context)
        , diagnostics_(diagnostics)
        , agenda_(agenda)
        , numbers_(numbers)
        , look_(look)
        , column_(context.out.run().body.width)
        , headingMeasure_(headingMeasure(look, column_))
        , labelType_(typeOf(AgendaRole::FactLabel))
        , valueType_(typeOf(AgendaRole::FactValue))
        , senderType_(typeOf(AgendaRole::Sender))
        , bodyLook_{typeOf(AgendaRole::Body), &look.list, look[AgendaRole::Body].spaceAfter,
                    look[AgendaRole::Body].spaceAfter} {}

    void compose() {
        // On the page the sender block's top is the title's, so its block comes first; it is read after the
        // facts, so its nodes come later.
        const std::size_t senderAt = c_.out.run().blocks.size();
        addTitle();
        addFacts();
        addSender(senderAt);
        addItems();
    }

  private:
    /// Headings end before the sender block.
    static Length headingMeasure(const AgendaStyle& look, Length column) {
        const Length asked = look.headingMeasure.value_or(column);
        return look.sender ? std::min(asked, column + look.sender->gap) : asked;
    }
    [[nodiscard]] Type typeOf(AgendaRole role) { return c_.type(look_[role].text); }

    void addTitle();

    void addFacts();
    void addFact(Label label, std::vector<FactText> values, SourcePos source);
    void addDate(Label label, Date date, SourcePos source);
    TableCell& addFactRow(std::string_view label, SourcePos source);
    [[nodiscard]] const TableCell& lastFactLabel() const { return facts_.rows.back().cells.front(); }
    void finishFacts();
    TableCell factCell(NodeId row, Role role, std::uint32_t column);
    [[nodiscard]] std::string meetingTime() const;
    [[nodiscard]] std::string sentence(Label label, const std::string& value) const;
    [[nodiscard]] std::string dateText(Date date, DateForm form) const;

    void addSender(std::size_t at);
    [[nodiscard]] std::vector<std::vector<SenderLine>> senderParts(DateForm dates) const;
    [[nodiscard]] std::vector<LinePart> labelled(Label label, std::string value,
                                                 bool valueIsWords = false) const;

    void addItems();
    void addItemList(const std::vector<AgendaItem>& items, int level);
    void addItem(const AgendaItem& item, std::string_view number, int level);
    void addHeading(const std::vector<LinePart>& parts, int level, const ParagraphStyle& style,
                    SourcePos source, std::string_view hangingNumber = {});

    void warnOfDepth(SourcePos source);

    Context& c_;
    Diagnostics& diagnostics_;
    const MeetingPaper& agenda_;
    std::span<const std::string> numbers_; ///< of the items that are still to be composed
    const AgendaStyle& look_;
    Length column_;
    Length headingMeasure_;
    Type labelType_;
    Type valueType_;
    Type senderType_;
    TextLook bodyLook_;
    Table facts_;
    bool warnedOfDepth_ = false;
};

void AgendaComposer::addTitle() {
    const std::string committee = agenda_.committee ? agenda_.committee->name : std::string();
    const std::string day = agenda_.meeting.date ? c_.labels.longDate(*agenda_.meeting.date) : std::string();
    const Label kind = agenda_.kind == MeetingPaper::Kind::Minutes ? Label::Minutes : Label::Agenda;
    c_.addTitle(agenda_.header, kind, look_[AgendaRole::Title], headingMeasure_, {committee, day});
    const std::string_view title = agenda_.header.title.empty() ? c_.labels[kind] : agenda_.header.title;
    c_.describe({std::string(title), committee, sentence(Label::MeetingDate, day),
                 sentence(Label::MeetingTime, meetingTime()),
                 sentence(Label::Place, agenda_.meeting.place.value_or(std::string()))});
}

// ---- facts

void AgendaComposer::addFacts() {
    const Meeting& meeting = agenda_.meeting;
    if (meeting.date) {
        addDate(Label::MeetingDate, *meeting.date, meeting.source);
    }
    if (meeting.start || meeting.end) {
        addFact(Label::MeetingTime, {{meetingTime(), meeting.source}}, meeting.source);
    }
    if (meeting.place) {
        addFact(Label::Place, {{*meeting.place, meeting.placeSource.orElse(meeting.source)}}, meeting.source);
    }
    if (meeting.chair) {
        addFact(Label::Chair, {factOf(*meeting.chair)}, meeting.chair->source);
    }
    if (meeting.secretary) {
        addFact(Label::Secretary, {factOf(*meeting.secretary)}, meeting.secretary->source);
    }
    if (meeting.participants) {
        addFact(Label::Participants, factsOf(*meeting.participants), meeting.source);
    }
    if (meeting.absent) {
        addFact(Label::Absent, factsOf(*meeting.absent), meeting.source);
    }
    for (const Fact& further : agenda_.header.facts) {
        const bool colon = further.label.ends_with(':');
        TableCell& cell = addFactRow(colon ? further.label : c_.out.keep(further.label + ":"),
                                     further.labelSource.orElse(further.source));
        fillCell(c_, cell, further.value, {valueType_, &look_.list, look_.facts.paragraphGap});
    }
    if (!facts_.rows.empty()) {
        finishFacts();
    }
}

void AgendaComposer::finishFacts() {
    const ColumnWidth labels = look_.facts.labelWidth;
    const Length left = column_ - labels.length();
    facts_.columns = {labels, labels.isFixed() ? ColumnWidth(left) : ColumnWidth::share(1000)};
    facts_.cellFormats.resize(kFactCells);
    facts_.cellFormats[kFactLabel].padRight = facts_.cellFormats[kLastFactLabel].padRight =
        look_.facts.labelGap;
    facts_.cellFormats[kFactLabel].padBottom = facts_.cellFormats[kFactValue].padBottom = look_.facts.rowGap;
    facts_.rows.back().cells.front().format = kLastFactLabel;
    facts_.rows.back().cells.back().format = kLastFactValue;
    facts_.source = agenda_.meeting.source;
    Block block;
    block.content = std::move(facts_);
    block.width = labels.isFixed() ? Length() : column_; // a table of lengths has its width
    block.spaceAfter = look_.facts.spaceAfter;
    c_.out.run().blocks.push_back(std::move(block));
}

void AgendaComposer::addFact(Label label, std::vector<FactText> values, SourcePos source) {
    TableCell& cell = addFactRow(c_.out.keep(fmt::format("{}:", c_.labels[label])), source);
    c_.setLabelLanguage(lastFactLabel().node);
    std::erase_if(values, [](const FactText& value) { return value.text.empty(); });
    for (FactText& value : values) {
        const NodeId leaf = values.size() > 1 ? c_.out.tree.add(cell.node, Role::P) : cell.node;
        cell.content.emplace_back().content =
            Context::paragraph(c_.out.keep(std::move(value.text)), valueType_, leaf, value.source);
    }
}

void AgendaComposer::addDate(Label label, Date date, SourcePos source) {
    addFact(label, {{dateText(date, look_.facts.dates), source}}, source);
    if (look_.facts.dates == DateForm::Long) { // else there is no word in it
        c_.setLabelLanguage(facts_.rows.back().cells.back().node);
    }
}

TableCell& AgendaComposer::addFactRow(std::string_view label, SourcePos source) {
    StructTree& tree = c_.out.tree;
    if (facts_.node == NodeId::None) {
        facts_.node = tree.add(NodeId::Root, Role::Table);
    }
    const NodeId row = tree.add(facts_.node, Role::TR);
    TableCell head = factCell(row, Role::TH, 0);
    head.format = kFactLabel;
    tree.node(head.node).scope = Scope::Row;
    head.content.emplace_back().content = Context::paragraph(label, labelType_, head.node, source);
    TableCell value = factCell(row, Role::TD, 1);
    value.format = kFactValue;
    tree.setHeaders(value.node, {head.node});
    std::vector<TableCell>& cells = facts_.rows.emplace_back().cells;
    cells.push_back(std::move(head));
    return cells.emplace_back(std::move(value));
}

TableCell AgendaComposer::factCell(NodeId row, Role role, std::uint32_t column) {
    TableCell cell;
    cell.node = c_.out.tree.add(row, role);
    cell.column = column;
    return cell;
}

std::string AgendaComposer::meetingTime() const {
    const char separator = look_.facts.times == TimeForm::Dot ? '.' : ':';
    const Meeting& meeting = agenda_.meeting;
    return fmt::format("{}{}{}", meeting.start ? formatTime(*meeting.start, separator) : "",
                       meeting.end ? "-" : "", meeting.end ? formatTime(*meeting.end, separator) : "");
}

/// "Mødested: Rådhuset"; empty without a value.
std::string AgendaComposer::sentence(Label label, const std::string& value) const {
    return value.empty() ? std::string() : fmt::format("{}: {}", c_.labels[label], value);
}

std::string AgendaComposer::dateText(Date date, DateForm form) const {
    return form == DateForm::Long ? c_.labels.longDate(date) : c_.labels.shortDate(date);
}

// ---- sender

void AgendaComposer::addSender(std::size_t at) {
    if (!look_.sender) {
        return;
    }
    const SenderStyle& sender = *look_.sender;
    Aside aside;
    aside.x = column_ + sender.gap;
    aside.width = sender.width;
    for (std::vector<SenderLine>& part : senderParts(sender.dates)) {
        for (SenderLine& line : part) {
            const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
            aside.blocks.emplace_back().content = labelledParagraph(
                c_, line.parts, senderType_, node, line.source.orElse(agenda_.header.source));
        }
        aside.blocks.back().spaceAfter = sender.partGap;
    }
    if (aside.blocks.empty()) {
        return;
    }
    aside.blocks.back().spaceAfter = {};
    Block block;
    block.content = std::move(aside);
    c_.out.run().blocks.insert(c_.out.run().blocks.begin() + static_cast<std::ptrdiff_t>(at),
                               std::move(block));
}

std::vector<std::vector<SenderLine>> AgendaComposer::senderParts(DateForm dates) const {
    std::vector<std::vector<SenderLine>> parts;
    const auto add = [&](std::vector<SenderLine> lines) {
        std::erase_if(lines, [](const SenderLine& line) {
            return std::ranges::all_of(line.parts, [](const LinePart& part) { return part.text.empty(); });
        });
        if (!lines.empty()) {
            parts.push_back(std::move(lines));
        }
    };
    const DocumentHeader& header = agenda_.header;
    if (const auto& of = header.organisation) {
        add({{{{of->name}}, of->nameSource},
             {{{of->unit}}, of->unitSource},
             {{{of->office}}, of->officeSource}});
    }
    if (header.date) {
        add({{labelled(Label::Date, dateText(*header.date, dates), dates == DateForm::Long), {}}});
    }
    std::vector<SenderLine> ofCase;
    if (header.caseNumber) {
        ofCase.push_back({labelled(Label::CaseNumber, *header.caseNumber), header.caseNumberSource});
    }
    if (header.caseOfficer) {
        ofCase.push_back({labelled(Label::CaseOfficer, *header.caseOfficer), header.caseOfficerSource});
    }
    add(std::move(ofCase));
    return parts;
}

/// "Sagsnr.: 20/49269", the label alone without a value.
std::vector<LinePart> AgendaComposer::labelled(Label label, std::string value, bool valueIsWords) const {
    std::string words = fmt::format("{}:", c_.labels[label]);
    if (value.empty() || valueIsWords) {
        return {{words + (value.empty() ? "" : " ") + value, true}};
    }
    return {{words + " ", true}, {std::move(value)}};
}

// ---- items

void AgendaComposer::addItems() {
    addItemList(agenda_.items, 2);
    for (const ItemGroup& group : agenda_.groups) {
        addHeading({{group.title}}, 2, look_[AgendaRole::Group], group.titleSource.orElse(group.source));
        addItemList(group.items, 3);
    }
}

void AgendaComposer::addItemList(const std::vector<AgendaItem>& items, int level) {
    for (const AgendaItem& item : items) {
        addItem(item, numbers_.front(), level);
        numbers_ = numbers_.subspan(1);
        if (!item.items.empty()) {
            if (level == kDeepestHeading) {
                warnOfDepth(item.items.front().source);
            }
            addItemList(item.items, std::min(level + 1, kDeepestHeading));
        }
    }
}

void AgendaComposer::warnOfDepth(SourcePos source) {
    if (!warnedOfDepth_) {
        diagnostics_.warning(
            "SID-C007",
            "these items are headed at the seventh level and deeper, which PDF/UA-1 does not have: "
            "they are tagged as headings of the sixth",
            source);
    }
    warnedOfDepth_ = true;
}

void AgendaComposer::addItem(const AgendaItem& item, std::string_view number, int level) {
    const bool hangs = look_.hangingNumbers && !number.empty();
    const std::string before = fmt::format("{}{}", number, number.empty() ? "" : " ");
    std::vector<LinePart> parts{{hangs ? item.title : before + item.title}};
    const auto addRemark = [&](Label label) {
        parts.push_back({fmt::format(" ({})", c_.labels[label]), true});
    };
    if (item.status == AgendaItem::Status::Withdrawn) {
        addRemark(Label::Withdrawn);
    }
    if (item.access == Access::Closed) {
        addRemark(Label::Closed);
    }
    const bool top = level == (agenda_.groups.empty() ? 2 : 3);
    addHeading(parts, level, look_[top ? AgendaRole::Item : AgendaRole::SubItem],
               item.titleSource.orElse(item.source), hangs ? std::string_view(before) : std::string_view());
    bodyLook_.headingLevel = std::min(level + 1, kDeepestHeading);
    addText(c_, item.body, NodeId::Root, bodyLook_, c_.out.run().blocks);
}

void AgendaComposer::addHeading(const std::vector<LinePart>& parts, int level, const ParagraphStyle& style,
                                SourcePos source, std::string_view hangingNumber) {
    std::string whole(hangingNumber);
    for (const LinePart& part : parts) {
        whole += part.text;
    }
    const NodeId node = c_.out.tree.add(NodeId::Root, Context::headingRole(level));
    const Type type = c_.type(style.text);
    Block block;
    if (hangingNumber.empty()) {
        block.content = Heading{labelledParagraph(c_, parts, type, node, source), level, outlineText(whole)};
    } else {
        ListItem item;
        const std::string_view number = hangingNumber.substr(0, hangingNumber.size() - 1);
        item.label =
            Context::paragraph(c_.out.keep(fmt::format("{}\u00a0", number)), type, // a blank that stays
                               c_.out.tree.add(node, Role::Span), source);
        const NodeId words = c_.out.tree.add(node, Role::Span);
        item.body.emplace_back().content =
            Heading{labelledParagraph(c_, parts, type, words, source), level, outlineText(whole)};
        List hanging;
        hanging.items.push_back(std::move(item));
        block.content = std::move(hanging);
        block.keepWithNext = true;
    }
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    block.width = headingMeasure_;
    c_.out.run().blocks.push_back(std::move(block));
}

} // namespace

void composeAgenda(Context& context, const MeetingPaper& agenda, std::span<const std::string> numbers,
                   const AgendaStyle& look, Diagnostics& diagnostics) {
    AgendaComposer(context, agenda, numbers, look, diagnostics).compose();
}

} // namespace sidetal
