#include "Compose/UnprintedKeys.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

namespace sidetal {

namespace {

using model::Place;

/// Who may see the object; all, where it does not say.
template <class T>
Access accessOf(const T& object) {
    Access out = Access::Open;
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        if constexpr (F::info.access == model::AccessKind::Access) {
            out = F::get(object);
        }
    });
    return out;
}

/// True where a page that does not show the field says less than the document.
template <class F, class T>
bool isLost(const T& object) {
    if constexpr (std::is_enum_v<typename F::Value>) {
        const auto* value = model::namedValue(F::get(object));
        if (value != nullptr && value->shown == model::ValueShown::Unsaid) {
            return false;
        }
    }
    // What a closed object is called in public is no loss where the object itself is shown.
    const bool standsIn = F::info.access == model::AccessKind::StandIn && accessOf(object) != Access::Open;
    return !standsIn && !model::hasDefault<F>(object);
}

/// True for a field that pages with these parts show.
template <class F>
bool isShown(const PageParts& parts) {
    return F::info.shown && parts.has(F::info.part);
}

template <class T>
void note(Unprinted& unprinted, const T& object, const Place& place, const PageParts& parts) {
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        const Place at = Place::ofField<F>(place, object);
        if (!isShown<F>(parts)) {
            if (isLost<F>(object)) {
                unprinted.add(at);
            }
        } else if constexpr (std::is_enum_v<typename F::Value>) {
            const auto* value = model::namedValue(F::get(object));
            if (value != nullptr && value->shown == model::ValueShown::Never) {
                unprinted.addValue(value->name, at);
            }
        } else {
            model::eachObject(F::get(object), at, [&](const auto& inner, const Place& where) {
                note(unprinted, inner, where, parts);
            });
        }
    });
}

} // namespace

void noteUnprinted(Unprinted& unprinted, const Document& document, const PageParts& parts) {
    std::visit([&](const auto& value) { note(unprinted, value, Place(model::sourceOf(value)), parts); },
               document);
}

} // namespace sidetal
