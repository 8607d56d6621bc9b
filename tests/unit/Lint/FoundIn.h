#pragma once

#include "Lint/Detectors.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace sidetal::lint {

/// What a detector of figures finds in a text, one after the other: "SID-N001 010203-1234; ".
inline std::string foundIn(std::string_view text, void (*find)(const Figures&, Findings&)) {
    Findings found;
    find(Figures(text), found);
    std::string out;
    for (const Finding& f : found) {
        out += std::string(infoOf(f.code).code) + " " + std::string(text.substr(f.begin, f.end - f.begin)) +
               "; ";
    }
    return out;
}

/// The same of a detector of texts.
inline std::string foundIn(std::string_view text, void (*find)(std::string_view, Findings&)) {
    Findings found;
    find(text, found);
    std::string out;
    for (const Finding& f : found) {
        out += std::string(infoOf(f.code).code) + " " + std::string(text.substr(f.begin, f.end - f.begin)) +
               "; ";
    }
    return out;
}

/// A text, and what has to be found in it.
struct Speaks {
    std::string_view text;
    std::string_view found;
};

/// Each of `loud` has to speak, and each of `silent`, of which there are as many, has to stay silent.
template <class Detector>
void expectFound(Detector* find, std::initializer_list<Speaks> loud,
                 std::initializer_list<std::string_view> silent) {
    EXPECT_GE(silent.size(), loud.size());
    for (const Speaks& each : loud) {
        EXPECT_EQ(foundIn(each.text, find), std::string(each.found) + "; ") << each.text;
    }
    for (const std::string_view text : silent) {
        EXPECT_EQ(foundIn(text, find), "") << text;
    }
}

} // namespace sidetal::lint
