#include "Compose/CorrectionBlocks.h"

#include "Compose/LabelledLine.h"
#include "Labels/PaperWords.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <utility>

namespace sidetal {

namespace {

template <class... Args>
std::string filled(const Labels& labels, PaperWord pattern, const Args&... args) {
    return fmt::format(fmt::runtime(paperWord(labels, pattern)), args...);
}

} // namespace

std::string replacesText(const Labels& labels, const std::string& version, const std::optional<Date>& date,
                         const std::optional<Date>& own, bool differs) {
    const std::string day = date ? labels.longDate(*date) : std::string();
    PaperWord word = PaperWord::CorrectsVersion;
    if (version.empty() || day.empty()) {
        word = !version.empty() ? PaperWord::CorrectsNumbered
               : !day.empty()   ? PaperWord::CorrectsDated
                                : PaperWord::CorrectsOther;
    }
    std::string out = filled(labels, word, fmt::arg("version", version), fmt::arg("date", day));
    if (own) {
        const std::string ownDay = labels.longDate(*own);
        out += " " + filled(labels, PaperWord::CorrectedOn, fmt::arg("date", ownDay));
    }
    if (!differs) {
        out += " " + std::string(paperWord(labels, PaperWord::NothingCorrected));
    }
    return out;
}

std::string fieldText(const Labels& labels, std::string_view field, const std::string& before,
                      const std::string& after) {
    if (before.empty() && after.empty()) {
        return std::string(field);
    }
    const PaperWord word = before.empty()  ? PaperWord::ChangedTo
                           : after.empty() ? PaperWord::ChangedFrom
                                           : PaperWord::ChangedWords;
    return filled(labels, word, fmt::arg("field", field), fmt::arg("before", before),
                  fmt::arg("after", after));
}

std::string changeText(const Labels& labels, Change::Kind kind, const std::string& what,
                       const std::vector<std::string>& fields) {
    const std::string all = fmt::format("{}", fmt::join(fields, ", "));
    return filled(labels, wordAfter(PaperWord::ChangeChanged, static_cast<std::size_t>(kind)),
                  fmt::arg("item", what), fmt::arg("fields", all));
}

void addCorrectionList(Context& context, const std::vector<CorrectionLine>& lines,
                       const CorrectionLook& look) {
    StructTree& tree = context.out.tree;
    const NodeId node = tree.add(NodeId::Root, Role::L);
    tree.node(node).numbering = ListNumbering::Disc;
    List list;
    list.labelWidth = look.list->labelWidth;
    const std::string_view bullet = context.out.keep(look.list->bullet);
    for (const CorrectionLine& line : lines) {
        const NodeId li = tree.add(node, Role::LI);
        ListItem& item = list.items.emplace_back();
        item.label = Context::paragraph(bullet, look.type, tree.add(li, Role::Lbl), line.source);
        item.body.emplace_back().content = labelledParagraph(context, {{line.text, true}}, look.type,
                                                             tree.add(li, Role::LBody), line.source);
    }
    Block block;
    block.content = std::move(list);
    block.spaceAfter = look.spaceAfter;
    context.out.run().blocks.push_back(std::move(block));
}

} // namespace sidetal
