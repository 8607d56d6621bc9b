#pragma once

#include "Markup/HiddenStyles.h"
#include "Markup/HtmlTags.h"

#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sidetal::input {

/// What is said of all that may have been meant to be closed (SID-I024).
inline constexpr std::string_view kNothingIsGuessed =
    "where something may be closed nothing is guessed, expected 'access' of an item, a section or an "
    "enclosure";

/// Finds what keeps an element of a text with markup from being seen: its tag, its attributes, its style. One
/// for each text, as HiddenStyles. README.md of this folder lists what hides and what does not.
class HiddenMarkup {
  public:
    /// What hides of a start tag ("<template>", "hidden", "display: none"), or nothing; the name in small
    /// letters.
    [[nodiscard]] std::optional<std::string> hiding(std::string_view tag,
                                                    std::span<const TagAttribute> attributes);

  private:
    [[nodiscard]] std::optional<std::string> hidingAttribute(const TagAttribute& attribute);

    HiddenStyles styles_;
};

/// SID-I024: `markup`, a tag, an attribute or a declaration of a style, keeps text from being seen.
void reportHidden(std::string_view markup, SourcePos position, std::string path, Diagnostics& diagnostics);

} // namespace sidetal::input
