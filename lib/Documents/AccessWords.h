#pragma once

#include <string_view>

namespace sidetal::input {

/// True for a key that is, or may have been meant as, "access": near to it, or with a word in it for who may
/// see what ("closed", "erÅben", "fortroligt", "PublicAccess", "maaPubliceres") in Danish, English, Norwegian,
/// Swedish or German, also misspelt. Folded as KeyFolding.h says; prefixes and negations count for nothing.
/// Keys that say another thing by such a word ("openingHours", "secretary", "publisher", "enclosed",
/// "publishedAt", "accessibility") are none. In doubt true.
[[nodiscard]] bool mayMeanAccess(std::string_view key);

/// True for a value of a few words that says that something is closed ("Lukket", "Fortrolig publicering",
/// "ikke offentlig"): where the key that it belongs to is unknown, it is the value that tells.
[[nodiscard]] bool saysClosed(std::string_view value);

} // namespace sidetal::input
