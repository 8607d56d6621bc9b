#include "Editions/Editions.h"
#include "Editions/Rights.h"
#include "Editions/Viewer.h"

#include <utility>

namespace sidetal {

namespace {

using namespace editions;
using model::Place;

constexpr std::size_t kEditions = 3;
/// Of each edition the rules that hold where the walk stands; null: what it stands in is not there.
using Rules = std::array<const RuleSet*, kEditions>;

class RowMaker {
  public:
    RowMaker(const ItemIndex& items, const std::array<Rights, kEditions>& rights)
        : items_(items)
        , rights_(rights)
        , probe_(items, rights[0], Labels::danish()) {}

    template <class T>
    void object(const T& object, const Place& place) {
        const std::size_t outer = item_;
        enter(object);
        if constexpr (kCanBeClosed<T>) {
            if (probe_.isClosed(object)) {
                closed(object, place, rulesAt(object));
                item_ = outer;
                return;
            }
        }
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            model::eachObject(F::get(object), Place::ofField<F>(place, object),
                              [&](const auto& inner, const Place& at) { this->object(inner, at); });
        });
        item_ = outer;
    }

    [[nodiscard]] std::vector<EditionRow> take() && { return std::move(rows_); }

  private:
    template <class T>
    void enter(const T& /*object*/) {
        if constexpr (std::is_same_v<T, AgendaItem>) {
            item_ = next_++;
        }
    }

    template <class T>
    [[nodiscard]] Rules rulesAt(const T& object) const {
        Rules out{};
        for (std::size_t i = 0; i < kEditions; ++i) {
            if constexpr (kNamesItems<T>) {
                out[i] = &rights_[i].at(items_.parse(itemsNamed(object)).ranges);
            } else {
                out[i] = &rights_[i].at(item_);
            }
        }
        return out;
    }

    template <class T>
    void closed(const T& object, const Place& place, Rules rules) {
        if constexpr (!std::is_same_v<T, AgendaItem>) { // which is always there
            for (const RuleSet*& each : rules) {
                each = each != nullptr && !probe_.closed(object, *each) ? nullptr : each;
            }
        }
        std::size_t index = 0;
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            closedField<F>(object, index++, Place::ofField<F>(place, object), place, rules);
        });
    }

    template <class F, class T>
    void closedField(const T& object, std::size_t index, const Place& at, const Place& place, Rules rules) {
        using Inner = typename model::Held<typename F::Value>::Type;
        std::array<FieldView, kEditions> views{};
        for (std::size_t i = 0; i < kEditions; ++i) {
            views[i] = rules[i] == nullptr ? FieldView::Dropped : rules[i]->template of<T>(index);
        }
        if constexpr (!std::is_void_v<Inner>) {
            if constexpr (!ClosedRules<Inner>::name.empty()) {
                for (std::size_t i = 0; i < kEditions; ++i) {
                    rules[i] = views[i] == FieldView::Dropped ? nullptr : rules[i];
                }
                model::eachObject(F::get(object), at, [&](const Inner& inner, const Place& where) {
                    const std::size_t outer = item_;
                    enter(inner);
                    closed(inner, where, std::is_same_v<Inner, AgendaItem> ? rulesAt(inner) : rules);
                    item_ = outer;
                });
                return;
            }
        }
        if (!closedRules<T>()[index].fixed && !model::hasDefault<F>(object)) {
            rows_.push_back({kNamesItems<T> ? std::string() : items_.number(item_), place.path(),
                             std::string(ClosedRules<T>::name), std::string(F::info.name), at.position(),
                             views});
        }
    }

    const ItemIndex& items_;
    const std::array<Rights, kEditions>& rights_;
    Viewer probe_;
    std::size_t item_ = 0;
    std::size_t next_ = 0;
    std::vector<EditionRow> rows_;
};

} // namespace

std::vector<EditionRow> editionRows(const NumberedDocument& document, const EditionRequest& request,
                                    Diagnostics& diagnostics) {
    const auto* paper = std::get_if<MeetingPaper>(&document.document());
    if (paper == nullptr || !holdsClosed(*paper)) {
        return {};
    }
    const ItemIndex items(*paper, document.numbers());
    EditionRequest asked = request;
    Diagnostics told; // of the committee each edition says the same
    asked.edition = Edition::Public;
    const Rights ofPublic = rightsOf(*paper, items, asked, told);
    asked.edition = Edition::Members;
    const std::array<Rights, kEditions> rights{ofPublic, rightsOf(*paper, items, asked, diagnostics), {}};
    RowMaker rows(items, rights);
    rows.object(*paper, Place(model::sourceOf(*paper)));
    return std::move(rows).take();
}

} // namespace sidetal
