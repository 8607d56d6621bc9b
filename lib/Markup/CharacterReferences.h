#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// Told of a reference that stands for no character, as it is written ("&nosuch;", "&#0;"), and of what
/// stands for it now.
using ReferenceFault = std::function<void(std::string_view reference, std::string_view what)>;

/// The text of HTML with its character references resolved (HTML Living Standard, 13.2.5.72). What is none
/// ("R&D") stays as it is; a named one that HTML does not know does too, and is told; a number that no
/// character has, or one that cannot be printed, becomes U+FFFD and is told. Linear in `text`.
[[nodiscard]] std::string resolveReferences(std::string_view text, const ReferenceFault& fault);

} // namespace sidetal::input
