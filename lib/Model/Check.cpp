#include "Model/Check.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "Model/Rules.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace sidetal {

namespace {

using namespace model;

/// What stands in a list has to say something.
constexpr FieldInfo kMember{.name = {}, .description = {}, .required = true};

/// Tells faults of the value at a place of the document.
class At final : public Faults {
  public:
    At(const Place& place, Diagnostics& diagnostics)
        : place_(place)
        , diagnostics_(diagnostics) {}
    void error(std::string_view code, std::string message,
               std::vector<std::string> notes = {}) const override {
        diagnostics_.error(code, std::move(message), place_.position(), place_.path(), std::move(notes));
    }
    void missing(std::string_view key) const override {
        At(Place(place_, key, {}), diagnostics_).error("SID-I012", "missing");
    }

  private:
    const Place& place_;
    Diagnostics& diagnostics_;
};

class Checker {
  public:
    explicit Checker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}

    /// Checks an object and all that it holds.
    template <class T>
    void object(const T& value, const Place& place) {
        constexpr unsigned kDeepest = 256;
        const At at(place, diagnostics_);
        if (place.depth() >= kDeepest) {
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
        const At at(place, diagnostics_);
        if (!checkText(value, at)) {
            return;
        }
        if (info.required) {
            checkFilled(value, at);
        }
        if constexpr (std::is_same_v<Form, form::Language>) {
            checkLanguage(value, at);
        }
    }

    template <class Form>
    void check(const RichText& value, const FieldInfo& info, Form /*form*/, const Place& place) {
        if (info.required) {
            checkFilled(value, At(place, diagnostics_));
        }
        text(value, place, 0);
    }

    void check(Date value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        checkDate(value, At(place, diagnostics_));
    }
    void check(TimeOfDay value, const FieldInfo& /*info*/, form::Plain /*form*/, const Place& place) {
        checkTime(value, At(place, diagnostics_));
    }
    void check(int value, const FieldInfo& info, form::Plain /*form*/, const Place& place) {
        checkRange(std::int64_t{value}, info, At(place, diagnostics_));
    }
    void check(Length value, const FieldInfo& info, form::Plain /*form*/, const Place& place) {
        checkRange(value, info, At(place, diagnostics_));
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
            At(place, diagnostics_).error("SID-I015", fmt::format("expected {}", quotedList(names)));
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
            checkFilled(value.size(), info.element, At(place, diagnostics_));
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
        checkOnce<Member>(std::span(list).first(index), list[index], At(place, diagnostics_));
    }

    void text(const RichText& value, const Place& place, std::size_t depth);
    void paragraph(const TextParagraph& value, const Place& place);
    void list(const TextList& value, const Place& place, std::size_t depth);

    Diagnostics& diagnostics_;
};

void Checker::text(const RichText& value, const Place& place, std::size_t depth) {
    if (depth > kDeepestList) {
        At(place, diagnostics_)
            .error("SID-I004", fmt::format("lists nested deeper than the limit of {}", kDeepestList));
        return;
    }
    for (std::size_t i = 0; i < value.blocks.size(); ++i) {
        if (const auto* inner = std::get_if<TextList>(&value.blocks[i])) {
            list(*inner, Place(place, i, inner->source), depth);
        } else {
            const auto& of = std::get<TextParagraph>(value.blocks[i]);
            paragraph(of, Place(place, i, of.source));
        }
    }
}

void Checker::paragraph(const TextParagraph& value, const Place& place) {
    const At at(place, diagnostics_);
    bool blank = true;
    for (const TextSpan& span : value.spans) {
        blank = checkText(span.text, at) && blank && isBlank(span.text);
    }
    if (blank) {
        at.error("SID-R003", "empty, expected a paragraph of some text");
    }
}

void Checker::list(const TextList& value, const Place& place, std::size_t depth) {
    const At at(place, diagnostics_);
    const auto last = std::numeric_limits<int>::max() - static_cast<std::int64_t>(value.items.size());
    if (value.start < 0 || value.start > last) {
        At(Place(place, "start", {}), diagnostics_)
            .error("SID-R003", fmt::format("expected 0 to {}, found {}", last, value.start));
    }
    if (value.items.empty()) {
        at.error("SID-R003", "empty, expected a list of at least one item");
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        text(value.items[i], Place(place, i, value.items[i].source), depth + 1);
    }
}

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
