#pragma once

#include "Structure/StructTree.h"

#include "sidetal/Support/Geometry.h"

#include <string>
#include <string_view>

namespace sidetal::dump {

/// "#1f3a4d"
[[nodiscard]] std::string colour(Colour colour);

/// "#12", or "-" for no node.
[[nodiscard]] std::string nodeName(NodeId node);

/// The text in double quotes, escaped as in JSON: one line whatever it holds; soft hyphens and no-break
/// spaces visible.
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace sidetal::dump
