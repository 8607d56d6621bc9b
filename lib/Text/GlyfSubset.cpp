#include "Text/GlyfSubset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

constexpr std::size_t kHeadSize = 54;
constexpr std::size_t kHheaSize = 36;
constexpr std::size_t kMaxpSize = 32;
constexpr std::size_t kMostGlyphs = 0xFFFF;
constexpr std::size_t kFarthestShort = 2 * std::size_t{0xFFFF}; // short loca holds half of an offset
constexpr unsigned kDeepest = 8;                                // composites within composites

// flags of a point
constexpr unsigned kShortX = 0x02;
constexpr unsigned kShortY = 0x04;
constexpr unsigned kRepeat = 0x08;
constexpr unsigned kSameX = 0x10;
constexpr unsigned kSameY = 0x20;

// flags of a component
constexpr unsigned kWords = 0x0001;
constexpr unsigned kScale = 0x0008;
constexpr unsigned kMore = 0x0020;
constexpr unsigned kTwoScales = 0x0040;
constexpr unsigned kMatrix = 0x0080;
constexpr unsigned kInstructions = 0x0100;

unsigned u8(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) {
        throw FontDamage("a table is cut off");
    }
    return static_cast<unsigned char>(bytes[at]);
}

unsigned u16(std::string_view bytes, std::size_t at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
}

std::size_t u32(std::string_view bytes, std::size_t at) {
    return std::size_t{u16(bytes, at)} << 16 | u16(bytes, at + 2);
}

std::string_view part(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) {
        throw FontDamage("a table is cut off");
    }
    return bytes.substr(at, size);
}

void put16(std::string& out, std::size_t number) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number);
}

void put32(std::string& out, std::size_t number) {
    put16(out, number >> 16);
    put16(out, number);
}

void set16(std::string& table, std::size_t at, std::size_t number) {
    table[at] = static_cast<char>(number >> 8);
    table[at + 1] = static_cast<char>(number);
}

void set32(std::string& table, std::size_t at, std::size_t number) {
    set16(table, at, number >> 16);
    set16(table, at + 2, number);
}

/// How many bytes of coordinates the points with these flags have.
unsigned coordinateBytes(unsigned flags) {
    const unsigned x = flags & kShortX ? 1 : flags & kSameX ? 0 : 2;
    const unsigned y = flags & kShortY ? 1 : flags & kSameY ? 0 : 2;
    return x + y;
}

/// Where the coordinates end that follow the flags of `points` points.
std::size_t endOfPoints(std::string_view glyph, std::size_t at, unsigned points) {
    std::size_t coordinates = 0;
    for (unsigned left = points; left > 0;) {
        const unsigned flags = u8(glyph, at++);
        const unsigned run = flags & kRepeat ? 1 + u8(glyph, at++) : 1;
        if (run > left) {
            throw FontDamage("a glyph has more flags than points");
        }
        left -= run;
        coordinates += std::size_t{run} * coordinateBytes(flags);
    }
    return at + coordinates;
}

/// Appends a glyph of contours, but for its instructions and what may stand behind it.
void appendContours(std::string& out, std::string_view glyph, unsigned contours) {
    const std::size_t lengthAt = 10 + 2 * std::size_t{contours};
    unsigned points = 0;
    for (unsigned i = 0; i < contours; ++i) {
        const unsigned last = u16(glyph, 10 + 2 * std::size_t{i});
        if (last < points) {
            throw FontDamage("the contours of a glyph are out of order");
        }
        points = last + 1;
    }
    const std::size_t flagsAt = lengthAt + 2 + u16(glyph, lengthAt);
    const std::size_t end = endOfPoints(glyph, flagsAt, points);
    out += part(glyph, 0, lengthAt);
    put16(out, 0);
    out += part(glyph, flagsAt, end - flagsAt);
}

/// A part of a composite glyph.
struct Component {
    unsigned flags = 0;
    unsigned glyph = 0;
    std::string_view placement; ///< offsets or points, and scales
};

/// Calls `use` for each part of a composite glyph.
template <typename Use>
void eachComponent(std::string_view glyph, Use use) {
    std::size_t at = 10;
    unsigned flags = kMore;
    while (flags & kMore) {
        flags = u16(glyph, at);
        const std::size_t scales = flags & kScale ? 2 : flags & kTwoScales ? 4 : flags & kMatrix ? 8 : 0;
        const std::size_t size = (flags & kWords ? 4 : 2) + scales;
        use(Component{flags, u16(glyph, at + 2), part(glyph, at + 4, size)});
        at += 4 + size;
    }
}

/// The tables of a font, read with every bound checked.
class Source {
  public:
    explicit Source(const GlyfTables& tables)
        : tables_(tables)
        , glyphs_(u16(tables.maxp, 4))
        , metrics_(u16(tables.hhea, 34))
        , isLong_(u16(tables.head, 50) != 0) {
        if (metrics_ == 0) {
            throw FontDamage("there are no advances");
        }
    }

    [[nodiscard]] unsigned glyphCount() const { return glyphs_; }
    /// What the glyf table has for a glyph; empty for one without an outline.
    [[nodiscard]] std::string_view outline(unsigned glyph) const {
        if (glyph >= glyphs_) {
            throw FontDamage(fmt::format("there is no glyph {}", glyph));
        }
        const std::size_t begin = offset(glyph);
        const std::size_t end = offset(glyph + std::size_t{1});
        if (begin > end) {
            throw FontDamage("the outlines are out of order");
        }
        const std::string_view data = part(tables_.glyf, begin, end - begin);
        return data.empty() || u16(data, 0) == 0 ? std::string_view() : data;
    }
    [[nodiscard]] unsigned advance(unsigned glyph) const {
        return u16(tables_.hmtx, 4 * std::size_t{std::min(glyph, metrics_ - 1)});
    }
    [[nodiscard]] unsigned leftBearing(unsigned glyph) const {
        return glyph < metrics_ ? u16(tables_.hmtx, 4 * std::size_t{glyph} + 2)
                                : u16(tables_.hmtx, 2 * (std::size_t{metrics_} + glyph));
    }

  private:
    [[nodiscard]] std::size_t offset(std::size_t i) const {
        return isLong_ ? u32(tables_.loca, 4 * i) : 2 * std::size_t{u16(tables_.loca, 2 * i)};
    }

    const GlyfTables& tables_;
    unsigned glyphs_;
    unsigned metrics_;
    bool isLong_;
};

bool isComposite(std::string_view outline) {
    return !outline.empty() && u8(outline, 0) >= 0x80; // a negative number of contours
}

/// Which glyph stands where: the places asked for, then the parts that composites need beside them.
class Placement {
  public:
    static constexpr unsigned kEmpty = 0x10000;

    Placement(const Source& source, std::span<const std::uint16_t> wanted)
        : source_(source)
        , notes_(source.glyphCount()) {
        for (const std::uint16_t glyph : wanted) {
            place(glyph == 0 || glyphs_.empty() ? kEmpty : glyph);
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (glyphs_[i] != kEmpty) {
                (void)placeParts(glyphs_[i], 0);
            }
        }
    }

    /// The glyph of each place, or kEmpty.
    [[nodiscard]] const std::vector<unsigned>& glyphs() const { return glyphs_; }
    /// The first place of a glyph, which must have one.
    [[nodiscard]] std::uint16_t of(unsigned glyph) const { return notes_[glyph].place; }

  private:
    struct Note {
        std::uint16_t place = 0; ///< 0: none
        std::uint16_t depth = 0; ///< levels of composites under it and itself; 0: not known yet
    };

    void place(unsigned glyph) {
        if (glyphs_.size() == kMostGlyphs) {
            throw FontDamage("there are too many glyphs");
        }
        if (glyph != kEmpty && note(glyph).place == 0) {
            note(glyph).place = static_cast<std::uint16_t>(glyphs_.size());
        }
        glyphs_.push_back(glyph);
    }

    Note& note(unsigned glyph) {
        if (glyph >= notes_.size()) {
            notes_.resize(glyph + std::size_t{1});
        }
        return notes_[glyph];
    }

    /// Gives the parts of a glyph that stands under `above` others, and theirs, places; returns its depth. A
    /// glyph within itself is found by its depth, and each is looked at only until that is known.
    std::uint16_t placeParts(unsigned glyph, unsigned above) {
        if (above == kDeepest) {
            throw FontDamage("a glyph has parts of parts without end");
        }
        if (note(glyph).depth == 0) {
            std::uint16_t below = 0;
            const std::string_view outline = source_.outline(glyph);
            if (isComposite(outline)) {
                eachComponent(outline, [&](const Component& component) {
                    if (note(component.glyph).place == 0) {
                        place(component.glyph);
                    }
                    below = std::max(below, placeParts(component.glyph, above + 1));
                });
            }
            note(glyph).depth = static_cast<std::uint16_t>(below + 1);
        }
        if (above + note(glyph).depth > kDeepest) {
            throw FontDamage("a glyph has parts of parts without end");
        }
        return note(glyph).depth;
    }

    const Source& source_;
    std::vector<unsigned> glyphs_;
    std::vector<Note> notes_; ///< by glyph
};

/// Appends a glyph of parts, with the numbers that they have here.
void appendComposite(std::string& out, std::string_view outline, const Placement& placement) {
    out += part(outline, 0, 10);
    eachComponent(outline, [&](const Component& component) {
        put16(out, component.flags & ~kInstructions);
        put16(out, placement.of(component.glyph));
        out += component.placement;
    });
}

/// The tables of the new program, in the order of their names.
struct Program {
    std::string glyf;
    std::string head;
    std::string hhea;
    std::string hmtx;
    std::string loca;
    std::string maxp;
};

void fillOutlines(Program& program, const Source& source, const Placement& placement) {
    std::vector<std::size_t> ends;
    ends.reserve(placement.glyphs().size());
    for (const unsigned glyph : placement.glyphs()) {
        std::string& glyf = program.glyf;
        const std::string_view outline =
            glyph == Placement::kEmpty ? std::string_view() : source.outline(glyph);
        if (isComposite(outline)) {
            appendComposite(glyf, outline, placement);
        } else if (!outline.empty()) {
            appendContours(glyf, outline, u16(outline, 0));
        }
        glyf.resize(glyf.size() + glyf.size() % 2, '\0'); // an offset in the short form of loca is even
        ends.push_back(glyf.size());
    }
    const bool isLong = program.glyf.size() > kFarthestShort;
    program.loca.resize((ends.size() + 1) * (isLong ? 4 : 2)); // the first outline begins at 0
    for (std::size_t i = 0; i < ends.size(); ++i) {
        isLong ? set32(program.loca, 4 * i + 4, ends[i]) : set16(program.loca, 2 * i + 2, ends[i] / 2);
    }
    set16(program.head, 50, isLong ? 1 : 0);
}

void fillMetrics(Program& program, const Source& source, const Placement& placement) {
    const std::vector<unsigned>& glyphs = placement.glyphs();
    program.hmtx.resize(4 * glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i] != Placement::kEmpty) {
            set16(program.hmtx, 4 * i, source.advance(glyphs[i]));
            set16(program.hmtx, 4 * i + 2, source.leftBearing(glyphs[i]));
        }
    }
}

/// The heads of the old tables, without what they say of hints and dates.
void fillHeads(Program& program, const GlyfTables& font, std::size_t glyphs) {
    program.head = part(font.head, 0, kHeadSize);
    set32(program.head, 8, 0);              // checkSumAdjustment, to be set at the end
    program.head.replace(20, 16, 16, '\0'); // created, modified
    program.hhea = part(font.hhea, 0, kHheaSize);
    set16(program.hhea, 34, glyphs);
    program.maxp = part(font.maxp, 0, kMaxpSize);
    set16(program.maxp, 4, glyphs);
    set16(program.maxp, 14, 1);             // maxZones: no twilight zone
    program.maxp.replace(16, 12, 12, '\0'); // what instructions take
}

/// The sum of a table's 32-bit words, the last one filled up with zeros.
std::uint32_t checksum(std::string_view table) {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(table[at])}; };
    std::uint32_t sum = 0;
    const std::size_t whole = table.size() - table.size() % 4;
    for (std::size_t at = 0; at < whole; at += 4) {
        sum += byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
    }
    for (std::size_t at = whole; at < table.size(); ++at) {
        sum += byte(at) << (24 - 8 * (at - whole));
    }
    return sum;
}

/// The file of the tables: their directory, and they at multiples of four bytes.
std::string join(const Program& program) {
    const std::array<std::pair<std::string_view, const std::string*>, 6> tables{{{"glyf", &program.glyf},
                                                                                 {"head", &program.head},
                                                                                 {"hhea", &program.hhea},
                                                                                 {"hmtx", &program.hmtx},
                                                                                 {"loca", &program.loca},
                                                                                 {"maxp", &program.maxp}}};
    constexpr std::string_view kStart("\0\1\0\0\0\6\0\100\0\2\0\40", 12); // 1.0; six tables, 64, 2, 32
    std::string file(kStart);
    std::size_t offset = kStart.size() + 16 * tables.size();
    std::size_t headAt = 0;
    std::uint32_t sum = 0; // of all tables: they begin at multiples of four
    for (const auto& [name, table] : tables) {
        file += name;
        const std::uint32_t sumOfTable = checksum(*table);
        put32(file, sumOfTable);
        put32(file, offset);
        put32(file, table->size());
        sum += sumOfTable;
        headAt = table == &program.head ? offset : headAt;
        offset += (table->size() + 3) / 4 * 4;
    }
    sum += checksum(file); // which is the directory so far
    file.reserve(offset);
    for (const auto& [name, table] : tables) {
        file += *table;
        file.resize((file.size() + 3) / 4 * 4, '\0');
    }
    constexpr std::uint32_t kMagic = 0xB1B0AFBA;
    set32(file, headAt + 8, kMagic - sum);
    return file;
}

} // namespace

std::string cutGlyf(const GlyfTables& font, std::span<const std::uint16_t> places) {
    const Source source(font);
    const Placement placement(source, places);
    Program program;
    fillHeads(program, font, placement.glyphs().size());
    fillOutlines(program, source, placement);
    fillMetrics(program, source, placement);
    return join(program);
}

} // namespace sidetal
