#include "Pdf/Md5.h"

#include <hpdf.h>
#include <hpdf_encrypt.h>

#include <algorithm>

namespace sidetal {

struct Md5::Context {
    HPDF_MD5_CTX haru;
};

Md5::Md5()
    : context_(std::make_unique<Context>()) {
    HPDF_MD5Init(&context_->haru);
}

Md5::Md5(const Md5& other)
    : context_(std::make_unique<Context>(*other.context_)) {}

Md5::~Md5() = default;

void Md5::update(std::string_view data) {
    constexpr std::size_t kMost = 1u << 30; // libharu counts in 32 bits
    for (; !data.empty(); data.remove_prefix(std::min(kMost, data.size()))) {
        const std::string_view part = data.substr(0, kMost);
        HPDF_MD5Update(&context_->haru, reinterpret_cast<const HPDF_BYTE*>(part.data()),
                       static_cast<HPDF_UINT32>(part.size()));
    }
}

Md5Digest Md5::finish() {
    std::array<HPDF_BYTE, 16> bytes{};
    HPDF_MD5Final(bytes.data(), &context_->haru);
    Md5Digest digest{};
    std::transform(bytes.begin(), bytes.end(), digest.begin(),
                   [](HPDF_BYTE b) { return static_cast<char>(b); });
    return digest;
}

Md5Digest md5(std::string_view data) {
    Md5 digest;
    digest.update(data);
    return digest.finish();
}

} // namespace sidetal
