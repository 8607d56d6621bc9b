// A user's program: renders the document argv[1] to the file argv[2] through sidetal's public C++ interface.
#include <sidetal/Sidetal.h>

#include <cstdio>
#include <fstream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc != 3) {
        return 1;
    }
    try {
        std::ifstream input(argv[1], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(input), {}};
        sidetal::Diagnostics diagnostics;
        const sidetal::Document document = sidetal::readDocument(bytes, argv[1], diagnostics);
        std::ofstream output(argv[2], std::ios::binary);
        sidetal::Renderer renderer;
        const auto result = renderer.render(document, {}, [&](std::string_view part) {
            output.write(part.data(), static_cast<std::streamsize>(part.size()));
        });
        return result.pages == 1 && result.warnings.empty() ? 0 : 1;
    } catch (const sidetal::Error& error) {
        std::fprintf(stderr, "%s\n", format(error.diagnostics().front()).c_str());
        return 1;
    }
}
