#pragma once

#include "Text/Face.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

inline constexpr char32_t kSoftHyphen = 0xAD;
inline constexpr std::string_view kSoftHyphenText = "\u00AD";

/// Bidi class R or AL, or a control that opens a right-to-left stretch (UAX #9, 3.2).
[[nodiscard]] bool isRightToLeft(char32_t c);

/// Stands for characters that no font has, where that is wanted.
inline constexpr char32_t kBox = 0x25A1;
inline constexpr std::string_view kBoxText = "\u25A1";

/// A control, a line or paragraph separator, a private character or a noncharacter: stands for nothing that a
/// reader could tell, whatever a font's cmap says (ISO 19005-2, 6.2.11.7.3 for private ones).
[[nodiscard]] bool isMeaningless(char32_t c);

/// Prints nothing and takes no room (Default_Ignorable_Code_Point).
[[nodiscard]] bool isInvisible(char32_t c);

/// A letter that a hyphen may part from the next one: of a script that has capitals (Latin, Greek, Cyrillic),
/// as none of the others joins its words so.
[[nodiscard]] bool takesHyphen(char32_t c);

/// The character that `face` prints for `c`: hyphens that it lacks by a nearer one; itself where it needs or
/// has none.
[[nodiscard]] char32_t printedAs(const Face& face, char32_t c);

/// Whether `face` can print `c`: by a glyph of its own, by printedAs(), by a space of fitting width or by its
/// canonical parts.
[[nodiscard]] bool covers(const Face& face, char32_t c);

/// `text` without its invisible characters.
[[nodiscard]] std::string visibleText(std::string_view text);

/// The canonical decomposition of well-formed UTF-8 (NFD, UAX #15).
[[nodiscard]] std::string toNfd(std::string_view text);

/// Throws bad_alloc or Error SID-T005 where a UErrorCode tells that ICU could not do `what`.
void requireIcu(int status, std::string_view what);

/// Boundaries by ICU's rules, found over one text after another. Opened on first use: that costs more than
/// many texts.
class IcuBoundaries {
  public:
    enum class Kind : std::uint8_t { Line, Grapheme };
    explicit IcuBoundaries(Kind kind);
    ~IcuBoundaries();
    IcuBoundaries(const IcuBoundaries&) = delete;
    IcuBoundaries& operator=(const IcuBoundaries&) = delete;

    /// Replaces `offsets` by the byte offsets of the boundaries of `text`, without 0, with its end.
    void find(std::string_view text, std::vector<std::uint32_t>& offsets);

  private:
    struct Members;
    Kind kind_;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
