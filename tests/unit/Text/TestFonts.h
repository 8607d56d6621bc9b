#pragma once

#include "Text/LineBreaker.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::test {

/// The fonts of the manifest, opened once for all tests of a program.
inline std::shared_ptr<const Fonts> fonts() {
    static const std::shared_ptr<const Fonts> opened = Fonts::open();
    return opened;
}

/// Breaks text of one font and gives the lines as strings: what setLine() sets, a space where a blank ends
/// the line, "-" where a hyphen was added.
class Setter {
  public:
    explicit Setter(const FontSpec& spec)
        : font(shaper.font(spec)) {}

    std::vector<std::string> lines(std::string_view text, const BreakOptions& options) {
        const TextRun run{text, font};
        found.clear();
        breaker.breakLines({&run, 1}, options, found);
        std::vector<std::string> result;
        for (const Line& line : found) {
            result.push_back(set({&run, 1}, line));
        }
        return result;
    }

    /// The characters that a line's glyphs stand for, slices parted by "|".
    std::string set(std::span<const TextRun> runs, const Line& line) {
        pieces.clear();
        slices.clear();
        breaker.setParagraph(runs);
        breaker.setLine(line, pieces, slices);
        std::string result;
        for (const RunSlice& slice : slices) {
            result += result.empty() && &slice == slices.data() ? "" : "|";
            for (const Piece& piece : std::span(pieces).subspan(slice.firstPiece, slice.pieceCount)) {
                result += piece.spaceBefore ? " " : "";
                for (const Glyph& glyph : piece.word->glyphs.subspan(piece.from, piece.to - piece.from)) {
                    const std::string& stands = shaper.glyphUse(glyph.use).text;
                    result += stands == "\u00AD" ? "-" : stands;
                }
            }
            result += slice.spaceAfter ? " " : "";
        }
        return result;
    }

    Shaper shaper{fonts()};
    LineBreaker breaker{shaper};
    FontId font;
    std::vector<Line> found;
    std::vector<Piece> pieces;
    std::vector<RunSlice> slices;
};

} // namespace sidetal::test
