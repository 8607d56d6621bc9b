#include "Model/Check.h"

#include "Model/CheckTexts.h"
#include "Model/FaultsAt.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "Model/Rules.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <array>

namespace sidetal {

namespace {

using namespace model;

/// What stands in a list has to say something.
constexpr FieldInfo kMember{.name = {}, .description = {}, .required = true};

class Checker {
  public:
    explicit Checker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}

    /// Checks an object and all that it holds.
    template <class T>
    void object(const T& value, const Place& place) {
        const FaultsAt at(place, diagnostics_);
        if (place.isTooDeep()) {
            at.error("SID-I004", "nested deeper than anything that can be printed");
            return;
        }
        eachField<T>([&](auto field) {
            using F = decltype(field);
            check(F::get(value), F::info, typename F::Form(), Place::ofField<F>(place, value));
        });
        if constexpr (Ruled<T>) {
            checkRules(value, at);
        }
    }

  private:
    template <class Form>
    void check(const std::string& value, const FieldInfo& info, Form /*form*/, const Place& place) {
        const FaultsAt at(place, diagnostics_);
        if (!checkText(value, at)) {
            return;
        }
        if (info.required) {
            checkFilled(value, at);
        }
        if constexpr (std::is_same_v<Form, form::Language>) {
            checkLanguage(value, at);
        }
        if constexpr (std::is_same_v<Form, form::Address>) {
            checkAddress(value, at);
        }
    }

    template <class Form>
    void check(const RichText& value, const FieldInfo& info, Form /*form*/, const Place& place) {
        if (info.required) {
            checkFilled(value, FaultsAt(place, diagnostics_));
        }
        checkTexts(value, place, diagnostics_);
    }

    void check(Date value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        checkDate(value, FaultsAt(place, diagnostics_));
    }
    void check(TimeOfDay value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        checkTime(value, FaultsAt(place, diagnostics_));
    }
    void check(int value, const FieldInfo& info, form::Plain /*form*/, const Place& place) {
        checkRange(std::int64_t{value}, info, FaultsAt(place, diagnostics_));
    }
    void check(Length value, const FieldInfo& info, form::Plain /*form*/, const Place& place) {
        checkRange(value, info, FaultsAt(place, diagnostics_));
    }
    void check(bool /*value*/, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& /*place*/) {}

    template <class E>
    requires std::is_enum_v<E>
    void check(E value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        if (value != E{} && namedValue(value) == nullptr) {
            std::array<std::string_view, Words<E>::values.size()> names;
            for (std::size_t i = 0; i < names.size(); ++i) {
                names[i] = Words<E>::values[i].name;
            }
            FaultsAt(place, diagnostics_).error("SID-I015", fmt::format("expected {}", quotedList(names)));
        }
    }

    template <Described T>
    void check(const T& value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        object(value, place);
    }

    template <class V>
    void check(const std::optional<V>& value, const FieldInfo& info, form::Plain form, const Place& place) {
        if constexpr (std::is_same_v<V, Person>) {
            if (value && isUnknown(*value)) {
                return;
            }
        }
        if (value) {
            check(*value, info, form, place);
        }
    }

    template <class V, class Form>
    void check(const std::vector<V>& value, const FieldInfo& info, Form form, const Place& place) {
        if (info.required) {
            checkFilled(value.size(), info.element, FaultsAt(place, diagnostics_));
        }
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Place member(place, i, sourceOf(value[i]));
            check(value[i], kMember, form::Plain(), member);
            repeated(value, i, form, member);
        }
    }

    void check(const std::pair<Date, std::string>& value, const FieldInfo& info, form::Plain form,
               const Place& place) {
        check(value.first, info, form, Place(place, 0, {}));
        check(value.second, info, form, Place(place, 1, {}));
    }

    template <class V>
    void repeated(const std::vector<V>& /*list*/, std::size_t /*index*/, form::Plain /*form*/,
                  const Place& /*place*/) {}
    template <class V, auto Member>
    void repeated(const std::vector<V>& list, std::size_t index, form::UniqueBy<Member> /*form*/,
                  const Place& place) {
        checkOnce<Member>(std::span(list).first(index), list[index], FaultsAt(place, diagnostics_));
    }

    Diagnostics& diagnostics_;
};

} // namespace

void checkDocument(const Document& document, Diagnostics& diagnostics) {
    if (const auto* paper = std::get_if<MeetingPaper>(&document);
        paper != nullptr && paper->kind > MeetingPaper::Kind::Minutes) {
        diagnostics.error("SID-I015", "expected 'agenda' or 'minutes'", paper->header.source, "document");
    }
    std::visit([&](const auto& value) { Checker(diagnostics).object(value, Place(sourceOf(value))); },
               document);
}

} // namespace sidetal
