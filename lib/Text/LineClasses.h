#pragma once

#include "Text/Characters.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Line breaking by word (UAX #14), made exact: the breaks inside a word are found once a word; whether a
/// line may break at the blanks between two words hangs on the class of the last character of the one and of
/// the first of the other alone, and is asked of ICU once a pair of classes. Where that does not hold (a
/// class not named in `wellUnderstood`, or blanks where no line may break, which reach over to the words
/// beyond) the paragraph is handed to ICU whole.
class LineClasses {
  public:
    /// The class of a word that no table can speak for.
    static constexpr std::uint8_t kComplex = 0;

    struct Ends {
        std::uint8_t first = kComplex;
        std::uint8_t last = kComplex;
    };

    /// The classes of a word's ends; `breaks` is replaced by the byte offsets inside the word where a line
    /// may break.
    [[nodiscard]] Ends analyse(std::string_view word, std::vector<std::uint32_t>& breaks);

    /// Whether a line may break at blanks between two words of these classes; false where the table cannot
    /// tell.
    [[nodiscard]] bool breaksBetween(std::uint8_t last, std::string_view before, std::uint8_t first,
                                     std::string_view after) {
        const std::uint8_t known = table_[last * kClasses + first];
        return known != kUnknown ? known == kBreaks : ask(last, before, first, after);
    }

    /// ICU's boundaries over a whole text.
    void find(std::string_view text, std::vector<std::uint32_t>& offsets) { lines_.find(text, offsets); }

  private:
    static constexpr std::size_t kClasses = 64;
    static constexpr std::uint8_t kUnknown = 0;
    static constexpr std::uint8_t kBreaks = 1;
    static constexpr std::uint8_t kHolds = 2;

    bool ask(std::uint8_t last, std::string_view before, std::uint8_t first, std::string_view after);

    IcuBoundaries lines_{IcuBoundaries::Kind::Line};
    std::array<std::uint8_t, kClasses * kClasses> table_{};
    std::string question_;
    std::vector<std::uint32_t> answer_;
};

} // namespace sidetal
