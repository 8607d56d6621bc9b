#include "CApi/Handles.h"

#include "sidetal/Version.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sidetal;
using namespace sidetal::capi;

const RenderOptions& optionsOf(const sidetal_options* options) {
    static const RenderOptions kDefaults;
    return options == nullptr ? kDefaults : options->options;
}

/// A copy that sidetal_free() takes, a NUL byte after its end.
char* copyOut(const std::string& text) {
    char* memory = static_cast<char*>(std::malloc(text.size() + 1));
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    std::memcpy(memory, text.c_str(), text.size() + 1);
    return memory;
}

/// The name of the input that the document was read from.
const char* inputOf(const sidetal_document& document) {
    const DocumentHeader& header = headerOf(document.document);
    const std::size_t own = header.source.source;
    return own < header.sources.size() ? header.sources[own].file.c_str() : nullptr;
}

/// Keeps what callers may ask of a result, and gives what was told.
std::vector<Diagnostic> kept(sidetal_renderer& renderer, RenderResult result) {
    renderer.pages = result.pages;
    renderer.hash = std::move(result.hash);
    return std::move(result.warnings);
}

std::vector<Diagnostic> render(sidetal_renderer& renderer, const sidetal_document* document,
                               const sidetal_options* options, const ByteSink& sink) {
    renderer.pages = 0;
    renderer.hash.clear();
    require(document, "document");
    renderer.input = inputOf(*document);
    return kept(renderer, renderer.renderer.render(document->document, optionsOf(options), sink));
}

const char* nameOr(const char* name) {
    return name == nullptr ? "" : name;
}

/// Gives out the document that `make` makes, and what it tells.
template <class Make>
sidetal_status making(sidetal_renderer* renderer, sidetal_document** out, const char* what,
                      const Make& make) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(renderer, [&] {
        require(out, what);
        Diagnostics diagnostics;
        Document made = make(diagnostics);
        std::vector<Diagnostic> warnings = diagnostics.all();
        *out = new sidetal_document{std::move(made)};
        return warnings;
    });
}

const Diagnostic& messageAt(const sidetal_renderer* renderer, size_t index) {
    static const Diagnostic kNone = [] {
        Diagnostic none;
        none.severity = Severity::Warning;
        return none;
    }();
    return renderer != nullptr && index < renderer->messages.size() ? renderer->messages[index] : kNone;
}

} // namespace

const char* sidetal_version(void) {
    return SIDETAL_VERSION;
}

void sidetal_free(char* memory) {
    std::free(memory);
}

sidetal_renderer* sidetal_renderer_new(void) {
    return sidetal_renderer_new_with_fonts(nullptr, 0);
}

sidetal_renderer* sidetal_renderer_new_with_fonts(const char* const* directories, size_t count) {
    if (count > 0 && (directories == nullptr ||
                      std::find(directories, directories + count, nullptr) != directories + count)) {
        return nullptr;
    }
    try {
        return new sidetal_renderer(std::vector<std::filesystem::path>(directories, directories + count));
    } catch (...) {
        return nullptr;
    }
}

sidetal_status sidetal_renderer_set_own_fonts(sidetal_renderer* renderer, const sidetal_font_file* files,
                                              size_t count) {
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        std::vector<FontFile> given;
        for (std::size_t i = 0; i < count; ++i) {
            require(files, "files");
            require(files[i].name, "name");
            require(files[i].bytes, "bytes");
            given.push_back({files[i].name, std::string(files[i].bytes, files[i].size)});
        }
        OwnFonts fonts(std::move(given));
        renderer->renderer = Renderer(renderer->fontDirectories, fonts);
        renderer->ownFonts = fonts;
        return {};
    });
}

void sidetal_renderer_free(sidetal_renderer* renderer) {
    delete renderer;
}

sidetal_status sidetal_read(sidetal_renderer* renderer, const char* bytes, size_t size, const char* name,
                            sidetal_document** document) {
    return sidetal_read_accepting(renderer, bytes, size, name, nullptr, 0, document);
}

sidetal_status sidetal_read_accepting(sidetal_renderer* renderer, const char* bytes, size_t size,
                                      const char* name, const char* const* keys, size_t count,
                                      sidetal_document** document) {
    return making(renderer, document, "document", [&](Diagnostics& diagnostics) {
        require(bytes, "bytes");
        renderer->input = name;
        ReadOptions options;
        options.quoteClosed = renderer->quoteClosed;
        for (std::size_t i = 0; i < count; ++i) {
            require(keys, "keys");
            require(keys[i], "keys");
            options.acceptedKeys.emplace_back(keys[i]);
        }
        return readDocument({bytes, size}, nameOr(name), diagnostics, options);
    });
}

sidetal_status sidetal_read_supplement(sidetal_renderer* renderer, const char* bytes, size_t size,
                                       const char* name, const sidetal_document* main,
                                       sidetal_document** document) {
    return making(renderer, document, "document", [&](Diagnostics& diagnostics) {
        require(bytes, "bytes");
        require(main, "main");
        renderer->input = name;
        ReadOptions options;
        options.quoteClosed = renderer->quoteClosed;
        Document read =
            readDocument({bytes, size}, nameOr(name), diagnostics, options, headerOf(main->document).sources);
        continueNumbers(read, main->document, diagnostics);
        diagnostics.throwIfErrors();
        return read;
    });
}

sidetal_status sidetal_merge(sidetal_renderer* renderer, const sidetal_document* main,
                             const sidetal_document* const* supplements, size_t count,
                             sidetal_document** merged) {
    return making(renderer, merged, "merged", [&](Diagnostics& diagnostics) {
        require(main, "main");
        std::vector<Document> papers;
        for (std::size_t i = 0; i < count; ++i) {
            require(supplements, "supplements");
            require(supplements[i], "supplements");
            papers.push_back(supplements[i]->document);
        }
        Document out = mergeSupplements(main->document, papers, diagnostics);
        diagnostics.throwIfErrors();
        return out;
    });
}

sidetal_status sidetal_follow_catalogue(sidetal_renderer* renderer, const sidetal_document* document,
                                        const char* bytes, size_t size, const char* name,
                                        sidetal_document** followed) {
    return making(renderer, followed, "followed", [&](Diagnostics& diagnostics) {
        require(document, "document");
        require(bytes, "bytes");
        renderer->input = name;
        const GoalCatalogue catalogue =
            readGoalCatalogue({bytes, size}, nameOr(name), diagnostics, headerOf(document->document).sources);
        return followCatalogue(document->document, catalogue, diagnostics);
    });
}

sidetal_status sidetal_renderer_set_quote_closed(sidetal_renderer* renderer, int quote) {
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        renderer->quoteClosed = quote != 0;
        return {};
    });
}

void sidetal_document_free(sidetal_document* document) {
    delete document;
}

sidetal_options* sidetal_options_new(void) {
    return new (std::nothrow) sidetal_options;
}

void sidetal_options_free(sidetal_options* options) {
    delete options;
}

sidetal_status sidetal_show_style(sidetal_renderer* renderer, const sidetal_options* options,
                                  const char* bytes, size_t size, const char* name, char** text) {
    if (text != nullptr) {
        *text = nullptr;
    }
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        require(name, "name");
        require(text, "text");
        Diagnostics diagnostics;
        *text = copyOut(bytes == nullptr ? showBuiltInStyle(name)
                                         : showStyle({bytes, size}, name, diagnostics,
                                                     options == nullptr ? StyleLoader() : options->styles,
                                                     renderer->ownFonts));
        return diagnostics.all();
    });
}

sidetal_status sidetal_render(sidetal_renderer* renderer, const sidetal_document* document,
                              const sidetal_options* options, sidetal_write write, void* user) {
    return guarded(renderer, [&] {
        renderer->pages = 0;
        if (write == nullptr) {
            throw Error("SID-R028", "argument 'write' is NULL");
        }
        return render(*renderer, document, options, [&](std::string_view bytes) {
            if (write(bytes.data(), bytes.size(), user) != 0) {
                throw Error("SID-R025", "the caller took no more of the file");
            }
        });
    });
}

sidetal_status sidetal_render_to_memory(sidetal_renderer* renderer, const sidetal_document* document,
                                        const sidetal_options* options, char** pdf, size_t* size) {
    if (pdf != nullptr) {
        *pdf = nullptr;
    }
    if (size != nullptr) {
        *size = 0;
    }
    return guarded(renderer, [&] {
        require(pdf, "pdf");
        require(size, "size");
        std::string bytes;
        std::vector<Diagnostic> warnings =
            render(*renderer, document, options, [&](std::string_view part) { bytes.append(part); });
        *pdf = copyOut(bytes);
        *size = bytes.size();
        return warnings;
    });
}

sidetal_status sidetal_check(sidetal_renderer* renderer, const sidetal_document* document,
                             const sidetal_options* options) {
    return guarded(renderer, [&] {
        renderer->pages = 0;
        renderer->hash.clear();
        require(document, "document");
        renderer->input = inputOf(*document);
        return kept(*renderer, renderer->renderer.check(document->document, optionsOf(options)));
    });
}

sidetal_status sidetal_write_json(sidetal_renderer* renderer, const sidetal_document* document, char** json) {
    if (json != nullptr) {
        *json = nullptr;
    }
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        require(document, "document");
        require(json, "json");
        *json = copyOut(writeJson(document->document));
        return {};
    });
}

sidetal_status sidetal_schema(sidetal_renderer* renderer, const char* kind, char** schema) {
    if (schema != nullptr) {
        *schema = nullptr;
    }
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        require(kind, "kind");
        require(schema, "schema");
        *schema = copyOut(jsonSchema(kind));
        return {};
    });
}

const char* sidetal_content_hash(const sidetal_renderer* renderer) {
    return renderer == nullptr ? "" : renderer->hash.c_str();
}

uint32_t sidetal_page_count(const sidetal_renderer* renderer) {
    return renderer == nullptr ? 0 : renderer->pages;
}

size_t sidetal_message_count(const sidetal_renderer* renderer) {
    return renderer == nullptr ? 0 : renderer->messages.size();
}

sidetal_severity sidetal_message_severity(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).severity == Severity::Error ? SIDETAL_SEVERITY_ERROR
                                                                  : SIDETAL_SEVERITY_WARNING;
}

const char* sidetal_message_code(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).code.c_str();
}

const char* sidetal_message_text(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).message.c_str();
}

const char* sidetal_message_file(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).file.c_str();
}

const char* sidetal_message_sheet(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).sheet.c_str();
}

uint32_t sidetal_message_line_number(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).position.line;
}

uint32_t sidetal_message_column(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).position.column;
}

const char* sidetal_message_path(const sidetal_renderer* renderer, size_t index) {
    return messageAt(renderer, index).path.c_str();
}

const char* sidetal_message_line(const sidetal_renderer* renderer, size_t index) {
    return renderer != nullptr && index < renderer->lines.size() ? renderer->lines[index].c_str() : "";
}
