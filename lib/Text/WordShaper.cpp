#include "Text/WordShaper.h"

#include "Support/MemoryWatch.h"
#include "Support/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <new>
#include <optional>

namespace sidetal {

namespace {

constexpr char32_t kFirstCombining = 0x300;

/// Refuses what no font could set, but not for what boxes may stand; tells whether all characters are Latin
/// ones below the combining marks.
bool checkPrintable(std::string_view text, bool boxes) {
    bool simple = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t offset = at;
        const char32_t c = utf8::next(text, at);
        const bool meaningless = isMeaningless(c);
        if (meaningless && !boxes) {
            throw UnprintableText(UnprintableText::Reason::NoGlyph, c, offset);
        }
        if (isRightToLeft(c)) {
            throw UnprintableText(UnprintableText::Reason::RightToLeft, c, offset);
        }
        simple = simple && c < kFirstCombining && !meaningless;
    }
    return simple;
}

[[noreturn]] void fail(UnprintableText::Reason reason, std::string_view text, std::size_t offset) {
    std::size_t at = offset;
    throw UnprintableText(reason, utf8::next(text, at), offset);
}

[[noreturn]] void failNoGlyph(std::string_view text, std::size_t offset) {
    fail(UnprintableText::Reason::NoGlyph, text, offset);
}

bool faceCovers(const Face& face, std::string_view cluster) {
    for (std::size_t at = 0; at < cluster.size();) {
        const char32_t c = utf8::next(cluster, at);
        if (isMeaningless(c) || !covers(face, c)) {
            return false;
        }
    }
    return true;
}

bool isMark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

/// The script of the first character of a cluster that has one.
hb_script_t scriptOf(std::string_view cluster) {
    for (std::size_t at = 0; at < cluster.size();) {
        const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), utf8::next(cluster, at));
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN) {
            return script;
        }
    }
    return HB_SCRIPT_INVALID;
}

/// HarfBuzz gives invisible characters that begin an item to the first cluster; it shall begin with what it
/// shows.
void skipInvisible(std::string_view text, std::span<ShapedGlyph> glyphs) {
    if (glyphs.empty()) {
        return;
    }
    const std::uint32_t from = glyphs.front().from;
    std::size_t visible = from;
    for (std::size_t next = from; isInvisible(utf8::next(text, next)) && next < glyphs.front().to;) {
        visible = next;
    }
    for (std::size_t i = 0; i < glyphs.size() && glyphs[i].from == from; ++i) {
        glyphs[i].from = static_cast<std::uint32_t>(visible);
    }
}

hb_feature_t feature(const char (&name)[5], bool on) {
    return {HB_TAG(name[0], name[1], name[2], name[3]), on ? 1u : 0u, HB_FEATURE_GLOBAL_START,
            HB_FEATURE_GLOBAL_END};
}

} // namespace

ResolvedFont::ResolvedFont(const FontSpec& fontSpec, std::span<const FaceId> faces)
    : spec(fontSpec)
    , chain(faces)
    , language(watchingMemory([this] {
        return hb_language_from_string(spec.language.c_str(), static_cast<int>(spec.language.size()));
    }))
    , features{feature("kern", spec.kerning), feature("liga", spec.ligatures),
               feature("clig", spec.ligatures), feature("calt", spec.ligatures)} {}

WordShaper::WordShaper(const Fonts& fonts)
    : fonts_(fonts)
    , buffer_(hb_buffer_create()) {
    // The functions are the process's, made on first use; empty for ever where memory was short then.
    if (!hb_buffer_allocation_successful(buffer_.get()) ||
        hb_unicode_funcs_get_default() == hb_unicode_funcs_get_empty()) {
        throw std::bad_alloc();
    }
    // The finest clusters, so that a mark's glyph stands for the mark and its base's for the base alone.
    hb_buffer_set_cluster_level(buffer_.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer_.get(),
                        static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                                                       HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE));
}

void WordShaper::shape(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs) {
    characters_.clear();
    if (shapeByPairs(font, text, glyphs)) {
        return;
    }
    glyphs.clear();
    if (checkPrintable(text, font.spec.boxes) && !shapeItem(font, text, wholeItem(font, text), glyphs)) {
        return;
    }
    glyphs.clear();
    itemise(font, text);
    shapeItems(font, text, glyphs);
}

void WordShaper::shapeItems(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs) {
    for (std::size_t i = 0; i < items_.size();) {
        const Item item = items_[i];
        const std::size_t before = glyphs.size();
        if (item.boxed) {
            setBoxes(text, item, glyphs);
        } else if (const auto missing = shapeItem(font, text, item, glyphs)) {
            if (!font.spec.boxes) {
                failNoGlyph(text, *missing);
            }
            glyphs.resize(before);
            boxCharacter(font, text, i, *missing);
            continue;
        }
        ++i;
    }
}

/// The item of a text that is set in the font's first face as Latin.
WordShaper::Item WordShaper::wholeItem(const ResolvedFont& font, std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size()), font.chain.front(), HB_SCRIPT_LATIN};
}

bool WordShaper::shapeByPairs(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs) {
    constexpr std::size_t kWordsBefore = 256; // learning a font's letters costs as much as some words
    if (!font.pairs) {
        if (font.simpleWords++ < kWordsBefore) {
            return false;
        }
        const FaceId face = font.chain.front();
        font.pairs = std::make_unique<PairShaper>(fonts_.face(face).hbFace(),
                                                  plan(font, face, HB_SCRIPT_LATIN), font.spec.kerning);
    }
    return font.pairs->shape(text, glyphs, [&](std::string_view part, std::vector<ShapedGlyph>& out) {
        out.clear();
        return !shapeItem(font, part, wholeItem(font, part), out);
    });
}

void WordShaper::itemise(const ResolvedFont& font, std::string_view text) {
    graphemes_.find(text, boundaries_);
    items_.clear();
    Item cluster;
    for (const std::uint32_t boundary : boundaries_) {
        cluster.end = boundary;
        const std::string_view characters = text.substr(cluster.begin, cluster.end - cluster.begin);
        if (const auto face = chooseFace(font, characters)) {
            cluster.face = *face;
            cluster.script = scriptOf(characters);
            items_.push_back(cluster);
        } else if (font.spec.boxes) {
            addInParts(font, text, cluster);
        } else {
            failNoFace(font, text, cluster);
        }
        cluster.begin = boundary;
    }
    resolveScripts();
    const auto joined = [](const Item& a, const Item& b) {
        return a.face == b.face && a.script == b.script && a.boxed == b.boxed;
    };
    std::size_t kept = 0;
    for (std::size_t i = 1; i < items_.size(); ++i) {
        if (joined(items_[kept], items_[i])) {
            items_[kept].end = items_[i].end;
        } else {
            items_[++kept] = items_[i];
        }
    }
    items_.resize(std::min(items_.size(), kept + 1));
}

void WordShaper::resolveScripts() {
    const auto known = [](const Item& item) { return item.script != HB_SCRIPT_INVALID; };
    const auto first = std::ranges::find_if(items_, known);
    hb_script_t script = first == items_.end() ? HB_SCRIPT_LATIN : first->script;
    for (Item& item : items_) {
        script = known(item) ? item.script : script;
        item.script = script;
    }
}

std::optional<FaceId> WordShaper::chooseFace(const ResolvedFont& font, std::string_view characters) const {
    const auto face =
        std::ranges::find_if(font.chain, [&](FaceId id) { return faceCovers(fonts_.face(id), characters); });
    return face == font.chain.end() ? std::nullopt : std::optional(*face);
}

/// Adds the items of a cluster that no face has whole: its letters in faces that have them, its marks in the
/// face of their letter, boxes for the rest.
void WordShaper::addInParts(const ResolvedFont& font, std::string_view text, const Item& cluster) {
    bool goesOn = false; // the last item is of this cluster and of a face that has its characters
    for (std::size_t at = cluster.begin; at < cluster.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const bool ofLetter = isMark(utf8::next(text, at)) && begin > cluster.begin;
        const auto end = static_cast<std::uint32_t>(at);
        const std::string_view character = text.substr(begin, end - begin);
        if (goesOn && faceCovers(fonts_.face(items_.back().face), character)) {
            items_.back().end = end;
            continue;
        }
        const auto face = ofLetter ? std::nullopt : chooseFace(font, character);
        goesOn = face.has_value();
        items_.push_back(goesOn ? Item{begin, end, *face, scriptOf(character)}
                                : boxedItem(font, text, begin));
    }
}

/// The item of the character at byte `at`, in the first face that has a box.
WordShaper::Item WordShaper::boxedItem(const ResolvedFont& font, std::string_view text,
                                       std::uint32_t at) const {
    const auto face = chooseFace(font, kBoxText);
    if (!face) {
        failNoGlyph(text, at);
    }
    std::size_t end = at;
    (void)utf8::next(text, end);
    return {at, static_cast<std::uint32_t>(end), *face, HB_SCRIPT_INVALID, true};
}

/// Parts an item whose character at byte `at` cannot be shown after all, so that a box stands for it.
void WordShaper::boxCharacter(const ResolvedFont& font, std::string_view text, std::size_t item,
                              std::uint32_t at) {
    const Item box = boxedItem(font, text, at);
    Item before = items_[item];
    Item after = items_[item];
    before.end = box.begin;
    after.begin = box.end;
    auto place = items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(item));
    for (const Item& part : {after, box, before}) {
        place = part.begin < part.end ? items_.insert(place, part) : place;
    }
}

/// Appends a box for each character of the item; a mark on a letter without glyph is part of its box.
void WordShaper::setBoxes(std::string_view text, const Item& item, std::vector<ShapedGlyph>& glyphs) const {
    const Face& face = fonts_.face(item.face);
    const std::uint16_t box = face.glyph(kBox).value_or(0);
    const std::size_t first = glyphs.size();
    for (std::size_t at = item.begin; at < item.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = utf8::next(text, at);
        const auto end = static_cast<std::uint32_t>(at);
        if (glyphs.size() > first && (isMark(c) || isInvisible(c))) {
            glyphs.back().to = end;
            continue;
        }
        ShapedGlyph glyph{.face = item.face, .glyph = box, .advance = face.advance(box)};
        glyph.from = begin;
        glyph.to = end;
        glyph.boxed = true;
        glyph.characters = isMeaningless(c) ? kBoxText : std::string_view();
        glyphs.push_back(glyph);
    }
}

void WordShaper::failNoFace(const ResolvedFont& font, std::string_view text, const Item& cluster) const {
    const auto has = [&](FaceId id, char32_t c) { return covers(fonts_.face(id), c); };
    std::size_t at = cluster.begin;
    const char32_t letter = utf8::next(text, at);
    const auto ofLetter = std::ranges::find_if(font.chain, [&](FaceId id) { return has(id, letter); });
    if (ofLetter == font.chain.end()) {
        failNoGlyph(text, cluster.begin);
    }
    std::optional<std::size_t> strange; // where a mark begins that the letter's face lacks
    while (at < cluster.end) {
        const std::size_t offset = at;
        const char32_t c = utf8::next(text, at);
        if (std::ranges::none_of(font.chain, [&](FaceId id) { return has(id, c); })) {
            failNoGlyph(text, offset);
        }
        if (!strange && !has(*ofLetter, c)) {
            strange = offset;
        }
    }
    fail(UnprintableText::Reason::NoGlyphForMark, text, strange.value_or(cluster.begin));
}

void WordShaper::fillBuffer(const ResolvedFont& font, std::string_view text, const Item& item) {
    hb_buffer_t* buffer = buffer_.get();
    const Face& face = fonts_.face(item.face);
    hb_buffer_clear_contents(buffer);
    for (std::size_t at = item.begin; at < item.end;) {
        const auto cluster = static_cast<unsigned>(at);
        const char32_t c = utf8::next(text, at);
        hb_buffer_add(buffer, printedAs(face, c), cluster);
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    hb_buffer_set_language(buffer, font.language);
}

hb_shape_plan_t* WordShaper::plan(ResolvedFont& font, FaceId face, hb_script_t script) {
    for (const ResolvedFont::Plan& known : font.plans) {
        if (known.face == face && known.script == script) {
            return known.plan.get();
        }
    }
    hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
    properties.direction = HB_DIRECTION_LTR;
    properties.script = script;
    properties.language = font.language;
    hb_face_t* const hbFace = fonts_.face(face).hbFace();
    HbShapePlan made = watchingMemory([&] {
        return HbShapePlan(hb_shape_plan_create_cached(hbFace, &properties, font.features.data(),
                                                       static_cast<unsigned>(font.features.size()), nullptr));
    });
    return font.plans.emplace_back(face, script, std::move(made)).plan.get();
}

/// Gives the glyphs of a cluster of several their characters one by one, so that each code of a file stands
/// for some (ISO 14289-1, 7.21.7). HarfBuzz makes such clusters of marks that it reorders and of letters that
/// it takes apart: then the characters are those of the canonical decomposition. A letter that is drawn in
/// more parts than it has cannot be extracted, so it cannot be printed (U+0EB3): its offset is returned.
std::optional<std::uint32_t> WordShaper::giveCharacters(std::string_view text,
                                                        std::span<ShapedGlyph> glyphs) {
    for (std::size_t i = 0; i < glyphs.size();) {
        std::size_t end = i + 1;
        while (end < glyphs.size() && !glyphs[end].leads) {
            ++end;
        }
        if (end - i > 1 && !giveCharactersOfCluster(text, glyphs.subspan(i, end - i))) {
            return glyphs[i].from;
        }
        i = end;
    }
    return std::nullopt;
}

bool WordShaper::giveCharactersOfCluster(std::string_view text, std::span<ShapedGlyph> cluster) {
    std::string own =
        visibleText(text.substr(cluster.front().from, cluster.front().to - cluster.front().from));
    const bool oneEach = utf8::length(own) == cluster.size();
    std::string_view rest = characters_.emplace_back(oneEach ? std::move(own) : toNfd(own));
    for (ShapedGlyph& glyph : cluster) {
        if (rest.empty()) {
            return false;
        }
        std::size_t taken = 0;
        (void)utf8::next(rest, taken);
        glyph.characters = rest.substr(0, &glyph == &cluster.back() ? rest.size() : taken);
        rest.remove_prefix(glyph.characters.size());
    }
    return true;
}

/// Appends the item's glyphs; where a character turns out to have none, they mean nothing and its offset is
/// returned.
std::optional<std::uint32_t> WordShaper::shapeItem(ResolvedFont& font, std::string_view text,
                                                   const Item& item, std::vector<ShapedGlyph>& glyphs) {
    fillBuffer(font, text, item);
    const Face& face = fonts_.face(item.face);
    hb_shape_plan_t* const shapePlan = plan(font, item.face, item.script);
    const MemoryWatch memory;
    if (!hb_shape_plan_execute(shapePlan, face.hbFont(), buffer_.get(), font.features.data(),
                               static_cast<unsigned>(font.features.size())) ||
        !hb_buffer_allocation_successful(buffer_.get())) {
        throw std::bad_alloc();
    }
    memory.check();
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
    std::uint32_t end = item.end;
    const std::size_t first = glyphs.size();
    glyphs.resize(first + count);
    for (unsigned i = count; i-- > 0;) {
        ShapedGlyph& glyph = glyphs[first + i];
        glyph.face = item.face;
        glyph.glyph = static_cast<std::uint16_t>(infos[i].codepoint);
        glyph.advance = face.advance(glyph.glyph);
        glyph.adjust = face.toThousandths(positions[i].x_advance) - glyph.advance;
        glyph.xOffset = face.toThousandths(positions[i].x_offset);
        glyph.yOffset = face.toThousandths(positions[i].y_offset);
        glyph.from = infos[i].cluster;
        glyph.to = end;
        glyph.leads = i == 0 || infos[i - 1].cluster != infos[i].cluster;
        end = glyph.leads ? glyph.from : end;
    }
    skipInvisible(text, std::span(glyphs).subspan(first));
    if (const auto unnamed = giveCharacters(text, std::span(glyphs).subspan(first))) {
        return unnamed;
    }
    const auto missing = std::find_if(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end(),
                                      [](const ShapedGlyph& glyph) { return glyph.glyph == 0; });
    return missing == glyphs.end() ? std::nullopt : std::optional(missing->from);
}

} // namespace sidetal
