#include "Text/FontFacts.h"

#include "Text/FontTable.h"
#include "Text/Shaper.h"

#include "Support/MemoryWatch.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <array>

namespace sidetal {

namespace {

constexpr std::string_view kDamagedFile = "SID-T020";
constexpr std::string_view kKindNotRead = "SID-T021";
constexpr std::string_view kForbiddenByLicence = "SID-T022";

constexpr std::size_t kHeaderSize = 12;
constexpr std::size_t kRecordSize = 16;
constexpr std::size_t kLongestFamily = 200; // bytes; a style sheet must name it

// OS/2 fsSelection
constexpr unsigned kSelectsItalic = 1u << 0;
constexpr unsigned kSelectsBold = 1u << 5;
constexpr unsigned kSelectsRegular = 1u << 6;
constexpr unsigned kSelectsOblique = 1u << 9;

// OS/2 fsType
constexpr unsigned kLevels = 0xE;
constexpr unsigned kRestricted = 0x2;
constexpr unsigned kPreviewAndPrint = 0x4;
constexpr unsigned kEditable = 0x8;
constexpr unsigned kNoSubsetting = 0x100;
constexpr unsigned kBitmapsAlone = 0x200;

std::size_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (const char c : bytes.substr(at, size)) {
        value = value << 8 | static_cast<unsigned char>(c);
    }
    return value;
}

void checkKind(std::string_view bytes) {
    const std::string_view kind = bytes.substr(0, 4);
    if (kind == "ttcf") {
        throw FontFault{kKindNotRead,
                        "a collection of fonts (TTC) is not read, expected a file for each font"};
    }
    if (kind == "wOFF" || kind == "wOF2") {
        throw FontFault{kKindNotRead, "a web font (WOFF) is not read, expected a TrueType or OpenType file"};
    }
    if (kind != std::string_view("\0\1\0\0", 4) && kind != "OTTO" && kind != "true") {
        throw FontFault{kDamagedFile, "no font file, expected TrueType or OpenType"};
    }
}

void checkTables(std::string_view bytes) {
    const std::size_t count = bytes.size() < kHeaderSize ? 0 : number(bytes, 4, 2);
    if (count == 0 || bytes.size() < kHeaderSize + kRecordSize * count) {
        throw FontFault{kDamagedFile, "the file is cut off within the list of its tables"};
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view record = bytes.substr(kHeaderSize + kRecordSize * i, kRecordSize);
        const std::size_t end = number(record, 8, 4) + number(record, 12, 4);
        if (end > bytes.size()) {
            throw FontFault{kDamagedFile,
                            fmt::format("the file is cut off: table '{}' ends at byte {}, the file at {}",
                                        record.substr(0, 4), end, bytes.size())};
        }
    }
}

bool hasTable(std::string_view bytes, std::string_view name) {
    const std::size_t count = number(bytes, 4, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = kHeaderSize + kRecordSize * i;
        if (bytes.substr(record, 4) == name && number(bytes, record + 12, 4) > 0) {
            return true;
        }
    }
    return false;
}

void checkOutlineKind(std::string_view bytes) {
    if (hasTable(bytes, "fvar")) {
        throw FontFault{kKindNotRead,
                        "a variable font (table 'fvar') is not read, expected a file for each style"};
    }
    if (!hasTable(bytes, "glyf") && !hasTable(bytes, "CFF ")) {
        throw FontFault{kKindNotRead,
                        hasTable(bytes, "CFF2")
                            ? "outlines of the kind CFF2 are not read, expected TrueType or CFF ones"
                            : "there are no outlines, expected a table 'glyf' or 'CFF '"};
    }
}

/// A name in English, or in the language that there is; empty where there is none.
std::string nameIn(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 2 * kLongestFamily> buffer{};
    unsigned size = buffer.size();
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer.data());
    std::string name(buffer.data(), std::min<std::size_t>(size, buffer.size() - 1));
    if (auto nfc = toNfc(name)) {
        name = std::move(*nfc);
    }
    return name;
}

void checkFamily(std::string_view family) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (family.empty()) {
        throw FontFault{kDamagedFile, "the font has no family name (table 'name', 1 or 16)"};
    }
    if (family.size() > kLongestFamily || std::ranges::any_of(family, isControl)) {
        throw FontFault{kDamagedFile, "the font's family name is too long or has control characters in it"};
    }
}

void readNames(hb_face_t* face, FontFacts& facts) {
    facts.family = nameIn(face, HB_OT_NAME_ID_FONT_FAMILY);
    facts.typographicFamily = nameIn(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (facts.family.empty()) {
        facts.family = facts.typographicFamily;
    }
    if (facts.typographicFamily.empty()) {
        facts.typographicFamily = facts.family;
    }
    checkFamily(facts.family);
    checkFamily(facts.typographicFamily);
}

void readStyle(hb_face_t* face, const FontTable& os2, FontFacts& facts) {
    facts.weight = os2.u16(4);
    facts.width = os2.u16(6);
    const unsigned selection = os2.u16(62);
    const unsigned style = FontTable(face, "head").u16(44);
    const bool isSilent =
        (selection & (kSelectsItalic | kSelectsBold | kSelectsRegular | kSelectsOblique)) == 0;
    facts.bold = isSilent ? style & 1u : selection & kSelectsBold;
    facts.italic = isSilent ? style & 2u : selection & (kSelectsItalic | kSelectsOblique);
}

/// Where several levels are set, as early versions of the table may have them, the freest holds.
std::string_view embeddingOf(unsigned type) {
    const auto refuse = [&](std::string_view why) {
        throw FontFault{kForbiddenByLicence, fmt::format("{} (OS/2 fsType 0x{:04X})", why, type)};
    };
    if ((type & kLevels) == kRestricted) {
        refuse("the font may not be embedded: its licence is restricted");
    }
    if (type & kBitmapsAlone) {
        refuse("the font's outlines may not be embedded: only its bitmaps may");
    }
    if (type & kNoSubsetting) {
        refuse("the font may be embedded only whole, and a PDF gets the glyphs that it uses");
    }
    return type & kEditable ? "editable" : type & kPreviewAndPrint ? "preview and print" : "installable";
}

} // namespace

void checkFontFile(std::string_view bytes) {
    checkKind(bytes);
    checkTables(bytes);
    checkOutlineKind(bytes);
}

FontFacts readFontFacts(hb_face_t* face) {
    return watchingMemory([&] {
        FontFacts facts;
        readNames(face, facts);
        const FontTable os2(face, "OS/2");
        if (os2.length() < 68) {
            throw FontFault{
                kDamagedFile,
                "table 'OS/2', which says whether the font may be embedded, is missing or cut off"};
        }
        facts.embedding = embeddingOf(os2.u16(8));
        readStyle(face, os2, facts);
        return facts;
    });
}

} // namespace sidetal
