#include "Compose/AgendaComposer.h"

#include "Compose/ItemNumbers.h"
#include "Compose/TextBlocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

constexpr int kDeepestHeading = 6;

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

/// Everybody on a line of their own.
std::string peopleText(const std::vector<Person>& people) {
    std::string out;
    for (const Person& person : people) {
        if (!out.empty()) {
            out += '\n';
        }
        out += personText(person);
    }
    return out;
}

Role headingRole(int level) {
    return static_cast<Role>(static_cast<int>(Role::H1) + level - 1);
}

class AgendaComposer {
  public:
    AgendaComposer(Context& context, const Agenda& agenda, const AgendaStyle& look)
        : c_(context)
        , agenda_(agenda)
        , look_(look)
        , labelType_(context.type(look.facts.label))
        , valueType_(context.type(look.facts.value))
        , senderType_(context.type(look.sender.text))
        , bodyLook_{context.type(look.body.text), &look.list, look.body.spaceAfter} {}

    void compose() {
        // On the page the sender block's top is the title's, so its block comes first; it is read after the
        // facts, so its nodes come later.
        const std::size_t senderAt = c_.out.blocks.size();
        c_.addTitle(agenda_.header, Label::Agenda, look_.title, look_.headingMeasure);
        addFacts();
        addSender(senderAt);
        addItems();
        noteUnprinted();
    }

  private:
    void addFacts();
    void addFact(Label label, std::string value, SourcePos source);
    TableCell& addFactRow(std::string_view label, SourcePos source);
    void finishFacts();
    TableCell factCell(NodeId row, Role role, std::uint32_t column);
    [[nodiscard]] std::string meetingTime() const;
    [[nodiscard]] std::string dateText(Date date, DateForm form) const;

    void addSender(std::size_t at);
    [[nodiscard]] std::vector<std::string> senderParts() const;
    [[nodiscard]] std::string labelled(Label label, std::string_view value) const;

    void addItems();
    void addItemList(const std::vector<AgendaItem>& items, ItemNumbers& numbers, int level,
                     const std::string& owner);
    void addItem(const AgendaItem& item, const ItemNumber& number, int level);
    void addHeading(std::string text, int level, const ParagraphStyle& style, SourcePos source);

    void noteUnprinted();
    void noteItem(const AgendaItem& item, const std::string& path);

    Context& c_;
    const Agenda& agenda_;
    const AgendaStyle& look_;
    Type labelType_;
    Type valueType_;
    Type senderType_;
    TextLook bodyLook_;
    Table facts_;
};

// ---- facts

void AgendaComposer::addFacts() {
    const Meeting& meeting = agenda_.meeting;
    if (meeting.date) {
        addFact(Label::MeetingDate, dateText(*meeting.date, look_.facts.dates), meeting.source);
    }
    if (meeting.start || meeting.end) {
        addFact(Label::MeetingTime, meetingTime(), meeting.source);
    }
    if (meeting.place) {
        addFact(Label::Place, *meeting.place, meeting.source);
    }
    if (meeting.chair) {
        addFact(Label::Chair, personText(*meeting.chair), meeting.chair->source);
    }
    if (meeting.secretary) {
        addFact(Label::Secretary, personText(*meeting.secretary), meeting.secretary->source);
    }
    if (meeting.participants) {
        addFact(Label::Participants, peopleText(*meeting.participants), meeting.source);
    }
    if (meeting.absent) {
        addFact(Label::Absent, peopleText(*meeting.absent), meeting.source);
    }
    for (const Fact& further : agenda_.header.facts) {
        const bool colon = further.label.ends_with(':');
        TableCell& cell =
            addFactRow(colon ? further.label : c_.out.keep(further.label + ":"), further.source);
        fillCell(c_, cell, further.value, {valueType_, &look_.list, {}});
    }
    if (!facts_.rows.empty()) {
        finishFacts();
    }
}

void AgendaComposer::finishFacts() {
    facts_.columns = {look_.facts.labelWidth, look_.column - look_.facts.labelWidth};
    facts_.cellFormats.resize(2);
    facts_.cellFormats[0].padBottom = look_.facts.rowGap;
    for (TableCell& cell : facts_.rows.back().cells) {
        cell.format = 1; // nothing to keep a distance from
    }
    facts_.source = agenda_.meeting.source;
    Block block;
    block.content = std::move(facts_);
    block.spaceAfter = look_.facts.spaceAfter;
    c_.out.blocks.push_back(std::move(block));
}

void AgendaComposer::addFact(Label label, std::string value, SourcePos source) {
    TableCell& cell = addFactRow(c_.out.keep(fmt::format("{}:", c_.labels[label])), source);
    if (!value.empty()) {
        cell.content.emplace_back().content =
            Context::paragraph(c_.out.keep(std::move(value)), valueType_, cell.node, source);
    }
}

TableCell& AgendaComposer::addFactRow(std::string_view label, SourcePos source) {
    StructTree& tree = c_.out.tree;
    if (facts_.node == NodeId::None) {
        facts_.node = tree.add(NodeId::Root, Role::Table);
    }
    const NodeId row = tree.add(facts_.node, Role::TR);
    TableCell head = factCell(row, Role::TH, 0);
    tree.node(head.node).scope = Scope::Row;
    head.content.emplace_back().content = Context::paragraph(label, labelType_, head.node, source);
    TableCell value = factCell(row, Role::TD, 1);
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

std::string AgendaComposer::dateText(Date date, DateForm form) const {
    return form == DateForm::Long ? c_.labels.longDate(date) : c_.labels.shortDate(date);
}

// ---- sender

void AgendaComposer::addSender(std::size_t at) {
    Aside aside;
    aside.x = look_.column + look_.sender.gap;
    aside.width = look_.sender.width;
    for (std::string& part : senderParts()) {
        const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
        Block& block = aside.blocks.emplace_back();
        block.content =
            Context::paragraph(c_.out.keep(std::move(part)), senderType_, node, agenda_.header.source);
        block.spaceAfter = look_.sender.partGap;
    }
    if (aside.blocks.empty()) {
        return;
    }
    aside.blocks.back().spaceAfter = {};
    Block block;
    block.content = std::move(aside);
    c_.out.blocks.insert(c_.out.blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
}

std::vector<std::string> AgendaComposer::senderParts() const {
    std::vector<std::string> parts;
    const auto add = [&](std::initializer_list<std::string_view> lines) {
        std::string part;
        for (const std::string_view line : lines) {
            if (!line.empty()) {
                part += part.empty() ? "" : "\n";
                part += line;
            }
        }
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    };
    const DocumentHeader& header = agenda_.header;
    if (header.organisation) {
        add({header.organisation->name, header.organisation->unit, header.organisation->office});
    }
    if (header.date) {
        add({labelled(Label::Date, dateText(*header.date, look_.sender.dates))});
    }
    add({header.caseNumber ? labelled(Label::CaseNumber, *header.caseNumber) : "",
         header.caseOfficer ? labelled(Label::CaseOfficer, *header.caseOfficer) : ""});
    return parts;
}

std::string AgendaComposer::labelled(Label label, std::string_view value) const {
    return fmt::format("{}:{}{}", c_.labels[label], value.empty() ? "" : " ", value);
}

// ---- items

void AgendaComposer::addItems() {
    ItemNumbers numbers(agenda_.numbering);
    addItemList(agenda_.items, numbers, 2, {});
    for (std::size_t i = 0; i < agenda_.groups.size(); ++i) {
        const ItemGroup& group = agenda_.groups[i];
        addHeading(group.title, 2, look_.group, group.source);
        addItemList(group.items, numbers, 3, fmt::format("groups[{}].", i));
    }
}

void AgendaComposer::addItemList(const std::vector<AgendaItem>& items, ItemNumbers& numbers, int level,
                                 const std::string& owner) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string path = fmt::format("{}items[{}]", owner, i);
        const ItemNumber number = numbers.next(items[i].number);
        noteItem(items[i], path);
        addItem(items[i], number, level);
        if (!items[i].items.empty()) {
            ItemNumbers inner = numbers.below(number);
            addItemList(items[i].items, inner, std::min(level + 1, kDeepestHeading), path + ".");
        }
    }
}

void AgendaComposer::addItem(const AgendaItem& item, const ItemNumber& number, int level) {
    std::string text = number.printed;
    text += text.empty() ? "" : " ";
    text += item.title;
    if (item.status == AgendaItem::Status::Withdrawn) {
        text += fmt::format(" ({})", c_.labels[Label::Withdrawn]);
    }
    if (item.access == Access::Closed) {
        text += fmt::format(" ({})", c_.labels[Label::Closed]);
    }
    const bool top = level == (agenda_.groups.empty() ? 2 : 3);
    addHeading(std::move(text), level, top ? look_.item : look_.subItem, item.source);
    addText(c_, item.body, NodeId::Root, bodyLook_, c_.out.blocks);
}

void AgendaComposer::addHeading(std::string text, int level, const ParagraphStyle& style, SourcePos source) {
    const std::string_view kept = c_.out.keep(std::move(text));
    const NodeId node = c_.out.tree.add(NodeId::Root, headingRole(level));
    Block block;
    block.content =
        Heading{Context::paragraph(kept, c_.type(style.text), node, source), level, std::string(kept)};
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    block.width = look_.headingMeasure;
    c_.out.blocks.push_back(std::move(block));
}

// ---- what no page shows yet

void AgendaComposer::noteUnprinted() {
    c_.noteHeader(agenda_.header);
    const SourcePos document = agenda_.header.source;
    const Meeting& meeting = agenda_.meeting;
    if (agenda_.committee) {
        c_.unprinted.add("committee", document);
    }
    if (meeting.kind == Meeting::Kind::Extraordinary || meeting.kind == Meeting::Kind::Remote) {
        c_.unprinted.add("meeting.kind", meeting.source);
    }
    if (!meeting.attendance.empty()) {
        c_.unprinted.add("meeting.attendance", meeting.attendance.front().source);
    }
    if (meeting.closed) {
        c_.unprinted.add("meeting.closed", meeting.source);
    }
    if (!agenda_.supplements.empty()) {
        c_.unprinted.add("supplements", document);
    }
    if (agenda_.signatures) {
        c_.unprinted.add("signatures", document);
    }
}

void AgendaComposer::noteItem(const AgendaItem& item, const std::string& path) {
    if (item.kind != AgendaItem::Kind::Unspecified) {
        c_.unprinted.add("kind", item.source, path);
    }
    const std::pair<std::string_view, const std::string&> texts[] = {{"caseNumber", item.caseNumber},
                                                                     {"caseOfficer", item.caseOfficer},
                                                                     {"competence", item.competence},
                                                                     {"presenter", item.presenter}};
    for (const auto& [key, value] : texts) {
        if (!value.empty()) {
            c_.unprinted.add(key, item.source, path);
        }
    }
    if (!item.sections.empty()) {
        c_.unprinted.add("sections", item.sections.front().source, path);
    }
    if (!item.decisions.empty()) {
        c_.unprinted.add("decisions", item.decisions.front().source, path);
    }
    if (!item.enclosures.empty()) {
        c_.unprinted.add("enclosures", item.enclosures.front().source, path);
    }
}

} // namespace

void composeAgenda(Context& context, const Agenda& agenda, const AgendaStyle& look) {
    AgendaComposer(context, agenda, look).compose();
}

} // namespace sidetal
