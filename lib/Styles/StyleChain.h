#pragma once

#include "Support/Kinds.h"
#include "Tree/Node.h"
#include "Tree/Tree.h"

#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Support/Diagnostic.h"

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// A style file or built-in sheet as it stands, with what is wrong with it.
struct StyleLayer {
    std::string name; ///< as messages have it
    bool builtIn = false;
    Tree tree;
    Diagnostics diagnostics;
};

/// The sheets that one is made of, each differing from the one before it; the first is a built-in one and
/// names its kind.
using StyleChain = std::deque<StyleLayer>;

/// The sheet in `bytes` with all that it is based on. Where that cannot be had, one of the layers has an
/// error.
[[nodiscard]] StyleChain readChain(std::string_view bytes, const std::string& name, const StyleLoader& load);

/// A built-in sheet, which there is, with all that it is based on.
[[nodiscard]] StyleChain builtInChain(std::string_view name);

/// The kind of documents that a sheet says it is for; nothing where it says none that there is.
[[nodiscard]] std::optional<DocumentKind> kindOf(const Node& root);

/// Reports every sheet that says it is for another kind than the first (SID-S008).
void checkKinds(StyleChain& chain);

[[nodiscard]] std::vector<std::string_view> builtInNames();

/// Says that there is no such `thing`, which ones there are and which of them was perhaps meant.
[[nodiscard]] Diagnostic unknownName(std::string_view code, std::string_view thing, std::string_view name,
                                     std::span<const std::string_view> known);
void reportUnknownName(const Node& node, std::string_view code, std::string_view thing, std::string_view name,
                       std::span<const std::string_view> known);

} // namespace sidetal::input
