#include "Pictures/ColourProfile.h"

#include "Pictures/Bytes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sidetal::pictures {

namespace {

constexpr std::size_t kHeader = 128;

/// What a profile says under a name of four letters; empty where it says nothing.
std::string_view tag(std::string_view profile, std::string_view name) {
    const std::size_t count = std::min<std::size_t>(longAt(profile, kHeader), 100);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = kHeader + 4 + 12 * i;
        if (entry + 12 <= profile.size() && profile.substr(entry, 4) == name) {
            const std::size_t begin = longAt(profile, entry + 4);
            return begin < profile.size() ? profile.substr(begin, longAt(profile, entry + 8))
                                          : std::string_view();
        }
    }
    return {};
}

/// Whether a colorant is the one of sRGB, in 65,536ths of each of X, Y and Z (D50); to a two hundredth.
bool isColorant(std::string_view xyz, std::array<int, 3> expected) {
    if (!xyz.starts_with("XYZ ") || xyz.size() < 20) {
        return false;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const auto value = static_cast<std::int32_t>(longAt(xyz, 8 + 4 * i));
        if (std::abs(std::int64_t{value} - expected[i]) > 65'536 / 200) {
            return false;
        }
    }
    return true;
}

/// Whether a scale rises about as sRGB's: a power of 2.0 to 2.5, or one that gives half of its way a fifth of
/// the light.
bool risesAsSrgb(std::string_view curve) {
    if (curve.starts_with("para")) {
        const std::uint32_t power = longAt(curve, 12); // of 65,536
        return power >= 2 * 65'536 && power <= 5 * 65'536 / 2;
    }
    if (!curve.starts_with("curv")) {
        return false;
    }
    const std::uint32_t count = longAt(curve, 8);
    if (count == 1) {
        const unsigned power = wordAt(curve, 12); // of 256
        return power >= 2 * 256 && power <= 5 * 256 / 2;
    }
    const unsigned middle = wordAt(curve, 12 + std::size_t{2} * (count / 2)); // sRGB: 14,027
    return count >= 16 && middle > 12'000 && middle < 16'000;
}

} // namespace

bool isNearSrgb(std::string_view profile) {
    const std::string_view space = profile.substr(std::min<std::size_t>(16, profile.size()), 4);
    if (space == "GRAY") {
        return risesAsSrgb(tag(profile, "kTRC"));
    }
    // IEC 61966-2-1 adapted to D50, as the ICC's own profile has it
    return space == "RGB " && isColorant(tag(profile, "rXYZ"), {28'578, 14'581, 912}) &&
           isColorant(tag(profile, "gXYZ"), {25'240, 46'983, 6'361}) &&
           isColorant(tag(profile, "bXYZ"), {9'378, 3'972, 46'796}) && risesAsSrgb(tag(profile, "rTRC")) &&
           risesAsSrgb(tag(profile, "gTRC")) && risesAsSrgb(tag(profile, "bTRC"));
}

} // namespace sidetal::pictures
