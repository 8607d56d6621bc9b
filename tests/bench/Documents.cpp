#include "Documents.h"

#include "Words.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace sidetal::bench {

namespace {

/// Knuth's MMIX generator: the sequence that the figures before ours were measured with.
class Random {
  public:
    explicit Random(std::uint64_t seed)
        : state_(seed) {}
    std::uint32_t next() {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(state_ >> 33);
    }

  private:
    std::uint64_t state_;
};

std::string_view word(Random& random) {
    return kWords[random.next() % kWords.size()];
}

std::string sentence(Random& random, int words) {
    std::string out;
    for (int i = 0; i < words; ++i) {
        if (i != 0) {
            out += ' ';
        }
        if (random.next() % 12 == 0) {
            out += std::to_string(random.next() % 100000);
        } else {
            out += word(random);
        }
    }
    out += '.';
    return out;
}

TextParagraph paragraph(Random& random, int sentences, int words) {
    std::string text;
    for (int i = 0; i < sentences; ++i) {
        if (i != 0) {
            text += ' ';
        }
        text += sentence(random, words);
    }
    text.shrink_to_fit(); // what is measured is the library's memory, not the room left in ours
    TextParagraph out;
    out.spans.push_back({std::move(text)});
    return out;
}

constexpr std::size_t kColumns = 8;
constexpr int kRows = 108;

std::string amount(Random& random) {
    const auto thousands = random.next() % 900 + 1;
    const auto units = random.next() % 1000;
    return fmt::format("{}.{:03},{:02}", thousands, units, random.next() % 100);
}

std::string cellText(Random& random, std::size_t column) {
    switch (column) {
    case 0: {
        const auto day = random.next() % 28 + 1;
        return fmt::format("{:02}.{:02}.2026", day, random.next() % 12 + 1);
    }
    case 1: {
        const auto first = word(random);
        return fmt::format("{} {}", first, word(random));
    }
    case 7:
        return random.next() % 2 != 0 ? "Betalt" : "Åben";
    default:
        return amount(random);
    }
}

TextFormat format(std::int64_t size, std::int64_t lineHeight) {
    TextFormat out;
    out.family = "Carlito";
    out.size = Length::points(size);
    out.lineHeight = Length::points(lineHeight);
    out.kerning = true;
    out.ligatures = true;
    return out;
}

Block cellBlock(BlockDocument& document, std::string text, NodeId leaf, bool bold) {
    Paragraph paragraph;
    Run run{document.keep(std::move(text)), leaf};
    run.emphasis.bold = bold;
    paragraph.runs.push_back(run);
    paragraph.format = FormatId{1};
    Block block;
    block.content = std::move(paragraph);
    return block;
}

TableRow headerRow(BlockDocument& document, NodeId table, std::vector<NodeId>& headers) {
    static constexpr std::array<std::string_view, kColumns> kTitles{"Dato", "Modtager", "Sagsnr.", "Beløb",
                                                                    "Moms", "I alt",    "Rest",    "Status"};
    const NodeId row = document.tree.add(document.tree.add(table, Role::THead), Role::TR);
    TableRow out;
    for (std::uint32_t column = 0; column < kColumns; ++column) {
        TableCell cell;
        cell.column = column;
        cell.node = document.tree.add(row, Role::TH);
        document.tree.node(cell.node).scope = Scope::Column;
        cell.content.push_back(cellBlock(document, std::string(kTitles[column]), cell.node, true));
        headers.push_back(cell.node);
        out.cells.push_back(std::move(cell));
    }
    return out;
}

TableRow bodyRow(BlockDocument& document, NodeId body, const std::vector<NodeId>& headers, Random& random) {
    const NodeId row = document.tree.add(body, Role::TR);
    TableRow out;
    for (std::uint32_t column = 0; column < kColumns; ++column) {
        TableCell cell;
        cell.column = column;
        cell.node = document.tree.add(row, Role::TD);
        document.tree.setHeaders(cell.node, {headers[column]});
        cell.content.push_back(cellBlock(document, cellText(random, column), cell.node, false));
        out.cells.push_back(std::move(cell));
    }
    return out;
}

TextCell textCell(std::string text, bool header, TextAlign align = TextAlign::Unsaid) {
    TextCell out;
    out.content = plainText(std::move(text));
    out.header = header;
    out.align = align;
    return out;
}

/// What was decided, when, for how much, and how far it has come.
Boxed<TextTable> textTable(Random& random) {
    TextTable out;
    out.caption.push_back({sentence(random, 6)});
    TextRow& head = out.rows.emplace_back();
    head.part = TablePart::Head;
    for (const char* title : {"Indsats", "Dato", "Beløb", "Status"}) {
        head.cells.push_back(textCell(title, true));
    }
    for (int row = 0; row < 14; ++row) {
        TextRow& body = out.rows.emplace_back();
        body.cells.push_back(textCell(sentence(random, 2 + static_cast<int>(random.next() % 12)), true));
        body.cells.push_back(textCell(cellText(random, 0), false));
        body.cells.push_back(textCell(amount(random), false, TextAlign::Right));
        body.cells.push_back(textCell(sentence(random, 2), false));
    }
    return {std::move(out)};
}

Boxed<TextPicture> picture(Random& random) {
    TextPicture out;
    out.file = kPicture;
    out.alt = sentence(random, 8);
    return {std::move(out)};
}

constexpr std::array kParties = {"A", "V", "Ø", "F", "C", "B", "I"};

/// A council of 31 with a meeting.
MeetingPaper councilPaper(Random& random) {
    MeetingPaper paper;
    paper.header.organisation.emplace().name = "Prøveby Kommune";
    paper.committee = Committee{"Byrådet", {}};
    for (std::size_t i = 0; i < 31; ++i) {
        Person& person = paper.committee->members.emplace_back();
        person.name = fmt::format("{} Prøve{}", word(random), i);
        person.party = kParties[i % kParties.size()];
    }
    paper.meeting.date = Date{2026, 11, 18};
    paper.meeting.start = TimeOfDay{17, 0};
    paper.meeting.place = "Rådhuset";
    paper.meeting.chair = paper.committee->members.front();
    return paper;
}

Section section(std::string key, TextParagraph text) {
    Section out;
    out.key = std::move(key);
    out.body.blocks.emplace_back(std::move(text));
    return out;
}

/// An item with its case, a recommendation and a presentation of so many paragraphs.
AgendaItem councilItem(Random& random, int paragraphs) {
    AgendaItem item;
    item.title = sentence(random, 5);
    item.caseNumber = fmt::format("01.02.05-P16-{}-26", random.next() % 1000);
    item.kind = AgendaItem::Kind::Decision;
    item.sections.push_back(section("recommendation", paragraph(random, 2, 15)));
    item.sections.push_back(section("presentation", paragraph(random, 5, 15)));
    for (int i = 1; i < paragraphs; ++i) {
        item.sections.back().body.blocks.emplace_back(paragraph(random, 5, 15));
    }
    return item;
}

} // namespace

MeetingPaper letter(std::uint64_t seed) {
    Random random(seed);
    MeetingPaper agenda;
    agenda.header.title = fmt::format("Afgørelse om tilskud nr. {}", seed);
    agenda.numbering.scheme = Numbering::Scheme::Given;
    AgendaItem item;
    item.title = "Afgørelse";
    for (int i = 0; i < 5; ++i) {
        item.body.blocks.emplace_back(paragraph(random, 4, 14));
    }
    TextList list;
    for (int i = 0; i < 5; ++i) {
        RichText entry;
        entry.blocks.emplace_back(paragraph(random, 1, 8));
        list.items.push_back(std::move(entry));
    }
    item.body.blocks.emplace_back(std::move(list));
    agenda.items.push_back(std::move(item));
    return agenda;
}

MeetingPaper report(int pages) {
    constexpr int kChaptersPerThousandPages = 1515;
    Random random(7);
    MeetingPaper agenda;
    agenda.header.title = "Stor rapport";
    agenda.numbering.scheme = Numbering::Scheme::Given;
    const int chapters =
        std::max(1, static_cast<int>(std::int64_t{pages} * kChaptersPerThousandPages / 1000));
    agenda.items.reserve(static_cast<std::size_t>(chapters));
    for (int i = 0; i < chapters; ++i) {
        AgendaItem& item = agenda.items.emplace_back();
        item.title = fmt::format("Kapitel {}", i + 1);
        item.body.blocks.reserve(6);
        for (int k = 0; k < 6; ++k) {
            item.body.blocks.emplace_back(paragraph(random, 5, 15));
        }
    }
    return agenda;
}

MeetingPaper tablesAndPictures(int pages) {
    Random random(7);
    MeetingPaper agenda;
    agenda.header.title = "Rapport med tabeller og billeder";
    agenda.numbering.scheme = Numbering::Scheme::Given;
    agenda.items.reserve(static_cast<std::size_t>(pages));
    for (int i = 0; i < pages; ++i) {
        AgendaItem& item = agenda.items.emplace_back();
        item.title = fmt::format("Indsats {}", i + 1);
        item.body.blocks.reserve(3);
        item.body.blocks.emplace_back(paragraph(random, 2, 15));
        item.body.blocks.emplace_back(textTable(random));
        item.body.blocks.emplace_back(picture(random));
    }
    return agenda;
}

MeetingPaper councilAgenda(int pages, std::uint64_t seed) {
    Random random(seed);
    MeetingPaper agenda = councilPaper(random);
    for (int i = 0; i < pages; ++i) {
        if (i % 10 == 0) {
            agenda.groups.emplace_back().title = fmt::format("{} sager", sentence(random, 2));
        }
        AgendaItem& item = agenda.groups.back().items.emplace_back(councilItem(random, 5));
        if (i % 4 == 0) {
            item.sections.back().body.blocks.emplace_back(textTable(random));
        }
        for (int k = 0; k < 2; ++k) {
            Enclosure& enclosure = item.enclosures.emplace_back();
            enclosure.title = sentence(random, 5);
            enclosure.format = "PDF";
            enclosure.pages = 12;
        }
    }
    return agenda;
}

MeetingPaper councilMinutes(int pages) {
    Random random(7);
    MeetingPaper minutes = councilPaper(random);
    minutes.kind = MeetingPaper::Kind::Minutes;
    for (int i = 0; i < 6; ++i) {
        AttendanceEvent& event = minutes.meeting.attendance.emplace_back();
        event.kind = AttendanceEvent::Kind::Left;
        event.person = minutes.committee->members[static_cast<std::size_t>(i)];
        event.item = std::to_string(1 + i * pages / 8);
    }
    for (int i = 0; i < pages; ++i) {
        AgendaItem& item = minutes.items.emplace_back(councilItem(random, 3));
        Decision& earlier = item.decisions.emplace_back();
        earlier.committee = "Økonomiudvalget";
        earlier.date = Date{2026, 11, 3};
        earlier.body.blocks.emplace_back(paragraph(random, 2, 15));
        Decision& decision = item.decisions.emplace_back();
        decision.body.blocks.emplace_back(paragraph(random, 2, 15));
        decision.result = VoteResult::Adopted;
        decision.votes.resize(2);
        decision.votes[1].option = Vote::Option::No;
        for (std::size_t party = 0; party < kParties.size(); ++party) {
            Vote& vote = decision.votes[party == 2 ? 1 : 0];
            vote.groups.push_back({kParties[party], 4, {}});
        }
        if (i % 4 == 0) {
            Opinion& opinion = decision.dissent.emplace_back();
            opinion.voters = {kParties[2]};
            opinion.body.blocks.emplace_back(paragraph(random, 2, 15));
        }
    }
    return minutes;
}

MeetingPaper longContents(int entries) {
    Random random(7);
    MeetingPaper agenda = councilPaper(random);
    for (int i = 0; i < entries; ++i) {
        AgendaItem& item = agenda.items.emplace_back();
        item.title = sentence(random, 5);
        item.body.blocks.emplace_back(paragraph(random, 2, 15));
    }
    return agenda;
}

BlockDocument texts(int pages, bool optimum) {
    constexpr int kParagraphsOfPage = 9;
    Random random(7);
    BlockDocument document;
    document.formats = {format(11, 14)};
    document.formats[0].optimum = optimum;
    const Length margin = Length::milli(56690);
    document.run().page = {Length::milli(595280), Length::milli(841890)};
    document.run().body = {margin, margin, document.run().page.width - margin * 2,
                           document.run().page.height - margin * 2};
    for (int i = 0; i < pages * kParagraphsOfPage; ++i) {
        Paragraph text;
        text.runs.push_back({document.keep(std::move(paragraph(random, 5, 15).spans.front().text)),
                             document.tree.add(NodeId::Root, Role::P)});
        Block block;
        block.content = std::move(text);
        block.spaceAfter = Length::points(6);
        document.run().blocks.push_back(std::move(block));
    }
    return document;
}

BlockDocument table(std::uint64_t seed) {
    Random random(seed);
    BlockDocument document;
    document.info.title = fmt::format("Tabel {}", seed);
    document.formats = {format(14, 18), format(9, 12)};
    document.run().page = {Length::milli(841890), Length::milli(595280)};
    const Length margin = Length::milli(56690);
    document.run().body = {margin, margin, document.run().page.width - margin * 2,
                           document.run().page.height - margin * 2};
    RunningLine& number = document.run().running.emplace_back();
    number.pattern = "Side {page} af {pages}";
    number.format = FormatId{1};
    number.align = Align::Left;
    number.x = margin;
    number.baseline = document.run().page.height - Length::milli(32690);
    number.width = document.run().body.width;

    Heading heading;
    heading.outline = "Oversigt over betalinger";
    Run run{"Oversigt over betalinger", document.tree.add(NodeId::Root, Role::H1)};
    run.emphasis.bold = true;
    heading.text.runs.push_back(run);
    Block block;
    block.content = std::move(heading);
    document.run().blocks.push_back(std::move(block));

    Table table;
    table.node = document.tree.add(NodeId::Root, Role::Table);
    for (const std::int64_t width : {74, 140, 90, 90, 90, 90, 90, 64}) {
        table.columns.push_back(Length::points(width));
    }
    table.cellFormats.emplace_back();
    std::vector<NodeId> headers;
    table.header.push_back(headerRow(document, table.node, headers));
    const NodeId body = document.tree.add(table.node, Role::TBody);
    for (int row = 0; row < kRows; ++row) {
        table.rows.push_back(bodyRow(document, body, headers, random));
    }
    Block tableBlock;
    tableBlock.content = std::move(table);
    tableBlock.spaceBefore = Length::points(12);
    document.run().blocks.push_back(std::move(tableBlock));
    return document;
}

} // namespace sidetal::bench
