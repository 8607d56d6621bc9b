#include "Text/PairShaper.h"

#include "Text/Characters.h"
#include "Text/FontTable.h"

#include "Support/MemoryWatch.h"
#include "Support/Utf8.h"

#include <hb-aat.h>
#include <hb-ot.h>

#include <algorithm>
#include <limits>
#include <new>

namespace sidetal {

namespace {

constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kFarPair = std::numeric_limits<std::int32_t>::min();

HbSet makeSet() {
    HbSet set(hb_set_create());
    if (!hb_set_allocation_successful(set.get())) {
        throw std::bad_alloc();
    }
    return set;
}

HbSet lookupsOf(hb_shape_plan_t* plan, hb_tag_t table) {
    HbSet lookups = makeSet();
    hb_ot_shape_plan_collect_lookups(plan, table, lookups.get());
    return lookups;
}

/// The substitutions that HarfBuzz applies around U+2044 alone, whatever the plan: those of automatic
/// fractions.
HbSet fractionLookups(hb_face_t* face) {
    constexpr std::array<hb_tag_t, 4> kFractions{HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'),
                                                 HB_TAG('d', 'n', 'o', 'm'), HB_TAG_NONE};
    unsigned count = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, nullptr, nullptr);
    std::vector<hb_tag_t> others(count);
    hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, others.data());
    std::erase_if(others,
                  [&](hb_tag_t tag) { return std::ranges::find(kFractions, tag) != kFractions.end(); });
    others.push_back(HB_TAG_NONE);
    HbSet lookups = makeSet();
    HbSet shared = makeSet();
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, kFractions.data(), lookups.get());
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, others.data(), shared.get());
    hb_set_subtract(lookups.get(), shared.get());
    return lookups;
}

/// The lookups of a GPOS table (ISO/IEC 14496-22, 6.2 and 6.3.3.2).
class PositioningLookup {
  public:
    enum : unsigned { kPair = 2, kMarkToBase = 4, kMarkToMark = 6, kExtension = 9 };

    PositioningLookup(const FontTable& table, unsigned index)
        : table_(table) {
        const unsigned list = table.u16(8);
        at_ = list + table.u16(list + 2 + 2 * index);
    }

    /// Pair adjustments of the first glyph of neighbours, whatever stands around them.
    [[nodiscard]] bool adjustsFirstOfPairs() const {
        constexpr unsigned kSkipsBasesOrLigatures = 0x06;
        bool all = (table_.u16(at_ + 2) & kSkipsBasesOrLigatures) == 0;
        forEachSubtable([&](unsigned type, unsigned at) {
            const bool movesSecond = table_.u16(at + 6) != 0;
            all = all && type == kPair && !movesSecond;
        });
        return all;
    }

    /// Attachments of marks: adds the marks, and is true, if it is nothing else.
    [[nodiscard]] bool addMarks(hb_set_t* marks) const {
        bool all = true;
        forEachSubtable([&](unsigned type, unsigned at) {
            all = all && type >= kMarkToBase && type <= kMarkToMark;
            if (all) {
                addCoverage(at + table_.u16(at + 2), marks);
            }
        });
        return all;
    }

  private:
    template <typename Visit>
    void forEachSubtable(Visit&& visit) const {
        const unsigned count = table_.u16(at_ + 4);
        for (unsigned i = 0; i < count; ++i) {
            unsigned at = at_ + table_.u16(at_ + 6 + 2 * i);
            unsigned type = table_.u16(at_);
            if (type == kExtension) {
                type = table_.u16(at + 2);
                at += table_.u32(at + 4);
            }
            visit(type, at);
        }
    }

    void addCoverage(unsigned at, hb_set_t* glyphs) const {
        const bool ranges = table_.u16(at) == 2;
        const unsigned count = table_.u16(at + 2);
        for (unsigned i = 0; i < count; ++i) {
            const unsigned entry = at + 4 + i * (ranges ? 6 : 2);
            hb_set_add_range(glyphs, table_.u16(entry), table_.u16(entry + (ranges ? 2 : 0)));
        }
    }

    const FontTable& table_;
    unsigned at_ = 0;
};

bool mayBeLocal(char32_t c) {
    return c > U' ' && c < 256 && !isMeaningless(c) && !isInvisible(c) && c != 0xA0;
}

/// One glyph for all of `text`, without further adjustments.
bool isPlain(const ShapedGlyph& glyph) {
    return glyph.leads && glyph.adjust == 0 && glyph.xOffset == 0 && glyph.yOffset == 0;
}

std::string asText(std::initializer_list<char32_t> letters) {
    std::string text;
    for (const char32_t letter : letters) {
        utf8::append(text, letter);
    }
    return text;
}

} // namespace

PairShaper::PairShaper(hb_face_t* face, hb_shape_plan_t* plan, bool kerning)
    : face_(face)
    , pairs_(kerning && FontTable(face, "kern").length() > 0)
    , usable_(!hb_aat_layout_has_substitution(face) && !hb_aat_layout_has_positioning(face))
    , far_(makeSet()) {
    findFarGlyphs(plan);
}

void PairShaper::findFarGlyphs(hb_shape_plan_t* plan) {
    const MemoryWatch memory;
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    const HbSet substitutions = lookupsOf(plan, HB_OT_TAG_GSUB);
    hb_set_subtract(substitutions.get(), fractionLookups(face_).get());
    while (hb_set_next(substitutions.get(), &lookup)) {
        hb_ot_layout_lookup_collect_glyphs(face_, HB_OT_TAG_GSUB, lookup, nullptr, far_.get(), nullptr,
                                           nullptr);
    }
    const HbSet positionings = lookupsOf(plan, HB_OT_TAG_GPOS);
    const FontTable table(face_, "GPOS");
    lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(positionings.get(), &lookup)) {
        const PositioningLookup positioning(table, lookup);
        if (positioning.adjustsFirstOfPairs()) {
            pairs_ = true;
        } else if (!positioning.addMarks(far_.get())) {
            hb_ot_layout_lookup_collect_glyphs(face_, HB_OT_TAG_GPOS, lookup, nullptr, far_.get(), nullptr,
                                               nullptr);
        }
    }
    memory.check();
    if (!hb_set_allocation_successful(far_.get())) {
        throw std::bad_alloc();
    }
}

bool PairShaper::shape(std::string_view text, std::vector<ShapedGlyph>& glyphs, const ShapeWhole& whole) {
    glyphs.clear();
    char32_t before = 0;
    for (std::size_t at = 0; usable_ && at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        if (!mayBeLocal(c) || !learnLetter(c, whole)) {
            return false;
        }
        if (pairs_ && from > 0) {
            glyphs.back().adjust = adjustment(before, c, whole);
            if (glyphs.back().adjust == kFarPair) {
                return false;
            }
        }
        ShapedGlyph& glyph = glyphs.emplace_back(letters_[c].glyph);
        glyph.from = static_cast<std::uint32_t>(from);
        glyph.to = static_cast<std::uint32_t>(at);
        before = c;
    }
    return usable_;
}

/// True for a letter that its surroundings do not change.
bool PairShaper::learnLetter(char32_t letter, const ShapeWhole& whole) {
    Letter& known = letters_[letter];
    if (known.kind == Letter::Kind::Unknown) {
        known.kind = Letter::Kind::Far;
        if (whole(asText({letter}), learnt_) && learnt_.size() == 1 && isPlain(learnt_.front())) {
            known.glyph = learnt_.front();
            const hb_codepoint_t glyph = known.glyph.glyph;
            const bool mark = hb_ot_layout_get_glyph_class(face_, glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
            known.kind = mark || hb_set_has(far_.get(), glyph) ? Letter::Kind::Far : Letter::Kind::Local;
        }
    }
    return known.kind == Letter::Kind::Local;
}

std::int32_t PairShaper::adjustment(char32_t first, char32_t second, const ShapeWhole& whole) {
    std::unique_ptr<Row>& row = rows_[first];
    if (!row) {
        row = std::make_unique<Row>();
        row->fill(kUnknown);
    }
    std::int32_t& known = (*row)[second];
    if (known == kUnknown) {
        known = learnPair(first, second, whole);
    }
    return known;
}

std::int32_t PairShaper::learnPair(char32_t first, char32_t second, const ShapeWhole& whole) {
    const bool asLetters = whole(asText({first, second}), learnt_) && learnt_.size() == 2 &&
                           learnt_[0].glyph == letters_[first].glyph.glyph &&
                           learnt_[1].glyph == letters_[second].glyph.glyph && learnt_[0].leads &&
                           learnt_[0].xOffset == 0 && learnt_[0].yOffset == 0 && isPlain(learnt_[1]);
    return asLetters ? learnt_[0].adjust : kFarPair;
}

} // namespace sidetal
