// growth list             the kinds, and up to how many bytes each is measured
// growth time KIND BYTES  the processor's milliseconds that a document of that kind takes
// growth count [KIND…]    under callgrind: three documents of each kind, a dump named "KIND BYTES" after each

#include "growth/Kinds.h"

#include "Documents/Documents.h"
#include "Styles/StyleReader.h"
#include "sidetal/Report.h"
#ifdef SIDETAL_WITH_SHEETS
#include "sidetal/Sheets/MatrixSheet.h"
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#endif

namespace {

using namespace sidetal;

/// Faults are told as they would be to a user: their cost is part of it.
void run(const growth::Kind& kind, const std::string& bytes) {
    Diagnostics diagnostics;
    try {
        if (kind.stage == growth::Stage::Style) {
            (void)input::readStyleSheet(bytes, "growth", {}, diagnostics);
            return;
        }
#ifdef SIDETAL_WITH_SHEETS
        if (kind.stage == growth::Stage::Sheet) {
            (void)matrixOfSheets(readSheets(bytes, "growth", diagnostics), {}, diagnostics);
            return;
        }
#endif
        const Document document = input::readDocument(bytes, "growth", diagnostics);
        if (kind.stage == growth::Stage::Lint) {
            RenderOptions options;
            options.edition = Edition::Full; // which may hold what is closed
            (void)lintMessages(document, options);
        }
        if (kind.stage == growth::Stage::Check) {
            (void)Renderer().check(document, {});
        }
    } catch (const Error& error) {
        if (std::string_view(error.what()).empty()) {
            std::abort();
        }
    }
}

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Of all kinds where none is `wanted`.
int count([[maybe_unused]] const std::vector<std::string_view>& wanted) {
#ifdef CALLGRIND_DUMP_STATS_AT
    for (const growth::Kind& kind : growth::kinds()) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), kind.name) == wanted.end()) {
            continue;
        }
        run(kind, kind.make(1'000)); // what the first use of a function costs is none of the kind's
        for (const std::size_t bytes : {8'000u, 16'000u, 32'000u}) {
            const std::string document = kind.make(bytes);
            const std::string title = std::string(kind.name) + " " + std::to_string(bytes);
            CALLGRIND_ZERO_STATS;
            run(kind, document);
            CALLGRIND_DUMP_STATS_AT(title.c_str());
        }
    }
    return 0;
#else
    std::fputs("built without callgrind's header\n", stderr);
    return 1;
#endif
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && arguments[0] == "list") {
        for (const growth::Kind& kind : growth::kinds()) {
            std::printf("%s %zu\n", kind.name, kind.most);
        }
        return 0;
    }
    if (!arguments.empty() && arguments[0] == "count") {
        return count({arguments.begin() + 1, arguments.end()});
    }
    const auto all = growth::kinds();
    const auto kind = std::find_if(all.begin(), all.end(), [&](const growth::Kind& each) {
        return arguments.size() == 3 && arguments[0] == "time" && arguments[1] == each.name;
    });
    if (kind == all.end()) {
        std::fputs("usage: growth list | count [KIND…] | time KIND BYTES\n", stderr);
        return 2;
    }
    const std::string document = kind->make(std::strtoul(argv[3], nullptr, 10));
    const double before = processorMilliseconds();
    run(*kind, document);
    std::printf("%.3f\n", processorMilliseconds() - before);
    return 0;
}
