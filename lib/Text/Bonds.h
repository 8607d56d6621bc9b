#pragma once

#include "Text/ParagraphCutter.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sidetal {

/// The languages whose bonds are known.
enum class BondLanguage : std::uint8_t { None, Danish, English };

/// By a BCP 47 tag: "da", "da-DK", "en-GB".
[[nodiscard]] BondLanguage bondLanguage(std::string_view tag);

/// Whether no line should end at a break opportunity of a text, as its words belong together. The opportunity
/// lies before byte `next`; the line would end at byte `end`, less than `next` where blanks stand between.
/// True in Danish
/// - after kl., nr., §, §§, stk., ca., pkt., pr., jf., s., d., Gl., Sct. and St. before a digit or a capital,
/// - between a number and %, ‰, kr., mio., mia., m, m², m³, km, kg, t, °C, pct.,
/// - between a day and its month ("26. oktober") and within "2. behandling",
/// - within phone numbers ("74 34 35 36", "tlf. 7434 3536", "+45 …") and after tlf.,
/// - after a hyphen that has a digit before it in its word (00.22.02-A00-3-26, A4-ark),
/// - after a dash between two digits ("15–17").
/// English has No., Nos., p., pp., Art. and para. before a digit, "12 November", and the units. Never true
/// between a number and an ordinary noun.
[[nodiscard]] bool isBond(std::string_view text, std::size_t end, std::size_t next, BondLanguage language);

/// Joins the segments of a paragraph, whose whole text is `text`, between which there is a bond in the
/// language of their run: lines then end elsewhere. What is wider than `room` stays apart, so that no bond
/// breaks a word.
void joinBonds(const Shaper& shaper, const RunPlaces& places, std::string_view text, std::int64_t room,
               std::vector<Segment>& segments);

} // namespace sidetal
