#include "Styles/StyleReader.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleCheck.h"
#include "Styles/SheetVisitor.h"
#include "Styles/StyleChain.h"

#include <algorithm>
#include <deque>

namespace sidetal::input {

namespace {

/// Visits all keys of the first `count` layers of a chain. What is wrong with them goes to each layer's own
/// messages, or, where they are given, to `elsewhere`.
StyleSheet readLayers(StyleChain& chain, std::size_t count, std::span<const std::string_view> families,
                      StyleOrigins* origins, Diagnostics* elsewhere = nullptr) {
    std::deque<Node> roots;
    std::deque<Members> members;
    std::vector<SheetVisitor::Part> parts;
    for (std::size_t i = 0; i < count; ++i) {
        StyleLayer& layer = chain[i];
        Diagnostics& messages = elsewhere != nullptr ? *elsewhere : layer.diagnostics;
        parts.push_back({&members.emplace_back(roots.emplace_back(layer.tree, messages)), i});
        if (origins != nullptr) {
            origins->sheets.push_back(layer.name);
        }
    }
    StyleSheet sheet;
    DocumentKind kind = kindOf(roots.front()).value_or(DocumentKind::Agenda);
    if (kind == DocumentKind::GoalMatrix) {
        sheet.look = GoalMatrixStyle{};
    }
    const SheetVisitor::Whole whole{sheet.font, families, origins};
    SheetVisitor visitor(std::move(parts), whole);
    std::string base;
    visitor.text("name", sheet.name, {});
    visitor.text("description", sheet.description, {});
    visitor.text("base", base, {});
    visitor.choice<DocumentKind>("document", kind, kStyleKinds, {});
    visitKeys(visitor, sheet);
    for (Members& m : members) {
        m.finish();
    }
    return sheet;
}

bool hasErrors(const StyleChain& chain) {
    return std::any_of(chain.begin(), chain.end(),
                       [](const auto& layer) { return layer.diagnostics.hasErrors(); });
}

bool holds(const std::vector<StyleFault>& faults, const StyleFault& fault) {
    return std::any_of(faults.begin(), faults.end(),
                       [&](const StyleFault& f) { return f.code == fault.code && f.key == fault.key; });
}

/// What there is of the key "header.text.colour" in a file, from its root on.
std::deque<Node> nodesTowards(const Node& root, std::string_view key) {
    std::deque<Node> nodes{root};
    while (!key.empty()) {
        const std::size_t dot = key.find('.');
        const auto next = nodes.back().isObject() ? nodes.back().member(key.substr(0, dot)) : std::nullopt;
        if (!next) {
            break;
        }
        nodes.push_back(*next);
        key = dot == std::string_view::npos ? std::string_view() : key.substr(dot + 1);
    }
    return nodes;
}

/// The place of the nearest key that a file has of the one at fault, else of what may have brought it about.
SourcePos placeOf(const StyleFault& fault, const Node& root) {
    const auto nearest = nodesTowards(root, fault.key);
    if (nearest.size() > 1) {
        return nearest.back().position();
    }
    for (const std::string_view key : fault.causes) {
        if (const auto cause = nodesTowards(root, key); cause.size() > 1) {
            return cause.back().position();
        }
    }
    return root.position();
}

/// Reports what is wrong with the values taken together, each in the file that brought it about: the first
/// one with which, and with all that differ from it, the fault is there.
void reportFaults(StyleChain& chain, const StyleSheet& sheet, std::span<const std::string_view> families) {
    const std::vector<StyleFault> faults = checkStyle(sheet);
    if (faults.empty()) {
        return;
    }
    std::vector<std::vector<StyleFault>> without{faults}; // of the chain without its last 0, 1, 2 … files
    while (without.size() < chain.size() && !chain[chain.size() - without.size() - 1].builtIn) {
        Diagnostics unused;
        without.push_back(
            checkStyle(readLayers(chain, chain.size() - without.size(), families, nullptr, &unused)));
    }
    for (const StyleFault& fault : faults) {
        std::size_t left = 1;
        while (left < without.size() && holds(without[left], fault)) {
            ++left;
        }
        StyleLayer& layer = chain[chain.size() - left];
        const SourcePos position = placeOf(fault, Node(layer.tree, layer.diagnostics));
        if (fault.severity == Severity::Error) {
            layer.diagnostics.error(fault.code, fault.message, position, fault.key);
        } else {
            layer.diagnostics.warning(fault.code, fault.message, position, fault.key);
        }
    }
}

} // namespace

StyleSheet readStyleSheet(std::string_view bytes, const std::string& name,
                          std::span<const std::string_view> families, Diagnostics& diagnostics,
                          const StyleLoader& load, StyleOrigins* origins) {
    StyleChain chain = readChain(bytes, name, load);
    StyleSheet sheet;
    if (chain.front().builtIn) { // else a base is missing
        checkKinds(chain);
        sheet = readLayers(chain, chain.size(), families, origins);
        if (!hasErrors(chain)) {
            reportFaults(chain, sheet, families);
        }
    }
    std::for_each(chain.rbegin(), chain.rend(),
                  [&](const StyleLayer& layer) { diagnostics.append(layer.diagnostics); });
    diagnostics.throwIfErrors();
    sheet.file = name;
    return sheet;
}

StyleSheet builtInStyleSheet(std::string_view name, StyleOrigins* origins) {
    if (findBuiltInStyle(name) == nullptr) {
        throw Error({unknownName("SID-S001", "built-in style sheet", name, builtInNames())});
    }
    StyleChain chain = builtInChain(name);
    StyleSheet sheet = readLayers(chain, chain.size(), {}, origins);
    for (const StyleLayer& layer : chain) {
        layer.diagnostics.throwIfErrors();
    }
    return sheet;
}

} // namespace sidetal::input
