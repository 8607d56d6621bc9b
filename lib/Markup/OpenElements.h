#pragma once

#include "Markup/HtmlTags.h"
#include "sidetal/Support/Emphasis.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// What an element says of the text in it.
struct ElementStyle {
    std::optional<bool> bold; ///< nothing: as around it
    std::optional<bool> italic;
    bool underline =
        false; ///< what is around it cannot be taken back (CSS Text Decoration Level 3, section 2)
    bool unprinted = false; ///< struck out, raised or lowered, which a text's model cannot hold
    [[nodiscard]] bool changes() const { return bold || italic || underline; }
};

/// The style by the element's name and its attribute `style`.
[[nodiscard]] ElementStyle elementStyleOf(TagRole role, std::span<const TagAttribute> attributes);

/// The elements of a text that are open, for what they say of the text in them; forgiving of wrong nesting:
/// an end tag closes the last element of its name and, of a block, what is open in it but `<b>` and its like.
/// A text beyond the bound in open elements is set off as at the bound.
class OpenElements {
  public:
    static constexpr std::size_t kMost = 200; ///< that count; keeps the time linear

    void open(std::string_view name, const ElementStyle& style);
    void close(std::string_view name);
    [[nodiscard]] Emphasis emphasis() const { return emphasis_; }

  private:
    struct Element {
        std::string name;
        TagRole role;
        ElementStyle style;
    };

    void closeImplied(std::string_view name, TagRole role);
    void update();

    std::vector<Element> elements_;
    std::size_t deeper_ = 0; ///< opened past the bound
    Emphasis emphasis_;
};

} // namespace sidetal::input
