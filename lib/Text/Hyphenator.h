#pragma once

#include "Text/Fonts.h"
#include "Text/Joints.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace sidetal {

/// A place inside a word where a hyphen may be added: so many bytes into it.
struct HyphenPoint {
    std::uint16_t at = 0;
    HyphenKind kind = HyphenKind::Plain;
};

/// Where words may be hyphenated: libhyphen's patterns, and a list of ours for words that they break wrongly.
class Hyphenator {
  public:
    explicit Hyphenator(const Fonts& fonts);
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    /// The places inside `word` where a hyphen may be added: at least 3 letters from the ends of the
    /// stretch of letters it is in; none in words that admitsHyphens() refuses, in stretches of capitals or
    /// of more than 1,000 letters, or of a language without dictionary. Valid until the next call. The
    /// dictionary is read on first use; throws Error SID-T004 where it is missing or unusable.
    [[nodiscard]] std::span<const HyphenPoint> points(std::string_view language, std::string_view word);

    /// False for a word that a hyphen would turn into another: one with digits, an address (of the web or of
    /// mail).
    [[nodiscard]] static bool admitsHyphens(std::string_view word);

  private:
    struct Members;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
