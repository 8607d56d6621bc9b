#include "unit/Documents/ModelEquality.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Same.h"

namespace sidetal::input::testing {

bool equal(const Document& a, const Document& b) {
    return kindOf(a) == kindOf(b) &&
           std::visit(
               [&](const auto& value) {
                   return model::sameValue(value, std::get<std::remove_cvref_t<decltype(value)>>(b));
               },
               a);
}

} // namespace sidetal::input::testing
