/** \file
 * sidetal's C ABI: documents in, PDFs out, from any language that can call C.
 *
 *     sidetal_renderer* renderer = sidetal_renderer_new();
 *     sidetal_document* document = NULL;
 *     char* pdf = NULL;
 *     size_t size = 0;
 *     sidetal_read(renderer, bytes, length, "agenda.json", &document);
 *     print_messages(renderer);
 *     if (document != NULL) {
 *         sidetal_render_to_memory(renderer, document, NULL, &pdf, &size);
 *         print_messages(renderer);
 *     }
 *     if (pdf != NULL) {
 *         fwrite(pdf, 1, size, stdout);
 *     }
 *     sidetal_free(pdf);
 *     sidetal_document_free(document);
 *     sidetal_renderer_free(renderer);
 *
 * Each call leaves its messages with the renderer, in place of those of the call before:
 *
 *     static void print_messages(const sidetal_renderer* renderer) {
 *         for (size_t i = 0; i < sidetal_message_count(renderer); ++i) {
 *             fprintf(stderr, "%s\n", sidetal_message_line(renderer, i));
 *         }
 *     }
 *
 * All text is UTF-8 and ends with a NUL byte unless a size is given. No exception leaves a function. A
 * renderer, with the documents and options that are given to it, is used by one thread at a time; any number
 * of renderers work side by side. Nothing is printed; the clock, the locale and the environment are not read.
 */
#ifndef SIDETAL_C_SIDETAL_H
#define SIDETAL_C_SIDETAL_H

#include "sidetal/Export.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What came of a call; the same numbers as the program's exit status. */
typedef enum sidetal_status {
    SIDETAL_DONE = 0,
    SIDETAL_FAILED = 2,  /**< nothing was made; the messages say why */
    SIDETAL_WARNINGS = 3 /**< done, and there are warnings */
} sidetal_status;

/** How grave a message is. */
typedef enum sidetal_severity { SIDETAL_SEVERITY_WARNING = 0, SIDETAL_SEVERITY_ERROR = 1 } sidetal_severity;

/** Who a file is for. */
typedef enum sidetal_edition {
    SIDETAL_EDITION_PUBLIC = 0,
    SIDETAL_EDITION_MEMBERS = 1,
    SIDETAL_EDITION_FULL = 2
} sidetal_edition;

/** What becomes of a character that no font has: an error, or U+25A1 with a warning. */
typedef enum sidetal_missing { SIDETAL_MISSING_ERROR = 0, SIDETAL_MISSING_BOX = 1 } sidetal_missing;

/** Renders documents and holds the messages of the last call. */
typedef struct sidetal_renderer sidetal_renderer;
/** A document that was read; never changes. */
typedef struct sidetal_document sidetal_document;
/** How a document is rendered. */
typedef struct sidetal_options sidetal_options;

/** Takes `size` bytes of a file, in their order. Returns 0 to go on; with any other value the call fails
 * (SID-R025). */
typedef int (*sidetal_write)(const char* bytes, size_t size, void* user);

/** Gives the bytes of a picture that a document names: the library opens no file. Returns 0 with `*bytes` and
 * `*size` set to the bytes of a PNG or JPEG file. With any other value there are none; `*bytes` and `*size`
 * may then be the end of a sentence that says why and begins with the picture's name ("does not exist"). What
 * is given must live until the loader is called again, or the call that it was called in returns. */
typedef int (*sidetal_load_picture)(const char* name, const char** bytes, size_t* size, void* user);

/** Gives the bytes of a style file that another one is based on, as a sidetal_load_picture does; `name` is
 * from the folder of the first sheet, with "/" between folders. */
typedef int (*sidetal_load_style)(const char* name, const char** bytes, size_t* size, void* user);

/** The library's version, "0.1.0"; lives as long as the library. */
SIDETAL_API const char* sidetal_version(void);

/** Frees what a function of this header gave out as memory; NULL is allowed. */
SIDETAL_API void sidetal_free(char* memory);

/** A renderer that finds the fonts which were installed with the library; NULL where memory is short or no
 * renderer can be made. */
SIDETAL_API sidetal_renderer* sidetal_renderer_new(void);
/** As sidetal_renderer_new(), with `count` directories that are searched for fonts before the installed ones;
 * NULL where one of them is NULL, too. */
SIDETAL_API sidetal_renderer* sidetal_renderer_new_with_fonts(const char* const* directories, size_t count);
/** A font file of one's own, TrueType or OpenType with CFF outlines; `name` stands in messages. */
typedef struct sidetal_font_file {
    const char* name;
    const char* bytes;
    size_t size;
} sidetal_font_file;
/** Gives the renderer `count` fonts beside those of sidetal, in place of those that it was given before:
 * styles read after that may name their families. What is given is copied. Fails, the fonts as before, with a
 * message of each file that cannot be used (SID-T020 to SID-T024): damaged, of a kind that is not read,
 * forbidden to embed, or with a style of a family that another file has too. */
SIDETAL_API sidetal_status sidetal_renderer_set_own_fonts(sidetal_renderer* renderer,
                                                          const sidetal_font_file* files, size_t count);
/** Ends a renderer; NULL is allowed. */
SIDETAL_API void sidetal_renderer_free(sidetal_renderer* renderer);

/**
 * Reads a document, JSON or XML by content, `size` bytes of UTF-8 (at most 64 MB). `name` stands in messages;
 * NULL for none. `*document` is to be given to sidetal_document_free(); NULL where the call fails.
 */
SIDETAL_API sidetal_status sidetal_read(sidetal_renderer* renderer, const char* bytes, size_t size,
                                        const char* name, sidetal_document** document);
/**
 * As sidetal_read(), but unknown keys called as one of the `count` names in `keys` are warnings, though they
 * may say who sees what (SID-I024).
 */
SIDETAL_API sidetal_status sidetal_read_accepting(sidetal_renderer* renderer, const char* bytes, size_t size,
                                                  const char* name, const char* const* keys, size_t count,
                                                  sidetal_document** document);
/**
 * As sidetal_read(), of a supplement to the agenda `main`, or to the supplement before it: where it does not
 * say itself after which number it goes on, it goes on from there. Fails (SID-E060, SID-E061) where they are
 * not agendas of one meeting (docs/versions.md).
 */
SIDETAL_API sidetal_status sidetal_read_supplement(sidetal_renderer* renderer, const char* bytes, size_t size,
                                                   const char* name, const sidetal_document* main,
                                                   sidetal_document** document);
/**
 * The consolidated agenda: `main` with the items of its `count` supplements, of which each was read by
 * sidetal_read_supplement() with the one before, so that messages name each one's file. `*merged` as
 * `*document` of sidetal_read(). Fails as that.
 */
SIDETAL_API sidetal_status sidetal_merge(sidetal_renderer* renderer, const sidetal_document* main,
                                         const sidetal_document* const* supplements, size_t count,
                                         sidetal_document** merged);
/**
 * A goal matrix with what its version of a catalogue of goals, JSON with comments in `bytes`, says of its
 * goals (docs/goal-matrix.md). `name` stands in messages; NULL for none. `*followed` as `*document` of
 * sidetal_read(). Fails (SID-F080 to SID-F089) where the catalogue is at fault or its version lacks a goal.
 */
SIDETAL_API sidetal_status sidetal_follow_catalogue(sidetal_renderer* renderer,
                                                    const sidetal_document* document, const char* bytes,
                                                    size_t size, const char* name,
                                                    sidetal_document** followed);
/** Whether messages of sidetal_read() quote what is closed: 0, the default, or 1. Who renders for others than
 * the archive leaves it so. */
SIDETAL_API sidetal_status sidetal_renderer_set_quote_closed(sidetal_renderer* renderer, int quote);
/** Ends a document; NULL is allowed. */
SIDETAL_API void sidetal_document_free(sidetal_document* document);

/** The defaults: the public edition, the document's own style, language and date, no embedded data; NULL
 * where memory is short. */
SIDETAL_API sidetal_options* sidetal_options_new(void);
/** Ends options; NULL is allowed. */
SIDETAL_API void sidetal_options_free(sidetal_options* options);
/** Who the file is for, a sidetal_edition. Fails (SID-R028) for a value that is none of them. */
SIDETAL_API sidetal_status sidetal_options_set_edition(sidetal_renderer* renderer, sidetal_options* options,
                                                       int edition);
/** What of closed things the editions show: `size` bytes of a policy (JSON); `name` stands in messages. The
 * style loader gives what it is based on. The strict policy unless given. */
SIDETAL_API sidetal_status sidetal_options_read_policy(sidetal_renderer* renderer, sidetal_options* options,
                                                       const char* bytes, size_t size, const char* name);
/** What a document is looked through by, besides the policy's own rules: `size` bytes of rules of lint
 * (JSON); `name` stands in messages. It is then looked through whatever the edition is. */
SIDETAL_API sidetal_status sidetal_options_read_lint_rules(sidetal_renderer* renderer,
                                                           sidetal_options* options, const char* bytes,
                                                           size_t size, const char* name);
/** Who gets a members' edition, by a name that the paper has: of items at which they were disqualified they
 * get what the public does; "" for any member. */
SIDETAL_API sidetal_status sidetal_options_set_recipient(sidetal_renderer* renderer, sidetal_options* options,
                                                         const char* recipient);
/** Whom the copy is for: named in the foot of each page and in the metadata (docs/batch.md); "" for nobody.
 */
SIDETAL_API sidetal_status sidetal_options_set_copy_for(sidetal_renderer* renderer, sidetal_options* options,
                                                        const char* name);
/** Which goals of a goal matrix are shown, and how: adds a condition or sets an order by its key in a
 * selection and a value as text ("committee", "theme", "status", "owner", "prioritised", "deadlineBefore",
 * "sort", "group"; docs/goal-matrix.md). Fails (SID-F053) for an unknown one. */
SIDETAL_API sidetal_status sidetal_options_select(sidetal_renderer* renderer, sidetal_options* options,
                                                  const char* key, const char* value);
/** Of a goal matrix: the last period, a document that is copied, with which it is compared
 * (docs/follow-up.md); NULL for none. */
SIDETAL_API sidetal_status sidetal_options_set_last_period(sidetal_renderer* renderer,
                                                           sidetal_options* options,
                                                           const sidetal_document* document);
/** The built-in style sheet `style`. Fails (SID-S001) for an unknown name. */
SIDETAL_API sidetal_status sidetal_options_set_style(sidetal_renderer* renderer, sidetal_options* options,
                                                     const char* style);
/** What loads the style files that those of the calls below are based on; NULL, the default, for nothing:
 * such a base is then an error (SID-S021). Called with `user`, which must live as long as the options. */
SIDETAL_API sidetal_status sidetal_options_set_style_loader(sidetal_renderer* renderer,
                                                            sidetal_options* options, sidetal_load_style load,
                                                            void* user);
/** A style sheet of one's own: `size` bytes of JSON; `name` stands in messages. It may name the families of
 * the renderer's own fonts. */
SIDETAL_API sidetal_status sidetal_options_read_style(sidetal_renderer* renderer, sidetal_options* options,
                                                      const char* bytes, size_t size, const char* name);
/** A style sheet whole, as a style file: every key with its value, and behind each as a comment where it
 * comes from. `size` bytes of JSON called `name`, or, where `bytes` is NULL, the built-in sheet `name`.
 * `options`, NULL for none, have the loader of its bases. `*text` as in sidetal_write_json(). */
SIDETAL_API sidetal_status sidetal_show_style(sidetal_renderer* renderer, const sidetal_options* options,
                                              const char* bytes, size_t size, const char* name, char** text);
/** The language of sidetal's own words, BCP 47; "" for the document's own. */
SIDETAL_API sidetal_status sidetal_options_set_language(sidetal_renderer* renderer, sidetal_options* options,
                                                        const char* language);
/** What becomes of a character that no font has, a sidetal_missing. Fails (SID-R028) for a value that is none
 * of them. */
SIDETAL_API sidetal_status sidetal_options_set_missing(sidetal_renderer* renderer, sidetal_options* options,
                                                       int missing);
/** The date in the file's metadata, ISO 8601: "2021-10-26" or "2021-10-26T15:00:00Z". Fails (SID-R021) where
 * it is malformed. */
SIDETAL_API sidetal_status sidetal_options_set_date(sidetal_renderer* renderer, sidetal_options* options,
                                                    const char* date);
/** Whether the data are embedded (PDF/A-3a instead of 2a): 0 or 1. */
SIDETAL_API sidetal_status sidetal_options_set_embed_data(sidetal_renderer* renderer,
                                                          sidetal_options* options, int embed);

/** Whether long documents may be compressed by a second thread, which ends before the call does: 0 or 1, the
 * default. The bytes are the same. */
SIDETAL_API sidetal_status sidetal_options_set_helper_thread(sidetal_renderer* renderer,
                                                             sidetal_options* options, int allowed);
/** The items to print, with their sub-items; all unless set. By `items`, numbers as they are printed
 * ("4, 7-9"), by `case_number`, or by a `committee` that decided on them; NULL or "" for none: what any of
 * them asks for. Rendering fails (SID-E050 to E053) for what is not there. */
SIDETAL_API sidetal_status sidetal_options_set_excerpt(sidetal_renderer* renderer, sidetal_options* options,
                                                       const char* items, const char* case_number,
                                                       const char* committee);
/** The version that documents correct, which is copied; NULL, the default, for none: what differs is told on
 * their first pages. */
SIDETAL_API sidetal_status sidetal_options_set_corrects(sidetal_renderer* renderer, sidetal_options* options,
                                                        const sidetal_document* before);
/** Whether sidetal_content_hash() is found: 0, the default, or 1. */
SIDETAL_API sidetal_status sidetal_options_set_hash(sidetal_renderer* renderer, sidetal_options* options,
                                                    int hash);
/** What loads the pictures that documents name by their files; NULL, the default, for nothing: such a picture
 * is then an error (SID-G001). Called with `user`, which must live as long as the options. */
SIDETAL_API sidetal_status sidetal_options_set_picture_loader(sidetal_renderer* renderer,
                                                              sidetal_options* options,
                                                              sidetal_load_picture load, void* user);

/** Renders to `write`, which gets nothing where the document is at fault. `options` may be NULL for the
 * defaults. */
SIDETAL_API sidetal_status sidetal_render(sidetal_renderer* renderer, const sidetal_document* document,
                                          const sidetal_options* options, sidetal_write write, void* user);
/** Renders to memory: `*pdf`, `*size` bytes, is to be given to sidetal_free(); NULL and 0 where the call
 * fails. */
SIDETAL_API sidetal_status sidetal_render_to_memory(sidetal_renderer* renderer,
                                                    const sidetal_document* document,
                                                    const sidetal_options* options, char** pdf, size_t* size);
/** Finds everything that rendering would find, without a file. */
SIDETAL_API sidetal_status sidetal_check(sidetal_renderer* renderer, const sidetal_document* document,
                                         const sidetal_options* options);
/** The document as canonical JSON, NUL at its end; `*json` is to be given to sidetal_free(); NULL where the
 * call fails. */
SIDETAL_API sidetal_status sidetal_write_json(sidetal_renderer* renderer, const sidetal_document* document,
                                              char** json);
/** The JSON Schema of "agenda", "goal-matrix", "minutes", "policy", "style" or "lint"; as
 * sidetal_write_json(). Fails (SID-R001) for another kind. */
SIDETAL_API sidetal_status sidetal_schema(sidetal_renderer* renderer, const char* kind, char** schema);

/** How many pages the last call of sidetal_render(), sidetal_render_to_memory() or sidetal_check() made; 0
 * where it failed. */
SIDETAL_API uint32_t sidetal_page_count(const sidetal_renderer* renderer);
/** SHA-256 of what the last document shows, as canonical JSON, in hexadecimal; "" where it was not asked for.
 * Until the next call. */
SIDETAL_API const char* sidetal_content_hash(const sidetal_renderer* renderer);

/*
 * The messages of the last call with this renderer, in the order in which they were found. All texts live
 * until the next call. An index past the end gives a warning without words.
 */
SIDETAL_API size_t sidetal_message_count(const sidetal_renderer* renderer);
SIDETAL_API sidetal_severity sidetal_message_severity(const sidetal_renderer* renderer, size_t index);
/** "SID-I012" (docs/diagnostics.md). */
SIDETAL_API const char* sidetal_message_code(const sidetal_renderer* renderer, size_t index);
/** The words alone: "missing". */
SIDETAL_API const char* sidetal_message_text(const sidetal_renderer* renderer, size_t index);
/** The input's name: that which was given to sidetal_read(), or to sidetal_options_read_style() where it is
 * the style's fault; "" where the message is about no input. */
SIDETAL_API const char* sidetal_message_file(const sidetal_renderer* renderer, size_t index);
/** The sheet where the input is a spreadsheet: then line and column are a cell's row and column; else "". */
SIDETAL_API const char* sidetal_message_sheet(const sidetal_renderer* renderer, size_t index);
/** Counts from 1; 0 where no place is known. */
SIDETAL_API uint32_t sidetal_message_line_number(const sidetal_renderer* renderer, size_t index);
/** Counts code points from 1; 0 where no place is known. */
SIDETAL_API uint32_t sidetal_message_column(const sidetal_renderer* renderer, size_t index);
/** Where in the document: "items[2].title"; "" where there is no such place. */
SIDETAL_API const char* sidetal_message_path(const sidetal_renderer* renderer, size_t index);
/** All of it as one line, further lines for notes: "agenda.json:41:22: error: items[2].title: missing
 * [SID-I012]". */
SIDETAL_API const char* sidetal_message_line(const sidetal_renderer* renderer, size_t index);

#ifdef __cplusplus
}
#endif

#endif
