#pragma once

#include "Styles/StyleReader.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

inline constexpr std::array<std::string_view, 3> kTestFamilies{"Carlito", "DejaVu Sans", "DejaVu Sans Mono"};

/// Style files by their names from the folder of the first sheet.
using StyleFiles = std::map<std::string, std::string>;

/// Loads them; others do not exist.
inline StyleLoader loaderOf(StyleFiles files) {
    return [files = std::move(files)](const std::string& name) {
        const auto found = files.find(name);
        return found == files.end() ? StyleFile{{}, "does not exist"} : StyleFile{found->second};
    };
}

/// The messages that a style file gives, with their notes.
inline std::vector<std::string> messagesOf(std::string_view text, const StyleLoader& load,
                                           const std::string& name = "min.json") {
    Diagnostics diagnostics;
    try {
        (void)readStyleSheet(text, name, kTestFamilies, diagnostics, load);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(format(d));
    }
    return out;
}

/// The sheet of a file that gives none.
inline StyleSheet sheetOf(std::string_view text, const StyleLoader& load, StyleOrigins* origins = nullptr) {
    Diagnostics diagnostics;
    StyleSheet sheet = readStyleSheet(text, "min.json", kTestFamilies, diagnostics, load, origins);
    for (const Diagnostic& d : diagnostics.all()) {
        ADD_FAILURE() << format(d);
    }
    return sheet;
}

} // namespace sidetal::input
