#include "Lint/ClosedWords.h"

#include "Lint/Surroundings.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace sidetal::lint {

namespace {

using namespace model;

/// Fields whose words are those of many things, closed or not: who, and of what kind.
constexpr std::array<std::string_view, 11> kCommonFields = {
    "caseOfficer", "presenter", "competence", "committee", "voters", "absent",
    "format",      "key",       "number",     "item",      "name"};

/// What papers call points that are on every agenda.
constexpr std::array<std::string_view, 14> kCommonTitles = {"lukket punkt",
                                                            "lukket sag",
                                                            "lukkede punkter",
                                                            "godkendelse af dagsorden",
                                                            "godkendelse af dagsordenen",
                                                            "orientering fra formanden",
                                                            "orientering fra udvalget",
                                                            "meddelelser fra formanden",
                                                            "gensidig orientering",
                                                            "lukket orientering",
                                                            "lukkede meddelelser",
                                                            "underskrift af protokol",
                                                            "orientering og meddelelser",
                                                            "n\u00E6ste m\u00F8de"};

constexpr std::size_t kShortestPhrase = 10; // bytes
constexpr std::size_t kShortestNumber = 6;
constexpr std::size_t kBeginning = kShortestNumber; // bytes by which most places of a text are passed over
constexpr std::size_t kLongestPhrase = 120;

/// Whether words can be told from any other: two words or more, or what figures are in.
bool tells(const std::string& words) {
    const bool figures = std::ranges::any_of(words, ascii::isDigit);
    const bool several = words.find(' ') != std::string::npos && words.size() >= kShortestPhrase;
    return (several || (figures && words.size() >= kShortestNumber)) &&
           std::ranges::find(kCommonTitles, words) == kCommonTitles.end();
}

/// The beginning of long words, up to a space.
std::string_view beginningOf(std::string_view words) {
    if (words.size() <= kLongestPhrase) {
        return words;
    }
    const std::size_t space = words.rfind(' ', kLongestPhrase);
    return space == std::string_view::npos ? std::string_view() : trimmedToWords(words.substr(0, space));
}

bool beginsWord(std::string_view text, std::size_t at) {
    return isWordByte(text, at) && (at == 0 || !isWordByte(text, at - 1));
}

bool endsWord(std::string_view text, std::size_t at) {
    return isWordByte(text, at - 1) && (at == text.size() || !isWordByte(text, at));
}

} // namespace

/// Gathers the words of what is closed by the tables of the model.
class ClosedCollector {
  public:
    explicit ClosedCollector(ClosedWords& out)
        : out_(out) {}

    template <class T>
    void object(const T& value, const Place& place, bool closed) {
        std::string standIn;
        eachField<T>([&](auto field) {
            using F = decltype(field);
            if constexpr (F::info.access == AccessKind::Access) {
                closed = closed || F::get(value) != Access::Open;
            } else if constexpr (F::info.access == AccessKind::StandIn) {
                standIn = folded(F::get(value));
            }
        });
        eachField<T>([&](auto field) {
            using F = decltype(field);
            const Place at = Place::ofField<F>(place, value);
            if constexpr (std::is_same_v<typename F::Value, std::string>) {
                constexpr bool common = std::ranges::find(kCommonFields, F::info.name) != kCommonFields.end();
                if (closed && !common && F::info.access == AccessKind::Content) {
                    out_.add(F::get(value), at.path(), standIn);
                }
            }
            if constexpr (!std::is_same_v<typename Held<typename F::Value>::Type, Person>) {
                eachObject(F::get(value), at,
                           [&](const auto& inner, const Place& within) { object(inner, within, closed); });
            }
        });
    }

  private:
    ClosedWords& out_;
};

ClosedWords::ClosedWords(const Document& document) {
    ClosedCollector collector(*this);
    std::visit([&](const auto& value) { collector.object(value, Place(sourceOf(value)), false); }, document);
}

void ClosedWords::add(std::string_view text, std::string path, std::string_view standIn) {
    const std::string all = folded(text);
    const std::string words(beginningOf(trimmedToWords(all)));
    if (tells(words) && findWords(standIn, words) == std::string::npos) {
        longest_ = std::max(longest_, words.size());
        beginnings_.insert(words.substr(0, kBeginning));
        phrases_.try_emplace(words, ClosedPhrase{words, std::move(path)});
    }
}

std::vector<const ClosedPhrase*> ClosedWords::in(std::string_view text) const {
    std::vector<const ClosedPhrase*> out;
    for (std::size_t at = 0; at + kBeginning <= text.size(); ++at) {
        if (!beginsWord(text, at) || !beginnings_.contains(std::string(text.substr(at, kBeginning)))) {
            continue;
        }
        const std::size_t most = std::min(text.size(), at + longest_);
        for (std::size_t end = at + kBeginning; end <= most; ++end) {
            const auto found =
                endsWord(text, end) ? phrases_.find(std::string(text.substr(at, end - at))) : phrases_.end();
            if (found != phrases_.end() && std::ranges::find(out, &found->second) == out.end()) {
                out.push_back(&found->second);
            }
        }
    }
    return out;
}

} // namespace sidetal::lint
