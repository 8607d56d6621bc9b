#include "canary/CanaryWords.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::canary {

namespace {

constexpr std::size_t kFigures = 4;
constexpr std::size_t kLength = 1 + kFigures + Words::kMark.size() + 1;

bool isSeen(const Need& need, const Views& views) {
    if (!need.orRest.first.empty()) {
        return views.of(need.rule) != View::Drop || views.of(need.orRest) != View::Drop;
    }
    return views.of(need.rule) == View::Show;
}

bool isFigure(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

Needs with(Needs needs, Need more) {
    needs.push_back(more);
    return needs;
}

std::string Words::next(bool withheld) {
    const std::size_t number = withheld_.size();
    withheld_.push_back(withheld);
    return fmt::format("Z{:04}{}z", number, withheld ? mark_ : kMark);
}

std::string Words::add(const Needs& needs) {
    const Views& views = atWithheld_ ? withheldViews_ : usual_;
    return next(!std::ranges::all_of(needs, [&](const Need& need) { return isSeen(need, views); }));
}

std::string Words::addNever() {
    return next(true);
}

std::size_t Words::withheldCount() const {
    return static_cast<std::size_t>(std::ranges::count(withheld_, true));
}

void WordFinder::look(std::string_view text) {
    std::string all = std::move(tail_);
    all.reserve(all.size() + text.size());
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || isFigure(c)) {
            all += c;
        } else if (c >= 'A' && c <= 'Z') {
            all += static_cast<char>(c - 'A' + 'a');
        }
    }
    const std::string end = std::string(Words::kMark) + "z";
    for (std::size_t at = all.find(end); at != std::string::npos; at = all.find(end, at + 1)) {
        const std::size_t begin = at - std::min(at, kFigures);
        if (at <= kFigures || all[begin - 1] != 'z' ||
            !std::all_of(all.begin() + static_cast<std::ptrdiff_t>(begin),
                         all.begin() + static_cast<std::ptrdiff_t>(at), isFigure)) {
            continue;
        }
        const auto number = static_cast<std::size_t>(std::stoul(all.substr(begin, kFigures)));
        found_.resize(std::max(found_.size(), number + 1));
        found_[number] = true;
    }
    tail_ = all.substr(all.size() - std::min(all.size(), kLength - 1));
}

std::vector<std::size_t> WordFinder::found() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        if (found_[i]) {
            out.push_back(i);
        }
    }
    return out;
}

} // namespace sidetal::canary
