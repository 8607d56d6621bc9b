#include "unit/Tree/TreeTesting.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace sidetal::input::testing {

std::vector<std::string> lines(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (Diagnostic diagnostic : diagnostics.all()) {
        diagnostic.file.clear();
        out.push_back(format(diagnostic));
    }
    return out;
}

std::string times(std::size_t count, std::string_view part) {
    std::string out;
    out.reserve(count * part.size());
    for (std::size_t i = 0; i < count; ++i) {
        out += part;
    }
    return out;
}

Loaded::Loaded(std::string_view bytes, const ReadLimits& limits) {
    good = looksLikeXml(bytes) ? readXml(bytes, limits, diagnostics, tree, rootName)
                               : readJson(bytes, limits, diagnostics, tree);
}

std::string sourceFile(const std::string& path) {
    std::ifstream in(std::string(SIDETAL_SOURCE_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace sidetal::input::testing
