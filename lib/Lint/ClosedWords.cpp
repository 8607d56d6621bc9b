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

/// Whether words can be told from any other: two words or more, or what figures are in.
bool tells(const std::string& words) {
    const bool figures = std::ranges::any_of(words, ascii::isDigit);
    const bool several = words.find(' ') != std::string::npos && words.size() >= kShortestPhrase;
    return (several || (figures && words.size() >= kShortestNumber)) &&
           std::ranges::find(kCommonTitles, words) == kCommonTitles.end();
}

class ClosedCollector {
  public:
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
                    add(F::get(value), at, standIn);
                }
            }
            if constexpr (!std::is_same_v<typename Held<typename F::Value>::Type, Person>) {
                eachObject(F::get(value), at,
                           [&](const auto& inner, const Place& within) { object(inner, within, closed); });
            }
        });
    }

    std::vector<ClosedPhrase> phrases;

  private:
    void add(const std::string& text, const Place& place, const std::string& standIn) {
        std::string words = folded(text);
        const bool repeated = std::ranges::find(phrases, words, &ClosedPhrase::words) != phrases.end();
        if (tells(words) && !repeated && findWords(standIn, words) == std::string::npos) {
            phrases.push_back({std::move(words), place.path()});
        }
    }
};

} // namespace

std::vector<ClosedPhrase> closedPhrases(const Document& document) {
    ClosedCollector collector;
    std::visit([&](const auto& value) { collector.object(value, Place(sourceOf(value)), false); }, document);
    return std::move(collector.phrases);
}

} // namespace sidetal::lint
