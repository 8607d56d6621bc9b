#include "Pdf/ToUnicode.h"

#include "Pdf/Deflater.h"
#include "Pdf/Strings.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sidetal {

namespace {

constexpr std::size_t kBlock = 100; // "no more than 100 entries" (Adobe 5014, 5.1)

/// The one character of `text`, or 0.
char32_t onlyCharacter(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    std::size_t at = 0;
    const char32_t c = utf8::next(text, at);
    return at == text.size() ? c : 0;
}

struct Range {
    unsigned first = 0;
    unsigned last = 0;
};

/// The parts of first to last whose codes are their own characters or are not used.
void addOwnRanges(const CodeTexts& texts, unsigned first, unsigned last, std::vector<Range>& ranges) {
    bool open = false;
    for (unsigned code = first; code <= last; ++code) {
        const bool own = !texts[code] || onlyCharacter(*texts[code]) == code;
        if (own && open) {
            ranges.back().last = code;
        } else if (own) {
            ranges.push_back({code, code});
        }
        open = own;
    }
}

void appendRanges(Buffer& out, const std::vector<Range>& ranges) {
    for (std::size_t i = 0; i < ranges.size(); i += kBlock) {
        const std::size_t end = std::min(ranges.size(), i + kBlock);
        out << end - i << " beginbfrange\n";
        for (std::size_t k = i; k < end; ++k) {
            out << '<';
            appendHexByte(out, ranges[k].first);
            out << "><";
            appendHexByte(out, ranges[k].last);
            out << "><";
            appendUtf16Hex(out, ranges[k].first);
            out << ">\n";
        }
        out << "endbfrange\n";
    }
}

void appendCharacters(Buffer& out, const CodeTexts& texts, const std::vector<unsigned>& codes) {
    for (std::size_t i = 0; i < codes.size(); i += kBlock) {
        const std::size_t end = std::min(codes.size(), i + kBlock);
        out << end - i << " beginbfchar\n";
        for (std::size_t k = i; k < end; ++k) {
            out << '<';
            appendHexByte(out, codes[k]);
            out << "><";
            const std::string_view text = *texts[codes[k]];
            for (std::size_t at = 0; at < text.size();) {
                appendUtf16Hex(out, utf8::next(text, at));
            }
            out << ">\n";
        }
        out << "endbfchar\n";
    }
}

} // namespace

void appendToUnicode(Buffer& out, const CodeTexts& texts) {
    std::vector<Range> ranges;
    addOwnRanges(texts, 0x20, 0x7E, ranges);
    addOwnRanges(texts, 0xA0, 0xFF, ranges);
    std::array<bool, 256> covered{};
    for (const Range& range : ranges) {
        std::fill(covered.begin() + range.first, covered.begin() + range.last + 1, true);
    }
    std::vector<unsigned> codes;
    for (unsigned code = 0; code < texts.size(); ++code) {
        if (!covered[code] && texts[code]) {
            codes.push_back(code);
        }
    }
    out << "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
           "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
           "1 begincodespacerange\n<00><FF>\nendcodespacerange\n";
    appendRanges(out, ranges);
    appendCharacters(out, texts, codes);
    out << "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

namespace {

constexpr std::string_view kOneByteName = "Sidetal-OneByte";

/// What stands before and behind the identifiers of an encoding of one-byte codes.
void appendEncoding(Buffer& out, std::string_view name, const auto& appendIdentifiers) {
    out << "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>def\n/CMapName/"
        << name
        << " def\n/CMapType 1 def\n/WMode 0 def\n"
           "1 begincodespacerange\n<00><FF>\nendcodespacerange\n";
    appendIdentifiers();
    out << "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

std::string encodingEntries(std::string_view name) {
    return fmt::format(
        "/Type/CMap/CMapName/{}/WMode 0/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        name);
}

Buffer makeOneByteCMap() {
    Buffer cmap;
    appendEncoding(cmap, kOneByteName, [&] { cmap << "1 begincidrange\n<00><FF> 0\nendcidrange\n"; });
    return deflated(cmap.view());
}

} // namespace

void writeOneByteCMap(FileWriter& file, ObjectNumber number) {
    static const Buffer packed = makeOneByteCMap();
    file.writePackedStream(number, encodingEntries(kOneByteName), packed.view());
}

void writeCodeCMap(FileWriter& file, ObjectNumber number, std::string_view name,
                   std::span<const CodedIdentifier> codes) {
    Buffer cmap;
    appendEncoding(cmap, name, [&] {
        for (std::size_t i = 0; i < codes.size(); i += kBlock) {
            const auto block = codes.subspan(i, std::min(kBlock, codes.size() - i));
            cmap << block.size() << " begincidchar\n";
            for (const CodedIdentifier& coded : block) {
                cmap << '<';
                appendHexByte(cmap, coded.code);
                cmap << "> " << coded.cid << '\n';
            }
            cmap << "endcidchar\n";
        }
    });
    file.writeStream(number, encodingEntries(name), cmap.view());
}

} // namespace sidetal
