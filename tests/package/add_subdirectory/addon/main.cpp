#include "Leaves.h"

#include <cstdio>

int main() {
    sidetal::Diagnostics diagnostics;
    const auto document = sidetal::readDocument(
        R"({"document": "agenda", "items": [{"title": "Meddelelser"}]})", "agenda", diagnostics);
    std::printf("%u\n", leavesOf(document));
}
