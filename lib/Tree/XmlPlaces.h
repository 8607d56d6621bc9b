#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// Where an attribute stands.
struct XmlAttributePlace {
    std::string_view name; ///< with its prefix, as written
    std::size_t key = 0;   ///< offset of its name
    std::size_t value = 0; ///< offset of its value, past the quote
};

/// Finds the offsets of tags in lockstep with a parser that has found them well formed (libxml2 knows lines
/// only, and no attribute's place). Where the text is not well formed the places are wrong, but never outside
/// of it.
class XmlPlaces {
  public:
    static constexpr std::size_t kMostAttributes = 1'000; ///< of an element

    explicit XmlPlaces(std::string_view text)
        : text_(text) {}

    /// Moves past the next start tag; returns the offset of its "<".
    std::size_t startTag();
    /// Moves past the next end tag.
    void endTag();
    /// The offset of the first character after the last tag that is text and no white space.
    [[nodiscard]] std::size_t textStart() const;
    /// The attributes of the last start tag, in its order; no more than the limit.
    [[nodiscard]] const std::vector<XmlAttributePlace>& attributes() const { return attributes_; }
    [[nodiscard]] bool hasTooManyAttributes() const { return tooMany_; }
    /// Whether the last start tag is an end tag too: "<a/>".
    [[nodiscard]] bool isClosed() const { return closed_; }
    /// Continues at `offset`.
    void moveTo(std::size_t offset) { at_ = offset; }

  private:
    void readAttribute();

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<XmlAttributePlace> attributes_;
    bool tooMany_ = false;
    bool closed_ = false;
};

} // namespace sidetal::input
