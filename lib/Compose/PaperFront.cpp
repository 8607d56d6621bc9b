#include "Compose/PaperFront.h"

#include "Compose/PaperAttendance.h"
#include "Compose/PaperContents.h"
#include "Compose/PaperCorrection.h"
#include "Compose/PaperFacts.h"
#include "Compose/PictureBlocks.h"

#include <algorithm>

namespace sidetal {

namespace {

/// "Mødested: Rådhuset"; empty without a value.
std::string sentence(const Paper& paper, Label label, const std::string& value) {
    return value.empty() ? std::string() : fmt::format("{}: {}", paper.c.labels[label], value);
}

void describe(const Paper& paper) {
    paper.c.describe({std::string(paper.title()), std::string(paper.committee()),
                      sentence(paper, Label::MeetingDate, paper.day()),
                      sentence(paper, Label::MeetingTime, meetingTime(paper)),
                      sentence(paper, Label::Place, paper.model.meeting.place.value_or(std::string()))});
}

// ---- sender

/// A line of the sender block.
struct SenderLine {
    std::vector<LinePart> parts;
    SourcePos source;
};

/// "Sagsnr.: 20/49269", the label alone without a value.
std::vector<LinePart> labelled(const Paper& paper, Label label, std::string value,
                               bool valueIsWords = false) {
    std::string words = fmt::format("{}:", paper.c.labels[label]);
    if (value.empty() || valueIsWords) {
        return {{words + (value.empty() ? "" : " ") + value, true}};
    }
    return {{words + " ", true}, {std::move(value)}};
}

std::vector<std::vector<SenderLine>> senderParts(const Paper& paper, DateForm dates) {
    std::vector<std::vector<SenderLine>> parts;
    const auto add = [&](std::vector<SenderLine> lines) {
        std::erase_if(lines, [](const SenderLine& line) {
            return std::ranges::all_of(line.parts, [](const LinePart& part) { return part.text.empty(); });
        });
        if (!lines.empty()) {
            parts.push_back(std::move(lines));
        }
    };
    const DocumentHeader& header = paper.model.header;
    if (const auto& of = header.organisation) {
        add({{{{of->name}}, of->nameSource},
             {{{of->unit}}, of->unitSource},
             {{{of->office}}, of->officeSource}});
    }
    if (header.date) {
        add({{labelled(paper, Label::Date, paper.dateText(*header.date, dates), dates == DateForm::Long),
              {}}});
    }
    std::vector<SenderLine> ofCase;
    if (header.caseNumber) {
        ofCase.push_back({labelled(paper, Label::CaseNumber, *header.caseNumber), header.caseNumberSource});
    }
    if (header.caseOfficer) {
        ofCase.push_back(
            {labelled(paper, Label::CaseOfficer, *header.caseOfficer), header.caseOfficerSource});
    }
    add(std::move(ofCase));
    return parts;
}

/// The sender block, its nodes after what is read before it.
void addSender(const Paper& paper, std::size_t at) {
    if (!paper.look.sender) {
        return;
    }
    const SenderStyle& sender = *paper.look.sender;
    const Type type = paper.typeOf(AgendaRole::Sender);
    Aside aside;
    aside.x = paper.column + sender.gap;
    aside.width = sender.width;
    for (std::vector<SenderLine>& part : senderParts(paper, sender.dates)) {
        for (SenderLine& line : part) {
            const NodeId node = paper.c.out.tree.add(NodeId::Root, Role::P);
            aside.blocks.emplace_back().content = labelledParagraph(
                paper.c, line.parts, type, node, line.source.orElse(paper.model.header.source));
        }
        aside.blocks.back().spaceAfter = sender.partGap;
    }
    if (aside.blocks.empty()) {
        return;
    }
    aside.blocks.back().spaceAfter = {};
    Block block;
    block.content = std::move(aside);
    std::vector<Block>& blocks = paper.blocks();
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
}

// ---- cover

/// The municipality at the left, its logo at the right.
void addCoverSender(const Paper& paper, const CoverStyle& cover) {
    const auto& organisation = paper.model.header.organisation;
    if (!organisation) {
        return;
    }
    Columns row;
    const Type type = paper.typeOf(AgendaRole::CoverSender);
    const std::string name =
        joined(std::array{organisation->name, organisation->unit, organisation->office}, " · ");
    if (!name.empty()) {
        Column& left = row.columns.emplace_back(Column{{}, paper.column * 2 / 3, {}});
        const NodeId node = paper.c.out.tree.add(NodeId::Root, Role::P);
        left.blocks.emplace_back().content = Context::paragraph(
            paper.c.out.keep(name), type, node, organisation->nameSource.orElse(paper.model.header.source));
    }
    if (organisation->logo) {
        TextPicture picture;
        picture.file = organisation->logo->file;
        picture.alt = organisation->logo->alt;
        picture.source = organisation->nameSource.orElse(paper.model.header.source);
        if (auto logo = pictureBlock(paper.c, picture, NodeId::Root, {}, cover.logoHeight)) {
            std::get<Figure>(logo->content).align = Align::Right;
            const Length x = name.empty() ? Length() : paper.column * 2 / 3;
            Column& right = row.columns.emplace_back(Column{x, paper.column - x, {}});
            right.blocks.push_back(std::move(*logo));
        }
    }
    if (row.columns.empty()) {
        return;
    }
    Block block;
    block.content = std::move(row);
    block.spaceAfter = cover.spaceAfterSender;
    paper.blocks().push_back(std::move(block));
}

/// "onsdag den 18. november 2026 kl. 17.00-20.00"
std::string dayLine(const Paper& paper) {
    const Meeting& meeting = paper.model.meeting;
    if (!meeting.date) {
        return {};
    }
    const std::string_view day = weekdayOf(paper.c.labels, *meeting.date);
    const auto weekday = fmt::arg("weekday", day);
    const std::string date = paper.day();
    const std::string time = meeting.start ? meetingTime(paper) : std::string();
    return time.empty()
               ? paper.word(PaperWord::DayOnly, weekday, fmt::arg("date", date))
               : paper.word(PaperWord::DayAndTime, weekday, fmt::arg("date", date), fmt::arg("time", time));
}

/// The title, the committee and the day: one H1, so that listeners hear all of it at once.
void addCoverTitle(const Paper& paper) {
    StructTree& tree = paper.c.out.tree;
    const DocumentHeader& header = paper.model.header;
    const SourcePos source = header.titleSource.orElse(header.source);
    const NodeId h1 = tree.add(NodeId::Root, Role::H1);
    const auto part = [&](const std::string& text, AgendaRole role, bool ofCatalogue) {
        const NodeId span = tree.add(h1, Role::Span);
        if (ofCatalogue) {
            paper.c.setLabelLanguage(span);
        }
        return Context::paragraph(paper.c.out.keep(text), paper.typeOf(role), span, source);
    };
    const std::string committee(paper.committee());
    const std::string day = dayLine(paper);
    const auto more = [](std::string text, bool follows) {
        return follows ? text + "\u00a0" : text; // a blank between what is read as one
    };
    const std::string remark = paper.c.draftRemark(header);
    const std::string title = std::string(paper.title()) + remark;
    const bool follows = !committee.empty() || !day.empty();
    Paragraph words =
        remark.empty() ? part(more(title, follows), AgendaRole::Title, header.title.empty())
                       : labelledParagraph(paper.c,
                                           {{std::string(paper.title()), header.title.empty()},
                                            {more(remark, follows), true}},
                                           paper.typeOf(AgendaRole::Title), tree.add(h1, Role::Span), source);
    Block block;
    block.content = Heading{std::move(words), 1, outlineText(joined(std::array{title, committee, day}, " "))};
    block.spaceBefore = paper.look[AgendaRole::Title].spaceBefore;
    block.spaceAfter = paper.look[AgendaRole::Title].spaceAfter;
    block.keepWithNext = true;
    paper.blocks().push_back(std::move(block));
    if (!committee.empty()) {
        Block line;
        line.content = part(more(committee, !day.empty()), AgendaRole::CoverCommittee, false);
        line.keepWithNext = true;
        paper.blocks().push_back(std::move(line));
    }
    if (!day.empty()) {
        paper.blocks().emplace_back().content = part(day, AgendaRole::CoverDay, true);
    }
    paper.blocks().back().spaceAfter =
        std::max(paper.blocks().back().spaceAfter, paper.look[AgendaRole::Part].spaceBefore);
}

void addCover(const Paper& paper, const CoverStyle& cover) {
    addCoverSender(paper, cover);
    addCoverTitle(paper);
    paper.c.nameFile(paper.model.header, paper.title(), {std::string(paper.committee()), paper.day()});
}

void addTitle(const Paper& paper) {
    paper.c.addTitle(paper.model.header, paper.title(), paper.look[AgendaRole::Title], paper.headingMeasure,
                     {std::string(paper.committee()), paper.day()});
}

} // namespace

void addFront(const Paper& paper) {
    // On the page the sender block's top is the title's, so its block comes first; it is read after the
    // facts, so its nodes come later.
    const std::size_t senderAt = paper.blocks().size();
    if (paper.look.cover) {
        addCover(paper, *paper.look.cover);
    } else {
        addTitle(paper);
    }
    describe(paper);
    addFacts(paper);
    addSender(paper, senderAt);
    addCorrection(paper);
    addText(paper.c, paper.model.introduction, NodeId::Root, paper.textLook(2), paper.blocks());
    if (paper.look.contents) {
        addContents(paper, *paper.look.contents);
    }
    if (paper.look.attendance) {
        addAttendance(paper, *paper.look.attendance);
    }
}

} // namespace sidetal
