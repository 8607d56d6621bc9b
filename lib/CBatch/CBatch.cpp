#include "sidetal-c/batch.h"

#include "sidetal/Batch/BatchFolder.h"
#include "sidetal/Batch/BatchJoin.h"
#include "sidetal/Batch/FileHost.h"
#include "sidetal/Report.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What is behind the handle: C sees a pointer to an incomplete type only.
struct sidetal_batch {
    std::vector<std::filesystem::path> fontDirectories;
    sidetal::OwnFonts fonts;
    sidetal::BatchFolderOptions folder;
    sidetal::BatchOptions options;
    sidetal::BatchHost host = sidetal::fileBatchHost();
    sidetal_batch_listener listener = nullptr;
    void* listenerUser = nullptr;
    sidetal::BatchStop stop;
    sidetal_batch_progress progress{};
    std::vector<sidetal::Diagnostic> messages;
    std::vector<std::string> lines; ///< the messages in their one-line form
};

namespace {

using namespace sidetal;

static_assert(static_cast<int>(BatchDurability::None) == SIDETAL_BATCH_DURABILITY_NONE &&
              static_cast<int>(BatchDurability::Group) == SIDETAL_BATCH_DURABILITY_GROUP &&
              static_cast<int>(BatchDurability::Each) == SIDETAL_BATCH_DURABILITY_EACH);
static_assert(static_cast<int>(BatchEvent::Kind::Made) == SIDETAL_BATCH_EVENT_MADE &&
              static_cast<int>(BatchEvent::Kind::Skipped) == SIDETAL_BATCH_EVENT_KEPT &&
              static_cast<int>(BatchEvent::Kind::Failed) == SIDETAL_BATCH_EVENT_FAILED);

constexpr std::uint32_t kMostThreads = 1024;
constexpr std::uint32_t kMostShards = 100'000;

void setMessages(sidetal_batch& batch, std::vector<Diagnostic> messages) {
    batch.lines.clear();
    for (const Diagnostic& message : messages) {
        batch.lines.push_back(format(message));
    }
    batch.messages = std::move(messages);
}

/// Keeps an error that has no diagnostics of its own; without memory even for that, the status must do.
void setFailure(sidetal_batch& batch, const char* code, const char* message) noexcept {
    try {
        Diagnostic failure;
        failure.code = code;
        failure.message = message;
        setMessages(batch, {std::move(failure)});
    } catch (...) {
        batch.messages.clear();
        batch.lines.clear();
    }
}

/// Runs `work`, which returns a status, and keeps what it throws: no exception crosses into C.
template <class Work>
sidetal_batch_status guardedBatch(sidetal_batch* batch, Work work) noexcept {
    if (batch == nullptr) {
        return SIDETAL_BATCH_FAILED;
    }
    batch->messages.clear();
    batch->lines.clear();
    try {
        return work();
    } catch (const Error& error) {
        try {
            setMessages(*batch, error.diagnostics());
        } catch (...) {
            setFailure(*batch, "SID-R026", "out of memory");
        }
    } catch (const std::bad_alloc&) {
        setFailure(*batch, "SID-R026", "out of memory");
    } catch (const std::exception& error) {
        setFailure(*batch, "SID-R027", error.what());
    } catch (...) {
        setFailure(*batch, "SID-R027", "internal error");
    }
    return SIDETAL_BATCH_FAILED;
}

/// Runs `change`, which sets something of the batch.
template <class Change>
sidetal_batch_status changed(sidetal_batch* batch, Change change) noexcept {
    return guardedBatch(batch, [&] {
        change();
        return SIDETAL_BATCH_DONE;
    });
}

void requireArgument(const void* argument, const char* name) {
    if (argument == nullptr) {
        throw Error("SID-R028", std::string("argument '") + name + "' is NULL");
    }
}

void requireThat(bool holds, const char* name, std::uint64_t value, const char* expected) {
    if (!holds) {
        throw Error("SID-R028", std::string(name) + ": unknown value '" + std::to_string(value) +
                                    "', expected " + expected);
    }
}

sidetal_batch_progress progressOf(const BatchProgress& progress) {
    return {progress.planned, progress.made,     progress.skipped,
            progress.failed,  progress.warnings, progress.pages};
}

/// Tells the listener of an event; its answer.
int tell(const sidetal_batch& batch, const BatchEvent& event) {
    std::vector<std::string> lines;
    std::vector<const char*> pointers;
    for (const Diagnostic& message : event.messages) {
        lines.push_back(format(message));
    }
    for (const std::string& line : lines) {
        pointers.push_back(line.c_str());
    }
    const std::string input(event.input);
    const std::string name(event.name);
    const std::string copyFor(event.copyFor);
    const sidetal_batch_progress progress = progressOf(event.progress);
    const sidetal_batch_event told = {static_cast<int>(event.kind),
                                      input.c_str(),
                                      name.c_str(),
                                      pointers.data(),
                                      pointers.size(),
                                      &progress,
                                      copyFor.c_str()};
    return batch.listener(&told, batch.listenerUser);
}

BatchPlan planOf(sidetal_batch& batch, const std::string& jobFile, Diagnostics& diagnostics) {
    batch.progress = {};
    const BatchJob job = readBatchJob(batch.host.read(jobFile), jobFile, diagnostics);
    BatchPlan plan = planBatch(job, batch.host, batch.fonts, batch.options.threads, diagnostics);
    keepShard(plan, batch.folder.shard);
    return plan;
}

/// Those of a run, with the listener and what stops it.
BatchOptions optionsOf(sidetal_batch& batch) {
    BatchOptions out = batch.options;
    out.stop = &batch.stop;
    if (batch.listener != nullptr) {
        out.told = [&batch](const BatchEvent& event) {
            if (tell(batch, event) != 0) {
                batch.stop.request();
            }
        };
    }
    return out;
}

sidetal_batch_status ended(sidetal_batch& batch, const BatchOutcome& outcome) {
    batch.progress = progressOf(outcome.progress);
    if (outcome.stopped && batch.stop.requested()) {
        return SIDETAL_BATCH_STOPPED;
    }
    if (outcome.progress.failed != 0) {
        return SIDETAL_BATCH_FAILED;
    }
    return outcome.progress.warnings != 0 || !batch.messages.empty() ? SIDETAL_BATCH_WARNINGS
                                                                     : SIDETAL_BATCH_DONE;
}

sidetal_batch_status run(sidetal_batch& batch, const std::string& jobFile, const std::string& folderName) {
    Diagnostics diagnostics;
    const BatchPlan plan = planOf(batch, jobFile, diagnostics);
    BatchFolderOptions folderOptions = batch.folder;
    folderOptions.folder = folderName;
    folderOptions.now = batch.host.now;
    BatchFolder folder(folderOptions, diagnostics);
    setMessages(batch, diagnostics.all());
    const Renderer renderer(batch.fontDirectories, batch.fonts);
    folder.start(plan);
    const BatchOutcome outcome = runBatch(plan, renderer, batch.host, folder, optionsOf(batch));
    folder.finish(outcome);
    return ended(batch, outcome);
}

BatchJoinOptions joinOptionsOf(const sidetal_batch_join_options* asked) {
    BatchJoinOptions out;
    if (asked == nullptr) {
        return out;
    }
    requireThat(asked->size >= sizeof *asked, "options->size", asked->size,
                "sizeof(sidetal_batch_join_options)");
    out.join.duplex = asked->duplex != 0;
    out.join.separators = asked->separators != 0;
    out.join.mostPages = asked->most_pages;
    out.join.title = asked->title == nullptr ? "" : asked->title;
    out.leaveOutFailed = asked->leave_out_failed != 0;
    return out;
}

sidetal_batch_status join(sidetal_batch& batch, const std::string& jobFile, const BatchJoinOptions& how,
                          sidetal_batch_part_sink sink, void* user) {
    Diagnostics diagnostics;
    BatchPlan plan = planOf(batch, jobFile, diagnostics);
    groupByRecipient(plan);
    setMessages(batch, diagnostics.all());
    const auto open = [sink, user](std::uint32_t part) -> ByteSink {
        return [sink, user, part](std::string_view bytes) {
            if (sink(part, bytes.data(), bytes.size(), user) != 0) {
                throw Error("SID-R018", "the joined file could not be written: its sink refused the bytes");
            }
        };
    };
    const Renderer renderer(batch.fontDirectories, batch.fonts);
    const BatchJoinOutcome outcome = joinBatch(plan, renderer, batch.host, open, how, optionsOf(batch));
    const sidetal_batch_status status = ended(batch, outcome.batch);
    if (status != SIDETAL_BATCH_STOPPED && !outcome.isWhole) {
        throw Error("SID-B042", plan.tasks.empty() ? "nothing was joined: there is no document"
                                                   : "nothing was joined: a document failed");
    }
    return status;
}

} // namespace

sidetal_batch* sidetal_batch_new(void) {
    return sidetal_batch_new_with_fonts(nullptr, 0);
}

sidetal_batch* sidetal_batch_new_with_fonts(const char* const* directories, size_t count) {
    if (count > 0 && (directories == nullptr ||
                      std::find(directories, directories + count, nullptr) != directories + count)) {
        return nullptr;
    }
    try {
        auto batch = std::make_unique<sidetal_batch>();
        batch->fontDirectories.assign(directories, directories + count);
        return batch.release();
    } catch (...) {
        return nullptr;
    }
}

void sidetal_batch_free(sidetal_batch* batch) {
    delete batch;
}

sidetal_batch_status sidetal_batch_set_own_fonts(sidetal_batch* batch, const sidetal_batch_font* fonts,
                                                 size_t count) {
    return changed(batch, [&] {
        std::vector<FontFile> given;
        for (std::size_t i = 0; i < count; ++i) {
            requireArgument(fonts, "fonts");
            requireArgument(fonts[i].name, "name");
            requireArgument(fonts[i].bytes, "bytes");
            given.push_back({fonts[i].name, std::string(fonts[i].bytes, fonts[i].size)});
        }
        batch->fonts = OwnFonts(std::move(given));
    });
}

sidetal_batch_status sidetal_batch_set_threads(sidetal_batch* batch, uint32_t threads) {
    return changed(batch, [&] {
        requireThat(threads >= 1 && threads <= kMostThreads, "threads", threads, "1 to 1024");
        batch->options.threads = threads;
    });
}

sidetal_batch_status sidetal_batch_set_shard(sidetal_batch* batch, uint32_t number, uint32_t of) {
    return changed(batch, [&] {
        requireThat(of >= 1 && of <= kMostShards, "of", of, "1 to 100000");
        requireThat(number >= 1 && number <= of, "number", number, "1 to 'of'");
        batch->folder.shard = {number, of};
    });
}

sidetal_batch_status sidetal_batch_set_durability(sidetal_batch* batch, int durability) {
    return changed(batch, [&] {
        requireThat(durability >= SIDETAL_BATCH_DURABILITY_NONE &&
                        durability <= SIDETAL_BATCH_DURABILITY_EACH,
                    "durability", static_cast<std::uint64_t>(durability), "0, 1 or 2");
        batch->folder.durability = static_cast<BatchDurability>(durability);
    });
}

sidetal_batch_status sidetal_batch_set_resume(sidetal_batch* batch, int resume) {
    return changed(batch, [&] { batch->folder.resume = resume != 0; });
}

sidetal_batch_status sidetal_batch_set_wait(sidetal_batch* batch, int wait) {
    return changed(batch, [&] { batch->folder.wait = wait != 0; });
}

sidetal_batch_status sidetal_batch_set_warnings_are_errors(sidetal_batch* batch, int errors) {
    return changed(batch, [&] { batch->options.warningsAreErrors = errors != 0; });
}

sidetal_batch_status sidetal_batch_set_most_failures(sidetal_batch* batch, uint64_t failures) {
    return changed(batch, [&] { batch->options.mostFailures = failures; });
}

sidetal_batch_status sidetal_batch_accept_unknown_key(sidetal_batch* batch, const char* key) {
    return changed(batch, [&] {
        requireArgument(key, "key");
        batch->options.acceptedKeys.emplace_back(key);
    });
}

sidetal_batch_status sidetal_batch_set_holder(sidetal_batch* batch, const char* holder) {
    return changed(batch, [&] {
        requireArgument(holder, "holder");
        batch->folder.holder = holder;
    });
}

sidetal_batch_status sidetal_batch_set_date(sidetal_batch* batch, const char* date) {
    return changed(batch, [&] {
        requireArgument(date, "date");
        const std::optional<DateTime> parsed = parseDateTime(date);
        if (!parsed) {
            throw Error("SID-R021", std::string("'") + date +
                                        "' is no date, expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
        }
        batch->host.date = parsed;
    });
}

sidetal_batch_status sidetal_batch_set_clock(sidetal_batch* batch, sidetal_batch_clock clock, void* user) {
    return changed(batch, [&] {
        batch->host.now =
            clock == nullptr ? std::function<std::int64_t()>() : [clock, user] { return clock(user); };
    });
}

sidetal_batch_status sidetal_batch_set_listener(sidetal_batch* batch, sidetal_batch_listener listener,
                                                void* user) {
    return changed(batch, [&] {
        batch->listener = listener;
        batch->listenerUser = user;
    });
}

sidetal_batch_status sidetal_batch_run(sidetal_batch* batch, const char* job_file, const char* folder) {
    return guardedBatch(batch, [&] {
        requireArgument(job_file, "job_file");
        requireArgument(folder, "folder");
        return run(*batch, job_file, folder);
    });
}

sidetal_batch_status sidetal_batch_join(sidetal_batch* batch, const char* job_file,
                                        const sidetal_batch_join_options* options,
                                        sidetal_batch_part_sink sink, void* user) {
    return guardedBatch(batch, [&] {
        requireArgument(job_file, "job_file");
        requireThat(sink != nullptr, "sink", 0, "a function");
        return join(*batch, job_file, joinOptionsOf(options), sink, user);
    });
}

void sidetal_batch_request_stop(sidetal_batch* batch) {
    if (batch != nullptr) {
        batch->stop.request();
    }
}

const sidetal_batch_progress* sidetal_batch_last_progress(const sidetal_batch* batch) {
    static constexpr sidetal_batch_progress kNone{};
    return batch == nullptr ? &kNone : &batch->progress;
}

size_t sidetal_batch_message_count(const sidetal_batch* batch) {
    return batch == nullptr ? 0 : batch->messages.size();
}

int sidetal_batch_message_is_error(const sidetal_batch* batch, size_t index) {
    return index < sidetal_batch_message_count(batch) && batch->messages[index].severity == Severity::Error
               ? 1
               : 0;
}

const char* sidetal_batch_message_code(const sidetal_batch* batch, size_t index) {
    return index < sidetal_batch_message_count(batch) ? batch->messages[index].code.c_str() : "";
}

const char* sidetal_batch_message_line(const sidetal_batch* batch, size_t index) {
    return index < sidetal_batch_message_count(batch) && index < batch->lines.size()
               ? batch->lines[index].c_str()
               : "";
}
