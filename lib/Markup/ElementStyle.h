#pragma once

#include "Markup/HtmlTags.h"

#include "sidetal/Model/RichText.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace sidetal::input {

/// What becomes of white space (CSS Text Level 3, section 3).
enum class WhiteSpace : std::uint8_t {
    Collapse, ///< is one blank
    Lines,    ///< the same, but line ends end lines ("pre-line")
    Keep      ///< stays as it is ("pre")
};

/// What an element says of the text in it; what is nothing is as around it.
struct ElementStyle {
    enum class Shift : std::uint8_t { None, Raised, Lowered };

    std::optional<bool> bold{};
    std::optional<bool> italic{};
    bool underline =
        false;           ///< what is around it cannot be taken back (CSS Text Decoration Level 3, section 2)
    bool struck = false; ///< as `underline`
    std::optional<Shift> shift{};
    std::optional<bool> small{};
    std::optional<int> heading{}; ///< 1 to 6; 0: no heading
    std::optional<WhiteSpace> whiteSpace{};
    std::optional<TextAlign> align{};
    Length indent{};          ///< more than around it
    SpanDetails details{};    ///< what is not empty or true
    bool rightToLeft = false; ///< its text runs from right to left

    /// Whether the text in it differs from that around it.
    [[nodiscard]] bool changes() const;
};

/// The style by the element's name (in small letters) and its attributes: `style`, and `align`, `lang`,
/// `href` and their like. A link to an address that readers cannot be led to is none.
[[nodiscard]] ElementStyle elementStyleOf(std::string_view name, TagRole role,
                                          std::span<const TagAttribute> attributes);

/// A length of CSS ("36pt", "1.5em", "20px", "20": an attribute's pixels) that is not negative, at most 1000
/// pt; nothing for any other value. An em is 12 pt here, a pixel 0.75 pt (CSS Values Level 3, 6.2).
[[nodiscard]] std::optional<Length> cssLength(std::string_view value);

/// The value of the attribute `name`, or null.
[[nodiscard]] const std::string* findAttribute(std::span<const TagAttribute> attributes,
                                               std::string_view name);

} // namespace sidetal::input
