#pragma once

#include "Input/HiddenStyles.h"
#include "Input/HtmlTags.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sidetal::input {

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

} // namespace sidetal::input
