#include "support/ManyCharacters.h"

#include "Support/Utf8.h"
#include "Text/Fonts.h"
#include "Text/Shaper.h"

namespace sidetal::test {

std::vector<std::string> manyCharacters(std::size_t count) {
    const auto fonts = Fonts::open();
    const Face& face = fonts->face(fonts->chain("DejaVu Sans", false, false).front());
    std::vector<std::string> characters;
    for (char32_t c = 0x21; characters.size() < count && c < 0x2E00; ++c) {
        const bool rightToLeft = c >= 0x590 && c < 0x900;
        const bool combining =
            (c >= 0x300 && c < 0x370) || (c >= 0x1DC0 && c < 0x1E00) || (c >= 0x20D0 && c < 0x2100);
        const bool unusual =
            c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c < 0x2070) || c == 0xEB3;
        std::string character;
        utf8::append(character, c);
        if (!rightToLeft && !combining && !unusual && face.glyph(c) && !toNfc(character)) {
            characters.push_back(character);
        }
    }
    return characters;
}

} // namespace sidetal::test
