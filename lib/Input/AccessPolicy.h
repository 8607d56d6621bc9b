#pragma once

#include "Input/Node.h"

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

    [[nodiscard]] bool refuses(std::string_view name) const override;
    [[nodiscard]] bool report(const Node& member) const override;

  private:
    [[nodiscard]] bool accepts(std::string_view name) const;

    const std::vector<std::string>& accepted_;
};

/// SID-I024: `key` means nothing where it stands, but something may have been meant to be closed.
void reportAccess(std::string_view key, SourcePos position, std::string path, Diagnostics& diagnostics);

/// SID-I024: `markup`, a tag, an attribute or a declaration of a style, keeps text from being seen.
void reportHidden(std::string_view markup, SourcePos position, std::string path, Diagnostics& diagnostics);

} // namespace sidetal::input
