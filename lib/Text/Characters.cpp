#include "Text/Characters.h"

#include "Support/MemoryWatch.h"
#include "Support/Utf8.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>
#include <hb.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <new>

namespace sidetal {

namespace {

constexpr char32_t kFirstRightToLeft = 0x0590;
constexpr char32_t kFirstPrivate = 0xE000;

UChar32 asIcu(char32_t c) {
    return static_cast<UChar32>(c);
}

} // namespace

void requireIcu(int status, std::string_view what) {
    const auto code = static_cast<UErrorCode>(status);
    if (code == U_MEMORY_ALLOCATION_ERROR) {
        throw std::bad_alloc();
    }
    if (U_FAILURE(code)) {
        throw Error("SID-T005", fmt::format("ICU cannot {}: {}", what, u_errorName(code)));
    }
}

bool isRightToLeft(char32_t c) {
    if (c < kFirstRightToLeft) {
        return false;
    }
    switch (u_charDirection(asIcu(c))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
        return true;
    default:
        return false;
    }
}

bool isMeaningless(char32_t c) {
    const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    return isControl || (c >= kFirstPrivate && (u_charType(asIcu(c)) == U_PRIVATE_USE_CHAR ||
                                                U_IS_UNICODE_NONCHAR(static_cast<UChar32>(c))));
}

bool isInvisible(char32_t c) {
    return c == kSoftHyphen || (c >= 0x300 && utf8::isDefaultIgnorable(c));
}

bool takesHyphen(char32_t c) {
    return u_isalpha(asIcu(c)) && u_hasBinaryProperty(asIcu(c), UCHAR_CASED);
}

char32_t printedAs(const Face& face, char32_t c) {
    constexpr char32_t kHyphen = 0x2010;
    constexpr char32_t kNonBreakingHyphen = 0x2011;
    if ((c != kHyphen && c != kNonBreakingHyphen) || face.glyph(c)) {
        return c;
    }
    return face.glyph(kHyphen) ? kHyphen : U'-';
}

bool covers(const Face& face, char32_t c) {
    if (isInvisible(c) || face.glyph(printedAs(face, c))) {
        return true;
    }
    if (u_charType(asIcu(c)) == U_SPACE_SEPARATOR) {
        return face.glyph(U' ').has_value(); // HarfBuzz sets its width
    }
    hb_codepoint_t first = 0;
    hb_codepoint_t second = 0;
    return hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &first, &second) && covers(face, first) &&
           (second == 0 || covers(face, second));
}

std::string visibleText(std::string_view text) {
    std::string visible;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (!isInvisible(utf8::next(text, at))) {
            visible += text.substr(from, at - from);
        }
    }
    return visible;
}

struct IcuBoundaries::Members {
    UBreakIterator* iterator = nullptr;
    UText text = UTEXT_INITIALIZER;

    explicit Members(UBreakIteratorType type) {
        const MemoryWatch memory;
        UErrorCode status = U_ZERO_ERROR;
        iterator = ubrk_open(type, "da", nullptr, 0, &status);
        if (U_FAILURE(status)) {
            memory.check(); // ICU may call it a missing resource
        }
        requireIcu(status, "open its rules of text boundaries");
    }
    ~Members() {
        ubrk_close(iterator);
        utext_close(&text);
    }
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;
};

IcuBoundaries::IcuBoundaries(Kind kind)
    : kind_(kind) {}

IcuBoundaries::~IcuBoundaries() = default;

void IcuBoundaries::find(std::string_view text, std::vector<std::uint32_t>& offsets) {
    if (!m_) {
        m_ = std::make_unique<Members>(kind_ == Kind::Line ? UBRK_LINE : UBRK_CHARACTER);
    }
    const MemoryWatch memory;
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&m_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
    ubrk_setUText(m_->iterator, &m_->text, &status);
    requireIcu(status, "read a text");
    offsets.clear();
    for (std::int32_t at = ubrk_next(m_->iterator); at != UBRK_DONE; at = ubrk_next(m_->iterator)) {
        offsets.push_back(static_cast<std::uint32_t>(at));
    }
    memory.check();
}

} // namespace sidetal
