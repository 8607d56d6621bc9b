#include "Editions/PolicyRules.h"

#include <utility>

namespace sidetal {

EditionPolicy::EditionPolicy() {
    static const auto kStrict = std::make_shared<const Members>();
    m_ = kStrict;
}
EditionPolicy::EditionPolicy(std::shared_ptr<const Members> members)
    : m_(std::move(members)) {}
EditionPolicy::~EditionPolicy() = default;
const LintRules& EditionPolicy::lintRules() const {
    return m_->lint;
}
EditionPolicy::EditionPolicy(const EditionPolicy&) = default;
EditionPolicy& EditionPolicy::operator=(const EditionPolicy&) = default;

} // namespace sidetal
