#pragma once

#include "Tree/Node.h"
#include "Tree/Tree.h"

#include <string>
#include <string_view>
#include <vector>

/// What the tests of trees share, and those of what is read from trees.
namespace sidetal::input::testing {

/// The messages in their one-line form, without the input's name: "2:3: error: title: missing [SID-I012]".
std::vector<std::string> lines(const Diagnostics& diagnostics);

/// `part` so many times.
std::string times(std::size_t count, std::string_view part);

/// A tree, from JSON or XML, with a cursor at its root and the messages of both. Without a policy: any unknown
/// key is passed over.
struct Loaded {
    explicit Loaded(std::string_view bytes, const ReadLimits& limits = {});
    Diagnostics diagnostics;
    Tree tree;
    std::string rootName; ///< of XML
    bool good = false;
    Node root{tree, diagnostics};
};

/// The file below the source tree, for instance "samples/agenda.json".
std::string sourceFile(const std::string& path);

} // namespace sidetal::input::testing
