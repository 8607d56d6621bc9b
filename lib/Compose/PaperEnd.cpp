#include "Compose/PaperEnd.h"

#include "Compose/PaperEnclosures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

/// Somebody who signs.
struct Signer {
    std::string name;
    std::string note; ///< party and role
    SourcePos source;
};

Signer signerOf(const Person& person) {
    return {person.name, joined(std::array{person.party, person.role}, ", "), person.source};
}

/// Those whom the paper names; else those of the mode.
std::vector<Signer> signersOf(const Paper& paper, const Signatures& signatures) {
    std::vector<Signer> out;
    const Meeting& meeting = paper.model.meeting;
    if (!signatures.people.empty()) {
        std::ranges::transform(signatures.people, std::back_inserter(out), signerOf);
    } else if (signatures.mode == Signatures::Mode::ChairAndSecretary) {
        for (const auto* person : {&meeting.chair, &meeting.secretary}) {
            if (*person) {
                out.push_back(signerOf(**person));
            }
        }
    } else {
        for (const RollEntry& entry : paper.roll.people()) {
            const bool there = entry.opening == RollEntry::Opening::Present || entry.arrives;
            if (MeetingRoll::hasVote(entry) && there) {
                out.push_back(signerOf(entry.person));
            }
        }
    }
    return out;
}

/// Two cells and more side by side, each with a line to sign on over a name.
class SignatureRows {
  public:
    explicit SignatureRows(const Paper& paper)
        : paper_(paper)
        , style_(paper.look.signatures)
        , nameType_(paper.typeOf(AgendaRole::SignatureName))
        , noteType_(paper.typeOf(AgendaRole::SignatureNote)) {}

    void compose(std::span<const Signer> signers) {
        const Length width =
            std::min(style_.cellWidth.value_or((paper_.column - style_.gap) / 2), paper_.column);
        const auto across = static_cast<std::size_t>(
            std::max<std::int64_t>((paper_.column + style_.gap).milli() / (width + style_.gap).milli(), 1));
        const NodeId list = paper_.c.out.tree.add(NodeId::Root, Role::L);
        std::int32_t rows = 0;
        while (!signers.empty()) {
            const auto row = signers.first(std::min(across, signers.size()));
            signers = signers.subspan(row.size());
            addRow(row, width, list);
            paper_.blocks().back().keepWithNext = ++rows < style_.leastRows && !signers.empty();
        }
    }

  private:
    void addRow(std::span<const Signer> row, Length width, NodeId list) {
        Columns out;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Length x = (width + style_.gap) * static_cast<std::int64_t>(i);
            out.columns.push_back(Column{x, width, cellOf(row[i], width, list)});
        }
        Block block;
        block.content = std::move(out);
        paper_.blocks().push_back(std::move(block));
    }

    [[nodiscard]] std::vector<Block> cellOf(const Signer& signer, Length width, NodeId list) const {
        StructTree& tree = paper_.c.out.tree;
        const NodeId body = tree.add(tree.add(list, Role::LI), Role::LBody);
        const Length words = paper_.look[AgendaRole::SignatureName].text.lineHeight +
                             paper_.look[AgendaRole::SignatureNote].text.lineHeight;
        std::vector<Block> out;
        out.push_back(lineToSign(width, std::max(style_.cellHeight - words, Length::points(1))));
        const NodeId name = signer.note.empty() ? body : tree.add(body, Role::P);
        out.emplace_back().content =
            Context::paragraph(paper_.c.out.keep(signer.name), nameType_, name, signer.source);
        if (!signer.note.empty()) {
            out.emplace_back().content = Context::paragraph(paper_.c.out.keep(signer.note), noteType_,
                                                            tree.add(body, Role::P), signer.source);
        }
        return out;
    }

    /// Empty height with a line at its foot.
    [[nodiscard]] Block lineToSign(Length width, Length height) const {
        Drawing::Stroke stroke;
        stroke.segments = {{PathSegment::Kind::Move, {Length(), height}, {}, {}},
                           {PathSegment::Kind::Line, {width, height}, {}, {}}};
        stroke.stroke = Colour{0, 0, 0};
        stroke.width = style_.ruleWidth;
        Figure figure;
        figure.width = width;
        figure.height = height;
        figure.shown = Drawing{{std::move(stroke)}};
        Block block;
        block.content = std::move(figure);
        return block;
    }

    const Paper& paper_;
    const SignaturesStyle& style_;
    Type nameType_;
    Type noteType_;
};

/// "Godkendt digitalt den 20. november 2026 af Anna Prøve (V), borgmester", a line each.
void addApprovals(const Paper& paper, const Signatures& signatures) {
    const NodeId list = paper.c.out.tree.add(NodeId::Root, Role::L);
    for (const Approval& approval : signatures.approvals) {
        const std::string person = personText(approval.person);
        const auto name = fmt::arg("name", person);
        const std::string words = approval.date
                                      ? paper.word(PaperWord::ApprovedOn, name,
                                                   fmt::arg("date", paper.c.labels.longDate(*approval.date)))
                                      : paper.word(PaperWord::Approved, name);
        const NodeId body = paper.c.out.tree.add(paper.c.out.tree.add(list, Role::LI), Role::LBody);
        Block block;
        block.content = labelledParagraph(paper.c, {{words, true}}, paper.typeOf(AgendaRole::SignatureName),
                                          body, approval.source);
        paper.blocks().push_back(std::move(block));
    }
}

void addSignatures(const Paper& paper, const Signatures& signatures, TargetId end) {
    const std::vector<Signer> signers =
        signatures.mode == Signatures::Mode::Digital ? std::vector<Signer>() : signersOf(paper, signatures);
    if (signers.empty() && signatures.approvals.empty()) {
        return;
    }
    paper.addPartHeading(PaperWord::Signatures, end);
    if (!signers.empty()) {
        const bool two = signatures.mode == Signatures::Mode::ChairAndSecretary;
        Block law =
            paper.line(std::string(paper.word(two ? PaperWord::SignedByTwo : PaperWord::SignedByMembers)),
                       AgendaRole::SignatureNote, paper.model.header.source, true);
        law.keepWithNext = true;
        paper.blocks().push_back(std::move(law));
        SignatureRows(paper).compose(signers);
    }
    if (!signatures.approvals.empty()) {
        addApprovals(paper, signatures);
    }
}

} // namespace

void addEnd(const Paper& paper) {
    TargetId end = paper.end; // of the first part that there is
    const auto takeEnd = [&] { return std::exchange(end, TargetId::None); };
    const AttendanceSentence closing = paper.attendanceWords().closing(paper.model.meeting);
    if (!closing.text.empty()) {
        Block block = paper.line(closing.text, AgendaRole::Notice, closing.source, true);
        if (end != TargetId::None) {
            paper.c.out.tree.bindTarget(takeEnd(), std::get<Paragraph>(block.content).runs.front().leaf);
        }
        block.spaceBefore = paper.look[AgendaRole::Part].spaceBefore;
        paper.blocks().push_back(std::move(block));
    }
    if (paper.look.enclosures.listAtEnd && hasEnclosures(paper)) {
        addAllEnclosures(paper, takeEnd());
    }
    if (paper.model.signatures) {
        addSignatures(paper, *paper.model.signatures, takeEnd());
    }
}

} // namespace sidetal
