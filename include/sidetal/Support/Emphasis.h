#pragma once

namespace sidetal {

/// How a stretch of text stands out from the text around it. One byte.
struct Emphasis {
    bool bold : 1 = false;
    bool italic : 1 = false;
    bool underline : 1 = false;
    bool struck : 1 = false;  ///< a line goes through it
    bool raised : 1 = false;  ///< smaller and higher, as an exponent
    bool lowered : 1 = false; ///< smaller and lower, as in a formula; not beside `raised`
    bool small : 1 =
        false; ///< smaller on the same line, as fine print; nothing beside `raised` and `lowered`
    bool operator==(const Emphasis&) const = default;
};

} // namespace sidetal
