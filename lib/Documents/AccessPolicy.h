#pragma once

#include "Tree/Node.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// What readers of documents do about unknown keys: one by which something may have been meant to be closed
/// (AccessWords.h) is an error, SID-I024, wherever it stands, also within what is not read; for a document
/// must never be published because its author called "access" by another name.
class AccessPolicy : public KeyPolicy {
  public:
    /// Keys called as one of `accepted`, to the letter, are passed over as any unknown key, with all that
    /// they hold. Must outlive this.
    explicit AccessPolicy(const std::vector<std::string>& accepted)
        : accepted_(accepted) {}

    void reportName(std::string_view name, SourcePos position, const Node& place) const override;
    [[nodiscard]] bool report(const Node& member) const override;

  private:
    [[nodiscard]] bool accepts(std::string_view name) const;

    const std::vector<std::string>& accepted_;
};

} // namespace sidetal::input
