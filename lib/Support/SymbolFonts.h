#pragma once

namespace sidetal {

/// The character that Word's fonts Symbol and Wingdings show for a private character, as bullets, arrows and
/// ticks arrive in texts copied from Word (code 0xB7 of Symbol as U+F0B7); 0 for any other. Where the two
/// fonts differ, it is that of the font in which Word's own bullets have the code.
[[nodiscard]] char32_t shownBySymbolFont(char32_t c);

} // namespace sidetal
