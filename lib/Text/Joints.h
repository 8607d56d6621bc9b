#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sidetal {

/// What a place inside a word is for a hyphen.
enum class HyphenKind : std::uint8_t {
    Plain,    ///< between syllables
    Joint,    ///< between the parts of a compound
    NewJoint, ///< the same, where the patterns have no place
    Doubtful, ///< between syllables as the patterns have it, beside a joint that they do not know:
              ///< "bud-ge-tramme"
};

/// A place before letter `letter` of a word.
struct LetterPlace {
    std::size_t letter = 0;
    HyphenKind kind = HyphenKind::Plain;
};

/// Tells the joints of a Danish compound, as before "sekretær" in "byrådssekretær", from the other places
/// where it may be hyphenated: `patterns` has for each of its letters (lower case) whether it may be broken
/// before it. No dictionary has all compounds, so this goes by how they are made. A place of the patterns is
/// a joint where
/// - a linking s stands before it, after a suffix that takes one ("-heds-", "-ings-", "-tions-"), or
/// - the part before it is a word that often comes first ("kommune-", "budget-"), or
/// - the part after it begins with one that often comes last ("-plan", "-udvalg"), unless a prefix alone
/// stands
///   before it ("med-arbejder").
/// Of words that stand by chance in others, too ("vand", "råd"), both parts must be known, and so they must
/// where the patterns have no place. In order.
[[nodiscard]] std::vector<LetterPlace> placesOf(std::u32string_view letters,
                                                const std::vector<bool>& patterns);

} // namespace sidetal
