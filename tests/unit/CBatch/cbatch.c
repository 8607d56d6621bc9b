/* The C ABI of batches from plain C: every function, every way in which a call can fail. */
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700
#include "sidetal-c/batch.h"

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failures = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int holds, const char* what, int line) {
    if (!holds) {
        fprintf(stderr, "line %d: %s does not hold\n", line, what);
        ++failures;
    }
}

static void write_file(const char* name, const char* text) {
    FILE* file = fopen(name, "wb");
    CHECK(file != NULL && fputs(text, file) >= 0);
    CHECK(file != NULL && fclose(file) == 0);
}

static int exists(const char* name) {
    return access(name, F_OK) == 0;
}

static int remove_one(const char* name, const struct stat* status, int kind, struct FTW* walk) {
    (void)status;
    (void)kind;
    (void)walk;
    return remove(name);
}

static void remove_folder(const char* name) {
    nftw(name, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#define AGENDA                                                                                               \
    "{\"document\": \"agenda\", \"date\": \"2021-10-26\", \"items\": [{\"title\": \"Meddelelser\"}]}"

static void write_inputs(void) {
    CHECK(mkdir("in", 0777) == 0);
    write_file("in/1.json", AGENDA);
    write_file("in/2.json", AGENDA);
    write_file("in/3.json", AGENDA);
    write_file("job.json", "{\"inputs\": [\"in\"]}");
}

static int failed_with(const sidetal_batch* batch, sidetal_batch_status status, const char* code) {
    return status == SIDETAL_BATCH_FAILED && sidetal_batch_message_count(batch) == 1 &&
           sidetal_batch_message_is_error(batch, 0) == 1 &&
           strcmp(sidetal_batch_message_code(batch, 0), code) == 0 &&
           strstr(sidetal_batch_message_line(batch, 0), code) != NULL;
}

/* A listener that counts, and stops after some events. */
struct heard {
    int events[3];
    size_t messages;
    int events_left;
};

static int hear(const sidetal_batch_event* event, void* user) {
    struct heard* heard = user;
    ++heard->events[event->kind];
    CHECK(strncmp(event->input, "in/", 3) == 0);
    CHECK(event->kind != SIDETAL_BATCH_EVENT_MADE || strstr(event->name, ".pdf") != NULL);
    CHECK(strcmp(event->copy_for, strstr(event->name, "Ea") != NULL ? "Ea Prøve" : "") == 0);
    for (size_t i = 0; i < event->message_count; ++i) {
        CHECK(strstr(event->messages[i], "SID-") != NULL);
    }
    heard->messages += event->message_count;
    CHECK(event->progress->planned >=
          event->progress->made + event->progress->kept + event->progress->failed);
    return heard->events_left-- > 0 ? 0 : 1;
}

static int64_t tell_time(void* user) {
    return *(const int64_t*)user;
}

static void test_running(void) {
    static const int64_t when = 1763200000;
    struct heard heard = {{0}, 0, 100};
    sidetal_batch* batch = sidetal_batch_new();
    CHECK(sidetal_batch_set_threads(batch, 2) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_durability(batch, SIDETAL_BATCH_DURABILITY_NONE) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_holder(batch, "a test") == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_date(batch, "2026-11-18") == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_clock(batch, tell_time, (void*)&when) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_listener(batch, hear, &heard) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_message_count(batch) == 0);
    CHECK(sidetal_batch_last_progress(batch)->planned == 3 && sidetal_batch_last_progress(batch)->made == 3 &&
          sidetal_batch_last_progress(batch)->pages == 3);
    CHECK(heard.events[SIDETAL_BATCH_EVENT_MADE] == 3);
    CHECK(exists("out/1.pdf") && exists("out/2.pdf") && exists("out/3.pdf"));

    CHECK(sidetal_batch_set_resume(batch, 1) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_wait(batch, 1) == SIDETAL_BATCH_DONE);
    CHECK(remove("out/2.pdf") == 0);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_DONE);
    CHECK(heard.events[SIDETAL_BATCH_EVENT_MADE] == 4 && heard.events[SIDETAL_BATCH_EVENT_KEPT] == 2);
    CHECK(sidetal_batch_last_progress(batch)->kept == 2);
    sidetal_batch_free(batch);
    remove_folder("out");
}

static void test_documents_that_fail(void) {
    struct heard heard = {{0}, 0, 100};
    sidetal_batch* batch = sidetal_batch_new();
    write_file("in/2.json", "BAD");
    write_file("in/3.json",
               "{\"document\": \"agenda\", \"publicBus\": 1, \"items\": [{\"title\": \"Salg\"}]}");
    CHECK(sidetal_batch_set_listener(batch, hear, &heard) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_FAILED);
    CHECK(sidetal_batch_message_count(batch) == 0); /* they were told */
    CHECK(heard.events[SIDETAL_BATCH_EVENT_FAILED] == 2 && heard.messages >= 2);
    CHECK(sidetal_batch_last_progress(batch)->failed == 2 && sidetal_batch_last_progress(batch)->made == 1);

    write_file("in/2.json", AGENDA);
    CHECK(sidetal_batch_accept_unknown_key(batch, "publicBus") == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_listener(batch, NULL, NULL) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_WARNINGS);
    CHECK(sidetal_batch_last_progress(batch)->warnings > 0);
    CHECK(sidetal_batch_set_warnings_are_errors(batch, 1) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_FAILED);

    for (const char* const* name = (const char* const[]){"in/1.json", "in/2.json", "in/3.json", NULL};
         *name != NULL; ++name) {
        write_file(*name, "BAD");
    }
    CHECK(sidetal_batch_set_most_failures(batch, 2) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_FAILED);
    CHECK(sidetal_batch_last_progress(batch)->failed == 2);
    for (const char* const* name = (const char* const[]){"in/1.json", "in/2.json", "in/3.json", NULL};
         *name != NULL; ++name) {
        write_file(*name, AGENDA);
    }
    sidetal_batch_free(batch);
    remove_folder("out");
}

static void test_stopping(void) {
    struct heard heard = {{0}, 0, 0};
    sidetal_batch* batch = sidetal_batch_new();
    CHECK(sidetal_batch_set_listener(batch, hear, &heard) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_STOPPED);
    CHECK(heard.events[SIDETAL_BATCH_EVENT_MADE] == 1);
    CHECK(sidetal_batch_last_progress(batch)->made == 1 && exists("out/1.pdf") && !exists("out/3.pdf"));
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_STOPPED); /* no more */
    CHECK(sidetal_batch_last_progress(batch)->made == 0);
    sidetal_batch_free(batch);

    batch = sidetal_batch_new();
    sidetal_batch_request_stop(batch);
    sidetal_batch_request_stop(NULL);
    CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_STOPPED);
    sidetal_batch_free(batch);
    remove_folder("out");
}

static void test_shards(void) {
    uint64_t made = 0;
    for (uint32_t part = 1; part <= 2; ++part) {
        sidetal_batch* batch = sidetal_batch_new();
        CHECK(sidetal_batch_set_shard(batch, part, 2) == SIDETAL_BATCH_DONE);
        CHECK(sidetal_batch_run(batch, "job.json", "out") == SIDETAL_BATCH_DONE);
        made += sidetal_batch_last_progress(batch)->made;
        sidetal_batch_free(batch);
    }
    CHECK(made == 3 && exists("out/1.pdf") && exists("out/2.pdf") && exists("out/3.pdf"));
    remove_folder("out");
}

/* A sink that keeps how many bytes each part has and how it begins, and refuses what is too much. */
struct parts {
    size_t count;
    size_t bytes[4];
    size_t most;
};

static int take(uint32_t part, const char* bytes, size_t size, void* user) {
    struct parts* parts = user;
    CHECK(part >= 1 && part <= 4 && part >= parts->count);
    CHECK(part == parts->count || (size >= 4 && memcmp(bytes, "%PDF", 4) == 0));
    parts->count = part;
    parts->bytes[part - 1] += size;
    return parts->bytes[part - 1] > parts->most ? 1 : 0;
}

static void test_joining(void) {
    const sidetal_batch_join_options duplex = {sizeof duplex, 1, 1, 0, 0, "Mødemappe"};
    const sidetal_batch_join_options in_parts = {sizeof in_parts, 0, 0, 0, 2, NULL};
    const sidetal_batch_join_options incomplete = {sizeof incomplete, 0, 0, 1, 0, NULL};
    const sidetal_batch_join_options older = {4, 0, 0, 0, 0, NULL};
    const struct parts none = {0, {0}, SIZE_MAX};
    struct parts plain = none;
    struct parts parts = none;
    struct heard heard = {{0}, 0, 100};
    sidetal_batch* batch = sidetal_batch_new();
    CHECK(sidetal_batch_set_listener(batch, hear, &heard) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_join(batch, "job.json", NULL, take, &plain) == SIDETAL_BATCH_DONE);
    CHECK(plain.count == 1 && sidetal_batch_last_progress(batch)->pages == 3 && heard.events[0] == 3);
    CHECK(sidetal_batch_join(batch, "job.json", &duplex, take, &parts) == SIDETAL_BATCH_DONE);
    CHECK(parts.count == 1 && parts.bytes[0] > plain.bytes[0]);
    parts = none;
    CHECK(sidetal_batch_join(batch, "job.json", &in_parts, take, &parts) == SIDETAL_BATCH_DONE);
    CHECK(parts.count == 2 && parts.bytes[1] < plain.bytes[0]);

    parts = none;
    parts.most = 100;
    CHECK(failed_with(batch, sidetal_batch_join(batch, "job.json", NULL, take, &parts), "SID-R018"));
    CHECK(failed_with(batch, sidetal_batch_join(batch, "job.json", &older, take, &parts), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_join(batch, "job.json", NULL, NULL, NULL), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_join(batch, NULL, NULL, take, &parts), "SID-R028"));

    write_file("in/2.json", "BAD");
    parts = none;
    CHECK(failed_with(batch, sidetal_batch_join(batch, "job.json", NULL, take, &parts), "SID-B042"));
    CHECK(sidetal_batch_last_progress(batch)->failed == 1);
    parts = none;
    CHECK(sidetal_batch_join(batch, "job.json", &incomplete, take, &parts) == SIDETAL_BATCH_FAILED);
    CHECK(sidetal_batch_message_count(batch) == 0 && parts.bytes[0] < plain.bytes[0]);
    write_file("in/2.json", AGENDA);
    sidetal_batch_request_stop(batch);
    CHECK(sidetal_batch_join(batch, "job.json", NULL, take, &parts) == SIDETAL_BATCH_STOPPED);
    sidetal_batch_free(batch);
}

static void test_copies(void) {
    struct heard heard = {{0}, 0, 100};
    sidetal_batch* batch = sidetal_batch_new();
    write_file("recipients.csv", "Navn\nEa Prøve\n");
    write_file("copies.json", "{\"inputs\": [\"in/1.json\"], \"recipients\": {\"file\": \"recipients.csv\", "
                              "\"name\": \"{stem}-{recipient}.pdf\"}}");
    CHECK(sidetal_batch_set_listener(batch, hear, &heard) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_run(batch, "copies.json", "out") == SIDETAL_BATCH_DONE);
    CHECK(heard.events[SIDETAL_BATCH_EVENT_MADE] == 1 && exists("out/1-Ea Prøve.pdf"));
    sidetal_batch_free(batch);
    remove_folder("out");
}

static void test_wrong_arguments(void) {
    static const char* const none[] = {NULL};
    static const sidetal_batch_font broken = {"x.ttf", "no font", 7};
    sidetal_batch* batch = sidetal_batch_new();
    CHECK(failed_with(batch, sidetal_batch_set_threads(batch, 0), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_threads(batch, 1025), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_shard(batch, 3, 2), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_shard(batch, 0, 0), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_durability(batch, 3), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_durability(batch, -1), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_accept_unknown_key(batch, NULL), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_holder(batch, NULL), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_date(batch, "i dag"), "SID-R021"));
    CHECK(failed_with(batch, sidetal_batch_set_date(batch, NULL), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_set_own_fonts(batch, &broken, 1), "SID-T020"));
    CHECK(failed_with(batch, sidetal_batch_set_own_fonts(batch, NULL, 1), "SID-R028"));
    CHECK(sidetal_batch_set_own_fonts(batch, NULL, 0) == SIDETAL_BATCH_DONE);
    CHECK(sidetal_batch_set_clock(batch, NULL, NULL) == SIDETAL_BATCH_DONE);
    CHECK(failed_with(batch, sidetal_batch_run(batch, NULL, "out"), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_run(batch, "job.json", NULL), "SID-R028"));
    CHECK(failed_with(batch, sidetal_batch_run(batch, "nowhere.json", "out"), "SID-B050"));
    write_file("no-job.json", "{\"inputs\": [\"nowhere\"]}");
    CHECK(failed_with(batch, sidetal_batch_run(batch, "no-job.json", "out"), "SID-B010"));
    CHECK(failed_with(batch, sidetal_batch_run(batch, "job.json", "job.json"), "SID-B020"));
    CHECK(!exists("out"));
    CHECK(sidetal_batch_message_is_error(batch, 7) == 0);
    CHECK(strcmp(sidetal_batch_message_code(batch, 7), "") == 0);
    CHECK(strcmp(sidetal_batch_message_line(batch, 7), "") == 0);
    sidetal_batch_free(batch);

    CHECK(sidetal_batch_new_with_fonts(none, 1) == NULL);
    CHECK(sidetal_batch_new_with_fonts(NULL, 1) == NULL);
    CHECK(sidetal_batch_run(NULL, "job.json", "out") == SIDETAL_BATCH_FAILED);
    CHECK(sidetal_batch_set_threads(NULL, 1) == SIDETAL_BATCH_FAILED);
    CHECK(sidetal_batch_message_count(NULL) == 0);
    CHECK(strcmp(sidetal_batch_message_line(NULL, 0), "") == 0);
    CHECK(sidetal_batch_last_progress(NULL)->planned == 0);
    sidetal_batch_free(NULL);
}

int main(void) {
    const char* parent = getenv("TMPDIR");
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/sidetal-c-batch-XXXXXX", parent == NULL ? "/tmp" : parent);
    if (mkdtemp(folder) == NULL || chdir(folder) != 0) {
        perror(folder);
        return 1;
    }
    write_inputs();
    test_running();
    test_documents_that_fail();
    test_stopping();
    test_shards();
    test_joining();
    test_copies();
    test_wrong_arguments();
    CHECK(chdir("/") == 0);
    remove_folder(folder);
    return failures == 0 ? 0 : 1;
}
