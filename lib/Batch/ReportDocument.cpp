#include "Batch/ReportDocument.h"

#include "Batch/MessageJson.h"
#include "Batch/ReportWords.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sidetal::batch {

namespace {

/// Of one edition in one style.
struct Counts {
    std::uint64_t planned = 0;
    std::uint64_t there = 0;
    std::uint64_t failed = 0;
    std::uint64_t pages = 0;

    Counts& operator+=(const Counts& other) {
        planned += other.planned;
        there += other.there;
        failed += other.failed;
        pages += other.pages;
        return *this;
    }
};

template <class... Values>
std::string filled(std::string_view words, const Values&... values) {
    return fmt::format(fmt::runtime(words), values...);
}

TextCell cellOf(RichText content, bool header = false) {
    TextCell out;
    out.content = std::move(content);
    out.header = header;
    return out;
}

TextCell textCellOf(std::string text, bool header = false, TextAlign align = TextAlign::Unsaid) {
    TextCell out = cellOf(plainText(std::move(text)), header);
    out.align = align;
    return out;
}

TextRow headOf(std::initializer_list<std::string_view> titles, std::size_t words) {
    TextRow out;
    out.part = TablePart::Head;
    for (const std::string_view title : titles) { // behind those of words stand numbers
        const bool isNumber = out.cells.size() >= words;
        out.cells.push_back(
            textCellOf(std::string(title), true, isNumber ? TextAlign::Right : TextAlign::Unsaid));
    }
    return out;
}

/// A name from outside as text: always UTF-8, without control characters.
std::string shownName(const std::string& name) {
    Diagnostic named;
    named.file = name;
    std::string out = readMessage(formatJson(named)).file;
    for (char& c : out) {
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return out;
}

/// Messages, each a paragraph, as the program prints them.
RichText messageTexts(const std::vector<std::string>& lines) {
    RichText out;
    for (const std::string& line : lines) {
        TextParagraph paragraph;
        TextSpan& span = paragraph.spans.emplace_back();
        span.text = line;
        SpanDetails details;
        details.language = "en";
        span.details = std::move(details);
        out.blocks.emplace_back(std::move(paragraph));
    }
    return out;
}

/// A list of files that stops growing.
struct FileList {
    Boxed<TextTable> table;
    std::size_t most = 0;
    std::size_t count = 0;

    void add(TextRow row) {
        if (++count <= most) {
            table->rows.push_back(std::move(row));
        }
    }
};

FileList listOf(TextRow head, std::vector<ColumnWidth> columns, std::size_t most) {
    TextTable table;
    table.columns = std::move(columns);
    table.rows.push_back(std::move(head));
    return {std::move(table), most, 0};
}

} // namespace

struct ReportDocument::Members {
    Members(const BatchPlan& plan_, const BatchReportFacts& facts_)
        : plan(plan_)
        , facts(facts_)
        , words(reportWords(facts_.english))
        , failures(listOf(headOf({words.file, words.message}, 2),
                          {ColumnWidth::part(350), ColumnWidth::part(650)}, facts_.mostMessages))
        , warnings(failures)
        , others(listOf(headOf({words.file, words.pages, words.size}, 1),
                        {ColumnWidth::part(760), ColumnWidth::part(120), ColumnWidth::part(120)},
                        facts_.mostFiles)) {
        for (const BatchTask& task : plan.tasks) {
            settingsOf.emplace(task.name, task.settings);
            ++counts[keyOf(task.settings)].planned;
        }
    }

    using Key = std::pair<Edition, std::string_view>;
    [[nodiscard]] Key keyOf(std::uint32_t settings) const {
        const BatchSettings& each = plan.settings[settings];
        return {each.options.edition, each.style};
    }

    /// The file's name, and whose copy it is. What failed is not linked: there is nothing to be led to, and
    /// where an input could not be read for the names not even a name.
    [[nodiscard]] TextCell nameCell(const BatchRecord& record) const {
        TextCell out = textCellOf(shownName(record.name.empty() ? record.input : record.name), true);
        if (record.made && !facts.links.empty()) {
            SpanDetails details;
            details.link = facts.links + addressPart(record.name);
            std::get<TextParagraph>(out.content.blocks.front()).spans.front().details = std::move(details);
        }
        if (!record.copyFor.empty()) {
            TextSpan& whose = std::get<TextParagraph>(out.content.blocks.front()).spans.emplace_back();
            whose.text = "\n" + filled(words.copyFor, shownName(record.copyFor));
        }
        return out;
    }

    [[nodiscard]] std::string number(std::uint64_t value) const { return grouped(value, words); }
    [[nodiscard]] TextCell numberCell(std::uint64_t value) const {
        return textCellOf(number(value), false, TextAlign::Right);
    }

    void addFailure(TextCell name, const std::vector<std::string>& lines) {
        TextRow row;
        row.cells = {std::move(name), cellOf(messageTexts(lines))};
        failures.add(std::move(row));
    }

    [[nodiscard]] RichText introduction() const {
        const BatchProgress& progress = facts.outcome.progress;
        std::string text =
            filled(progress.planned == 1 ? words.plannedOne : words.planned, number(progress.planned));
        std::string_view separator = ": ";
        for (const auto& [count, said] :
             {std::pair(progress.made, words.made), std::pair(progress.skipped, words.kept),
              std::pair(progress.failed, words.failed), std::pair(progress.left(), words.left)}) {
            if (count != 0) {
                text += separator;
                text += filled(said, number(count));
                separator = ", ";
            }
        }
        return plainText(text + ".");
    }

    [[nodiscard]] TextRow countsRow(std::string name, std::string style, const Counts& count,
                                    TablePart part) const {
        TextRow row;
        row.part = part;
        row.cells = {textCellOf(std::move(name), true), textCellOf(std::move(style)),
                     numberCell(count.planned),         numberCell(count.there),
                     numberCell(count.failed),          numberCell(count.pages)};
        return row;
    }

    [[nodiscard]] Boxed<TextTable> overview() const {
        TextTable table;
        table.rows.push_back(headOf(
            {words.edition, words.style, words.plannedColumn, words.there, words.failedColumn, words.pages},
            2));
        Counts all;
        for (const auto& [key, count] : counts) {
            const auto& [edition, style] = key;
            table.rows.push_back(countsRow(std::string(words.editions[static_cast<std::size_t>(edition)]),
                                           style.empty() ? "–" : shownName(std::string(style)), count,
                                           TablePart::Body));
            all += count;
        }
        if (counts.size() > 1) {
            table.rows.push_back(countsRow(std::string(words.total), "", all, TablePart::Foot));
        }
        return {std::move(table)};
    }

    void addFact(DocumentHeader& header, std::string_view label, std::string value) const {
        if (!value.empty()) {
            Fact& fact = header.facts.emplace_back();
            fact.label = label;
            fact.value = plainText(std::move(value));
        }
    }

    [[nodiscard]] std::string further(std::size_t count) const {
        return filled(count == 1 ? words.furtherOne : words.further, number(count));
    }

    void addItem(MeetingPaper& paper, std::string_view title, RichTextBlock block,
                 const FileList* list = nullptr) const {
        AgendaItem& item = paper.items.emplace_back();
        item.title = title;
        if (list != nullptr) {
            item.title += " (" + number(list->count) + ")";
        }
        item.body.blocks.push_back(std::move(block));
        if (list != nullptr && list->count > list->most) {
            RichText more = plainText(further(list->count - list->most));
            item.body.blocks.push_back(std::move(more.blocks.front()));
        }
    }

    void addList(MeetingPaper& paper, std::string_view title, FileList& list) const {
        if (list.count != 0) {
            addItem(paper, title, std::move(list.table), &list);
        }
    }

    const BatchPlan& plan;
    const BatchReportFacts& facts;
    const ReportWords& words;
    std::unordered_map<std::string_view, std::uint32_t> settingsOf; ///< by a file's name
    std::map<Key, Counts> counts;
    FileList failures;
    FileList warnings;
    FileList others;
};

ReportDocument::ReportDocument(const BatchPlan& plan, const BatchReportFacts& facts)
    : m_(std::make_unique<Members>(plan, facts)) {}

ReportDocument::~ReportDocument() = default;

void ReportDocument::add(const BatchRecord& record) {
    const auto known = m_->settingsOf.find(record.name);
    if (known != m_->settingsOf.end()) {
        Counts& count = m_->counts[m_->keyOf(known->second)];
        (record.made ? count.there : count.failed) += 1;
        count.pages += record.pages;
    }
    std::vector<std::string> lines;
    for (const std::string& message : record.messages) {
        lines.push_back(format(readMessage(message)));
    }
    TextRow row;
    if (!record.made) {
        m_->addFailure(m_->nameCell(record), lines);
    } else if (!lines.empty()) {
        row.cells = {m_->nameCell(record), cellOf(messageTexts(lines))};
        m_->warnings.add(std::move(row));
    } else {
        row.cells = {m_->nameCell(record), m_->numberCell(record.pages),
                     m_->numberCell((record.bytes + 999) / 1000)};
        m_->others.add(std::move(row));
    }
}

MeetingPaper ReportDocument::paper() {
    const ReportWords& words = m_->words;
    const BatchReportFacts& facts = m_->facts;
    MeetingPaper out;
    out.header.language = words.language;
    out.header.title = words.title;
    out.numbering.scheme = Numbering::Scheme::Given;
    m_->addFact(out.header, words.job, shownName(m_->plan.job));
    m_->addFact(out.header, words.folder, shownName(facts.folder));
    if (facts.shard.of > 1) {
        m_->addFact(out.header, words.part, filled(words.partOf, facts.shard.number, facts.shard.of));
    }
    if (facts.ended) {
        const DateTime& at = *facts.ended;
        m_->addFact(out.header, facts.outcome.stopped ? words.stopped : words.ended,
                    filled(words.moment, at.date.day, at.date.month, at.date.year, at.hour, at.minute));
    }
    m_->addFact(out.header, words.program, facts.program);
    out.introduction = m_->introduction();
    if (!m_->counts.empty()) {
        m_->addItem(out, words.overview, m_->overview());
    }
    const bool areAlone = m_->failures.count == 0 && m_->warnings.count == 0;
    m_->addList(out, words.failures, m_->failures);
    m_->addList(out, words.warnings, m_->warnings);
    m_->addList(out, areAlone ? words.files : words.others, m_->others);
    return out;
}

} // namespace sidetal::batch
