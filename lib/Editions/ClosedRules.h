#pragma once

#include "Model/Fields/MeetingFields.h"
#include "sidetal/Editions/EditionPolicy.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

/// What may be seen of closed things, field by field. A type that can be met within something closed has a
/// row for each of its fields: a field or a type without one does not compile, so that nothing new is shown
/// before somebody has said so.

namespace sidetal::editions {

/// What is known of a field of something closed.
struct ClosedRule {
    std::string_view field;
    FieldView strict = FieldView::Dropped; ///< what the public sees where no policy says otherwise
    bool fixed = false;                    ///< always shown: no policy may say otherwise
    bool mayReplace = false;
    bool mayDrop = true;
    std::string_view description{}; ///< for the schema of policies
};

constexpr ClosedRule always(std::string_view field) {
    return {field, FieldView::Shown, true, false, false, {}};
}
constexpr ClosedRule shown(std::string_view field, std::string_view description) {
    return {field, FieldView::Shown, false, false, true, description};
}
constexpr ClosedRule dropped(std::string_view field, std::string_view description) {
    return {field, FieldView::Dropped, false, false, true, description};
}

/// The table of T: `name`, as policies call it (empty: no policy speaks of it), `description`, and `rows` in
/// the order of T's fields.
template <class T>
struct ClosedRules;

template <>
struct ClosedRules<AgendaItem> {
    static constexpr std::string_view name = "item";
    static constexpr std::string_view description =
        "Lukket punkt: a closed item. Its number, access and status and its sub-items, which are closed with "
        "it, are always shown.";
    static constexpr std::array rows = {
        always("number"),
        ClosedRule{"title", FieldView::Replaced, false, true, false,
                   "Overskrift; replaced by \"publicTitle\", else by \"Lukket punkt\"."},
        always("publicTitle"),
        always("access"),
        shown("kind", "Sagstype."),
        always("status"),
        dropped("caseNumber", "Sagsnr."),
        dropped("caseOfficer", "Sagsbehandler."),
        dropped("competence", "Sagen afgøres i."),
        dropped("presenter", "Oplægsholder."),
        dropped("body", "Tekst."),
        dropped("sections", "Afsnit: shown as \"section\" says."),
        shown("decisions", "Beslutninger: shown as \"decision\" says."),
        dropped("enclosures", "Bilag: shown as \"enclosure\" says."),
        always("items"),
    };
};

template <>
struct ClosedRules<Section> {
    static constexpr std::string_view name = "section";
    static constexpr std::string_view description =
        "Lukket afsnit: a closed section of an item; without key and title it is dropped whole.";
    static constexpr std::array rows = {
        dropped("key", "Nøgle, which gives the heading where there is no title."),
        ClosedRule{"title", FieldView::Dropped, false, true, true,
                   "Overskrift; replaced by \"Lukket afsnit\"."},
        dropped("body", "Tekst."),
        always("access"),
    };
};

template <>
struct ClosedRules<Decision> {
    static constexpr std::string_view name = "decision";
    static constexpr std::string_view description =
        "Lukket beslutning: a closed decision; without text, votes and dissent it is dropped whole. By law "
        "votes are not kept secret.";
    static constexpr std::array rows = {
        always("committee"),
        always("date"),
        dropped("item", "Punkt: the item's number in an earlier meeting."),
        dropped("body", "Beslutningens tekst."),
        shown("votes", "Afstemning: shown as \"vote\" says."),
        shown("result", "Resultat: of the votes."),
        shown("voteEvents", "Afstemninger on parts of it: shown as \"voteEvent\" says."),
        dropped("dissent", "Mindretalsudtalelser, by whom and their text."),
        shown("absent", "Fraværende ved punktet."),
        always("access"),
    };
};

template <>
struct ClosedRules<VoteEvent> {
    static constexpr std::string_view name = "voteEvent";
    static constexpr std::string_view description = "Afstemning on a part of a closed decision.";
    static constexpr std::array rows = {
        dropped("title", "Emne."),
        shown("votes", "Stemmer: shown as \"vote\" says."),
        shown("result", "Resultat."),
    };
};

template <>
struct ClosedRules<Vote> {
    static constexpr std::string_view name = "vote";
    static constexpr std::string_view description =
        "Stemmer: who of a closed decision's voters voted one way.";
    static constexpr std::array rows = {
        always("option"),
        shown("voters", "Hvem."),
        shown("groups", "Stemmer pr. parti."),
        shown("count", "Antal stemmer."),
    };
};

template <>
struct ClosedRules<GroupVotes> {
    static constexpr std::string_view name = {};
    static constexpr std::string_view description = {};
    static constexpr std::array rows = {always("name"), always("count")};
};

template <>
struct ClosedRules<Opinion> {
    static constexpr std::string_view name = {};
    static constexpr std::string_view description = {};
    static constexpr std::array rows = {always("voters"), always("body")};
};

template <>
struct ClosedRules<Enclosure> {
    static constexpr std::string_view name = "enclosure";
    static constexpr std::string_view description =
        "Lukket bilag: a closed enclosure; its number is always shown, so that those of the others stay.";
    static constexpr std::array rows = {
        always("number"),
        ClosedRule{"title", FieldView::Replaced, false, true, false, "Titel; replaced by \"Lukket bilag\"."},
        always("access"),
        dropped("journalNumber", "Journalnr."),
        dropped("file", "Fil."),
        dropped("address", "Adresse."),
        dropped("format", "Format."),
        dropped("pages", "Antal sider."),
        dropped("added", "Tilføjet."),
    };
};

template <>
struct ClosedRules<AttendanceEvent> {
    static constexpr std::string_view name = "attendance";
    static constexpr std::string_view description =
        "Fremmøde ved et lukket punkt: an event that names a closed item; without its person it is dropped "
        "whole.";
    static constexpr std::array rows = {
        shown("person", "Person."),   always("event"),
        shown("time", "Klokkeslæt."), always("item"),
        dropped("reason", "Årsag."),  shown("for", "Stedfortræder for."),
    };
};

template <>
struct ClosedRules<Person> {
    static constexpr std::string_view name = {};
    static constexpr std::string_view description = {};
    static constexpr std::array rows = {always("name"), always("role"), always("party")};
};

template <>
struct ClosedRules<Change> {
    static constexpr std::string_view name = "change";
    static constexpr std::string_view description =
        "Rettelse: what a corrected version says of a closed item; its number and what was done are always "
        "shown.";
    static constexpr std::array rows = {
        always("kind"),
        always("number"),
        ClosedRule{"title", FieldView::Replaced, false, true, false,
                   "Overskrift; replaced by \"Lukket punkt\"."},
        dropped("fields", "Felter: what was changed, and the words of short texts."),
        always("access"),
    };
};

template <>
struct ClosedRules<FieldChange> {
    static constexpr std::string_view name = {};
    static constexpr std::string_view description = {};
    static constexpr std::array rows = {always("field"), always("before"), always("after")};
};

/// True where `rows` are those of T's fields, in their order.
template <class T>
constexpr bool coversEachField() {
    constexpr auto& rows = ClosedRules<T>::rows;
    std::size_t at = 0;
    bool same = rows.size() == model::kFieldCount<T>;
    model::eachField<T>([&](auto field) {
        same = same && at < rows.size() && rows[at].field == decltype(field)::info.name;
        ++at;
    });
    return same;
}

/// The rule of each field of T, which all have to have one.
template <class T>
[[nodiscard]] constexpr const auto& closedRules() {
    static_assert(coversEachField<T>(),
                  "each field needs a rule of its own for editions, in the order of the type's table");
    return ClosedRules<T>::rows;
}

/// What policies speak of, in the order of their schema.
using ClosedKinds =
    std::tuple<AgendaItem, Section, Decision, VoteEvent, Vote, Enclosure, AttendanceEvent, Change>;

/// Calls `visit(T())` for each of them, by a tag.
template <class T>
struct KindTag {
    using Type = T;
};
template <class Visit>
constexpr void eachKind(const Visit& visit) {
    [&]<class... T>(std::type_identity<std::tuple<T...>>) {
        (visit(KindTag<T>()), ...);
    }(std::type_identity<ClosedKinds>());
}

/// What a type's own field means where T is an item whose members are shown at all; how many rules there are
/// before those of T.
template <class T>
constexpr std::size_t offsetOf() {
    std::size_t out = 0;
    bool found = false;
    eachKind([&](auto kind) {
        using K = typename decltype(kind)::Type;
        found = found || std::is_same_v<K, T>;
        out += found ? 0 : closedRules<K>().size();
    });
    return out;
}
inline constexpr std::size_t kRuleCount = offsetOf<void>();

/// What an edition makes of each field of closed things.
class RuleSet {
  public:
    /// Everything is shown.
    constexpr RuleSet() { views_.fill(FieldView::Shown); }
    /// What the law asks for and no more.
    [[nodiscard]] static constexpr RuleSet strict() {
        RuleSet out;
        std::size_t at = 0;
        eachKind([&](auto kind) {
            for (const ClosedRule& rule : closedRules<typename decltype(kind)::Type>()) {
                out.views_[at++] = rule.strict;
            }
        });
        return out;
    }

    /// Of T's field at `index`.
    template <class T>
    [[nodiscard]] constexpr FieldView of(std::size_t index) const {
        const ClosedRule& rule = closedRules<T>()[index];
        if (rule.fixed) {
            return FieldView::Shown;
        }
        if constexpr (ClosedRules<T>::name.empty()) {
            return FieldView::Shown; // all of its rules are fixed, which a test holds it to
        } else {
            return views_[offsetOf<T>() + index];
        }
    }
    [[nodiscard]] constexpr FieldView at(std::size_t rule) const { return views_[rule]; }
    constexpr void set(std::size_t rule, FieldView view) { views_[rule] = view; }
    bool operator==(const RuleSet&) const = default;

  private:
    std::array<FieldView, kRuleCount> views_{};
};

/// The index of T's field `name` among all rules.
template <class T>
[[nodiscard]] constexpr std::size_t ruleOf(std::string_view name) {
    std::size_t at = offsetOf<T>();
    for (const ClosedRule& rule : closedRules<T>()) {
        if (rule.field == name) {
            return at;
        }
        ++at;
    }
    return kRuleCount;
}

} // namespace sidetal::editions
