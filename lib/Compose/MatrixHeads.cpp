#include "Compose/FollowUpWords.h"
#include "Compose/MatrixWriter.h"
#include "Compose/RunningHead.h"

#include "Support/Texts.h"

namespace sidetal {

namespace {

/// What stands at the left in the heads of pages: of a title that is too long its beginning, where
/// that is long enough.
std::string headWords(const Context& context, const GoalMatrix& matrix, Length room, Length size) {
    const std::string title =
        outlineText(matrix.header.title.empty() ? context.labels[Label::GoalMatrix] : matrix.header.title);
    std::string behind;
    for (const std::string& detail : {matrix.committee ? matrix.committee->name : std::string(),
                                      periodWords(context.labels, matrix.period)}) {
        if (title.find(detail) == std::string::npos) {
            behind += " · " + outlineText(detail);
        }
    }
    const Length left = room - estimatedWidth(behind, size);
    constexpr std::int64_t kLeastTitle = 6; // em; of less nobody knows the title again
    if (left < size * kLeastTitle && !behind.empty()) {
        return cutToRoom(std::string_view(behind).substr(std::string_view(" · ").size()), room, size);
    }
    return cutToRoom(cutToRoom(title, left, size) + behind, room, size);
}

} // namespace

/// The line in the heads of pages.
void MatrixWriter::addHead() {
    const Length width = c_.out.run().body.width;
    const TextStyle& text = look_.head->text;
    const HeadLook look{text, look_.head->baseline, width, width * 3 / 5};
    addRunningHead(c_, matrix_.header, look,
                   runningWords(headWords(c_, matrix_, roomOfHead(matrix_.header, look), text.size)));
}

/// What pages are named after in their heads: "Sundhed · 5.3", and "Nr. 5.3" where themes are not shown.
void MatrixWriter::markPages() {
    const bool named = hasColumn(Key::Theme);
    const Length size = look_.head->text.size;
    const Length room = c_.out.run().body.width * 2 / 5 - size * 8; // for " · 10.12 (fortsat)" behind it
    for (const Theme& theme : matrix_.themes) {
        const std::string title = named ? cutToRoom(outlineText(theme.title), room, size) : std::string();
        TargetId begin = links_.of(theme);
        if (theme.goals.empty()) {
            markPagesFrom(begin, title);
        }
        for (const Goal& goal : theme.goals) {
            if (begin == TargetId::None && (hasNumbers_ || &goal == &theme.goals.front())) {
                begin = links_.of(goal);
            }
            std::string number = hasNumbers_ ? goal.number : std::string();
            if (!named && !number.empty()) {
                number = fmt::format("{} {}", c_.labels[Label::Number], number);
            }
            markPagesFrom(begin, joined(std::array{title, number}, " · "));
            begin = TargetId::None;
        }
    }
}

void MatrixWriter::markPagesFrom(TargetId target, std::string words) {
    if (target != TargetId::None) {
        c_.out.runningMarks.push_back({target, std::move(words)});
    }
}

} // namespace sidetal
