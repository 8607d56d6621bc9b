#pragma once

#include "sidetal/Export.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The most bytes of a name that a batch gives a file: file systems take 255, and what others put before or
/// behind it should still fit.
inline constexpr std::size_t kMostNameBytes = 200;

/// What stands for the placeholders of a pattern, by their names ("committee").
using NameValues = std::map<std::string, std::string, std::less<>>;

/// The names that a pattern may have in braces: "{stem}".
[[nodiscard]] SIDETAL_API const std::vector<std::string_view>& nameValueNames();

/// What a pattern has in braces, in its order, each once: of "{stem}-{edition}.pdf" stem and edition.
[[nodiscard]] SIDETAL_API std::vector<std::string> placeholdersOf(std::string_view pattern);

/// What is wrong with a pattern of names, the end of a sentence that begins with it; empty for nothing.
[[nodiscard]] SIDETAL_API std::string faultOfNamePattern(std::string_view pattern);

/// A pattern with the values for its placeholders, as a name that every file system takes: what means
/// something to one of them (control characters, / \ : * ? " < > |) becomes "-", white space a blank, names
/// of devices (CON, NUL …) and names that begin with a dot get "_" before them. A name of more than
/// kMostNameBytes bytes is cut between characters, and told from others that begin alike by a sum of the
/// whole. A value that is missing is taken as empty. UTF-8.
[[nodiscard]] SIDETAL_API std::string fillName(std::string_view pattern, const NameValues& values);

/// What two names have alike that a file system which does not tell capitals from small letters takes for the
/// same: letters of Latin, Greek and Cyrillic are made small.
[[nodiscard]] SIDETAL_API std::string foldedFileName(std::string_view name);

} // namespace sidetal
