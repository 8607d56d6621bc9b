#include "Pdf/FontObjects.h"

#include "Pdf/Strings.h"
#include "Pdf/ToUnicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sidetal {

namespace {

/// What a code of a font resource shows.
struct CodedGlyph {
    unsigned code = 0;
    const GlyphUse* use = nullptr;
    unsigned cid = 0; ///< by which the font program has it
};

std::vector<CodedGlyph> codedGlyphs(const FontResource& resource, const Shaper& shaper) {
    std::vector<CodedGlyph> glyphs;
    for (unsigned code = 0; code < resource.uses.size(); ++code) {
        if (resource.uses[code] != FontResource::kFree) {
            glyphs.push_back({code, &shaper.glyphUse(resource.uses[code]), code});
        }
    }
    return glyphs;
}

/// "AAAAAB+Carlito": a tag that no other font of the file has (9.6.4).
std::string subsetName(const Face& face, std::size_t number) {
    std::string name(6, 'A');
    for (std::size_t i = name.size(); i-- > 0; number /= 26) {
        name[i] = static_cast<char>('A' + number % 26);
    }
    return name + '+' + face.postScriptName();
}

/// The stem width that goes with a weight: Adobe's rule of thumb, as no TrueType table has it.
int stemWidth(int weight) {
    return 50 + weight * weight / 4225;
}

/// Writes a TrueType program, each glyph at its code: so the font needs no map from one to the other.
void writeTrueType(FileWriter& file, const Face& face, const std::vector<CodedGlyph>& glyphs,
                   ObjectNumber number) {
    std::vector<std::uint16_t> places(glyphs.back().code + 1);
    for (const CodedGlyph& glyph : glyphs) {
        places[glyph.code] = glyph.use->glyph;
    }
    const std::string program = face.subset(places).bytes;
    file.writeStream(number, fmt::format("/Length1 {}", program.size()), program);
}

/// Writes a program of CFF outlines, and notes the identifiers that its glyphs have there.
void writeCff(FileWriter& file, const Face& face, std::vector<CodedGlyph>& glyphs, ObjectNumber number) {
    std::vector<std::uint16_t> places;
    for (const CodedGlyph& glyph : glyphs) {
        places.push_back(glyph.use->glyph);
    }
    const FontProgram program = face.subset(places);
    file.writeStream(number, "/Subtype/CIDFontType0C", program.bytes);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        glyphs[i].cid = program.cids[i];
    }
}

/// The encoding of a font of CFF outlines.
ObjectNumber writeEncoding(FileWriter& file, const std::vector<CodedGlyph>& glyphs, std::size_t index) {
    std::vector<CodedIdentifier> codes;
    for (const CodedGlyph& glyph : glyphs) {
        codes.push_back({glyph.code, glyph.cid});
    }
    const ObjectNumber number = file.reserve();
    writeCodeCMap(file, number, fmt::format("Sidetal-F{}", index + 1), codes);
    return number;
}

/// What tells readers the characters of one font, or of several that agree.
struct SharedTexts {
    CodeTexts texts;
    ObjectNumber number{};
};

CodeTexts textsOf(const std::vector<CodedGlyph>& glyphs) {
    CodeTexts texts;
    for (const CodedGlyph& glyph : glyphs) {
        texts[glyph.code] = glyph.use->text;
    }
    return texts;
}

bool agree(const CodeTexts& a, const CodeTexts& b) {
    return std::equal(a.begin(), a.end(), b.begin(),
                      [](const auto& x, const auto& y) { return !x || !y || *x == *y; });
}

/// Adds `texts` to those among `shared` that they agree with; returns their number.
ObjectNumber share(FileWriter& file, const CodeTexts& texts, std::vector<SharedTexts>& shared) {
    auto found = std::find_if(shared.begin(), shared.end(),
                              [&](const SharedTexts& other) { return agree(other.texts, texts); });
    if (found == shared.end()) {
        found = shared.insert(shared.end(), {texts, file.reserve()});
    }
    for (std::size_t code = 0; code < texts.size(); ++code) {
        if (texts[code]) {
            found->texts[code] = texts[code];
        }
    }
    return found->number;
}

void writeDescriptor(FileWriter& file, const Face& face, const std::string& name, ObjectNumber number,
                     ObjectNumber program) {
    Buffer& out = file.beginObject(number);
    out << "<</Type/FontDescriptor/FontName";
    appendName(out, name);
    out << "/Flags " << face.flags() << "/FontBBox[";
    const auto box = face.boundingBox();
    out << box[0] << ' ' << box[1] << ' ' << box[2] << ' ' << box[3];
    out << "]/ItalicAngle " << face.italicAngle() << "/Ascent " << face.ascent() << "/Descent "
        << face.descent() << "/CapHeight " << face.capHeight() << "/XHeight " << face.xHeight() << "/StemV "
        << stemWidth(face.weight()) << (face.outlines() == Outlines::Cff ? "/FontFile3 " : "/FontFile2 ")
        << program << ">>";
    file.endObject();
}

/// Runs of consecutive identifiers share an array; no identifier is named twice.
void appendWidths(Buffer& out, const std::vector<CodedGlyph>& glyphs) {
    out << "/W[";
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const bool goesOn = i > 0 && glyphs[i - 1].cid + 1 == glyphs[i].cid;
        if (goesOn) {
            out << ' ';
        } else {
            out << (i > 0 ? "]" : "") << glyphs[i].cid << '[';
        }
        out << glyphs[i].use->advance;
    }
    out << "]]";
}

/// One entry of each identifier, in their order: several codes may stand for one glyph.
std::vector<CodedGlyph> byIdentifier(std::vector<CodedGlyph> glyphs) {
    std::ranges::stable_sort(glyphs, {}, &CodedGlyph::cid);
    const auto again = std::ranges::unique(glyphs, {}, &CodedGlyph::cid);
    glyphs.erase(again.begin(), again.end());
    return glyphs;
}

/// A font resource, and how many there are in the file before it.
struct NumberedFont {
    const FontResource& resource;
    std::size_t index = 0;
};

/// The font dictionary of a resource, and what it refers to. `encoding` is that of TrueType fonts.
void writeFont(FileWriter& file, const Shaper& shaper, const NumberedFont& written, ObjectNumber font,
               ObjectNumber encoding, std::vector<SharedTexts>& shared) {
    const auto& [resource, index] = written;
    const Face& face = shaper.face(resource.face);
    const bool isCff = face.outlines() == Outlines::Cff;
    std::vector<CodedGlyph> glyphs = codedGlyphs(resource, shaper);
    const std::string name = subsetName(face, index);
    const ObjectNumber descendant = file.reserve();
    const ObjectNumber descriptor = file.reserve();
    const ObjectNumber program = file.reserve();
    const ObjectNumber toUnicode = share(file, textsOf(glyphs), shared);

    if (isCff) {
        writeCff(file, face, glyphs, program);
        encoding = writeEncoding(file, glyphs, index);
        glyphs = byIdentifier(std::move(glyphs));
    } else {
        writeTrueType(file, face, glyphs, program);
    }
    writeDescriptor(file, face, name, descriptor, program);
    Buffer& cidFont = file.beginObject(descendant);
    cidFont << "<</Type/Font/Subtype/" << (isCff ? "CIDFontType0" : "CIDFontType2") << "/BaseFont";
    appendName(cidFont, name);
    cidFont << "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
            << descriptor << (isCff ? "" : "/CIDToGIDMap/Identity") << "/DW 0";
    appendWidths(cidFont, glyphs);
    cidFont << ">>";
    file.endObject();
    Buffer& type0 = file.beginObject(font);
    type0 << "<</Type/Font/Subtype/Type0/BaseFont";
    // of a CIDFontType0 its CMap's name is part of the name (9.7.6.1)
    appendName(type0, isCff ? fmt::format("{}-Sidetal-F{}", name, index + 1) : name);
    type0 << "/Encoding " << encoding << "/DescendantFonts[" << descendant << "]/ToUnicode " << toUnicode
          << ">>";
    file.endObject();
}

} // namespace

void writeFonts(FileWriter& file, const FontEncoder& encoder, const ImageObjects& images,
                const FormObjects& forms, ObjectNumber resources, std::size_t named) {
    const auto count = static_cast<std::uint32_t>(encoder.resources().size());
    const ObjectNumber fonts = file.reserve(count);
    Buffer& out = file.beginObject(resources);
    out << "<</Font<<";
    for (std::uint32_t i = 0; i < count; ++i) {
        out << "/F" << i + 1 << ' ' << fonts + i;
    }
    out << ">>";
    Buffer objects;
    images.appendObjects(objects);
    forms.appendObjects(objects);
    if (!objects.empty()) {
        out << "/XObject<<" << objects.view() << ">>";
    }
    out << ">>";
    file.endObject();
    if (count == 0) {
        return;
    }
    const auto isTrueType = [&](const FontResource& resource) {
        return encoder.shaper().face(resource.face).outlines() == Outlines::TrueType;
    };
    ObjectNumber encoding{};
    if (std::ranges::any_of(encoder.resources(), isTrueType)) {
        encoding = file.reserve();
        writeOneByteCMap(file, encoding);
    }
    std::vector<SharedTexts> shared;
    for (std::uint32_t i = 0; i < count; ++i) {
        writeFont(file, encoder.shaper(), {encoder.resources()[i], named + i}, fonts + i, encoding, shared);
    }
    for (const SharedTexts& texts : shared) {
        Buffer cmap;
        appendToUnicode(cmap, texts.texts);
        file.writeStream(texts.number, "", cmap.view());
    }
}

} // namespace sidetal
