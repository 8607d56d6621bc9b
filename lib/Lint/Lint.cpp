#include "Lint/Lint.h"

#include "Lint/ClosedWords.h"
#include "Lint/Reporter.h"
#include "Lint/TextLinter.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace sidetal {

namespace {

using namespace model;

/// Goes through a document by its tables, so that a field that is added is looked through.
class FieldLinter {
  public:
    FieldLinter(lint::TextLinter& texts, Edition edition)
        : texts_(texts)
        , edition_(edition) {}

    template <class T>
    void object(const T& value, const Place& place, bool open) {
        eachField<T>([&](auto field) {
            using F = decltype(field);
            if constexpr (F::info.access == AccessKind::Access) {
                // What another edition shows of something closed is shown, and must not tell of it.
                open = open && (edition_ != Edition::Full || F::get(value) == Access::Open);
            }
        });
        eachField<T>([&](auto field) {
            using F = decltype(field);
            if constexpr (std::is_same_v<T, Logo>) {
                if constexpr (F::info.name == "alt") {
                    texts_.alt(value.alt, value.file, Place::ofField<F>(place, value), open);
                    return;
                }
            }
            const lint::TextLinter::Labelled labelled(texts_, labelOf<F>(value));
            constexpr bool standIn = F::info.access == AccessKind::StandIn;
            visit<typename F::Form>(F::get(value), Place::ofField<F>(place, value), open || standIn);
        });
    }

  private:
    /// What says of a field what its number is.
    template <class F, class T>
    static std::string_view labelOf(const T& value) {
        if constexpr (std::is_same_v<T, Fact>) {
            return F::info.name == "value" ? std::string_view(value.label) : std::string_view();
        } else if constexpr (F::info.name == "caseNumber") {
            return "sag";
        } else if constexpr (F::info.name == "journalNumber") {
            return "journal";
        } else {
            return {};
        }
    }

    template <class Form>
    void visit(const std::string& value, const Place& place, bool open) {
        if constexpr (std::is_same_v<Form, form::Address>) {
            texts_.address(value, {}, place, open);
        } else if constexpr (!std::is_same_v<Form, form::Language>) {
            texts_.line(value, place, open);
        }
    }
    template <class Form>
    void visit(const RichText& value, const Place& place, bool open) {
        texts_.text(value, place, open);
    }
    template <class Form>
    void visit(const std::pair<Date, std::string>& value, const Place& place, bool open) {
        texts_.line(value.second, place, open);
    }
    template <class Form, Described T>
    void visit(const T& value, const Place& place, bool open) {
        object(value, place, open);
    }
    template <class Form, class V>
    void visit(const std::optional<V>& value, const Place& place, bool open) {
        if (value) {
            visit<Form>(*value, place, open);
        }
    }
    template <class Form, class V>
    void visit(const std::vector<V>& value, const Place& place, bool open) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            visit<form::Plain>(value[i], Place(place, i, sourceOf(value[i])), open);
        }
    }
    /// Numbers, dates, lengths and values that have names.
    template <class Form, class V>
    requires(!Described<V>) void visit(const V& /*value*/, const Place& /*place*/, bool /*open*/) {
        static_assert(std::is_arithmetic_v<V> || std::is_enum_v<V> || std::is_same_v<V, Date> ||
                          std::is_same_v<V, TimeOfDay> || std::is_same_v<V, Length> ||
                          std::is_same_v<V, ColumnWidth>,
                      "a new type of fields: look through the words that it has");
    }

    lint::TextLinter& texts_;
    Edition edition_;
};

} // namespace

std::vector<LintPicture> lintDocument(const Document& shown, const Document& whole, Edition edition,
                                      const LintRules& rules, Diagnostics& diagnostics) {
    lint::Reporter reporter(rules, edition, diagnostics);
    const lint::ClosedWords closed =
        reporter.wants(lint::Code::ClosedWords) ? lint::ClosedWords(whole) : lint::ClosedWords();
    lint::TextLinter texts(rules, closed, headerOf(shown).language, reporter);
    std::visit(
        [&](const auto& value) { FieldLinter(texts, edition).object(value, Place(sourceOf(value)), true); },
        shown);
    return texts.pictures();
}

LintRules joinedRules(const LintRules& first, const LintRules& latter) {
    LintRules out = latter;
    out.forbiddenNames.insert(out.forbiddenNames.end(), first.forbiddenNames.begin(),
                              first.forbiddenNames.end());
    out.allowed.insert(out.allowed.end(), first.allowed.begin(), first.allowed.end());
    out.severity.insert(out.severity.begin(), first.severity.begin(), first.severity.end());
    return out;
}

void lintPicture(bool hasPlace, bool hasAuthor, const std::string& name, SourcePos source,
                 const LintRules& rules, Diagnostics& diagnostics) {
    lint::Reporter reporter(rules, Edition::Public, diagnostics);
    if (hasPlace) {
        reporter.tellAt(lint::Code::PicturePlace, source, {}, name, name);
    }
    if (hasAuthor) {
        reporter.tellAt(lint::Code::PictureAuthor, source, {}, name, name);
    }
}

} // namespace sidetal
