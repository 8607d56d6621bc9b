#include "CApi/Handles.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace sidetal;
using namespace sidetal::capi;

/// Runs `change`, which sets something of the options.
template <class Change>
sidetal_status changed(sidetal_renderer* renderer, const sidetal_options* options, const Change& change) {
    return guarded(renderer, [&]() -> std::vector<Diagnostic> {
        require(options, "options");
        change();
        return {};
    });
}

/// Runs `read` with the bytes of a file, its name and where to tell what is found.
template <class Read>
sidetal_status readFrom(sidetal_renderer* renderer, const sidetal_options* options, const char* bytes,
                        size_t size, const char* name, const Read& read) {
    return guarded(renderer, [&] {
        require(options, "options");
        require(bytes, "bytes");
        renderer->input = name;
        Diagnostics diagnostics;
        read(std::string_view(bytes, size), name == nullptr ? "" : name, diagnostics);
        return diagnostics.all();
    });
}

static_assert(static_cast<int>(Edition::Public) == SIDETAL_EDITION_PUBLIC &&
              static_cast<int>(Edition::Members) == SIDETAL_EDITION_MEMBERS &&
              static_cast<int>(Edition::Full) == SIDETAL_EDITION_FULL);
static_assert(static_cast<int>(MissingCharacters::Error) == SIDETAL_MISSING_ERROR &&
              static_cast<int>(MissingCharacters::Box) == SIDETAL_MISSING_BOX);

} // namespace

sidetal_status sidetal_options_set_edition(sidetal_renderer* renderer, sidetal_options* options,
                                           int edition) {
    return changed(renderer, options, [&] {
        if (edition < SIDETAL_EDITION_PUBLIC || edition > SIDETAL_EDITION_FULL) {
            throw Error("SID-R028",
                        "edition: unknown value '" + std::to_string(edition) + "', expected 0, 1 or 2");
        }
        options->options.edition = static_cast<Edition>(edition);
    });
}

sidetal_status sidetal_options_read_policy(sidetal_renderer* renderer, sidetal_options* options,
                                           const char* bytes, size_t size, const char* name) {
    return readFrom(renderer, options, bytes, size, name,
                    [&](std::string_view text, const char* file, Diagnostics& diagnostics) {
                        options->options.policy = readEditionPolicy(text, file, diagnostics, options->styles);
                    });
}

sidetal_status sidetal_options_read_lint_rules(sidetal_renderer* renderer, sidetal_options* options,
                                               const char* bytes, size_t size, const char* name) {
    return readFrom(renderer, options, bytes, size, name,
                    [&](std::string_view text, const char* file, Diagnostics& diagnostics) {
                        options->options.lintRules = readLintRules(text, file, diagnostics);
                        options->options.lint = LintWhen::Always;
                    });
}

sidetal_status sidetal_options_set_recipient(sidetal_renderer* renderer, sidetal_options* options,
                                             const char* recipient) {
    return changed(renderer, options, [&] {
        require(recipient, "recipient");
        options->options.recipient = recipient;
    });
}

sidetal_status sidetal_options_set_copy_for(sidetal_renderer* renderer, sidetal_options* options,
                                            const char* name) {
    return changed(renderer, options, [&] {
        require(name, "name");
        options->options.copyFor = name;
    });
}

sidetal_status sidetal_options_select(sidetal_renderer* renderer, sidetal_options* options, const char* key,
                                      const char* value) {
    return changed(renderer, options, [&] {
        require(key, "key");
        require(value, "value");
        addToSelection(options->options.selection, key, value);
    });
}

sidetal_status sidetal_options_set_last_period(sidetal_renderer* renderer, sidetal_options* options,
                                               const sidetal_document* document) {
    return changed(renderer, options, [&] {
        options->options.lastPeriod =
            document == nullptr ? nullptr : std::make_shared<const Document>(document->document);
    });
}

sidetal_status sidetal_options_set_style(sidetal_renderer* renderer, sidetal_options* options,
                                         const char* style) {
    return changed(renderer, options, [&] {
        require(style, "style");
        options->options.style = builtInStyle(style);
    });
}

sidetal_status sidetal_options_set_style_loader(sidetal_renderer* renderer, sidetal_options* options,
                                                sidetal_load_style load, void* user) {
    return changed(renderer, options, [&] {
        options->styles = load == nullptr ? StyleLoader() : loaderOf<StyleFile>(load, user);
    });
}

sidetal_status sidetal_options_read_style(sidetal_renderer* renderer, sidetal_options* options,
                                          const char* bytes, size_t size, const char* name) {
    return readFrom(renderer, options, bytes, size, name,
                    [&](std::string_view text, const char* file, Diagnostics& diagnostics) {
                        options->options.style =
                            readStyleSheet(text, file, diagnostics, options->styles, renderer->ownFonts);
                    });
}

sidetal_status sidetal_options_set_language(sidetal_renderer* renderer, sidetal_options* options,
                                            const char* language) {
    return changed(renderer, options, [&] {
        require(language, "language");
        options->options.language = language;
    });
}

sidetal_status sidetal_options_set_missing(sidetal_renderer* renderer, sidetal_options* options,
                                           int missing) {
    return changed(renderer, options, [&] {
        if (missing != SIDETAL_MISSING_ERROR && missing != SIDETAL_MISSING_BOX) {
            throw Error("SID-R028",
                        "missing: unknown value '" + std::to_string(missing) + "', expected 0 or 1");
        }
        options->options.missing = static_cast<MissingCharacters>(missing);
    });
}

sidetal_status sidetal_options_set_date(sidetal_renderer* renderer, sidetal_options* options,
                                        const char* date) {
    return changed(renderer, options, [&] {
        require(date, "date");
        const std::optional<DateTime> parsed = parseDateTime(date);
        if (!parsed) {
            throw Error("SID-R021", std::string("'") + date +
                                        "' is no date, expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
        }
        options->options.date = parsed;
    });
}

sidetal_status sidetal_options_set_excerpt(sidetal_renderer* renderer, sidetal_options* options,
                                           const char* items, const char* case_number,
                                           const char* committee) {
    return changed(renderer, options, [&] {
        const auto listOf = [](const char* text) {
            return text == nullptr || *text == '\0' ? std::vector<std::string>()
                                                    : std::vector<std::string>{text};
        };
        options->options.excerpt = {items == nullptr ? "" : items, listOf(case_number), listOf(committee)};
    });
}

sidetal_status sidetal_options_set_corrects(sidetal_renderer* renderer, sidetal_options* options,
                                            const sidetal_document* before) {
    return changed(renderer, options, [&] {
        options->options.corrects =
            before == nullptr ? nullptr : std::make_shared<const Document>(before->document);
    });
}

sidetal_status sidetal_options_set_hash(sidetal_renderer* renderer, sidetal_options* options, int hash) {
    return changed(renderer, options, [&] { options->options.hash = hash != 0; });
}

sidetal_status sidetal_options_set_embed_data(sidetal_renderer* renderer, sidetal_options* options,
                                              int embed) {
    return changed(renderer, options, [&] { options->options.embedData = embed != 0; });
}

sidetal_status sidetal_options_set_helper_thread(sidetal_renderer* renderer, sidetal_options* options,
                                                 int allowed) {
    return changed(renderer, options, [&] { options->options.helperThread = allowed != 0; });
}

sidetal_status sidetal_options_set_picture_loader(sidetal_renderer* renderer, sidetal_options* options,
                                                  sidetal_load_picture load, void* user) {
    return changed(renderer, options, [&] {
        options->options.pictures = load == nullptr ? PictureLoader() : loaderOf<PictureFile>(load, user);
    });
}
