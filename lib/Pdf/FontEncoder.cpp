#include "Pdf/FontEncoder.h"

#include "sidetal/Support/Diagnostic.h"

#include <algorithm>

namespace sidetal {

namespace {

/// Longer words are written glyph by glyph, where strings are cut before they pass what PDF/A allows.
constexpr std::size_t kLongestKept = 1000;

/// The order in which codes are given to glyphs that cannot have their own: first those that no Latin-1
/// character claims.
std::vector<std::uint8_t> makeSpareCodes() {
    constexpr std::string_view kForbidden = "()\\\r\n";
    std::vector<std::uint8_t> codes;
    const auto addRange = [&](unsigned first, unsigned last) {
        for (unsigned code = first; code <= last; ++code) {
            if (kForbidden.find(static_cast<char>(code)) == std::string_view::npos) {
                codes.push_back(static_cast<std::uint8_t>(code));
            }
        }
    };
    addRange(0x01, 0x1F);
    addRange(0x7F, 0x9F);
    addRange(0xA0, 0xFF);
    addRange(0x20, 0x7E);
    return codes;
}

const std::vector<std::uint8_t>& spareCodes() {
    static const std::vector<std::uint8_t> codes = makeSpareCodes();
    return codes;
}

bool mayBeItsOwnCode(char32_t c) {
    return (c >= 0x20 && c <= 0x7E && c != '(' && c != ')' && c != '\\') || (c >= 0xA0 && c <= 0xFF);
}

} // namespace

void FontEncoder::beginPage() {
    if (generation_ != shaper_.generation()) {
        generation_ = shaper_.generation();
        entries_.clear();
        arena_.clear();
    }
}

void FontEncoder::addWord(const Word& word) {
    if (word.id >= entries_.size()) {
        entries_.resize(std::max<std::size_t>(word.id + 1, entries_.size() * 2));
    }
    entries_[word.id] = makeEntry(word);
    (void)arena_.room(Buffer::kSlack);
}

FontEncoder::Entry FontEncoder::makeEntry(const Word& word) {
    Entry entry{static_cast<std::uint32_t>(arena_.size()), 0, ResourceId::None};
    if (!word.uniform || word.glyphs.empty() || word.glyphs.size() > kLongestKept) {
        return entry;
    }
    const ResourceId resource = code(word.glyphs.front().use).resource;
    for (const Glyph& glyph : word.glyphs) {
        const GlyphCode written = code(glyph.use);
        if (written.resource != resource) {
            arena_.truncate(entry.begin);
            return entry;
        }
        arena_ << static_cast<char>(written.code);
        if (glyph.adjust != 0) {
            arena_ << ')' << -glyph.adjust << '(';
        }
    }
    entry.size = static_cast<std::uint16_t>(arena_.size() - entry.begin);
    entry.resource = resource;
    return entry;
}

std::optional<std::uint8_t> FontEncoder::freeCode(const FontResource& resource, const GlyphUse& glyph) const {
    const auto isFree = [&](std::uint8_t code) { return resource.uses[code] == FontResource::kFree; };
    if (mayBeItsOwnCode(glyph.character) && isFree(static_cast<std::uint8_t>(glyph.character))) {
        return static_cast<std::uint8_t>(glyph.character);
    }
    const auto elsewhere = codeOfText_.find(glyph.text);
    if (elsewhere != codeOfText_.end() && isFree(elsewhere->second)) {
        return elsewhere->second;
    }
    const auto isFreeEverywhere = [&](std::uint8_t code) { return !isTaken_[code]; };
    const auto& spare = spareCodes();
    auto found = std::find_if(spare.begin(), spare.end(), isFreeEverywhere);
    if (found == spare.end()) {
        found = std::find_if(spare.begin(), spare.end(), isFree);
    }
    return found == spare.end() ? std::nullopt : std::optional(*found);
}

GlyphCode FontEncoder::addCode(std::uint32_t use) {
    if (use >= codes_.size()) {
        codes_.resize(std::max<std::size_t>(shaper_.glyphUseCount(), use + 1));
    }
    const GlyphUse& glyph = shaper_.glyphUse(use);
    const auto take = [&](std::size_t index, std::uint8_t code) {
        resources_[index].uses[code] = use;
        isTaken_[code] = true;
        codeOfText_.emplace(glyph.text, code);
        return codes_[use] = {static_cast<ResourceId>(index), code};
    };
    // Only the newest resource of a face has codes left.
    for (std::size_t i = resources_.size(); i-- > 0;) {
        if (resources_[i].face == glyph.face) {
            if (const auto code = freeCode(resources_[i], glyph)) {
                return take(i, *code);
            }
            break;
        }
    }
    if (resources_.size() >= static_cast<std::size_t>(kNotYet)) {
        throw Error("SID-P003", "the document uses more glyphs than 65534 fonts can hold; split it");
    }
    FontResource& added = resources_.emplace_back();
    added.face = glyph.face;
    added.uses.fill(FontResource::kFree);
    const std::optional<std::uint8_t> code = freeCode(added, glyph);
    return take(resources_.size() - 1, code.value());
}

} // namespace sidetal
