#include "Text/Shaper.h"

#include "Text/Arena.h"
#include "Text/LineClasses.h"
#include "Text/WordShaper.h"

#include "Support/Utf8.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <limits>
#include <map>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace sidetal {

namespace {

constexpr std::size_t kMaxWordBytes = std::numeric_limits<std::uint16_t>::max();
constexpr std::size_t kDefaultWordLimit = 16384;

/// FNV-like, eight bytes a step; the font goes into the seed.
std::uint64_t hashOf(FontId font, std::string_view text) {
    constexpr std::uint64_t kMultiplier = 0x9FB21C651E98DF25;
    const char* data = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = (left << 16 | static_cast<std::uint64_t>(font)) * kMultiplier;
    const auto mix = [&](std::uint64_t value) {
        hash = (hash ^ value) * kMultiplier;
        hash ^= hash >> 35;
    };
    for (; left >= 8; data += 8, left -= 8) {
        std::uint64_t value = 0;
        std::memcpy(&value, data, 8);
        mix(value);
    }
    if (left >= 4) {
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, data, 4);
        std::memcpy(&tail, data + left - 4, 4);
        mix(static_cast<std::uint64_t>(head) << 32 | tail);
    } else if (left > 0) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint64_t>(static_cast<unsigned char>(data[i]));
        };
        mix(byte(0) << 16 | byte(left / 2) << 8 | byte(left - 1));
    }
    return hash ^ hash >> 28;
}

/// Words by (font, text): open addressing, one hash and one comparison a look-up, no string made.
class WordTable {
  public:
    struct Slot {
        std::uint64_t hash = 0;
        const Word* word = nullptr;
    };

    [[nodiscard]] const Word* find(FontId font, std::string_view text, std::uint64_t hash) const {
        for (std::size_t i = hash & mask();; i = (i + 1) & mask()) {
            const Slot& slot = slots_[i];
            if (slot.word == nullptr) {
                return nullptr;
            }
            if (slot.hash == hash && slot.word->text == text && slot.word->font == font) {
                return slot.word;
            }
        }
    }

    void insert(const Word* word, std::uint64_t hash) {
        if ((size_ + 1) * 2 > slots_.size()) {
            std::vector<Slot> old(slots_.size() * 2);
            old.swap(slots_);
            for (const Slot& slot : old) {
                if (slot.word != nullptr) {
                    place(slot);
                }
            }
        }
        place({hash, word});
        ++size_;
    }

    /// Forgets all; keeps the room of usual use, so that it need not be grown into again.
    void clear() {
        if (slots_.size() > kKeptSize) {
            slots_ = std::vector<Slot>(kFirstSize);
        } else {
            std::ranges::fill(slots_, Slot{});
        }
        size_ = 0;
    }

    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    static constexpr std::size_t kFirstSize = 1024;
    static constexpr std::size_t kKeptSize = 65536;

    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
    void place(const Slot& slot) {
        std::size_t i = slot.hash & mask();
        while (slots_[i].word != nullptr) {
            i = (i + 1) & mask();
        }
        slots_[i] = slot;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(kFirstSize);
    std::size_t size_ = 0;
};

/// The glyph uses of a shaper, each once; they stay where they are.
class GlyphUses {
  public:
    [[nodiscard]] const GlyphUse& operator[](std::uint32_t use) const {
        return blocks_[use / kBlock][use % kBlock];
    }
    [[nodiscard]] std::size_t size() const { return size_; }

    /// The use of a glyph for its characters in `word`.
    std::uint32_t find(const ShapedGlyph& glyph, std::string_view word) {
        const std::string_view cluster =
            glyph.characters.empty() ? word.substr(glyph.from, glyph.to - glyph.from) : glyph.characters;
        if (const char32_t character = single(cluster)) {
            return findSingle(glyph, character, cluster);
        }
        std::string text = visibleText(cluster);
        const char32_t character = single(text);
        if (character != 0) {
            return find({.face = glyph.face,
                         .glyph = glyph.glyph,
                         .advance = glyph.advance,
                         .to = static_cast<std::uint32_t>(text.size())},
                        text);
        }
        const auto [it, fresh] = others_.try_emplace({idOf(glyph), text}, static_cast<std::uint32_t>(size()));
        if (fresh) {
            add(glyph, 0, std::move(text));
        }
        return it->second;
    }

  private:
    /// The use of a Latin-1 letter that was found last, by face: nearly every glyph that is asked for.
    struct Latin {
        std::uint16_t glyph = 0; ///< 0: none yet
        std::uint32_t use = 0;
    };
    using LatinRow = std::array<Latin, 256>;

    static std::uint64_t idOf(const ShapedGlyph& glyph) {
        return static_cast<std::uint64_t>(glyph.face) << 16 | glyph.glyph;
    }

    std::uint32_t findSingle(const ShapedGlyph& glyph, char32_t character, std::string_view cluster) {
        const auto face = static_cast<std::size_t>(glyph.face);
        if (latin_.size() <= face) {
            latin_.resize(face + 1);
        }
        Latin* known = character < std::tuple_size_v<LatinRow> ? &latin_[face][character] : nullptr;
        if (known != nullptr && known->glyph != 0 && known->glyph == glyph.glyph) {
            return known->use;
        }
        const auto [it, fresh] =
            singles_.try_emplace(idOf(glyph) << 32 | character, static_cast<std::uint32_t>(size()));
        if (fresh) {
            add(glyph, character, std::string(cluster));
        }
        if (known != nullptr) {
            *known = {glyph.glyph, it->second};
        }
        return it->second;
    }

    /// The character of a text of one, or 0.
    static char32_t single(std::string_view text) {
        std::size_t at = 0;
        const char32_t character = text.empty() ? 0 : utf8::next(text, at);
        return at == text.size() ? character : 0;
    }

    void add(const ShapedGlyph& glyph, char32_t character, std::string text) {
        if (size_ == blocks_.size() * kBlock) {
            blocks_.push_back(std::make_unique<GlyphUse[]>(kBlock));
        }
        blocks_.back()[size_++ % kBlock] = {glyph.face, glyph.glyph, static_cast<std::int16_t>(glyph.advance),
                                            character, std::move(text)};
    }

    static constexpr std::size_t kBlock =
        256; ///< asked for at each glyph: a deque divides by less handy numbers

    std::vector<std::unique_ptr<GlyphUse[]>> blocks_;
    std::size_t size_ = 0;
    std::vector<LatinRow> latin_;
    std::unordered_map<std::uint64_t, std::uint32_t> singles_;
    std::map<std::pair<std::uint64_t, std::string>, std::uint32_t> others_;
};

} // namespace

struct Shaper::Members {
    std::shared_ptr<const Fonts> fonts;
    WordShaper shaper{*fonts};
    LineClasses classes;
    std::deque<ResolvedFont> resolved;
    std::vector<const Word*> spaces; ///< of each font, once it was asked for
    std::vector<const Word*> hyphens;
    GlyphUses uses;
    WordTable table;
    Arena<Word> words;
    Arena<Glyph> glyphs;
    Arena<WordBreak> breaks;
    Arena<char> texts;
    std::size_t wordLimit = kDefaultWordLimit;
    std::uint32_t generation = 0;
    std::uint32_t nextId = 0;
    std::vector<ShapedGlyph> shaped;       // scratch
    std::vector<std::uint32_t> boundaries; // scratch

    explicit Members(std::shared_ptr<const Fonts> shared)
        : fonts(std::move(shared)) {}

    const Word& make(FontId font, std::string_view text, std::uint64_t hash);
    const Word& makeHyphen(FontId font);
    Word& place(FontId font, std::string_view text);
    void placeGlyphs(Word& word);
    void placeBreaks(Word& word);
};

const Word& Shaper::Members::make(FontId font, std::string_view text, std::uint64_t hash) {
    if (text.size() > kMaxWordBytes) {
        throw std::length_error("Shaper::word: longer than 65,535 bytes");
    }
    shaper.shape(resolved[static_cast<std::size_t>(font)], text, shaped);
    if (shaped.size() > kMaxWordBytes) {
        throw std::length_error("Shaper::word: more than 65,535 glyphs");
    }
    Word& word = place(font, text);
    if (text != " ") {
        placeBreaks(word);
    }
    table.insert(&word, hash);
    return word;
}

/// Not in the table: the same text of a source is a place to break, and shows nothing.
const Word& Shaper::Members::makeHyphen(FontId font) {
    shaper.shape(resolved[static_cast<std::size_t>(font)], "-",
                 shaped); // a font's own U+00AD may be invisible
    for (ShapedGlyph& glyph : shaped) {
        glyph.to = static_cast<std::uint32_t>(kSoftHyphenText.size());
    }
    return place(font, kSoftHyphenText);
}

/// Keeps a word of the glyphs in `shaped`.
Word& Shaper::Members::place(FontId font, std::string_view text) {
    const std::span<char> kept = texts.allocate(text.size());
    std::ranges::copy(text, kept.begin());
    Word& word = words.allocate(1).front();
    word.text = {kept.data(), kept.size()};
    word.font = font;
    word.id = nextId++;
    placeGlyphs(word);
    return word;
}

void Shaper::Members::placeGlyphs(Word& word) {
    const std::span<Glyph> placed = glyphs.allocate(shaped.size());
    word.glyphs = placed;
    word.face =
        shaped.empty() ? resolved[static_cast<std::size_t>(word.font)].chain.front() : shaped.front().face;
    const auto clamp = [](int value) { return static_cast<std::int16_t>(std::clamp(value, -32768, 32767)); };
    for (std::size_t i = 0; i < shaped.size(); ++i) {
        const ShapedGlyph& from = shaped[i];
        placed[i] = {uses.find(from, word.text), clamp(from.advance), clamp(from.adjust),
                     clamp(from.xOffset),        clamp(from.yOffset), static_cast<std::uint16_t>(from.from)};
        word.width += placed[i].advance + placed[i].adjust;
        word.boxed = word.boxed || from.boxed;
        word.uniform = word.uniform && from.face == word.face && from.xOffset == 0 && from.yOffset == 0;
    }
}

void Shaper::Members::placeBreaks(Word& word) {
    const LineClasses::Ends ends = classes.analyse(word.text, boundaries);
    word.firstClass = ends.first;
    word.lastClass = ends.last;
    const auto glyphAt = [&](std::uint32_t offset) {
        const auto before = [](const Glyph& glyph, std::uint32_t at) { return glyph.at < at; };
        return static_cast<std::size_t>(
            std::lower_bound(word.glyphs.begin(), word.glyphs.end(), offset, before) - word.glyphs.begin());
    };
    // A break inside a ligature is none: there is no glyph to go to the next line.
    std::erase_if(boundaries, [&](std::uint32_t offset) {
        const std::size_t next = glyphAt(offset);
        return next > 0 && shaped[next - 1].to > offset &&
               !visibleText(word.text.substr(offset, shaped[next - 1].to - offset)).empty();
    });
    const std::span<WordBreak> placed = breaks.allocate(boundaries.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        placed[i] = {static_cast<std::uint16_t>(boundaries[i]),
                     static_cast<std::uint16_t>(glyphAt(boundaries[i]))};
    }
    word.breaks = placed;
}

Shaper::Shaper(std::shared_ptr<const Fonts> fonts)
    : m_(std::make_unique<Members>(std::move(fonts))) {}

Shaper::~Shaper() = default;

FontId Shaper::font(const FontSpec& spec) {
    const auto known = std::ranges::find(m_->resolved, spec, &ResolvedFont::spec);
    if (known != m_->resolved.end()) {
        return static_cast<FontId>(known - m_->resolved.begin());
    }
    const std::span<const FaceId> chain = m_->fonts->chain(spec.family, spec.bold, spec.italic);
    (void)m_->fonts->face(chain.front()); // an unusable file is reported where the font is asked for
    m_->resolved.emplace_back(spec, chain);
    m_->spaces.push_back(nullptr);
    m_->hyphens.push_back(nullptr);
    return static_cast<FontId>(m_->resolved.size() - 1);
}

const Word& Shaper::word(FontId font, std::string_view text) {
    const std::uint64_t hash = hashOf(font, text);
    if (const Word* known = m_->table.find(font, text, hash)) {
        return *known;
    }
    return m_->make(font, text, hash);
}

const Word& Shaper::space(FontId font) {
    const Word*& known = m_->spaces[static_cast<std::size_t>(font)];
    if (known == nullptr) {
        known = &word(font, " ");
    }
    return *known;
}

const Word& Shaper::hyphen(FontId font) {
    const Word*& known = m_->hyphens[static_cast<std::size_t>(font)];
    if (known == nullptr) {
        known = &m_->makeHyphen(font);
    }
    return *known;
}

const GlyphUse& Shaper::glyphUse(std::uint32_t use) const {
    return m_->uses[use];
}
std::size_t Shaper::glyphUseCount() const {
    return m_->uses.size();
}
const Fonts& Shaper::fonts() const {
    return *m_->fonts;
}

const FontSpec& Shaper::fontSpec(FontId font) const {
    return m_->resolved[static_cast<std::size_t>(font)].spec;
}

const Face& Shaper::mainFace(FontId font) const {
    return face(m_->resolved[static_cast<std::size_t>(font)].chain.front());
}

void Shaper::trim() {
    if (m_->table.size() <= m_->wordLimit) {
        return;
    }
    m_->table.clear();
    std::ranges::fill(m_->spaces, nullptr);
    std::ranges::fill(m_->hyphens, nullptr);
    m_->nextId = 0;
    m_->words.clear();
    m_->glyphs.clear();
    m_->breaks.clear();
    m_->texts.clear();
    ++m_->generation;
}

void Shaper::setWordLimit(std::size_t words) {
    m_->wordLimit = words;
}
std::uint32_t Shaper::generation() const {
    return m_->generation;
}
LineClasses& Shaper::lineClasses() {
    return m_->classes;
}

} // namespace sidetal
