#include "golden/Laid.h"

#include "Compose/Compose.h"
#include "Documents/Documents.h"
#include "Dump/Dump.h"
#include "Layout/Layout.h"
#include "Pictures/PictureShelf.h"
#include "Styles/StyleReader.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sidetal::test {

namespace {

void expectSilence(const Diagnostics& diagnostics) {
    if (!diagnostics.all().empty()) {
        throw std::runtime_error(format(diagnostics.all().front()));
    }
}

Document readSampleFile(const std::string& file) {
    Diagnostics diagnostics;
    Document out = input::readDocument(readFile(std::string(SIDETAL_SOURCE_DIR) + "/samples/" + file), file,
                                       diagnostics);
    expectSilence(diagnostics);
    return out;
}

} // namespace

Laid::Laid(const std::string& file, const std::string& style)
    : Laid(file, input::builtInStyleSheet(style)) {}

Laid::Laid(const std::string& file, const StyleSheet& style)
    : document_(readSampleFile(file))
    , shaper_(Fonts::open())
    , breaker_(shaper_) {
    Diagnostics diagnostics;
    const PictureLoader besideSamples = [](const std::string& name) {
        return PictureFile{readFile(std::string(SIDETAL_SOURCE_DIR) + "/samples/" + name)};
    };
    PictureShelf pictures(besideSamples, diagnostics);
    BlockDocument blocks = compose(document_, style, diagnostics, {{}, &pictures});
    blocks_ = dumpBlocks(blocks);
    pages_ = layOut(std::move(blocks), breaker_, diagnostics);
    expectSilence(diagnostics);
}

const std::vector<SampleCase>& sampleCases() {
    static const std::vector<SampleCase> kCases = {
        {"agenda", "agenda.json", "agenda"},
        {"goal-matrix", "goal-matrix.json", "goal-matrix"},
        {"goal-matrix-a3", "goal-matrix.json", "goal-matrix-a3"},
    };
    return kCases;
}

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string goldenPath(const std::string& name) {
    return std::string(SIDETAL_SOURCE_DIR) + "/tests/golden/" + name;
}

} // namespace sidetal::test
