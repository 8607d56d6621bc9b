#include "batch/Progress.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace sidetal::cli {

namespace {

constexpr std::chrono::milliseconds kTerminalPause{100};
constexpr std::chrono::seconds kLinePause{5};
constexpr std::size_t kMostName = 30;

std::string timeWords(double seconds) {
    const auto whole = static_cast<std::int64_t>(seconds + 0.5);
    if (whole < 60) {
        return std::to_string(whole) + " s";
    }
    return whole < 3600 ? std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s"
                        : std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

void print(std::FILE* file, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

std::string counts(const BatchProgress& progress) {
    std::string out = std::to_string(progress.made) + " made";
    for (const auto& [count, words] :
         {std::pair(progress.skipped, " kept"), std::pair(progress.failed, " failed"),
          std::pair(progress.warnings, progress.warnings == 1 ? " warning" : " warnings")}) {
        if (count != 0) {
            out += ", " + std::to_string(count) + words;
        }
    }
    return out;
}

std::string jsonCounts(const BatchProgress& progress) {
    std::string out;
    for (const auto& [name, count] :
         {std::pair("planned", progress.planned), std::pair("made", progress.made),
          std::pair("kept", progress.skipped), std::pair("failed", progress.failed),
          std::pair("warnings", progress.warnings), std::pair("pages", progress.pages)}) {
        out += std::string(",\"") + name + "\":" + std::to_string(count);
    }
    return out;
}

/// The length of the well-formed character at `at`, or 0.
std::size_t characterLength(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0u) != 0x80) {
            return 0;
        }
    }
    return length;
}

} // namespace

std::string jsonText(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterLength(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        if (length == 0) {
            out += "\uFFFD";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15u];
        } else {
            out += byte == '"' || byte == '\\' ? "\\" : "";
            out += text.substr(at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return out + "\"";
}

Progress::Progress(Form form)
    : form_(form)
    , isTerminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::erase() {
    if (isShown_) {
        print(stderr, "\r\033[K");
        isShown_ = false;
    }
}

void Progress::say(const std::string& words) {
    const std::lock_guard lock(guard_);
    erase();
    print(stderr, words + "\n");
}

std::string Progress::line(const BatchProgress& progress, std::string_view input) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    std::string out = std::to_string(progress.ended()) + " of " + std::to_string(progress.planned) + ": " +
                      counts(progress);
    const auto worked = progress.made + progress.failed;
    if (worked > 0 && seconds > 1) {
        const double rate = static_cast<double>(worked) / seconds;
        out += ", " + std::to_string(static_cast<std::int64_t>(rate + 0.5)) + "/s, " +
               timeWords(static_cast<double>(progress.left()) / rate) + " left";
    }
    if (isTerminal_ && !input.empty()) {
        const std::string_view name = input.substr(input.rfind('/') + 1);
        out += ", ";
        for (std::size_t at = 0; at < name.size() && at < kMostName;) { // it may hold anything
            const std::size_t length = characterLength(name, at);
            out += length == 0 || static_cast<unsigned char>(name[at]) < 0x20 ? "?" : name.substr(at, length);
            at += std::max<std::size_t>(length, 1);
        }
    }
    return out;
}

void Progress::show(const BatchEvent& event) {
    if (form_ == Form::Json) {
        static constexpr std::array<const char*, 3> kKinds = {"made", "kept", "failed"};
        print(stdout, std::string("{\"event\":\"") + kKinds[static_cast<std::size_t>(event.kind)] +
                          "\",\"name\":" + jsonText(event.name) + ",\"input\":" + jsonText(event.input) +
                          (event.copyFor.empty() ? "" : ",\"recipient\":" + jsonText(event.copyFor)) +
                          jsonCounts(event.progress) + "}\n");
        return;
    }
    const auto now = Clock::now();
    if (form_ == Form::None || now - shown_ < (isTerminal_ ? Clock::duration(kTerminalPause) : kLinePause)) {
        return;
    }
    shown_ = now;
    print(stderr, line(event.progress, event.input) + (isTerminal_ ? "" : "\n"));
    isShown_ = isTerminal_;
}

void Progress::end(const BatchOutcome& outcome) {
    const std::lock_guard lock(guard_);
    erase();
    const BatchProgress& progress = outcome.progress;
    if (form_ == Form::Json) {
        print(stdout, std::string("{\"event\":\"") + (outcome.stopped ? "stopped" : "ended") + "\"" +
                          jsonCounts(progress) + "}\n");
    } else if (form_ == Form::Text) {
        const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
        print(stderr, std::to_string(progress.planned) + " planned: " + counts(progress) + ", " +
                          (outcome.stopped ? std::to_string(progress.left()) + " left, " : "") +
                          std::to_string(progress.pages) + (progress.pages == 1 ? " page, " : " pages, ") +
                          timeWords(seconds) + "\n");
    }
}

} // namespace sidetal::cli
