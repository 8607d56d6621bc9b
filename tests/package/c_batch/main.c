/* A user's program in plain C: makes the files of the job argv[1] into the folder argv[2]. */
#include <sidetal-c/batch.h>

#include <stdio.h>

static int print_event(const sidetal_batch_event* event, void* user) {
    (void)user;
    for (size_t i = 0; i < event->message_count; ++i) {
        fprintf(stderr, "%s\n", event->messages[i]);
    }
    printf("%s\n", event->name);
    return 0;
}

int main(int argc, char** argv) {
    if (argc != 3) {
        return 1;
    }
    sidetal_batch* batch = sidetal_batch_new();
    sidetal_batch_set_threads(batch, 2);
    sidetal_batch_set_listener(batch, print_event, NULL);
    const sidetal_batch_status status = sidetal_batch_run(batch, argv[1], argv[2]);
    for (size_t i = 0; i < sidetal_batch_message_count(batch); ++i) {
        fprintf(stderr, "%s\n", sidetal_batch_message_line(batch, i));
    }
    sidetal_batch_free(batch);
    return status;
}
