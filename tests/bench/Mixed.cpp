#include "Mixed.h"

#include "Documents.h"

#include "sidetal/Report.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace sidetal::bench {

namespace {

constexpr int kPagesOfCouncil = 10;

/// A follow-up of two goals with two initiatives each, in the words of the letter of that number.
GoalMatrix followUp(int number) {
    const MeetingPaper words = letter(static_cast<std::uint64_t>(number));
    const RichText& text = words.items.front().body;
    const auto paragraph = [&](std::size_t i) {
        RichText out;
        out.blocks.push_back(text.blocks[i % 5]); // behind them stands the letter's list
        return out;
    };
    GoalMatrix out;
    out.header.style = "follow-up";
    out.header.title = fmt::format("Målopfølgning {}", number);
    out.period.emplace().label = "1. halvår 2026";
    using Key = MatrixColumn::Key;
    for (const Key key : {Key::Theme, Key::Number, Key::Goal, Key::Status, Key::Trend, Key::Initiatives,
                          Key::Deadline, Key::Owner}) {
        out.columns.emplace_back().key = key;
    }
    Theme& theme = out.themes.emplace_back();
    theme.title = "Sundhed";
    theme.vision = paragraph(0);
    for (std::size_t i = 0; i < 2; ++i) {
        Goal& goal = theme.goals.emplace_back();
        goal.number = fmt::format("1.{}", i + 1);
        goal.text = paragraph(i);
        goal.status = i == 0 ? GoalStatus::Reached : GoalStatus::Partly;
        goal.trend = Trend::Up;
        for (std::size_t k = 0; k < 2; ++k) {
            Initiative& initiative = goal.initiatives.emplace_back();
            initiative.title = fmt::format("Indsats {}", k + 1);
            initiative.description = paragraph(1 + i + k);
            initiative.owner = "Sundhed og Fritid";
            initiative.deadline = Date{2026, 12, 31};
            initiative.status = GoalStatus::OnTrack;
        }
    }
    return out;
}

} // namespace

Document mixedDocument(int number) {
    switch (number % 10) {
    case 4: {
        MeetingPaper agenda = councilAgenda(kPagesOfCouncil, static_cast<std::uint64_t>(number));
        agenda.header.style = "council";
        return agenda;
    }
    case 1:
    case 5:
    case 8:
        return followUp(number);
    default: {
        MeetingPaper agenda = letter(static_cast<std::uint64_t>(number));
        agenda.header.style = "agenda";
        return agenda;
    }
    }
}

void writeMixedFiles(int count, const std::string& folder) {
    const std::filesystem::path in = std::filesystem::path(folder) / "in";
    std::filesystem::create_directories(in);
    const auto write = [](const std::filesystem::path& file, const std::string& text) {
        std::ofstream out(file, std::ios::binary);
        out << text;
        if (!out.flush()) {
            throw std::runtime_error(file.string() + " cannot be written");
        }
    };
    for (int i = 0; i < count; ++i) {
        write(in / fmt::format("{:06}.json", i), writeJson(mixedDocument(i)));
    }
    write(std::filesystem::path(folder) / "job.json", R"({"inputs": ["in"]})");
}

} // namespace sidetal::bench
