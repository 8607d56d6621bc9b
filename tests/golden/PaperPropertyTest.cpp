#include "Compose/Compose.h"
#include "Dump/PaintedText.h"
#include "Layout/Layout.h"
#include "Styles/StyleReader.h"
#include "golden/PageFeet.h"
#include "golden/Spoken.h"
#include "golden/SpokenPaper.h"
#include "layout/Random.h"
#include "support/Memory.h"
#include "support/RandomPaper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

namespace sidetal::test {

namespace {

using Fault = std::optional<std::string>;
using Kind = Said::Kind;

/// The barest of the random styles' bars around decisions.
constexpr Colour kBar{1, 2, 3};

/// No line of a paper is higher, the padding of a decision and of cells included.
constexpr Length kHighest = Length::points(60);

/// A paper on its pages.
struct LaidPaper {
    LaidPaper(std::uint64_t seed, LineBreaker& lines)
        : breaker(lines)
        , document(randomPaper(seed))
        , style(randomPaperStyle(seed))
        , language(seed % 4 == 0 ? "en" : "da")
        , pages(layOut(compose(document, style, diagnostics, {language}), breaker, diagnostics)) {}

    [[nodiscard]] const MeetingPaper& paper() const { return std::get<MeetingPaper>(document); }
    [[nodiscard]] const AgendaStyle& look() const { return std::get<AgendaStyle>(style.look); }
    [[nodiscard]] const StructTree& tree() const { return *pages.tree; }

    LineBreaker& breaker;
    Document document;
    StyleSheet style;
    std::string language;
    Diagnostics diagnostics;
    Pages pages;
};

/// Checks what readers hear and see of a paper against what it is to say.
class PaperChecker {
  public:
    explicit PaperChecker(LaidPaper& laid)
        : laid_(laid)
        , tree_(laid.tree())
        , leaves_(dump::leafTexts(laid.pages, laid.breaker))
        , spoken_(laid.paper(), laid.look(), *Labels::find(laid.language)) {}

    Fault check() {
        takeRows();
        if (rows_.size() != (laid_.look().contents ? spoken_.listed().size() : 0)) {
            return fmt::format("{} rows of contents", rows_.size());
        }
        hear(NodeId::Root);
        Fault fault = checkWords();
        const bool ownCover = laid_.look().cover && laid_.look().cover->ownPage; // which ends where it will
        fault = fault ? fault : aloneAtFoot(tree_, leaves_, laid_.pages.count, ownCover ? 1 : 0);
        fault = fault ? fault : checkLeads();
        fault = fault ? fault : checkTables();
        fault = fault ? fault : checkOutline();
        fault = fault ? fault : checkItems();
        for (std::uint32_t page = 0; page < laid_.pages.count && !fault; ++page) {
            laid_.pages.paint(page, laid_.breaker, page_);
            fault = checkBars(page);
            fault = fault ? fault : checkHeights(page);
        }
        return fault ? fault : checkContents();
    }

  private:
    /// All leaves that say something, in the order of the structure.
    void hear(NodeId node) {
        const std::string words = withoutSpace(leaves_[index(node)].text);
        if (!words.empty()) {
            begins_[heard_.size()] = node;
            heard_ += words;
        }
        for (NodeId kid = tree_.node(node).firstKid; kid != NodeId::None; kid = tree_.node(kid).next) {
            hear(kid);
        }
    }

    /// What the rows of the contents lead to, by their items.
    void takeRows() {
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            const auto node = static_cast<NodeId>(i);
            if (tree_.node(node).role == Role::Link && isWithin(tree_, node, Role::TOCI)) {
                rows_.push_back(node);
            }
        }
        for (std::size_t i = 0; i < std::min(rows_.size(), spoken_.listed().size()); ++i) {
            targets_[spoken_.listed()[i]] = tree_.link(tree_.node(rows_[i]))->target;
        }
    }
    [[nodiscard]] const Target& targetOf(std::size_t item) const {
        return laid_.pages.target(targets_.at(item));
    }

    /// Structure order is model order, word for word.
    Fault checkWords() {
        std::string expected;
        for (const Said& said : spoken_.all()) {
            places_.push_back(expected.size());
            expected += said.kind == Kind::Page ? std::to_string(targetOf(*said.item).number) : said.text;
        }
        if (expected == heard_) {
            return std::nullopt;
        }
        const auto at = std::ranges::mismatch(expected, heard_).in1 - expected.begin();
        return fmt::format("is to say\n  {}\nsays\n  {}", around(expected, at), around(heard_, at));
    }

    /// Whole characters before and after a place.
    static std::string around(const std::string& text, std::ptrdiff_t place) {
        const auto isInside = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
        auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(place - 60, 0));
        std::size_t to = std::min(from + 160, text.size());
        while (isInside(from)) {
            ++from;
        }
        while (isInside(to)) {
            ++to;
        }
        return text.substr(from, to - from);
    }

    /// The leaf that holds the character of this place.
    [[nodiscard]] NodeId leafAt(std::size_t place) const {
        return std::prev(begins_.upper_bound(place))->second;
    }
    /// The leaves of something that is said.
    [[nodiscard]] std::vector<NodeId> leavesOf(std::size_t said) const {
        std::vector<NodeId> out;
        const std::size_t begin = places_[said];
        const std::size_t end = begin + spoken_.all()[said].text.size();
        for (auto at = std::prev(begins_.upper_bound(begin)); at != begins_.end() && at->first < end; ++at) {
            out.push_back(at->second);
        }
        return out;
    }
    [[nodiscard]] const dump::LeafText& shown(NodeId leaf) const { return leaves_[index(leaf)]; }
    [[nodiscard]] NodeId headingOf(NodeId leaf) const {
        while (leaf != NodeId::None &&
               (tree_.node(leaf).role < Role::H1 || tree_.node(leaf).role > Role::H6)) {
            leaf = tree_.node(leaf).parent;
        }
        return leaf;
    }

    /// No line that leads stands on another page than what it leads.
    Fault checkLeads() {
        int level = 0; // of the last heading
        for (std::size_t i = 0; i + 1 < spoken_.all().size(); ++i) {
            const Said& said = spoken_.all()[i];
            level = said.level > 0 ? said.level : level;
            std::size_t next = i + 1;
            while (next < spoken_.all().size() && spoken_.all()[next].text.empty()) {
                ++next;
            }
            if (said.kind != Kind::Lead || said.text.empty() || next == spoken_.all().size()) {
                continue;
            }
            const Said& after = spoken_.all()[next];
            const bool leads = after.level == 0 || after.level > level; // all else begins where it can
            const std::uint32_t page = shown(leavesOf(i).back()).last;
            if (leads && shown(leafAt(places_[next])).first != page && !holdsLeadsAlone(page)) {
                return fmt::format("'{}' stands alone at the foot of page {}, before '{}'", said.text,
                                   page + 1, after.text);
            }
        }
        return std::nullopt;
    }

    /// What it leads is as high as a page.
    [[nodiscard]] bool holdsLeadsAlone(std::uint32_t page) const {
        for (std::size_t i = 0; i < spoken_.all().size(); ++i) {
            const Said& said = spoken_.all()[i];
            if (said.text.empty() || said.level > 0 || said.kind == Kind::Lead) {
                continue;
            }
            for (const NodeId leaf : leavesOf(i)) {
                if (shown(leaf).first <= page && shown(leaf).last >= page) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A table of few parties stands on one page.
    Fault checkTables() {
        std::map<std::size_t, std::pair<std::uint32_t, std::uint32_t>> pagesOf;
        for (std::size_t i = 0; i < spoken_.all().size(); ++i) {
            const Said& said = spoken_.all()[i];
            if (said.kind != Kind::Cell || said.text.empty()) {
                continue;
            }
            for (const NodeId leaf : leavesOf(i)) {
                const auto [at, isNew] = pagesOf.try_emplace(*said.mark, shown(leaf).first, shown(leaf).last);
                at->second.first = std::min(at->second.first, shown(leaf).first);
                at->second.second = std::max(at->second.second, shown(leaf).last);
            }
        }
        for (const auto& [table, pages] : pagesOf) {
            if (spoken_.tables()[table] <= 8 && pages.first != pages.second) {
                return fmt::format("a table of {} parties begins on page {} and ends on page {}",
                                   spoken_.tables()[table], pages.first + 1, pages.second + 1);
            }
        }
        return std::nullopt;
    }

    /// Every heading that is to have one has its entry, of its level, in order; and each entry leads to the
    /// page of its heading.
    Fault checkOutline() {
        auto entry = laid_.pages.outline.begin();
        const auto end = laid_.pages.outline.end();
        for (std::size_t i = 0; i < spoken_.all().size(); ++i) {
            const Said& said = spoken_.all()[i];
            if (said.kind != Kind::Heading) {
                continue;
            }
            const NodeId leaf = leafAt(places_[i]);
            const NodeId heading = headingOf(leaf);
            if (heading == NodeId::None || tree_.node(heading).role != roleOf(said.level)) {
                return fmt::format("'{}' is no heading of level {}", said.text, said.level);
            }
            entry = std::find_if(
                entry, end, [&](const OutlineEntry& each) { return withoutSpace(each.title) == said.text; });
            if (entry == end) {
                return fmt::format("'{}' has no entry in the outline", said.text);
            }
            const Target& target = laid_.pages.target(entry->target);
            if (target.page != shown(leaf).first || entry->level != said.level ||
                headingOf(target.node) != heading) {
                return fmt::format("the entry of '{}' leads to page {}, not {}", said.text, target.page + 1,
                                   shown(leaf).first + 1);
            }
            ++entry;
        }
        return std::nullopt;
    }

    static Role roleOf(int level) { return static_cast<Role>(static_cast<int>(Role::H1) + level - 1); }

    /// The target of each item is its heading, on its page and under its number.
    Fault checkItems() {
        for (std::size_t i = 0; i < spoken_.all().size(); ++i) {
            const Said& said = spoken_.all()[i];
            if (said.kind != Kind::Heading || !said.item || !targets_.contains(*said.item)) {
                continue;
            }
            const NodeId leaf = leafAt(places_[i]);
            const Target& target = targetOf(*said.item);
            const std::uint32_t first = static_cast<std::uint32_t>(laid_.paper().firstPage.value_or(1));
            if (target.page != shown(leaf).first || target.number != first + target.page ||
                tree_.targetNode(targets_.at(*said.item)) != headingOf(leaf)) {
                return fmt::format("item {} stands on page {}; its target on {}, numbered {}", *said.item,
                                   shown(leaf).first + 1, target.page + 1, target.number);
            }
            tops_[leaf] = &target;
        }
        return std::nullopt;
    }

    /// A target lies at the top of its heading's first line.
    Fault checkHeights(std::uint32_t page) {
        for (const Op& op : page_.ops) {
            const auto* text = std::get_if<TextOp>(&op);
            if (text == nullptr || text->content.isArtifact()) {
                continue;
            }
            baselines_.try_emplace(text->content.leaf(), page, text->baseline);
            const auto at = tops_.find(text->content.leaf());
            if (at == tops_.end()) {
                continue;
            }
            const Length below = text->baseline - at->second->top;
            if (at->second->page != page || below < text->size / 2 || below > text->size * 2) {
                return fmt::format("a target lies at {}, its heading's line at {} of page {}",
                                   at->second->top.milli(), text->baseline.milli(), page + 1);
            }
            tops_.erase(at);
        }
        for (const Op& op : page_.ops) {
            if (const auto* link = std::get_if<LinkOp>(&op)) {
                areas_[link->link].emplace_back(page, link->area);
            }
        }
        return std::nullopt;
    }

    /// Each row of the contents can be followed where it stands, to its item.
    Fault checkContents() {
        if (!tops_.empty()) {
            return "a target's heading is not painted";
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const std::string number = std::to_string(targetOf(spoken_.listed()[row]).number);
            const std::string said = laid_.pages.contentsOf(*tree_.link(tree_.node(rows_[row])));
            if (!said.ends_with(number)) {
                return fmt::format("row {} leads elsewhere, to {}", row, said);
            }
            NodeId leaf = rows_[row];
            while (tree_.node(leaf).firstKid != NodeId::None) {
                leaf = tree_.node(leaf).firstKid;
            }
            const auto& [page, baseline] = baselines_.at(leaf);
            const auto& areas = areas_[rows_[row]];
            const bool found = std::ranges::any_of(areas, [&, p = page, y = baseline](const auto& area) {
                return area.first == p && area.second.y < y && y <= area.second.bottom();
            });
            if (!found || areas.size() != 1) {
                return fmt::format("row {} has {} areas", row, areas.size());
            }
        }
        return std::nullopt;
    }

    /// The bar of a decision stands beside its lines on each page, and beside nothing else.
    Fault checkBars(std::uint32_t page) {
        if (panelOf_.empty()) {
            for (std::size_t i = 0; i < spoken_.all().size(); ++i) {
                const Said& said = spoken_.all()[i];
                if (said.mark && said.kind != Kind::Cell && !said.text.empty()) {
                    for (const NodeId leaf : leavesOf(i)) {
                        panelOf_[leaf] = *said.mark;
                    }
                }
            }
        }
        std::vector<Rect> bars;
        std::map<std::size_t, std::pair<Length, Length>> lines; // first and last baseline of each decision
        for (const Op& op : page_.ops) {
            if (const auto* fill = std::get_if<FillOp>(&op); fill != nullptr && fill->colour == kBar) {
                bars.push_back(fill->rect);
            }
            const auto* text = std::get_if<TextOp>(&op);
            if (text == nullptr || text->content.isArtifact()) {
                continue;
            }
            if (const auto at = panelOf_.find(text->content.leaf()); at != panelOf_.end()) {
                auto& [first, last] =
                    lines.try_emplace(at->second, text->baseline, text->baseline).first->second;
                first = std::min(first, text->baseline);
                last = std::max(last, text->baseline);
            }
        }
        std::erase_if(bars, [&](const Rect& bar) { return hasRuleAlone(bar); });
        if (bars.size() != lines.size()) {
            return fmt::format("page {} has {} bars beside {} decisions", page + 1, bars.size(),
                               lines.size());
        }
        auto bar = bars.begin(); // both go down the page
        for (const auto& [panel, line] : lines) {
            const auto [first, last] = withRules(*bar, line);
            if (bar->y > first || bar->bottom() < last || first - bar->y > kHighest ||
                bar->bottom() - last > kHighest) {
                return fmt::format("page {}: a bar from {} to {} beside lines from {} to {}", page + 1,
                                   bar->y.milli(), bar->bottom().milli(), first.milli(), last.milli());
            }
            ++bar;
        }
        return checkBeside(bars, page);
    }

    /// What of a decision is no text: rules, and the lines around empty cells.
    [[nodiscard]] std::pair<Length, Length> withRules(const Rect& bar,
                                                      std::pair<Length, Length> lines) const {
        for (const Op& op : page_.ops) {
            const auto* rule = std::get_if<LineOp>(&op);
            if (rule != nullptr && bar.y <= rule->y1 && rule->y2 <= bar.bottom()) {
                lines.first = std::min(lines.first, rule->y1);
                lines.second = std::max(lines.second, rule->y2);
            }
        }
        return lines;
    }

    /// A rule that ends a decision may have gone to another page than its words.
    [[nodiscard]] bool hasRuleAlone(const Rect& bar) const {
        const auto isIn = [&](Length y) { return bar.y < y && y < bar.bottom(); };
        return std::ranges::any_of(page_.ops,
                                   [&](const Op& op) {
                                       const auto* rule = std::get_if<LineOp>(&op);
                                       return rule != nullptr && isIn(rule->y1);
                                   }) &&
               std::ranges::none_of(page_.ops, [&](const Op& op) {
                   const auto* text = std::get_if<TextOp>(&op);
                   return text != nullptr && isIn(text->baseline);
               });
    }

    /// Nothing else stands beside a bar.
    Fault checkBeside(const std::vector<Rect>& bars, std::uint32_t page) const {
        for (const Op& op : page_.ops) {
            const auto* text = std::get_if<TextOp>(&op);
            if (text == nullptr || text->content.isArtifact() || panelOf_.contains(text->content.leaf()) ||
                shown(text->content.leaf()).text.find_first_not_of(' ') == std::string::npos) {
                continue;
            }
            for (const Rect& bar : bars) {
                if (bar.y < text->baseline && text->baseline < bar.bottom()) {
                    return fmt::format("page {}: '{}' stands beside a decision's bar", page + 1,
                                       shown(text->content.leaf()).text);
                }
            }
        }
        return std::nullopt;
    }

    LaidPaper& laid_;
    const StructTree& tree_;
    std::vector<dump::LeafText> leaves_;
    SpokenPaper spoken_;
    std::vector<NodeId> rows_; ///< links of the contents
    std::map<std::size_t, TargetId> targets_;
    std::string heard_;
    std::map<std::size_t, NodeId> begins_; ///< the leaf that begins at a place of what is heard
    std::vector<std::size_t> places_;      ///< of each thing that is said
    std::map<NodeId, std::size_t> panelOf_;
    std::map<NodeId, const Target*> tops_;                         ///< of headings that are not painted yet
    std::map<NodeId, std::pair<std::uint32_t, Length>> baselines_; ///< where each leaf begins
    std::map<NodeId, std::vector<std::pair<std::uint32_t, Rect>>> areas_;
    Page page_;
};

Fault checkPaper(std::uint64_t seed) {
    static Shaper shaper(Fonts::open());
    static LineBreaker breaker(shaper);
    LaidPaper laid(seed, breaker);
    for (const Diagnostic& each : laid.diagnostics.all()) {
        if (each.severity == Severity::Error) { // tables in tables in lists ask for more than any page has
            return each.code == "SID-L008" || each.code == "SID-L002" ? Fault() : format(each);
        }
    }
    return PaperChecker(laid).check();
}

} // namespace

// Items of a line or two are not kept with one another, though each heading is with what stands under it.
TEST(Papers, shortItemsFillTheirPages) {
    MeetingPaper paper;
    for (int i = 0; i < 60; ++i) {
        AgendaItem& item = paper.items.emplace_back();
        item.title = "Godkendelse af dagsorden";
        item.caseNumber = "1";
        item.body = i % 2 == 0 ? RichText() : plainText("Godkendt.");
    }
    const Document document = paper;
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    Diagnostics diagnostics;
    const StyleSheet style = input::builtInStyleSheet("council");
    const Pages pages = layOut(compose(document, style, diagnostics), breaker, diagnostics);
    Page page;
    for (std::uint32_t number = 0; number + 1 < pages.count; ++number) {
        Length last;
        pages.paint(number, breaker, page);
        for (const Op& op : page.ops) {
            const auto* text = std::get_if<TextOp>(&op);
            last = text != nullptr && !text->content.isArtifact() ? std::max(last, text->baseline) : last;
        }
        const Length foot = style.page.height - style.page.marginBottom;
        EXPECT_LT(foot - last, Length::points(100)) << "page " << number + 1;
    }
}

// A target that nothing was bound to once made a table as large as node numbers can be.
TEST(Papers, withoutAnEndTakeNoMemoryForIt) {
    if (!kMemoryIsOurs) {
        GTEST_SKIP();
    }
    MeetingPaper paper;
    paper.items.emplace_back().title = "Eventuelt";
    const Document document = paper;
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    Diagnostics diagnostics;
    const StyleSheet style = input::builtInStyleSheet("council");
    EXPECT_LT(
        peakMegabytes([&] { (void)layOut(compose(document, style, diagnostics), breaker, diagnostics); }),
        200);
}

TEST(PaperProperty, randomPapersSayWhatTheyHoldInOrderAndLeadThere) {
    forRandomCases(0, 1, 500, checkPaper);
}

} // namespace sidetal::test
