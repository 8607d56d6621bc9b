#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <algorithm>
#include <array>
#include <string>

namespace sidetal::lint {

namespace {

constexpr std::array<std::string_view, 28> kEmptyLinkTexts = {
    "her",     "klik her",    "tryk her",   "se her",    "l\u00E6s her", "hent her",      "find her",
    "link",    "linket",      "dette link", "link her",  "link til",     "l\u00E6s mere", "l\u00E6s mere her",
    "se mere", "se mere her", "mere",       "mere her",  "mere info",    "here",          "click here",
    "click",   "read more",   "more",       "this link", "link here",    "see here",      "see more"};

constexpr std::array<std::string_view, 14> kFileEndings = {".png", ".jpg",  ".jpeg", ".gif",  ".bmp",
                                                           ".tif", ".tiff", ".svg",  ".webp", ".heic",
                                                           ".pdf", ".docx", ".emf",  ".wmf"};

/// What cameras and programs call pictures: the name and a number.
constexpr std::array<std::string_view, 10> kCameraNames = {
    "img", "dsc", "dscn", "dscf", "image", "picture", "photo", "billede", "foto", "screenshot"};

} // namespace

bool isEmptyLinkText(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    if (text.size() > kLongest) {
        return false;
    }
    const std::string words = folded(text);
    return std::ranges::find(kEmptyLinkTexts, trimmedToWords(words)) != kEmptyLinkTexts.end();
}

bool isFileName(std::string_view alt, std::string_view file) {
    const std::string name = ascii::lowered(collapse(alt));
    const bool oneWord = name.find(' ') == std::string::npos;
    if (std::ranges::any_of(kFileEndings, [&](std::string_view end) {
            return name.size() > end.size() && name.ends_with(end);
        })) {
        return true;
    }
    const std::string own = ascii::lowered(file.substr(file.find_last_of("/\\") + 1));
    const std::string stem = own.substr(0, own.find_last_of('.'));
    const bool tells =
        stem.find_first_of("0123456789_-") != std::string::npos; // "kort.png" may well show a "kort"
    if (!own.starts_with("data:") && !name.empty() && oneWord && tells && name == stem) {
        return true;
    }
    const std::size_t letters = std::min(name.find_first_of("0123456789_- "), name.size());
    const std::string_view rest = std::string_view(name).substr(letters);
    return rest.size() >= 2 && rest.find_first_not_of("0123456789_- ") == std::string_view::npos &&
           std::ranges::find(kCameraNames, std::string_view(name).substr(0, letters)) != kCameraNames.end();
}

} // namespace sidetal::lint
