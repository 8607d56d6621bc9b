#include "Text/CffSubset.h"

#include "Text/GlyfSubset.h"
#include "Text/HarfBuzzHandles.h"

#include <fmt/format.h>
#include <hb-subset.h>

#include <array>
#include <string_view>

namespace sidetal {

namespace {

using HbSubsetInput = std::unique_ptr<hb_subset_input_t, DeleteWith<hb_subset_input_destroy>>;
using HbSubsetPlan = std::unique_ptr<hb_subset_plan_t, DeleteWith<hb_subset_plan_destroy>>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kKept[] = {kCff, HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                              HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};

// operators of a Top DICT (Adobe 5176, 9); those of two bytes behind 12
constexpr unsigned kCharset = 15;
constexpr unsigned kRos = 12 << 8 | 30;

[[noreturn]] void failOnDamage() {
    throw FontDamage("table 'CFF ' is damaged");
}

/// Reads the parts of a CFF table (Adobe 5176) with every bound checked.
class CffReader {
  public:
    explicit CffReader(std::string_view bytes)
        : bytes_(bytes) {}

    [[nodiscard]] std::size_t number(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) {
            failOnDamage();
        }
        std::size_t value = 0;
        for (const char c : bytes_.substr(at, size)) {
            value = value << 8 | static_cast<unsigned char>(c);
        }
        return value;
    }

    /// The place of an object of the INDEX at `at`; its end is that of the object after it.
    [[nodiscard]] std::size_t objectAt(std::size_t at, std::size_t object) const {
        const std::size_t count = number(at, 2);
        const std::size_t size = number(at + 2, 1);
        if (object > count || size < 1 || size > 4) {
            failOnDamage();
        }
        return at + 2 + size * (count + 1) + number(at + 3 + size * object, size);
    }
    [[nodiscard]] std::size_t endOfIndex(std::size_t at) const {
        const std::size_t count = number(at, 2);
        return count == 0 ? at + 2 : objectAt(at, count);
    }

  private:
    std::string_view bytes_;
};

/// What of a Top DICT says how glyphs are found.
struct TopDict {
    bool hasCids = false;
    std::size_t charsetAt = 0; ///< where the charset's offset stands, four bytes; 0: nowhere
};

/// Moves `at` behind the operand that begins with byte `first` before it (Adobe 5176, 4).
void passOperand(const CffReader& cff, unsigned first, std::size_t& at) {
    if (first == 30) {
        while ((cff.number(at++, 1) & 0xF) != 0xF) { // the digits of a fraction
        }
    } else if (first == 28 || first == 29) {
        at += first == 28 ? 2 : 4;
    } else if (first < 32 || first == 255) {
        failOnDamage();
    } else {
        at += first >= 247 ? 1 : 0;
    }
}

TopDict readTopDict(const CffReader& cff) {
    const std::size_t names = cff.number(2, 1);
    const std::size_t dicts = cff.endOfIndex(names);
    TopDict out;
    std::size_t longOperand = 0;
    std::size_t at = cff.objectAt(dicts, 0);
    for (const std::size_t end = cff.objectAt(dicts, 1); at < end;) {
        auto first = static_cast<unsigned>(cff.number(at++, 1));
        if (first > 21) {
            longOperand = first == 29 ? at : 0;
            passOperand(cff, first, at);
            continue;
        }
        if (first == 12) {
            first = 12u << 8 | static_cast<unsigned>(cff.number(at++, 1));
        }
        out.hasCids = out.hasCids || first == kRos;
        out.charsetAt = first == kCharset ? longOperand : out.charsetAt;
    }
    return out;
}

void appendNumber(std::string& out, std::size_t number, unsigned size) {
    while (size-- > 0) {
        out += static_cast<char>(number >> 8 * size);
    }
}

/// Makes the identifiers of `count` glyphs their numbers, by a charset of one range behind all else (Adobe
/// 5176, 13): those that the font had may be larger than codes of one byte, which not all readers take.
void renumber(std::string& table, const TopDict& top, std::size_t count) {
    if (top.charsetAt == 0) {
        failOnDamage();
    }
    std::string offset;
    appendNumber(offset, table.size(), 4);
    table.replace(top.charsetAt, offset.size(), offset);
    if (count < 2) {
        table += '\0'; // a charset of format 0 without glyphs but the first
        return;
    }
    appendNumber(table, 2, 1);
    appendNumber(table, 1, 2);
    appendNumber(table, count - 2, 2);
}

HbSubsetInput inputFor(hb_face_t* face, std::span<const std::uint16_t> places) {
    HbSubsetInput input(hb_subset_input_create_or_fail());
    if (!input) {
        throw std::bad_alloc();
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    std::array<hb_tag_t, 32> tags{};
    unsigned begin = 0;
    for (unsigned count = tags.size(); count == tags.size(); begin += count) {
        (void)hb_face_get_table_tags(face, begin, &count, tags.data());
        for (unsigned i = 0; i < count; ++i) {
            hb_set_add(dropped, tags[i]);
        }
        if (count == 0) {
            break;
        }
    }
    for (const hb_tag_t tag : kKept) {
        hb_set_del(dropped, tag);
    }
    hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
    const unsigned glyphCount = hb_face_get_glyph_count(face);
    for (const std::uint16_t glyph : places) {
        if (glyph >= glyphCount) {
            throw FontDamage(fmt::format("there is no glyph {}", glyph));
        }
        hb_set_add(glyphs, glyph);
    }
    return input;
}

/// The plan of a subset. Where memory fails in making one, HarfBuzz 6.0 leaves the face in a state in which
/// destroying it crashes. So it is made of a face of its own, which is let go of then and never destroyed.
HbSubsetPlan planFor(hb_face_t* face, const hb_subset_input_t* input) {
    const MemoryWatch memory;
    const HbBlob blob(hb_face_reference_blob(face));
    HbFace own(hb_face_create(blob.get(), 0));
    memory.check();
    HbSubsetPlan plan(hb_subset_plan_create_or_fail(own.get(), input));
    if (memory.failed()) {
        static_cast<void>(own.release());
        static_cast<void>(plan.release());
        throw std::bad_alloc();
    }
    return plan;
}

} // namespace

CffProgram cutCff(hb_face_t* face, std::span<const std::uint16_t> places) {
    return watchingMemory([&] {
        const HbSubsetInput input = inputFor(face, places);
        const HbSubsetPlan plan = planFor(face, input.get());
        const HbFace small(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
        if (!small) {
            failOnDamage();
        }
        const HbBlob table = referenceTable(small.get(), kCff);
        unsigned size = 0;
        const char* data = hb_blob_get_data(table.get(), &size);
        CffProgram out{std::string(data, size), {}};
        const TopDict top = readTopDict(CffReader(out.bytes));
        if (top.hasCids) {
            renumber(out.bytes, top, hb_face_get_glyph_count(small.get()));
        }
        const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
        for (const std::uint16_t glyph : places) {
            out.cids.push_back(static_cast<std::uint16_t>(hb_map_get(numbers, glyph)));
        }
        return out;
    });
}

} // namespace sidetal
