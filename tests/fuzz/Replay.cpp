// Runs a fuzz target over files, and over what becomes of each by cutting it off and by changing single
// bytes: what a fuzzer finds is kept as a file and replayed by ctest with any compiler.

#include "fuzz/Targets.h"
#include "support/RandomTimes.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// The file itself, `count` prefixes and `count` copies with one to four bytes changed; the same on every
/// run.
void replay(const std::string& bytes, unsigned count) {
    constexpr char kBytes[] = "<>&;\"'{}[]:,/\\!-=\n\r\t 09aZ\x01\x7F\xC3\xA6\xFF";
    run(bytes);
    std::mt19937 random(static_cast<unsigned>(bytes.size()));
    for (unsigned i = 0; i < count && !bytes.empty(); ++i) {
        run(bytes.substr(0, random() % bytes.size()));
        std::string changed = bytes;
        for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
            changed[random() % changed.size()] = kBytes[random() % (sizeof kBytes - 1)];
        }
        run(changed);
    }
}

} // namespace

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    const auto copies = static_cast<unsigned>(100 * sidetal::test::randomTimes());
    std::vector<fs::path> files;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : fs::directory_iterator(argv[i])) {
            if (entry.is_regular_file() && entry.path().extension() != ".expected") {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        replay(bytes.str(), copies);
    }
    std::printf("%zu files replayed\n", files.size());
    return files.empty() ? 1 : 0;
}
