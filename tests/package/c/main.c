/* A user's program in plain C: renders the document argv[1] to the file argv[2]. */
#include <sidetal-c/sidetal.h>

#include <stdio.h>

static int write_part(const char* bytes, size_t size, void* user) {
    return fwrite(bytes, 1, size, (FILE*)user) == size ? 0 : 1;
}

static void print_messages(const sidetal_renderer* renderer) {
    for (size_t i = 0; i < sidetal_message_count(renderer); ++i) {
        fprintf(stderr, "%s\n", sidetal_message_line(renderer, i));
    }
}

static char input_bytes[1 << 16];

int main(int argc, char** argv) {
    FILE* input = argc == 3 ? fopen(argv[1], "rb") : NULL;
    FILE* output = argc == 3 ? fopen(argv[2], "wb") : NULL;
    if (input == NULL || output == NULL) {
        return 1;
    }
    const size_t size = fread(input_bytes, 1, sizeof input_bytes, input);
    sidetal_renderer* renderer = sidetal_renderer_new();
    sidetal_document* document = NULL;
    sidetal_status status = sidetal_read(renderer, input_bytes, size, argv[1], &document);
    print_messages(renderer);
    if (status == SIDETAL_DONE) {
        status = sidetal_render(renderer, document, NULL, write_part, output);
        print_messages(renderer);
    }
    const int right = status == SIDETAL_DONE && sidetal_page_count(renderer) == 1;
    sidetal_document_free(document);
    sidetal_renderer_free(renderer);
    fclose(input);
    return fclose(output) == 0 && right ? 0 : 1;
}
