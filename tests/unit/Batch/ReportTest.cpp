#include "Batch/MessageJson.h"
#include "Batch/ReportDocument.h"
#include "Batch/ReportWords.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using namespace batch;
using testing::ElementsAre;

Diagnostic message(std::string words) {
    Diagnostic out;
    out.code = "SID-I012";
    out.message = std::move(words);
    out.file = "in/møde \"2\".json";
    out.position = {41, 22, 0};
    out.path = "items[2].title";
    return out;
}

TEST(BatchMessages, ComeBackFromJson) {
    Diagnostic odd = message("a\\b\"c\nd\te\x01\x7F\xC3\xA6 \xE2\x82\xAC \xF0\x9F\x98\x80");
    odd.notes = {"one", "", "two, \"three\"]"};
    odd.severity = Severity::Warning;
    Diagnostic ofSheet = message("x");
    ofSheet.sheet = "Ark1";
    for (const Diagnostic& d : {odd, ofSheet, Diagnostic()}) {
        const Diagnostic read = readMessage(formatJson(d));
        EXPECT_EQ(formatJson(read), formatJson(d));
        EXPECT_EQ(format(read), format(d));
    }
}

TEST(BatchMessages, BrokenJsonEndsNothing) {
    const std::string whole = formatJson(message("x\n\u00e6"));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        (void)readMessage(std::string_view(whole).substr(0, length));
    }
    EXPECT_EQ(readMessage("[1, 2]").message, "");
}

class BatchReportTest : public testing::Test {
  protected:
    BatchReportTest() {
        plan_.job = "job.json";
        plan_.inputs.push_back({"in/a.json"});
        plan_.settings.resize(2);
        plan_.settings[1].options.edition = Edition::Members;
        plan_.settings[1].style = "council";
        for (const char* name : {"a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"}) {
            plan_.tasks.push_back({0, 0, name});
        }
        plan_.tasks.push_back({0, 1, "æ m.pdf"});
        facts_.outcome.progress.planned = 1234;
        facts_.outcome.progress.made = 1230;
        facts_.outcome.progress.failed = 2;
        facts_.outcome.stopped = true;
    }

    static BatchRecord record(const std::string& name, bool made, std::vector<std::string> messages = {}) {
        BatchRecord out;
        out.name = name;
        out.input = "in/a.json";
        out.made = made;
        out.pages = made ? 2 : 0;
        out.bytes = made ? 12'345 : 0;
        out.messages = std::move(messages);
        return out;
    }

    MeetingPaper paper() {
        ReportDocument report(plan_, facts_);
        report.add(record("a.pdf", false, {formatJson(message("missing"))}));
        report.add(record("b.pdf", false, {formatJson(message("missing"))}));
        report.add(record("c.pdf", true, {formatJson(message("odd"))}));
        report.add(record("d.pdf", true));
        report.add(record("æ m.pdf", true));
        return report.paper();
    }

    static std::vector<std::string> titles(const MeetingPaper& paper) {
        std::vector<std::string> out;
        for (const AgendaItem& item : paper.items) {
            out.push_back(item.title);
        }
        return out;
    }

    static const TextSpan& firstSpan(const RichText& text) {
        return std::get<TextParagraph>(text.blocks.front()).spans.front();
    }

    static const TextTable& table(const AgendaItem& item) {
        return *std::get<Boxed<TextTable>>(item.body.blocks.front());
    }

    static std::vector<std::string> texts(const TextRow& row) {
        std::vector<std::string> out;
        for (const TextCell& cell : row.cells) {
            out.push_back(cell.content.empty() ? "" : firstSpan(cell.content).text);
        }
        return out;
    }

    BatchPlan plan_;
    BatchReportFacts facts_;
};

TEST_F(BatchReportTest, FailuresComeFirst) {
    const MeetingPaper report = paper();
    EXPECT_THAT(titles(report), ElementsAre("Overblik", "Mislykkede filer (2)", "Filer med advarsler (1)",
                                            "Øvrige filer (2)"));
    EXPECT_EQ(firstSpan(report.introduction).text, "1.234 filer skulle laves: 1.230 er lavet, 2 mislykkedes, "
                                                   "2 mangler: kørslen kan genoptages med --resume.");
    EXPECT_THAT(texts(table(report.items[0]).rows[1]), ElementsAre("Offentlig", "–", "5", "2", "2", "4"));
    EXPECT_THAT(texts(table(report.items[0]).rows[2]),
                ElementsAre("Medlemmer", "council", "1", "1", "0", "2"));
    EXPECT_THAT(texts(table(report.items[0]).rows[3]), ElementsAre("I alt", "", "6", "3", "2", "6"));
    const TextRow& failed = table(report.items[1]).rows[1];
    EXPECT_THAT(texts(failed), ElementsAre("a.pdf", format(message("missing"))));
    EXPECT_FALSE(firstSpan(failed.cells[0].content).details);
    EXPECT_EQ(firstSpan(failed.cells[1].content).details->language, "en");
}

TEST_F(BatchReportTest, FilesThatAreThereAreLinked) {
    facts_.links = "./ud/";
    const MeetingPaper report = paper();
    EXPECT_EQ(firstSpan(table(report.items[3]).rows[2].cells[0].content).details->link,
              "./ud/%C3%A6%20m.pdf");
}

TEST_F(BatchReportTest, CopiesSayForWhom) {
    BatchRecord copy = record("a.pdf", true);
    copy.copyFor = "Ea Prøve";
    ReportDocument report(plan_, facts_);
    report.add(copy);
    const MeetingPaper paper = report.paper();
    const RichText& name = table(paper.items[1]).rows[1].cells[0].content;
    EXPECT_EQ(firstSpan(name).text, "a.pdf");
    EXPECT_EQ(std::get<TextParagraph>(name.blocks.front()).spans[1].text, "\nEksemplar til Ea Prøve");
}

TEST_F(BatchReportTest, ListsStopGrowing) {
    facts_.mostMessages = 1;
    facts_.mostFiles = 1;
    const MeetingPaper report = paper();
    EXPECT_EQ(report.items[1].title, "Mislykkede filer (2)");
    for (const std::size_t item : {std::size_t{1}, std::size_t{3}}) {
        EXPECT_EQ(table(report.items[item]).rows.size(), 2u);
        EXPECT_EQ(std::get<TextParagraph>(report.items[item].body.blocks.back()).spans.front().text,
                  "Desuden 1 fil.");
    }
    EXPECT_EQ(report.items[2].body.blocks.size(), 1u);
}

TEST_F(BatchReportTest, InputsThatCouldNotBeReadAreFailures) {
    facts_.english = true;
    ReportDocument made(plan_, facts_);
    made.add(record("", false, {formatJson(message("no committee"))}));
    const MeetingPaper report = made.paper();
    EXPECT_EQ(report.header.language, "en");
    EXPECT_EQ(report.items[1].title, "Files that failed (1)");
    EXPECT_THAT(texts(table(report.items[1]).rows[1]),
                ElementsAre("in/a.json", format(message("no committee"))));
}

TEST(BatchReportNumbers, AreGrouped) {
    EXPECT_EQ(grouped(0, reportWords(true)), "0");
    EXPECT_EQ(grouped(999, reportWords(true)), "999");
    EXPECT_EQ(grouped(1'000, reportWords(true)), "1,000");
    EXPECT_EQ(grouped(12'345'678, reportWords(false)), "12.345.678");
}

} // namespace
} // namespace sidetal
