#include "Pdf/IccProfile.h"

#include "Pdf/Deflater.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

// All numbers are big-endian; s15Fixed16Number is in 65,536ths (ICC.1:2004-10, 5.1).

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

void putFixed(std::string& out, std::initializer_list<std::int32_t> values) {
    for (const std::int32_t value : values) {
        put32(out, static_cast<std::uint32_t>(value));
    }
}

std::string typed(std::string_view type, std::initializer_list<std::int32_t> values) {
    std::string element(type);
    put32(element, 0);
    putFixed(element, values);
    return element;
}

std::string localizedText(std::string_view text) {
    std::string element = typed("mluc", {1, 12});
    element += "enUS";
    put32(element, static_cast<std::uint32_t>(2 * text.size()));
    put32(element, 28);
    for (const char c : text) {
        put16(element, static_cast<unsigned char>(c));
    }
    return element;
}

/// sRGB's transfer function: ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below (10.15, type 3).
std::string curve() {
    std::string element("para");
    put32(element, 0);
    put16(element, 3);
    put16(element, 0);
    putFixed(element, {157286, 62119, 3417, 5072, 2651});
    return element;
}

struct Tag {
    std::string_view signature;
    std::size_t element; ///< index; the three channels share one curve
};

std::vector<std::string> elements() {
    return {
        localizedText("sRGB"),
        localizedText("No copyright, use freely"),
        typed("XYZ ", {63190, 65536, 54061}), // D50, the white of the connection space
        typed("sf32", {68669, 1500, -3285, 1936, 64912, -1117, -605, 986, 49292}), // D65 to D50 (Bradford)
        typed("XYZ ", {28579, 14582, 913}),                                        // red, adapted to D50
        typed("XYZ ", {25236, 46981, 6364}),                                       // green
        typed("XYZ ", {9377, 3973, 46804}),                                        // blue
        curve(),
    };
}

constexpr std::array<Tag, 10> kTags{{{"desc", 0},
                                     {"cprt", 1},
                                     {"wtpt", 2},
                                     {"chad", 3},
                                     {"rXYZ", 4},
                                     {"gXYZ", 5},
                                     {"bXYZ", 6},
                                     {"rTRC", 7},
                                     {"gTRC", 7},
                                     {"bTRC", 7}}};
constexpr std::size_t kHeaderSize = 128;

std::string header(std::size_t size) {
    std::string out;
    put32(out, static_cast<std::uint32_t>(size));
    put32(out, 0);          // no preferred colour engine
    put32(out, 0x04200000); // version 4.2
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2024u, 1u, 1u, 0u, 0u, 0u}) { // a date must stand here; it means nothing
        put16(out, part);
    }
    out += "acsp";
    out.append(28, '\0'); // platform, flags, device and rendering intent: none, perceptual
    putFixed(out, {63190, 65536, 54061});
    out.append(kHeaderSize - out.size(), '\0');
    return out;
}

} // namespace

std::string makeSrgbProfile() {
    const std::vector<std::string> parts = elements();
    const std::size_t dataBegin = kHeaderSize + 4 + 12 * kTags.size();
    std::string data;
    std::vector<std::size_t> offsets;
    for (const std::string& part : parts) {
        offsets.push_back(dataBegin + data.size());
        data += part;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    std::string profile = header(dataBegin + data.size());
    put32(profile, static_cast<std::uint32_t>(kTags.size()));
    for (const Tag& tag : kTags) {
        profile += tag.signature;
        put32(profile, static_cast<std::uint32_t>(offsets[tag.element]));
        put32(profile, static_cast<std::uint32_t>(parts[tag.element].size()));
    }
    return profile + data;
}

std::string_view packedSrgbProfile() {
    static const Buffer packed = deflated(makeSrgbProfile());
    return packed.view();
}

} // namespace sidetal
