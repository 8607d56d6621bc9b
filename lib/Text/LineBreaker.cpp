#include "Text/LineBreaker.h"

#include "Text/Bonds.h"
#include "Text/Characters.h"
#include "Text/LineFiller.h"
#include "Text/OptimumFiller.h"
#include "Text/ParagraphCutter.h"

#include "Support/Utf8.h"

#include <algorithm>

namespace sidetal {

namespace {

/// Gathers the pieces of one line into slices, one a run.
class LineSetter {
  public:
    LineSetter(Shaper& shaper, std::span<const TextRun> runs, std::vector<Piece>& pieces,
               std::vector<RunSlice>& slices)
        : shaper_(shaper)
        , runs_(runs)
        , pieces_(pieces)
        , slices_(slices)
        , firstSlice_(slices.size()) {}

    void add(const Token& token, std::uint16_t from, std::uint16_t to) {
        const bool blank = token.blank && !empty();
        if (blank && token.blankRun != token.run) {
            openSlice(token.blankRun);
            endWithSpace();
        }
        openSlice(token.run);
        add({token.word, from, to, blank && token.blankRun == token.run});
    }

    /// What ends the line: the source's blank, or a hyphen that was added.
    void finish(const Line& line) {
        if (empty()) {
            return;
        }
        if (line.endsWithHyphen) {
            const Word& hyphen = shaper_.hyphen(runs_[slices_.back().run].font);
            add({&hyphen, 0, static_cast<std::uint16_t>(hyphen.glyphs.size()), false});
        }
        if (line.endsWithSpace) {
            endWithSpace();
        }
    }

  private:
    [[nodiscard]] bool empty() const { return slices_.size() == firstSlice_; }

    void openSlice(std::uint32_t run) {
        if (empty() || slices_.back().run != run) {
            slices_.push_back({run, static_cast<std::uint32_t>(pieces_.size()), 0, 0, false});
        }
    }

    void add(const Piece& piece) {
        RunSlice& slice = slices_.back();
        const bool whole = piece.from == 0 && piece.to == piece.word->glyphs.size();
        const TextRun& run = runs_[slice.run];
        slice.width += run.scaled(whole ? piece.word->width : widthOf(*piece.word, piece.from, piece.to));
        slice.width += piece.spaceBefore ? run.scaled(shaper_.space(run.font).width) : 0;
        ++slice.pieceCount;
        pieces_.push_back(piece);
    }

    void endWithSpace() {
        slices_.back().spaceAfter = true;
        const TextRun& run = runs_[slices_.back().run];
        slices_.back().width += run.scaled(shaper_.space(run.font).width);
    }

    Shaper& shaper_;
    std::span<const TextRun> runs_;
    std::vector<Piece>& pieces_;
    std::vector<RunSlice>& slices_;
    std::size_t firstSlice_;
};

} // namespace

struct LineBreaker::Members {
    Shaper& shaper;
    ParagraphCutter cutter{shaper};
    LineFiller filler{shaper};
    OptimumFiller optimum{shaper, filler};
    RunPlaces broken; ///< the paragraph that is broken
    RunPlaces set;    ///< the paragraph whose lines are set

    /// The segments of the paragraph that is broken.
    std::vector<Segment>& cut(const BreakOptions& options) {
        std::vector<Segment>& segments = cutter.cut(broken);
        if (options.bonds) {
            const std::string_view text = cutter.wholeText(broken.runs());
            joinBonds(shaper, broken, text, options.measure - options.firstIndent, segments);
        }
        return segments;
    }
};

LineBreaker::LineBreaker(Shaper& shaper)
    : m_(std::make_unique<Members>(shaper)) {}

LineBreaker::~LineBreaker() = default;

Shaper& LineBreaker::shaper() const {
    return m_->shaper;
}

void LineBreaker::breakLines(std::span<const TextRun> runs, const BreakOptions& options,
                             std::vector<Line>& lines) {
    m_->broken.assign(runs);
    if (options.optimum && m_->optimum.fill(m_->broken, m_->cut(options), options, lines)) {
        return;
    }
    m_->filler.fill(m_->broken, m_->cut(options), options, lines);
}

TextWidths LineBreaker::widths(std::span<const TextRun> runs) {
    m_->broken.assign(runs);
    TextWidths out;
    std::int64_t line = 0;
    for (const Segment& segment : m_->cutter.cut(m_->broken)) {
        const bool soft = segment.gap == Gap::SoftHyphen;
        const std::int64_t hyphen = soft ? m_->filler.hyphenAfter(m_->broken, segment) : 0;
        out.least = std::max(out.least, segment.width + hyphen);
        line += segment.width;
        out.widest = std::max({out.widest, line, out.least});
        line = segment.gap == Gap::Forced ? 0 : line + segment.blank;
    }
    return out;
}

void LineBreaker::setParagraph(std::span<const TextRun> runs) {
    m_->set.assign(runs);
}

void LineBreaker::setLine(const Line& line, std::vector<Piece>& pieces, std::vector<RunSlice>& slices) {
    LineSetter setter(m_->shaper, m_->set.runs(), pieces, slices);
    TokenReader reader(m_->shaper, m_->set, line.begin);
    Token token;
    while (reader.next(token) && token.begin < line.end) {
        const Word& word = *token.word;
        const std::uint16_t from = token.begin < line.begin ? glyphAt(word, line.begin - token.begin) : 0;
        const std::uint16_t to = token.end > line.end ? glyphAt(word, line.end - token.begin)
                                                      : static_cast<std::uint16_t>(word.glyphs.size());
        setter.add(token, from, to);
    }
    setter.finish(line);
}

void LineBreaker::findBoxes(std::span<const TextRun> runs, std::vector<std::uint32_t>& offsets) {
    const RunPlaces places(runs);
    TokenReader reader(m_->shaper, places, 0);
    for (Token token; reader.next(token); m_->shaper.trim()) {
        for (const Glyph& glyph : token.word->boxed ? token.word->glyphs : std::span<const Glyph>()) {
            const GlyphUse& use = m_->shaper.glyphUse(glyph.use);
            std::size_t at = glyph.at;
            const bool isBox = m_->shaper.face(use.face).glyph(kBox) == use.glyph;
            if (isBox && utf8::next(token.word->text, at) != kBox) {
                offsets.push_back(token.begin + glyph.at);
            }
        }
    }
}

void LineBreaker::opportunities(std::span<const TextRun> runs, std::vector<std::uint32_t>& offsets) {
    m_->cutter.opportunities(RunPlaces(runs), offsets);
}

} // namespace sidetal
