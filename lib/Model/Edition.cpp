#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "Model/Stages.h"

namespace sidetal {

namespace {

using namespace model;

/// Refuses each closed object that `object` is or holds.
template <class T>
void refuseClosed(const T& object, const Place& place, Diagnostics& diagnostics) {
    eachField<T>([&](auto field) {
        using F = decltype(field);
        if constexpr (F::info.access == AccessKind::Access) {
            if (F::get(object) != Access::Open) {
                diagnostics.error(
                    "SID-E001",
                    "closed, and only the full edition may hold it; give '--edition full' to print all",
                    place.position(), place.path());
            }
        }
        eachObject(F::get(object), Place::ofField<F>(place, object),
                   [&](const auto& inner, const Place& at) { refuseClosed(inner, at, diagnostics); });
    });
}

} // namespace

NumberedDocument applyEdition(NumberedDocument document, Edition edition, Diagnostics& diagnostics) {
    if (edition != Edition::Full) {
        std::visit([&](const auto& value) { refuseClosed(value, Place(sourceOf(value)), diagnostics); },
                   document.document());
    }
    return document;
}

} // namespace sidetal
