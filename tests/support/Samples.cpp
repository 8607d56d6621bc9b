#include "support/Samples.h"

#include <filesystem>
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

void keepPdf(const std::string& name, const std::string& bytes) {
    const std::filesystem::path folder = SIDETAL_PDF_DIR;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / (name + ".pdf"), std::ios::binary) << bytes;
}

} // namespace sidetal::test
