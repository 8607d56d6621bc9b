#include "support/Samples.h"

#include <fstream>
#include <iterator>

namespace sidetal::test {

Document readSample(const std::string& name) {
    std::ifstream in(std::string(SIDETAL_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    Diagnostics diagnostics;
    return readDocument(bytes, name, diagnostics);
}

std::string render(const Document& document, const RenderOptions& options, Renderer* renderer) {
    std::optional<Renderer> own;
    if (renderer == nullptr) {
        renderer = &own.emplace();
    }
    std::string out;
    (void)renderer->render(document, options, [&](std::string_view bytes) { out += bytes; });
    return out;
}

} // namespace sidetal::test
