#pragma once

#include "Markup/ElementStyle.h"
#include "Markup/HtmlTags.h"

#include "sidetal/Support/Emphasis.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// What the open elements say of the text that comes next.
struct TextState {
    Emphasis emphasis{};
    int heading = 0; ///< 1 to 6; 0: none
    WhiteSpace whiteSpace = WhiteSpace::Collapse;
    TextAlign align = TextAlign::Unsaid;
    Length indent{};
    Boxed<SpanDetails> details{}; ///< empty where there is nothing to say
};

/// The elements of a text that are open, for what they say of the text in them; forgiving of wrong nesting:
/// an end tag closes the last element of its name and, of a block, what is open in it but `<b>` and its like.
/// A text beyond the bound in open elements is set off as at the bound.
class OpenElements {
  public:
    static constexpr std::size_t kMost = 200; ///< that count; keeps the time linear

    /// `role` is that of the tag `name`.
    void open(std::string_view name, TagRole role, const ElementStyle& style);
    void close(std::string_view name, TagRole role);
    [[nodiscard]] const TextState& state() const { return state_; }

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
    TextState state_;
};

} // namespace sidetal::input
