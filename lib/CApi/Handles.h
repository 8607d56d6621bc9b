#pragma once

#include "sidetal-c/sidetal.h"

#include "sidetal/Report.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <new>
#include <string>
#include <utility>
#include <vector>

// What is behind the handles: C sees pointers to incomplete types only.

struct sidetal_document {
    sidetal::Document document;
};

struct sidetal_options {
    sidetal::RenderOptions options;
    sidetal::StyleLoader styles;
};

struct sidetal_renderer {
    explicit sidetal_renderer(std::vector<std::filesystem::path> directories)
        : fontDirectories(std::move(directories))
        , renderer(fontDirectories) {}

    std::vector<std::filesystem::path> fontDirectories;
    sidetal::OwnFonts ownFonts;
    sidetal::Renderer renderer;
    std::vector<sidetal::Diagnostic> messages;
    std::vector<std::string> lines; ///< the messages in their one-line form
    std::uint32_t pages = 0;
    std::string hash; ///< of the last render's content, where it was asked for
    bool quoteClosed = false;
    const char* input = nullptr; ///< the input that the running call is about; else nullptr
};

namespace sidetal::capi {

inline void setMessages(sidetal_renderer& renderer, std::vector<Diagnostic> messages) {
    renderer.lines.clear();
    for (const Diagnostic& message : messages) {
        renderer.lines.push_back(format(message));
    }
    renderer.messages = std::move(messages);
}

/// Keeps an error that has no diagnostics of its own; without memory even for that, the status must do.
inline void setFailure(sidetal_renderer& renderer, const char* code, const char* message) noexcept {
    try {
        Diagnostic failure;
        failure.code = code;
        failure.message = message;
        failure.file = renderer.input == nullptr ? "" : renderer.input;
        setMessages(renderer, {std::move(failure)});
    } catch (...) {
        renderer.messages.clear();
        renderer.lines.clear();
    }
}

/// Runs `work`, which returns the warnings, and keeps what it finds or throws: no exception crosses into C.
template <class Work>
sidetal_status guarded(sidetal_renderer* renderer, Work work) noexcept {
    if (renderer == nullptr) {
        return SIDETAL_FAILED;
    }
    renderer->input = nullptr;
    try {
        setMessages(*renderer, work());
        return renderer->messages.empty() ? SIDETAL_DONE : SIDETAL_WARNINGS;
    } catch (const Error& error) {
        try {
            setMessages(*renderer, error.diagnostics());
        } catch (...) {
            setFailure(*renderer, "SID-R026", "out of memory");
        }
    } catch (const std::bad_alloc&) {
        setFailure(*renderer, "SID-R026", "out of memory");
    } catch (const std::exception& error) {
        setFailure(*renderer, "SID-R027", error.what());
    } catch (...) {
        setFailure(*renderer, "SID-R027", "internal error");
    }
    return SIDETAL_FAILED;
}

inline void require(const void* argument, const char* name) {
    if (argument == nullptr) {
        throw Error("SID-R028", std::string("argument '") + name + "' is NULL");
    }
}

/// A caller's function as a loader of `File`s, its own name for what has bytes or the reason why there are
/// none.
template <class File, class Load>
auto loaderOf(Load load, void* user) {
    return [load, user](const std::string& name) -> File {
        const char* bytes = nullptr;
        size_t size = 0;
        const bool there = load(name.c_str(), &bytes, &size, user) == 0;
        std::string given = bytes == nullptr ? std::string() : std::string(bytes, size);
        if (there) {
            return {std::move(given)};
        }
        return {{}, given.empty() ? "could not be loaded" : std::move(given)};
    };
}

} // namespace sidetal::capi
