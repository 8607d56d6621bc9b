#include "Compose/PaperAttendance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

/// Names in one piece, which stands on one page: longer lists go on in a further one.
constexpr std::size_t kRowsOfPiece = 20;

class AttendanceComposer {
  public:
    AttendanceComposer(const Paper& paper, const AttendanceStyle& style)
        : paper_(paper)
        , style_(style)
        , nameType_(paper.typeOf(AgendaRole::AttendanceName))
        , words_(paper.attendanceWords()) {}

    void compose() {
        AttendanceLists lists = words_.lists(paper_.roll);
        if (paper_.model.kind == MeetingPaper::Kind::Agenda) { // nobody was there yet
            const bool known = paper_.model.meeting.participants || !paper_.model.meeting.attendance.empty();
            lists.present.title = paper_.word(known ? PaperWord::Expected : PaperWord::Members,
                                              fmt::arg("count", lists.present.names.size()));
        }
        const std::array all{&lists.present, &lists.excused, &lists.absent, &lists.others, &lists.guests};
        const auto isEmpty = [](const AttendanceList* list) { return list->names.empty(); };
        if (std::ranges::all_of(all, isEmpty)) {
            return;
        }
        paper_.addPartHeading(PaperWord::Attendance);
        for (const AttendanceList* list : all) {
            if (!isEmpty(list)) {
                addList(*list);
            }
        }
        addEvents();
    }

  private:
    [[nodiscard]] StructTree& tree() const { return paper_.c.out.tree; }

    void addList(const AttendanceList& list) {
        ParagraphStyle heading = paper_.look[AgendaRole::AttendanceHeading];
        heading.spaceBefore = style_.groupGap;
        paper_.addHeading({{list.title, true}}, heading, list.names.front().source,
                          {.level = 3, .outlined = false});
        const NodeId node = tree().add(NodeId::Root, Role::L);
        const std::size_t columns = static_cast<std::size_t>(style_.columns);
        const std::size_t piece = kRowsOfPiece * columns;
        for (std::size_t at = 0; at < list.names.size(); at += piece) {
            addPiece(std::span(list.names).subspan(at, std::min(piece, list.names.size() - at)), node);
        }
    }

    /// Names in columns, filled downwards.
    void addPiece(std::span<const ListedName> names, NodeId list) {
        const auto columns = static_cast<std::size_t>(style_.columns);
        const std::size_t rows = (names.size() + columns - 1) / columns;
        const Length width = (paper_.column - style_.columnGap * (style_.columns - 1)) / style_.columns;
        Columns out;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i % rows == 0) {
                const Length x = (width + style_.columnGap) * static_cast<std::int64_t>(i / rows);
                out.columns.push_back(Column{x, width, {}});
            }
            const NodeId body = tree().add(tree().add(list, Role::LI), Role::LBody);
            out.columns.back().blocks.emplace_back().content =
                labelledParagraph(paper_.c, partsOf(names[i]), nameType_, body, names[i].source);
        }
        Block block;
        block.content = std::move(out);
        paper_.blocks().push_back(std::move(block));
    }

    /// "Anna Prøve (V), borgmester – ankom kl. 17.20 (punkt 4)"
    [[nodiscard]] std::vector<LinePart> partsOf(const ListedName& listed) const {
        const std::string& role = paper_.roll.at(listed.who).person.role;
        std::vector<LinePart> out{{role.empty() ? listed.name : listed.name + ", " + role}};
        if (!listed.note.empty()) {
            out.push_back({" – " + listed.note, true});
        }
        return out;
    }

    void addEvents() {
        for (const AttendanceSentence& sentence : words_.events(paper_.roll)) {
            paper_.blocks().push_back(paper_.line(sentence.text, AgendaRole::Notice, sentence.source, true));
            paper_.blocks().back().spaceBefore =
                std::max(paper_.blocks().back().spaceBefore, style_.groupGap);
        }
    }

    const Paper& paper_;
    const AttendanceStyle& style_;
    Type nameType_;
    AttendanceWords words_;
};

} // namespace

void addAttendance(const Paper& paper, const AttendanceStyle& style) {
    AttendanceComposer(paper, style).compose();
}

} // namespace sidetal
