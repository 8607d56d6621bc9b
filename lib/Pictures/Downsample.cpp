#include "Pictures/Pixels.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sidetal::pictures {

namespace {

/// The light that each value of sRGB stands for, of 65,535 (IEC 61966-2-1, 5.2).
constexpr std::array<std::uint16_t, 256> kLight = {
    0,     20,    40,    60,    80,    99,    119,   139,   159,   179,   199,   219,   241,   264,   288,
    313,   340,   367,   396,   427,   458,   491,   526,   562,   599,   637,   677,   718,   761,   805,
    851,   898,   947,   997,   1048,  1101,  1156,  1212,  1270,  1330,  1391,  1453,  1517,  1583,  1651,
    1720,  1790,  1863,  1937,  2013,  2090,  2170,  2250,  2333,  2418,  2504,  2592,  2681,  2773,  2866,
    2961,  3058,  3157,  3258,  3360,  3464,  3570,  3678,  3788,  3900,  4014,  4129,  4247,  4366,  4488,
    4611,  4736,  4864,  4993,  5124,  5257,  5392,  5530,  5669,  5810,  5953,  6099,  6246,  6395,  6547,
    6700,  6856,  7014,  7174,  7335,  7500,  7666,  7834,  8004,  8177,  8352,  8528,  8708,  8889,  9072,
    9258,  9445,  9635,  9828,  10022, 10219, 10417, 10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090,
    12309, 12530, 12754, 12980, 13209, 13440, 13673, 13909, 14146, 14387, 14629, 14874, 15122, 15371, 15623,
    15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001, 18277, 18556, 18837, 19121, 19407, 19696,
    19987, 20281, 20577, 20876, 21177, 21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329,
    24658, 24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094, 28452, 28813, 29176, 29542,
    29911, 30282, 30656, 31033, 31412, 31794, 32179, 32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355,
    35764, 36176, 36591, 37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891, 41337, 41785,
    42236, 42690, 43147, 43606, 44069, 44534, 45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359, 48850,
    49344, 49841, 50341, 50844, 51349, 51858, 52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567,
    57105, 57646, 58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221, 63795, 64372, 64952,
    65535,
};

/// The value of sRGB that is nearest to a light.
char valueOf(std::uint64_t light) {
    const auto above = std::lower_bound(kLight.begin(), kLight.end(), light);
    if (above == kLight.begin()) {
        return 0;
    }
    const std::uint64_t under = *(above - 1);
    const bool nearer = above == kLight.end() || light - under <= *above - light;
    return static_cast<char>(above - kLight.begin() - (nearer ? 1 : 0));
}

/// What a pixel of the smaller picture has gathered; of 64 megapixels of 65,535 seen by 255 no more than
/// 2^50.
struct Gathered {
    std::array<std::uint64_t, 3> light{};
    std::uint64_t seen = 0;
};

/// The stretch of a longer side that a place of a shorter one covers, both as many steps long as `from` times
/// `to` is: of each place of the longer side, how much of it.
template <class Take>
void forEachPart(std::uint32_t at, std::uint32_t from, std::uint32_t to, const Take& take) {
    const std::uint64_t begin = std::uint64_t{at} * from;
    const std::uint64_t end = begin + from;
    for (std::uint64_t i = begin / to; i * to < end; ++i) {
        take(static_cast<std::size_t>(i), std::min(end, (i + 1) * to) - std::max(begin, i * to));
    }
}

/// Adds what a place of the smaller picture covers of a row, `weight` times.
void gather(const Pixels& from, std::size_t row, std::uint32_t x, std::uint32_t width, std::uint64_t weight,
            Gathered& sum) {
    forEachPart(x, from.size.width, width, [&](std::size_t i, std::uint64_t part) {
        const std::size_t pixel = row * from.size.width + i;
        const std::uint64_t alpha = from.alpha.empty() ? 1 : static_cast<unsigned char>(from.alpha[pixel]);
        const std::uint64_t seen = weight * part * alpha;
        sum.seen += seen;
        for (std::size_t c = 0; c < from.components; ++c) {
            sum.light[c] +=
                seen * kLight[static_cast<unsigned char>(from.colour[pixel * from.components + c])];
        }
    });
}

} // namespace

Pixels downsampled(Pixels pixels, PixelSize size) {
    if (pixels.size == size) {
        return pixels;
    }
    const Pixels from = withEightBits(std::move(pixels));
    const std::uint64_t whole =
        std::uint64_t{from.size.width} * from.size.height; // each place covers so much
    Pixels out;
    out.size = size;
    out.components = from.components;
    out.colour.reserve(std::size_t{size.width} * size.height * out.components);
    std::vector<Gathered> row(size.width);
    for (std::uint32_t y = 0; y < size.height; ++y) {
        std::fill(row.begin(), row.end(), Gathered());
        forEachPart(y, from.size.height, size.height, [&](std::size_t line, std::uint64_t weight) {
            for (std::uint32_t x = 0; x < size.width; ++x) {
                gather(from, line, x, size.width, weight, row[x]);
            }
        });
        for (const Gathered& sum : row) {
            for (std::size_t c = 0; c < out.components; ++c) {
                out.colour += sum.seen == 0 ? '\0' : valueOf((sum.light[c] + sum.seen / 2) / sum.seen);
            }
            if (!from.alpha.empty()) {
                out.alpha += static_cast<char>((sum.seen + whole / 2) / whole);
            }
        }
    }
    return out;
}

} // namespace sidetal::pictures
