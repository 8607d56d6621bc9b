/** \file
 * sidetal's C ABI of batches, in libsidetal-batch: the files of a job into a folder with a journal, in which
 * nothing is lost.
 *
 *     sidetal_batch* batch = sidetal_batch_new();
 *     sidetal_batch_set_threads(batch, 4);
 *     sidetal_batch_set_resume(batch, 1);
 *     sidetal_batch_set_listener(batch, print_event, NULL);
 *     sidetal_batch_status status = sidetal_batch_run(batch, "job.json", "out");
 *     for (size_t i = 0; i < sidetal_batch_message_count(batch); ++i) {
 *         fprintf(stderr, "%s\n", sidetal_batch_message_line(batch, i));
 *     }
 *     sidetal_batch_free(batch);
 *
 * All text is UTF-8 and ends with a NUL byte unless a size is given. No exception leaves a function. Each
 * call that gives a status leaves its messages with the batch, in place of those of the call before. A batch
 * is used by one thread at a time, but for sidetal_batch_request_stop(). Nothing is printed; the clock, the
 * locale and the environment are not read. Of the inputs spreadsheets are not read: they fail alone.
 */
#ifndef SIDETAL_C_BATCH_H
#define SIDETAL_C_BATCH_H

#include "sidetal/Export.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What came of a call; the same numbers as the program's exit status. */
typedef enum sidetal_batch_status {
    SIDETAL_BATCH_DONE = 0,
    SIDETAL_BATCH_FAILED = 2,   /**< a document failed, or the batch ended: then the messages say why */
    SIDETAL_BATCH_WARNINGS = 3, /**< done, and there are warnings */
    SIDETAL_BATCH_STOPPED = 130 /**< on request; sidetal_batch_set_resume() lets another one go on */
} sidetal_batch_status;

/** What is promised of a file that the journal has. */
typedef enum sidetal_batch_durability {
    SIDETAL_BATCH_DURABILITY_NONE = 0, /**< it is whole whatever happens to the process */
    SIDETAL_BATCH_DURABILITY_GROUP =
        1, /**< and outlives the machine's end: many are put on the disk at a time */
    SIDETAL_BATCH_DURABILITY_EACH = 2 /**< the same, one at a time */
} sidetal_batch_durability;

/** How far a batch is. */
typedef struct sidetal_batch_progress {
    uint64_t planned;
    uint64_t made;
    uint64_t kept; /**< there already, up to date */
    uint64_t failed;
    uint64_t warnings;
    uint64_t pages; /**< of those that were made */
} sidetal_batch_progress;

typedef enum sidetal_batch_event_kind {
    SIDETAL_BATCH_EVENT_MADE = 0,
    SIDETAL_BATCH_EVENT_KEPT = 1,
    SIDETAL_BATCH_EVENT_FAILED = 2
} sidetal_batch_event_kind;

/** What came of a file. All that is pointed to lives until the listener returns. Later versions may have more
 * members behind these. */
typedef struct sidetal_batch_event {
    int kind;          /**< a sidetal_batch_event_kind */
    const char* input; /**< the input's file */
    const char* name;  /**< the file's; "" where it never had one */
    /** What was found, each as one line, further lines for notes; of several files of one input what reading
     * it found is told once. */
    const char* const* messages;
    size_t message_count;
    const sidetal_batch_progress* progress;
    const char* copy_for; /**< for whom the file is a named copy; "" where it is nobody's */
} sidetal_batch_event;

/** Is told of each file, by any thread, one at a time. Returns 0 to go on; with any other value no further
 * file is begun. */
typedef int (*sidetal_batch_listener)(const sidetal_batch_event* event, void* user);

/** Seconds since 1970. Called by any thread. */
typedef int64_t (*sidetal_batch_clock)(void* user);

/** A font file of one's own, TrueType or OpenType with CFF outlines; `name` stands in messages. */
typedef struct sidetal_batch_font {
    const char* name;
    const char* bytes;
    size_t size;
} sidetal_batch_font;

/** How the documents of a job become one file; all zero, but for `size`: one PDF, without blank pages. */
typedef struct sidetal_batch_join_options {
    size_t size; /**< sizeof(sidetal_batch_join_options): later versions may have more members */
    int duplex;  /**< 1: blank pages let each document begin on a front page, printed on both sides; or 0 */
    int separators;       /**< 1: a sheet before each document names it; or 0 */
    int leave_out_failed; /**< 1: documents that fail are left out; 0: then nothing is joined */
    uint32_t most_pages;  /**< of a part; no document is divided; 0: all is one part */
    const char* title;    /**< of the file; NULL: what its documents have in common */
} sidetal_batch_join_options;

/** Takes the next bytes of a part; parts are counted from 1 and follow each other. Returns 0 to go on; with
 * any other value joining ends. */
typedef int (*sidetal_batch_part_sink)(uint32_t part, const char* bytes, size_t size, void* user);

/** A batch that is to be run. */
typedef struct sidetal_batch sidetal_batch;

/** A batch with the fonts that were installed with the library, of one thread and one part, that makes all
 * anew; NULL where memory is short. */
SIDETAL_API sidetal_batch* sidetal_batch_new(void);
/** The same, with `count` directories that are searched for fonts before the installed ones; NULL where one
 * of them is NULL, too. */
SIDETAL_API sidetal_batch* sidetal_batch_new_with_fonts(const char* const* directories, size_t count);
/** Ends a batch that does not run; NULL is allowed. */
SIDETAL_API void sidetal_batch_free(sidetal_batch* batch);

/** Gives it `count` fonts beside those of sidetal, in place of those before: styles may name their families.
 * What is given is copied. Fails, the fonts as before, for files that cannot be used (SID-T020 to SID-T024).
 */
SIDETAL_API sidetal_batch_status sidetal_batch_set_own_fonts(sidetal_batch* batch,
                                                             const sidetal_batch_font* fonts, size_t count);
/** How many threads render, 1 to 1024; 1 unless set. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_threads(sidetal_batch* batch, uint32_t threads);
/** Part `number` of `of`, counted from 1, by the files' names: for several machines. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_shard(sidetal_batch* batch, uint32_t number, uint32_t of);
/** A sidetal_batch_durability; by groups unless set. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_durability(sidetal_batch* batch, int durability);
/** Whether what is there and up to date is kept: 0 or 1. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_resume(sidetal_batch* batch, int resume);
/** Whether another batch in the folder is waited for: 0, it is then an error (SID-B021), or 1. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_wait(sidetal_batch* batch, int wait);
/** Whether documents with warnings fail: 0 or 1. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_warnings_are_errors(sidetal_batch* batch, int errors);
/** After how many failures no further file is begun; 0, unless set: after any number. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_most_failures(sidetal_batch* batch, uint64_t failures);
/** A key that is unknown and passed over, though it may say who sees what (SID-I024); once more for each. */
SIDETAL_API sidetal_batch_status sidetal_batch_accept_unknown_key(sidetal_batch* batch, const char* key);
/** Who this is, for others that find the folder in use: "process 17 on printer". */
SIDETAL_API sidetal_batch_status sidetal_batch_set_holder(sidetal_batch* batch, const char* holder);
/** The date of files whose document and job say none, ISO 8601. Fails (SID-R021) where it is malformed. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_date(sidetal_batch* batch, const char* date);
/** What tells the time, for the journal alone; NULL, unless set: it says 1970. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_clock(sidetal_batch* batch, sidetal_batch_clock clock,
                                                         void* user);
/** Who is told of each file; NULL for nobody. */
SIDETAL_API sidetal_batch_status sidetal_batch_set_listener(sidetal_batch* batch,
                                                            sidetal_batch_listener listener, void* user);

/** Makes the files of the job `job_file` into `folder`, which is made where it is missing (docs/batch.md).
 * What documents say is told to the listener; the messages are those of the job and the folder. May be called
 * again. */
SIDETAL_API sidetal_batch_status sidetal_batch_run(sidetal_batch* batch, const char* job_file,
                                                   const char* folder);
/** Makes the documents of the job `job_file` into one PDF, or parts of one, for paper: copies of a recipient
 * stand together (docs/batch.md, "On paper"). `options`: NULL is all zero. Nothing is read or
 * kept of a folder; threads, durability and resuming count for nothing. What `sink` was given is a
 * whole file where the status is SIDETAL_BATCH_DONE or SIDETAL_BATCH_WARNINGS, or SIDETAL_BATCH_FAILED
 * without a message: documents failed, which were told to the listener, and were left out. SID-B042: nothing
 * was joined, as documents failed or there are none; SID-R018: the sink ended it. */
SIDETAL_API sidetal_batch_status sidetal_batch_join(sidetal_batch* batch, const char* job_file,
                                                    const sidetal_batch_join_options* options,
                                                    sidetal_batch_part_sink sink, void* user);
/** Lets the running batch, or else the next one, end: what is being made is finished. From any thread; NULL
 * is allowed. What was stopped so runs no more. */
SIDETAL_API void sidetal_batch_request_stop(sidetal_batch* batch);

/** How far the last run came; lives until the next one, or the batch's end. */
SIDETAL_API const sidetal_batch_progress* sidetal_batch_last_progress(const sidetal_batch* batch);

/* The messages of the last call. All texts live until the next one; an index past the end gives "". */
SIDETAL_API size_t sidetal_batch_message_count(const sidetal_batch* batch);
/** 1 for an error, 0 for a warning. */
SIDETAL_API int sidetal_batch_message_is_error(const sidetal_batch* batch, size_t index);
/** "SID-B010" (docs/diagnostics.md). */
SIDETAL_API const char* sidetal_batch_message_code(const sidetal_batch* batch, size_t index);
/** All of it as one line, further lines for notes. */
SIDETAL_API const char* sidetal_batch_message_line(const sidetal_batch* batch, size_t index);

#ifdef __cplusplus
}
#endif

#endif
