// ContentWriter's strings: the TJ operators of a line (ISO 32000-1, 9.4.3).

#include "Pdf/ContentWriter.h"

namespace sidetal {

namespace {

/// Where a string is cut: one kept word, of at most 1,000 glyphs, still fits below kLongestString.
constexpr std::size_t kCutString = 16'000;

} // namespace

void ContentWriter::putPiece(const Piece& piece) {
    if (piece.spaceBefore) {
        putWord(*space_);
        if (wider_ != 0) {
            out_ << ')' << Decimal{-wider_, 2}
                 << '('; // TJ takes thousandths of an em off (ISO 32000-1, 9.4.3)
        }
    }
    const std::span<const Glyph> glyphs = piece.word->glyphs;
    if (piece.from == 0 && piece.to == glyphs.size()) {
        putWord(*piece.word);
    } else {
        putGlyphs(glyphs.subspan(piece.from, static_cast<std::size_t>(piece.to - piece.from)));
    }
}

void ContentWriter::putWord(const Word& word) {
    const EncodedWord encoded = encoder_.encode(word);
    if (encoded.resource == ResourceId::None) {
        putGlyphs(word.glyphs);
    } else {
        openString(encoded.resource);
        out_.appendShort(encoded.bytes);
    }
}

void ContentWriter::putGlyphs(std::span<const Glyph> glyphs) {
    for (const Glyph& glyph : glyphs) {
        putGlyph(glyph);
    }
    setRise(0);
}

void ContentWriter::putGlyph(const Glyph& glyph) {
    const GlyphCode written = encoder_.code(glyph.use);
    setRise(glyph.yOffset);
    openString(written.resource);
    if (glyph.xOffset != 0) {
        out_ << ')' << -glyph.xOffset << '(';
    }
    out_ << static_cast<char>(written.code);
    if (glyph.xOffset != glyph.adjust) {
        out_ << ')' << glyph.xOffset - glyph.adjust << '(';
    }
}

/// Marks are raised with Ts, as TJ moves along the line only.
void ContentWriter::setRise(std::int32_t rise) {
    if (rise_ != rise) {
        closeString();
        out_ << exactly(opSize_ * rise / 1000) << " Ts\n";
        rise_ = rise;
    }
}

void ContentWriter::openString(ResourceId font) {
    if (font != font_ || opSize_ != fontSize_) {
        closeString();
        out_ << "/F" << static_cast<unsigned>(font) + 1 << ' ' << exactly(opSize_) << " Tf\n";
        font_ = font;
        fontSize_ = opSize_;
    }
    if (!inString_) {
        out_ << "[(";
        inString_ = true;
        stringBegin_ = out_.size();
    } else if (out_.size() - stringBegin_ > kCutString) {
        out_ << ")(";
        stringBegin_ = out_.size();
    }
}

void ContentWriter::closeString() {
    if (inString_) {
        out_ << ")]TJ\n";
        inString_ = false;
    }
}

} // namespace sidetal
