#include "Jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <string>
#include <vector>

namespace sidetal::cli {
namespace {

using ::testing::internal::CaptureStderr;
using ::testing::internal::GetCapturedStderr;

Diagnostic warning(std::string message, std::string file = {}) {
    Diagnostic out;
    out.severity = Severity::Warning;
    out.code = "SID-X001";
    out.message = std::move(message);
    out.file = std::move(file);
    return out;
}

TEST(Jobs, PrintsWhatAJobHasToSayTogetherWhenItEnds) {
    Jobs jobs{MessageOptions{}};
    CaptureStderr();
    jobs.run("a.json", [](Messages& a) {
        a.report(warning("first"));
        a.report(warning("second", "style.json"));
        EXPECT_EQ(GetCapturedStderr(), "");
        CaptureStderr();
    });
    EXPECT_EQ(GetCapturedStderr(),
              "a.json: warning: first [SID-X001]\nstyle.json: warning: second [SID-X001]\n");
}

TEST(Jobs, NameTheirFileWhateverIsThrown) {
    Jobs jobs{MessageOptions{}};
    CaptureStderr();
    EXPECT_EQ(jobs.run("a.json", [](Messages&) { throw Error("SID-P004", "too long"); }), Outcome::Failed);
    EXPECT_EQ(jobs.run("b.json", [](Messages&) { throw std::bad_alloc(); }), Outcome::Failed);
    EXPECT_EQ(jobs.run("c.json", [](Messages&) { throw std::logic_error("odd"); }), Outcome::Failed);
    EXPECT_EQ(jobs.run([](Messages&) { throw Error("SID-S001", "about no file"); }), Outcome::Failed);
    EXPECT_EQ(GetCapturedStderr(), "a.json: error: too long [SID-P004]\n"
                                   "b.json: error: out of memory [SID-R026]\n"
                                   "c.json: error: internal error: odd [SID-R027]\n"
                                   "error: about no file [SID-S001]\n");
}

TEST(Jobs, TellNoMoreThanAThousandWarningsInAll) {
    const auto said = [](std::size_t reading, std::size_t rendering, const char* leftOut) {
        Jobs jobs{MessageOptions{}};
        CaptureStderr();
        jobs.run("a.json", [&](Messages& a) {
            a.report(std::vector<Diagnostic>(reading, warning("read")));
            if (leftOut != nullptr) {
                Diagnostic last = warning(leftOut, "a.json");
                last.code = "SID-D001";
                a.report(last);
            }
            a.report(std::vector<Diagnostic>(rendering, warning("rendered")));
        });
        return GetCapturedStderr();
    };
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    EXPECT_EQ(lines(said(600, 400, nullptr)), 1000);
    const std::string more = said(600, 401, nullptr);
    EXPECT_EQ(lines(more), 1001);
    EXPECT_THAT(more,
                ::testing::EndsWith("a.json: warning: there are more, only the first 1000 warnings are told "
                                    "[SID-D001]\n"));
    EXPECT_THAT(said(1000, 5, "there are more"), ::testing::EndsWith(" are told [SID-D001]\n"));
    EXPECT_EQ(lines(said(1000, 5, "there are more")), 1001);
    EXPECT_THAT(said(3, 0, "there are more"),
                ::testing::EndsWith("a.json: warning: there are more [SID-D001]\n"));
}

TEST(Jobs, EndWithTheWorstOfTheirOutcomes) {
    Jobs jobs{MessageOptions{.quiet = true}};
    EXPECT_EQ(exitStatus(jobs.outcome()), 0);
    EXPECT_EQ(jobs.run("a", [](Messages& messages) { messages.report(warning("w")); }), Outcome::Warnings);
    EXPECT_EQ(jobs.run("b", [](Messages&) {}), Outcome::Done);
    EXPECT_EQ(exitStatus(jobs.outcome()), 3);
    CaptureStderr();
    EXPECT_EQ(jobs.run("c", [](Messages&) { throw Error("SID-X002", "e"); }), Outcome::Failed);
    EXPECT_EQ(GetCapturedStderr(), "c: error: e [SID-X002]\n");
    EXPECT_EQ(exitStatus(jobs.outcome()), 2);
}

} // namespace
} // namespace sidetal::cli
