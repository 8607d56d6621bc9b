/// sidetal-bench: how fast the library makes documents of known size, for figures and for profilers.

#include "Documents.h"
#include "Mixed.h"

#include "Layout/Layout.h"
#include "Pdf/Pdf.h"
#include "Styles/StyleReader.h"

#include "sidetal/Report.h"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace sidetal;

struct Task {
    std::string kind;
    int count = 0;
    int threads = 1;
    bool helper = false; ///< let a second thread compress long documents, as the library does by default
    std::string out;     ///< where the last document is written; empty: nowhere
    std::vector<std::string>
        files; ///< for "json": the documents to read and render in turn; for "write": a folder
};

/// Papers of councils, in the style of these.
bool isOfCouncil(const std::string& kind) {
    return kind == "council" || kind == "minutes" || kind == "contents";
}

/// Kinds of which N is the number of pages of one document.
bool isOnePiece(const std::string& kind) {
    return kind == "big" || kind == "mixed" || kind == "greedy" || kind == "optimum" || isOfCouncil(kind);
}

struct Tally {
    std::uint64_t bytes = 0;
    std::uint64_t pages = 0;
    std::string last;
    std::chrono::duration<double> time{}; ///< of what is measured alone
};

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// The look of the measured letter and report: Carlito 11/14, headings bold, margins of 56.69 pt.
StyleSheet benchStyle() {
    std::ifstream in(SIDETAL_BENCH_STYLE);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Diagnostics diagnostics;
    return readStyleSheet(text, SIDETAL_BENCH_STYLE, diagnostics);
}

/// Counts what a document gives; keeps it only where it is to be looked at.
ByteSink counter(Tally& tally, bool keep) {
    tally.last.clear();
    return [&tally, keep](std::string_view bytes) {
        tally.bytes += bytes.size();
        if (keep) {
            tally.last += bytes;
        }
    };
}

/// A picture that a document of a file names.
PictureFile pictureBeside(const std::string& document, const std::string& name) {
    std::ifstream in(std::filesystem::path(document).parent_path() / name, std::ios::binary);
    return {std::string{std::istreambuf_iterator<char>(in), {}}};
}

/// The only picture that measured documents name.
PictureFile benchPicture(const std::string&) {
    std::ifstream in(SIDETAL_BENCH_PICTURE, std::ios::binary);
    return {std::string{std::istreambuf_iterator<char>(in), {}}};
}

MeetingPaper agendaOf(const Task& task, int number) {
    return task.kind == "big"        ? bench::report(task.count)
           : task.kind == "mixed"    ? bench::tablesAndPictures(task.count)
           : task.kind == "council"  ? bench::councilAgenda(task.count)
           : task.kind == "minutes"  ? bench::councilMinutes(task.count)
           : task.kind == "contents" ? bench::longContents(task.count)
                                     : bench::letter(static_cast<std::uint64_t>(number));
}

void renderAgendas(const Task& task, int first, Tally& tally) {
    Renderer renderer;
    RenderOptions options;
    options.style = isOfCouncil(task.kind) ? input::builtInStyleSheet("council") : benchStyle();
    options.helperThread = task.helper;
    options.pictures = benchPicture;
    const int documents = isOnePiece(task.kind) ? 1 : task.count;
    for (int i = first; i < documents; i += task.threads) {
        const Document document = agendaOf(task, i);
        const bool keep = !task.out.empty() && i + 1 == documents;
        tally.pages += renderer.render(document, options, counter(tally, keep)).pages;
    }
}

void renderTables(const Task& task, int first, Tally& tally) {
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    for (int i = first; i < task.count; i += task.threads) {
        Diagnostics diagnostics;
        const Pages pages = layOut(bench::table(static_cast<std::uint64_t>(i)), breaker, diagnostics);
        diagnostics.throwIfErrors();
        tally.pages += pages.count;
        writePdf(pages, breaker, {}, counter(tally, !task.out.empty() && i + 1 == task.count));
    }
}

/// Measures the layout alone: no document is composed and none is written.
void layOutTexts(const Task& task, Tally& tally) {
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    for (const int pages : {1, task.count}) { // the first one makes the shaper know its words
        BlockDocument document = bench::texts(pages, task.kind == "optimum");
        Diagnostics diagnostics;
        const auto start = std::chrono::steady_clock::now();
        const Pages laid = layOut(std::move(document), breaker, diagnostics);
        tally.time = std::chrono::steady_clock::now() - start;
        diagnostics.throwIfErrors();
        tally.pages = laid.count;
    }
}

void renderFiles(const Task& task, int first, Tally& tally) {
    std::vector<std::string> texts;
    for (const std::string& file : task.files) {
        std::ifstream in(file, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    Renderer renderer;
    for (int i = first; i < task.count; i += task.threads) {
        const std::size_t k = static_cast<std::size_t>(i) % texts.size();
        RenderOptions options;
        options.pictures = [&](const std::string& name) { return pictureBeside(task.files[k], name); };
        Diagnostics diagnostics;
        const Document document = readDocument(texts[k], task.files[k], diagnostics);
        const bool keep = !task.out.empty() && i + 1 == task.count;
        tally.pages += renderer.render(document, options, counter(tally, keep)).pages;
    }
}

void work(const Task& task, int first, Tally& tally) {
    if (task.kind == "greedy" || task.kind == "optimum") {
        layOutTexts(task, tally);
    } else if (task.kind == "table") {
        renderTables(task, first, tally);
    } else if (task.kind == "json") {
        renderFiles(task, first, tally);
    } else {
        renderAgendas(task, first, tally);
    }
}

/// Shares the documents out among the threads, each with a renderer of its own.
Tally run(const Task& task) {
    std::vector<Tally> tallies(static_cast<std::size_t>(task.threads));
    std::vector<std::jthread> threads;
    for (int t = 1; t < task.threads; ++t) {
        threads.emplace_back([&task, t, &tallies] { work(task, t, tallies[static_cast<std::size_t>(t)]); });
    }
    work(task, 0, tallies.front());
    threads.clear();
    Tally sum;
    for (Tally& tally : tallies) {
        sum.bytes += tally.bytes;
        sum.pages += tally.pages;
        sum.time = std::max(sum.time, tally.time);
        if (!tally.last.empty()) {
            sum.last = std::move(tally.last);
        }
    }
    return sum;
}

/// The files that the words name: of a folder all of its files.
std::vector<std::string> withFiles(const std::vector<std::string>& words) {
    std::vector<std::string> out;
    for (const std::string& word : words) {
        if (!std::filesystem::is_directory(word)) {
            out.push_back(word);
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        for (const auto& entry : std::filesystem::directory_iterator(word)) {
            out.push_back(entry.path().string());
        }
        std::sort(out.begin() + first, out.end());
    }
    return out;
}

constexpr const char* kUsage =
    "usage: sidetal-bench letter|table|big|mixed|council|minutes|contents N [--threads T] [--helper] [-o "
    "FILE.pdf]\n"
    "       sidetal-bench greedy|optimum N: the layout of about N pages of text, alone\n"
    "       sidetal-bench json N [--threads T] [-o FILE.pdf] FILE.json|FOLDER…\n"
    "       sidetal-bench write N FOLDER: the files of a batch of N documents, measures nothing\n";

Task parse(int argc, char** argv) {
    Task task;
    task.kind = argc > 1 ? argv[1] : "";
    task.count = argc > 2 ? std::atoi(argv[2]) : 0;
    for (int i = 3; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--threads" && i + 1 < argc) {
            task.threads = std::atoi(argv[++i]);
        } else if (word == "--helper") {
            task.helper = true;
        } else if (word == "-o" && i + 1 < argc) {
            task.out = argv[++i];
        } else {
            task.files.push_back(word);
        }
    }
    const bool ofFiles = task.kind == "json" || task.kind == "write";
    const bool known = task.kind == "letter" || task.kind == "table" || isOnePiece(task.kind) || ofFiles;
    if (!known || task.count < 1 || task.threads < 1 || task.files.empty() == ofFiles) {
        throw std::runtime_error(kUsage);
    }
    if (task.kind == "json") {
        task.files = withFiles(task.files);
    }
    return task;
}

} // namespace

int main(int argc, char** argv) {
    try {
        const Task task = parse(argc, argv);
        if (task.kind == "write") {
            bench::writeMixedFiles(task.count, task.files.front());
            return 0;
        }
        const auto start = std::chrono::steady_clock::now();
        const Tally tally = run(task);
        const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - start;
        const std::chrono::duration<double> time = tally.time.count() > 0 ? tally.time : whole;
        const int documents = isOnePiece(task.kind) ? 1 : task.count;
        fmt::print("{} n={} threads={}: {:.1f} ms; {:.1f} docs/s; {:.0f} pages/s; {:.2f} MB/s; avg {:.0f} "
                   "bytes; {} pages; peak {:.1f} MB\n",
                   task.kind, task.count, task.threads, time.count() * 1e3, documents / time.count(),
                   static_cast<double>(tally.pages) / time.count(),
                   static_cast<double>(tally.bytes) / time.count() / 1e6,
                   static_cast<double>(tally.bytes) / documents, tally.pages, peakMegabytes());
        if (!task.out.empty()) {
            std::ofstream(task.out, std::ios::binary) << tally.last;
        }
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
