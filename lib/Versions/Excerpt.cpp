#include "Versions/Excerpt.h"

#include "Attendance/Roll.h"
#include "Support/Names.h"
#include "Support/Texts.h"
#include "Versions/ExcerptAttendance.h"
#include "Versions/GivenNumbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace sidetal {

namespace {

/// Marks the items that a request asks for.
class Selection {
  public:
    Selection(const MeetingPaper& paper, const ItemIndex& items, Diagnostics& diagnostics)
        : paper_(paper)
        , items_(items)
        , diagnostics_(diagnostics)
        , asked_(items.size()) {}

    [[nodiscard]] std::vector<bool> take(const ExcerptRequest& request) {
        if (!request.items.empty()) {
            takeNumbers(request.items);
        }
        for (const std::string& number : request.cases) {
            takeWhere(
                "SID-E051", fmt::format("no item has the case number '{}'", number), number,
                [&](const AgendaItem& item) { return item.caseNumber == number; },
                [](const AgendaItem& item, const auto& use) { use(item.caseNumber); });
        }
        for (const std::string& committee : request.committees) {
            takeWhere(
                "SID-E052", fmt::format("'{}' decided on no item", committee), committee,
                [&](const AgendaItem& item) {
                    return std::ranges::any_of(item.decisions, [&](const Decision& decision) {
                        return committeeOf(decision) == committee;
                    });
                },
                [&](const AgendaItem& item, const auto& use) {
                    for (const Decision& decision : item.decisions) {
                        use(committeeOf(decision));
                    }
                });
        }
        return std::move(asked_);
    }

  private:
    [[nodiscard]] std::string_view committeeOf(const Decision& decision) const {
        const bool own = decision.committee.empty() && paper_.committee && decidedHere(paper_, decision);
        return own ? std::string_view(paper_.committee->name) : std::string_view(decision.committee);
    }

    void takeNumbers(const std::string& text) {
        const NamedItems named = items_.parse(text);
        for (const std::string& number : named.unknown) {
            const std::string near = items_.nearest(number);
            diagnostics_.error("SID-E050", fmt::format("no item has the number '{}'", number), {}, {},
                               near.empty() ? std::vector<std::string>()
                                            : std::vector{fmt::format("nearest number: '{}'", near)});
        }
        for (const std::string& range : named.backwards) {
            diagnostics_.error("SID-E050",
                               fmt::format("'{}': the last item comes before the first, expected numbers "
                                           "in the order of the paper",
                                           range));
        }
        if (named.unknown.empty() && named.backwards.empty() && named.ranges.empty()) {
            diagnostics_.error("SID-E050",
                               fmt::format("'{}' names no item, expected numbers such as '4, 7-9'", text));
        }
        for (const ItemRange& range : named.ranges) {
            take(range);
        }
    }

    void take(const ItemRange& range) {
        std::fill(asked_.begin() + static_cast<std::ptrdiff_t>(range.from),
                  asked_.begin() + static_cast<std::ptrdiff_t>(range.to), true);
    }

    /// Takes the items that `fits`; where there are none, the nearest of the names that `eachName` gives is
    /// told.
    template <class Fits, class EachName>
    void takeWhere(std::string_view code, std::string message, std::string_view asked, const Fits& fits,
                   const EachName& eachName) {
        std::vector<std::string_view> names;
        bool found = false;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (fits(items_.item(i))) {
                take({i, items_.end(i)});
                found = true;
            }
            eachName(items_.item(i), [&](std::string_view name) { names.push_back(name); });
        }
        if (!found) {
            const auto near = nearestName(asked, names);
            diagnostics_.error(code, std::move(message), {}, {},
                               near ? std::vector{fmt::format("nearest: '{}'", *near)}
                                    : std::vector<std::string>());
        }
    }

    const MeetingPaper& paper_;
    const ItemIndex& items_;
    Diagnostics& diagnostics_;
    std::vector<bool> asked_;
};

/// What an excerpt shows of an item that it has for the sake of its sub-items: its heading.
AgendaItem headingOf(const AgendaItem& item) {
    AgendaItem out;
    out.title = item.title;
    out.publicTitle = item.publicTitle;
    out.access = item.access;
    out.kind = item.kind;
    out.status = item.status;
    out.source = item.source;
    out.titleSource = item.titleSource;
    return out;
}

/// Takes the marked items out of a paper.
class Taker {
  public:
    Taker(const std::vector<bool>& asked, std::span<const std::string> numbers)
        : asked_(asked)
        , numbers_(numbers) {}

    [[nodiscard]] std::vector<AgendaItem> take(const std::vector<AgendaItem>& items) {
        std::vector<AgendaItem> out;
        for (const AgendaItem& item : items) {
            const std::size_t own = at_++;
            const std::size_t places = kept_.size();
            kept_.push_back(own);
            std::vector<AgendaItem> inner = take(item.items);
            if (!asked_[own] && inner.empty()) {
                kept_.resize(places);
                continue;
            }
            AgendaItem& taken = out.emplace_back(asked_[own] ? item : headingOf(item));
            taken.items = std::move(inner);
            taken.number = numbers_[own];
        }
        return out;
    }

    /// The places in the whole paper of what was taken, in reading order.
    [[nodiscard]] const std::vector<std::size_t>& kept() const { return kept_; }

  private:
    const std::vector<bool>& asked_;
    std::span<const std::string> numbers_;
    std::size_t at_ = 0;
    std::vector<std::size_t> kept_;
};

/// "4, 7-9" of the marked items; of what has no number the title.
std::string namesOf(const ItemIndex& items, const std::vector<bool>& asked) {
    std::string out;
    const auto add = [&](std::string_view words) {
        out += out.empty() ? "" : ", ";
        out += words;
    };
    for (std::size_t from = 0; from < asked.size();) {
        std::size_t to = from;
        while (to < asked.size() && asked[to]) {
            ++to;
        }
        for (const auto& [first, last] : items.named({from, to}, to - from)) {
            add(last.empty() || first == last ? std::string(first) : fmt::format("{}-{}", first, last));
        }
        for (std::size_t i = from; i < to; ++i) {
            const auto parent = items.parent(i);
            if (items.number(i).empty() && (!parent || !asked[*parent])) {
                add(items.item(i).title);
            }
        }
        from = std::max(to, from + 1);
    }
    return out;
}

MeetingPaper excerptOf(const MeetingPaper& paper, const ItemIndex& items, const std::vector<bool>& asked,
                       Taker& taker) {
    MeetingPaper out;
    out.kind = paper.kind;
    out.header = paper.header;
    out.committee = paper.committee;
    out.meeting = paper.meeting;
    out.supplements = paper.supplements;
    out.corrects = paper.corrects;
    out.numbering = paper.numbering;
    out.signatures = paper.signatures;
    out.excerpt = Excerpt{std::exchange(out.header.title, {}), namesOf(items, asked), paper.header.source};
    out.items = taker.take(paper.items);
    for (const ItemGroup& group : paper.groups) {
        std::vector<AgendaItem> taken = taker.take(group.items);
        if (!taken.empty()) {
            out.groups.push_back({group.title, std::move(taken), group.source, group.titleSource});
        }
    }
    return out;
}

} // namespace

NumberedDocument takeExcerpt(NumberedDocument document, const ExcerptRequest& request,
                             Diagnostics& diagnostics) {
    if (request.empty()) {
        return document;
    }
    const auto* paper = std::get_if<MeetingPaper>(&document.document());
    if (paper == nullptr) {
        diagnostics.error("SID-E053", "an excerpt is taken of agendas and minutes, not of a goal matrix",
                          headerOf(document.document()).source);
        return document;
    }
    Diagnostics told; // by who composes, of what is kept
    const MeetingRoll roll = rollOf(*paper, document.numbers(), told);
    const std::size_t errors = diagnostics.errorCount();
    const std::vector<bool> asked = Selection(*paper, roll.items(), diagnostics).take(request);
    if (diagnostics.errorCount() > errors) {
        return document;
    }
    Taker taker(asked, document.numbers());
    auto out = std::make_shared<Document>(excerptOf(*paper, roll.items(), asked, taker));
    std::vector<std::string> numbers;
    for (const std::size_t place : taker.kept()) {
        numbers.push_back(document.numbers()[place]);
    }
    limitAttendance(std::get<MeetingPaper>(*out), numbers, roll, taker.kept());
    return {std::move(out), std::move(numbers)};
}

} // namespace sidetal
