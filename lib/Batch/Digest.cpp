#include "Batch/Digest.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr std::size_t kDigestBytes = 20;

constexpr std::array<std::uint64_t, 8> kStart = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                                 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                                 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

constexpr std::array<std::array<std::uint8_t, 16>, 10> kOrder = {{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}};

[[nodiscard]] std::uint64_t littleEndian(const unsigned char* bytes) {
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 8; ++i) {
        out |= std::uint64_t{bytes[i]} << (8 * i);
    }
    return out;
}

using Words = std::array<std::uint64_t, 16>;

// Inlined by force: GCC calls it at -O2, which takes half as many instructions again.
[[gnu::always_inline]] inline void mix(Words& v, std::size_t a, std::size_t b, std::size_t c, std::size_t d,
                                       std::uint64_t x, std::uint64_t y) {
    v[a] += v[b] + x;
    v[d] = std::rotr(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = std::rotr(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = std::rotr(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = std::rotr(v[b] ^ v[c], 63);
}

/// The order of a round is known where it is compiled, so that the words stay in registers.
template <std::size_t Round>
[[gnu::always_inline]] inline void mixRound(Words& v, const Words& m) {
    constexpr auto& order = kOrder[Round % kOrder.size()];
    mix(v, 0, 4, 8, 12, m[order[0]], m[order[1]]);
    mix(v, 1, 5, 9, 13, m[order[2]], m[order[3]]);
    mix(v, 2, 6, 10, 14, m[order[4]], m[order[5]]);
    mix(v, 3, 7, 11, 15, m[order[6]], m[order[7]]);
    mix(v, 0, 5, 10, 15, m[order[8]], m[order[9]]);
    mix(v, 1, 6, 11, 12, m[order[10]], m[order[11]]);
    mix(v, 2, 7, 8, 13, m[order[12]], m[order[13]]);
    mix(v, 3, 4, 9, 14, m[order[14]], m[order[15]]);
}

template <std::size_t... Rounds>
void mixRounds(Words& v, const Words& m, std::index_sequence<Rounds...> /*rounds*/) {
    (mixRound<Rounds>(v, m), ...);
}

} // namespace

Digest::Digest()
    : state_(kStart) {
    state_[0] ^= 0x01010000u ^ kDigestBytes; // no key, no tree
}

void Digest::compress(bool last) {
    Words m{};
    for (std::size_t i = 0; i < m.size(); ++i) {
        m[i] = littleEndian(block_.data() + 8 * i);
    }
    Words v{};
    std::copy(state_.begin(), state_.end(), v.begin());
    std::copy(kStart.begin(), kStart.end(), v.begin() + 8);
    v[12] ^= length_; // files of more than 2^64 bytes there are none
    v[14] = last ? ~v[14] : v[14];
    mixRounds(v, m, std::make_index_sequence<12>{});
    for (std::size_t i = 0; i < state_.size(); ++i) {
        state_[i] ^= v[i] ^ v[i + 8];
    }
}

void Digest::add(std::string_view bytes) {
    while (!bytes.empty()) {
        if (filled_ == kBlock) { // only now it is known not to be the last
            compress(false);
            filled_ = 0;
        }
        const std::size_t taken = std::min(bytes.size(), kBlock - filled_);
        std::memcpy(block_.data() + filled_, bytes.data(), taken);
        filled_ += taken;
        length_ += taken;
        bytes.remove_prefix(taken);
    }
}

void Digest::addText(std::string_view text) {
    add(std::to_string(text.size()));
    add(":");
    add(text);
}

std::string Digest::hex() {
    std::fill(block_.begin() + static_cast<std::ptrdiff_t>(filled_), block_.end(),
              static_cast<unsigned char>(0));
    compress(true);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < kDigestBytes; ++i) {
        const auto byte = static_cast<unsigned char>(state_[i / 8] >> (8 * (i % 8)));
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15u];
    }
    return out;
}

std::string digestOf(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

} // namespace sidetal::batch
