/* The C ABI from plain C: every function, every way in which a call can fail. */
#include "sidetal-c/sidetal.h"

#include "sidetal/Version.h"

#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int holds, const char* what, int line) {
    if (!holds) {
        fprintf(stderr, "line %d: %s does not hold\n", line, what);
        ++failures;
    }
}

static const char good[] = "{\"document\": \"agenda\", \"items\": [{\"title\": \"Meddelelser\"}]}";
static const char warns[] =
    "{\"document\": \"agenda\",\n \"titel\": \"x\", \"items\": [{\"title\": \"Meddelelser\"}]}";
static const char bad[] = "{\"document\": \"agenda\",\n \"items\": [{\"title\": 7}]}";
static const char doubtful[] =
    "{\"document\": \"agenda\", \"publicBus\": 1, \"items\": [{\"title\": \"Salg\"}]}";
static const char* const accepted[] = {"lukket", "publicBus"};
static const char closed[] =
    "{\"document\": \"agenda\", \"items\": [{\"title\": \"Salg\", \"access\": \"closed\"}]}";

static sidetal_document* read_document(sidetal_renderer* renderer, const char* text) {
    sidetal_document* document = NULL;
    const sidetal_status status = sidetal_read(renderer, text, strlen(text), "test.json", &document);
    CHECK(status != SIDETAL_FAILED);
    CHECK(document != NULL);
    return document;
}

static int failed_with(const sidetal_renderer* renderer, sidetal_status status, const char* code) {
    return status == SIDETAL_FAILED && sidetal_message_count(renderer) == 1 &&
           strcmp(sidetal_message_code(renderer, 0), code) == 0 &&
           sidetal_message_severity(renderer, 0) == SIDETAL_SEVERITY_ERROR;
}

/* A sink that counts, and stops after some calls. */
struct sink {
    size_t bytes;
    int calls_left;
};

static int count_bytes(const char* bytes, size_t size, void* user) {
    struct sink* sink = user;
    CHECK(bytes != NULL);
    sink->bytes += size;
    return sink->calls_left-- > 0 ? 0 : 1;
}

static void test_reading(sidetal_renderer* renderer) {
    sidetal_document* document = read_document(renderer, good);
    CHECK(sidetal_message_count(renderer) == 0);
    sidetal_document_free(document);

    document = NULL;
    CHECK(sidetal_read(renderer, warns, strlen(warns), "test.json", &document) == SIDETAL_WARNINGS);
    CHECK(document != NULL);
    CHECK(sidetal_message_count(renderer) == 1);
    CHECK(sidetal_message_severity(renderer, 0) == SIDETAL_SEVERITY_WARNING);
    CHECK(sidetal_message_line_number(renderer, 0) == 2);
    CHECK(sidetal_message_column(renderer, 0) > 0);
    sidetal_document_free(document);

    CHECK(failed_with(renderer, sidetal_read(renderer, doubtful, strlen(doubtful), NULL, &document),
                      "SID-I024"));
    CHECK(sidetal_read_accepting(renderer, doubtful, strlen(doubtful), NULL, accepted, 2, &document) ==
          SIDETAL_WARNINGS);
    CHECK(strcmp(sidetal_message_code(renderer, 0), "SID-I014") == 0);
    sidetal_document_free(document);
    CHECK(failed_with(renderer,
                      sidetal_read_accepting(renderer, good, strlen(good), NULL, NULL, 1, &document),
                      "SID-R028"));

    CHECK(sidetal_read(renderer, bad, strlen(bad), "test.json", &document) == SIDETAL_FAILED);
    CHECK(document == NULL);
    CHECK(sidetal_message_count(renderer) == 1);
    CHECK(strcmp(sidetal_message_file(renderer, 0), "test.json") == 0);
    CHECK(strcmp(sidetal_message_sheet(renderer, 0), "") == 0);
    CHECK(strcmp(sidetal_message_path(renderer, 0), "items[0].title") == 0);
    CHECK(strstr(sidetal_message_line(renderer, 0), "test.json:2:") != NULL);
    CHECK(strstr(sidetal_message_line(renderer, 0), sidetal_message_text(renderer, 0)) != NULL);
    CHECK(strstr(sidetal_message_line(renderer, 0), sidetal_message_code(renderer, 0)) != NULL);

    CHECK(sidetal_read(renderer, good, 20, NULL, &document) == SIDETAL_FAILED); /* cut off */
    CHECK(strcmp(sidetal_message_file(renderer, 0), "") == 0);
    CHECK(failed_with(renderer, sidetal_read(renderer, NULL, 0, NULL, &document), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_read(renderer, good, strlen(good), NULL, NULL), "SID-R028"));
    CHECK(sidetal_read(NULL, good, strlen(good), NULL, &document) == SIDETAL_FAILED);
}

static void test_rendering(sidetal_renderer* renderer) {
    sidetal_document* document = read_document(renderer, good);
    char* pdf = NULL;
    size_t size = 0;
    CHECK(sidetal_render_to_memory(renderer, document, NULL, &pdf, &size) == SIDETAL_DONE);
    CHECK(size > 1000 && pdf != NULL && memcmp(pdf, "%PDF-1.", 7) == 0);
    CHECK(sidetal_page_count(renderer) == 1);
    sidetal_free(pdf);

    struct sink sink = {0, 1000000};
    CHECK(sidetal_render(renderer, document, NULL, count_bytes, &sink) == SIDETAL_DONE);
    CHECK(sink.bytes == size);

    CHECK(sidetal_check(renderer, document, NULL) == SIDETAL_DONE);
    CHECK(sidetal_page_count(renderer) == 1);

    const struct sink stopped = {0, 0};
    sink = stopped;
    CHECK(failed_with(renderer, sidetal_render(renderer, document, NULL, count_bytes, &sink), "SID-R025"));
    CHECK(sidetal_page_count(renderer) == 0);

    CHECK(failed_with(renderer, sidetal_render(renderer, document, NULL, NULL, NULL), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_render(renderer, NULL, NULL, count_bytes, &sink), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_check(renderer, NULL, NULL), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_render_to_memory(renderer, document, NULL, NULL, &size), "SID-R028"));
    CHECK(size == 0);
    CHECK(failed_with(renderer, sidetal_render_to_memory(renderer, document, NULL, &pdf, NULL), "SID-R028"));
    CHECK(pdf == NULL);
    sidetal_document_free(document);
}

/* One gray pixel. */
static const unsigned char pixel[] = {
    137, 80, 78,  71, 13,  10,  26, 10,  0,   0,  0, 13, 73, 72, 68, 82, 0,  0,   0,   1,   0,  0,   0,
    1,   8,  0,   0,  0,   0,   58, 126, 155, 85, 0, 0,  0,  10, 73, 68, 65, 84,  120, 218, 99, 104, 0,
    0,   0,  130, 0,  129, 218, 69, 8,   59,  0,  0, 0,  0,  73, 69, 78, 68, 174, 66,  96,  130};

/* Knows "a.png" alone; counts what it is asked for. */
static int load_picture(const char* name, const char** bytes, size_t* size, void* user) {
    static const char reason[] = "is not in the archive";
    const int known = strcmp(name, "a.png") == 0;
    ++*(int*)user;
    *bytes = known ? (const char*)pixel : reason;
    *size = known ? sizeof pixel : strlen(reason);
    return known ? 0 : 1;
}

static int load_nothing(const char* name, const char** bytes, size_t* size, void* user) {
    (void)name;
    (void)bytes;
    (void)size;
    (void)user;
    return 1;
}

static void test_pictures(sidetal_renderer* renderer) {
    static const char known[] =
        "{\"document\": \"agenda\", \"items\": [{\"title\": \"Kort\", \"body\": {\"html\": "
        "\"<img src='a.png' alt='Kort'><img src='a.png' alt='Igen'>\"}}]}";
    static const char unknown[] =
        "{\"document\": \"agenda\", \"items\": [{\"title\": \"Kort\", \"body\": {\"html\": "
        "\"<img src='b.png' alt='Kort'>\"}}]}";
    int asked = 0;
    sidetal_options* options = sidetal_options_new();
    sidetal_document* document = read_document(renderer, known);
    CHECK(sidetal_options_set_picture_loader(renderer, options, load_picture, &asked) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) == SIDETAL_DONE);
    CHECK(asked == 1);
    sidetal_document* other = read_document(renderer, unknown);
    CHECK(failed_with(renderer, sidetal_check(renderer, other, options), "SID-G002"));
    CHECK(strstr(sidetal_message_text(renderer, 0), "'b.png' is not in the archive") != NULL);
    CHECK(sidetal_options_set_picture_loader(renderer, options, load_nothing, NULL) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, other, options), "SID-G002"));
    CHECK(sidetal_options_set_picture_loader(renderer, options, NULL, NULL) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, other, options), "SID-G001"));
    CHECK(failed_with(renderer, sidetal_options_set_picture_loader(renderer, NULL, load_nothing, NULL),
                      "SID-R028"));
    sidetal_document_free(other);
    sidetal_document_free(document);
    sidetal_options_free(options);
}

/* Knows "city.json" alone. */
static int load_style(const char* name, const char** bytes, size_t* size, void* user) {
    static const char city[] = "{\"base\": \"agenda\", \"hangingNumbers\": true}";
    if (strcmp(name, "city.json") != 0) {
        return load_nothing(name, bytes, size, user);
    }
    *bytes = city;
    *size = strlen(city);
    return 0;
}

static void test_styles_on_styles(sidetal_renderer* renderer) {
    static const char sheet[] = "{\"base\": \"city.json\", \"font\": {\"size\": \"110 %\"}}";
    static const char lost[] = "{\"base\": \"gone.json\"}";
    const size_t size = strlen(sheet);
    char* text = NULL;
    sidetal_options* options = sidetal_options_new();
    CHECK(failed_with(renderer, sidetal_options_read_style(renderer, options, sheet, size, "a.json"),
                      "SID-S021"));
    CHECK(sidetal_options_set_style_loader(renderer, options, load_style, NULL) == SIDETAL_DONE);
    CHECK(sidetal_options_read_style(renderer, options, sheet, size, "a.json") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_options_read_style(renderer, options, lost, strlen(lost), "a.json"),
                      "SID-S021"));
    CHECK(strstr(sidetal_message_text(renderer, 0), "'gone.json' could not be loaded") != NULL);
    CHECK(failed_with(renderer, sidetal_options_set_style_loader(renderer, NULL, load_style, NULL),
                      "SID-R028"));

    CHECK(sidetal_show_style(renderer, options, sheet, size, "a.json", &text) == SIDETAL_DONE);
    CHECK(text != NULL && strstr(text, "// a.json, based on city.json, based on agenda\n") == text);
    sidetal_free(text);
    CHECK(sidetal_show_style(renderer, NULL, NULL, 0, "council", &text) == SIDETAL_DONE);
    CHECK(text != NULL && strstr(text, "\"name\": \"council\"") != NULL);
    sidetal_free(text);
    CHECK(
        failed_with(renderer, sidetal_show_style(renderer, NULL, sheet, size, "a.json", &text), "SID-S021"));
    CHECK(text == NULL);
    CHECK(failed_with(renderer, sidetal_show_style(renderer, NULL, NULL, 0, "agneda", &text), "SID-S001"));
    CHECK(failed_with(renderer, sidetal_show_style(renderer, NULL, NULL, 0, NULL, &text), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_show_style(renderer, NULL, NULL, 0, "agenda", NULL), "SID-R028"));
    sidetal_options_free(options);
}

static void test_versions(sidetal_renderer* renderer) {
    const char two[] = "{\"document\": \"agenda\", \"version\": \"2\", \"items\": [{\"title\": \"A\", "
                       "\"caseNumber\": \"1\"}, {\"title\": \"B\"}]}";
    const char one[] = "{\"document\": \"agenda\", \"version\": \"1\", \"items\": [{\"title\": \"A\"}]}";
    sidetal_document* document = read_document(renderer, two);
    sidetal_document* before = read_document(renderer, one);
    sidetal_options* options = sidetal_options_new();
    CHECK(strcmp(sidetal_content_hash(renderer), "") == 0);
    CHECK(sidetal_options_set_hash(renderer, options, 1) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) == SIDETAL_DONE);
    CHECK(strlen(sidetal_content_hash(renderer)) == 64);
    CHECK(sidetal_options_set_excerpt(renderer, options, "2", NULL, "") == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) == SIDETAL_DONE);
    CHECK(sidetal_options_set_excerpt(renderer, options, NULL, "1", NULL) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) == SIDETAL_DONE);
    CHECK(sidetal_options_set_excerpt(renderer, options, "3", NULL, NULL) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-E050"));
    CHECK(sidetal_options_set_excerpt(renderer, options, NULL, NULL, NULL) == SIDETAL_DONE);
    CHECK(sidetal_options_set_corrects(renderer, options, before) == SIDETAL_DONE);
    sidetal_document_free(before); /* it was copied */
    CHECK(sidetal_check(renderer, document, options) == SIDETAL_DONE);
    CHECK(sidetal_options_set_corrects(renderer, options, NULL) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_options_set_excerpt(renderer, NULL, "1", NULL, NULL), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_corrects(renderer, NULL, NULL), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_hash(renderer, NULL, 1), "SID-R028"));
    CHECK(strcmp(sidetal_content_hash(NULL), "") == 0);
    sidetal_options_free(options);
    sidetal_document_free(document);
}

/* An agenda, a supplement to it and one to that make one agenda, whose numbers go on. */
static void test_supplements(sidetal_renderer* renderer) {
    static const char kMain[] =
        "{\"document\": \"agenda\", \"meeting\": {\"date\": \"2026-11-18\"}, \"items\": [{\"title\": "
        "\"Et\"}, {\"title\": \"To\"}]}";
    static const char kFirst[] =
        "{\"document\": \"agenda\", \"meeting\": {\"date\": \"2026-11-18\"}, \"supplements\": "
        "{\"title\": \"Dagsorden\"}, \"items\": [{\"title\": \"Tre\"}]}";
    static const char kOther[] =
        "{\"document\": \"agenda\", \"meeting\": {\"date\": \"2026-11-19\"}, \"supplements\": "
        "{\"title\": \"Dagsorden\"}, \"items\": [{\"title\": \"Tre\"}]}";
    sidetal_document* main = read_document(renderer, kMain);
    sidetal_document* supplements[2] = {NULL, NULL};
    sidetal_document* merged = NULL;
    char* json = NULL;
    CHECK(sidetal_read_supplement(renderer, kFirst, strlen(kFirst), "first.json", main, &supplements[0]) !=
          SIDETAL_FAILED);
    CHECK(sidetal_read_supplement(renderer, kFirst, strlen(kFirst), "second.json", supplements[0],
                                  &supplements[1]) != SIDETAL_FAILED);
    CHECK(sidetal_merge(renderer, main, (const sidetal_document* const*)supplements, 2, &merged) !=
          SIDETAL_FAILED);
    CHECK(sidetal_write_json(renderer, merged, &json) == SIDETAL_DONE);
    CHECK(json != NULL && strstr(json, "\"3.\"") != NULL && strstr(json, "\"4.\"") != NULL);
    sidetal_free(json);
    sidetal_document_free(merged);
    sidetal_document_free(supplements[0]);
    CHECK(failed_with(
        renderer, sidetal_read_supplement(renderer, kOther, strlen(kOther), "o.json", main, &supplements[0]),
        "SID-E061"));
    CHECK(supplements[0] == NULL);
    CHECK(failed_with(renderer, sidetal_merge(renderer, NULL, NULL, 0, &merged), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_merge(renderer, main, NULL, 1, &merged), "SID-R028"));
    CHECK(merged == NULL);
    sidetal_document_free(supplements[1]);
    sidetal_document_free(main);
}

/* A goal that is a number alone has the catalogue's words. */
static void test_catalogue(sidetal_renderer* renderer) {
    static const char kMatrix[] =
        "{\"document\": \"goal-matrix\", \"catalogue\": {\"name\": \"Mål\", \"version\": \"2026\"}, "
        "\"themes\": [{\"title\": \"Klima\", \"goals\": [{\"number\": \"1.1\"}]}]}";
    static const char kCatalogue[] =
        "{\"name\": \"Mål\", \"versions\": [{\"version\": \"2026\", \"themes\": [{\"title\": \"Klima\", "
        "\"goals\": [{\"number\": \"1.1\", \"text\": \"Mindre udledning\"}]}]}]}";
    sidetal_document* matrix = read_document(renderer, kMatrix);
    sidetal_document* followed = NULL;
    char* json = NULL;
    CHECK(sidetal_follow_catalogue(renderer, matrix, kCatalogue, strlen(kCatalogue), "c.json", &followed) !=
          SIDETAL_FAILED);
    CHECK(sidetal_write_json(renderer, followed, &json) == SIDETAL_DONE);
    CHECK(json != NULL && strstr(json, "Mindre udledning") != NULL);
    sidetal_free(json);
    sidetal_document_free(followed);
    CHECK(sidetal_follow_catalogue(renderer, matrix, "{", 1, "c.json", &followed) == SIDETAL_FAILED);
    CHECK(followed == NULL);
    sidetal_document_free(matrix);
}

static void test_options(sidetal_renderer* renderer) {
    sidetal_document* document = read_document(renderer, closed);
    sidetal_options* options = sidetal_options_new();
    CHECK(sidetal_check(renderer, document, options) != SIDETAL_FAILED);
    CHECK(sidetal_options_set_recipient(renderer, options, "Bo Berg") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-E012"));
    CHECK(sidetal_options_set_edition(renderer, options, SIDETAL_EDITION_MEMBERS) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-E011"));
    CHECK(sidetal_options_set_recipient(renderer, options, "") == SIDETAL_DONE);
    CHECK(sidetal_options_set_copy_for(renderer, options, "Bo\nBerg") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-R003"));
    CHECK(sidetal_options_set_copy_for(renderer, options, "") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_options_set_copy_for(renderer, options, NULL), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_select(renderer, options, "status", "parly"), "SID-F053"));
    CHECK(sidetal_options_set_last_period(renderer, options, document) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-F003"));
    CHECK(sidetal_options_set_last_period(renderer, options, NULL) == SIDETAL_DONE);
    const char policy[] = "{\"public\": {\"item\": {\"title\": \"show\"}}}";
    CHECK(sidetal_options_read_policy(renderer, options, policy, strlen(policy), "p.json") == SIDETAL_DONE);
    const char hopeless[] = "{\"public\": {\"item\": {\"titel\": \"show\"}}}";
    CHECK(failed_with(renderer,
                      sidetal_options_read_policy(renderer, options, hopeless, strlen(hopeless), "p.json"),
                      "SID-I014"));
    CHECK(sidetal_options_set_edition(renderer, options, SIDETAL_EDITION_FULL) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) != SIDETAL_FAILED);
    const char rules[] = "{\"forbiddenNames\": [\"Salg\"], \"severity\": {\"SID-N011\": \"error\"}}";
    CHECK(sidetal_options_read_lint_rules(renderer, options, rules, strlen(rules), "r.json") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-N011"));
    CHECK(failed_with(renderer, sidetal_options_read_lint_rules(renderer, options, "{", 1, "r.json"),
                      "SID-I006"));
    CHECK(sidetal_options_read_lint_rules(renderer, options, "{}", 2, "r.json") == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) != SIDETAL_FAILED);
    CHECK(failed_with(renderer, sidetal_options_set_edition(renderer, options, 3), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_edition(renderer, options, -1), "SID-R028"));

    CHECK(failed_with(renderer, sidetal_options_set_missing(renderer, options, 2), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_missing(renderer, NULL, 1), "SID-R028"));
    const char strange[] = "{\"document\": \"agenda\", \"items\": [{\"title\": \"\xE6\xBC\xA2\"}]}";
    sidetal_document* chinese = NULL;
    CHECK(sidetal_read(renderer, strange, strlen(strange), "a.json", &chinese) == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_check(renderer, chinese, options), "SID-T010"));
    CHECK(sidetal_options_set_missing(renderer, options, SIDETAL_MISSING_BOX) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, chinese, options) == SIDETAL_WARNINGS);
    CHECK(strcmp(sidetal_message_code(renderer, 0), "SID-T012") == 0);
    CHECK(sidetal_options_set_missing(renderer, options, SIDETAL_MISSING_ERROR) == SIDETAL_DONE);
    sidetal_document_free(chinese);

    char* plain = NULL;
    char* dated = NULL;
    size_t plain_size = 0;
    size_t dated_size = 0;
    CHECK(sidetal_render_to_memory(renderer, document, options, &plain, &plain_size) != SIDETAL_FAILED);
    CHECK(sidetal_options_set_date(renderer, options, "2021-10-26T15:00:00Z") == SIDETAL_DONE);
    CHECK(sidetal_options_set_embed_data(renderer, options, 1) == SIDETAL_DONE);
    CHECK(sidetal_render_to_memory(renderer, document, options, &dated, &dated_size) != SIDETAL_FAILED);
    CHECK(dated_size > plain_size);
    sidetal_free(plain);
    sidetal_free(dated);

    CHECK(failed_with(renderer, sidetal_options_set_date(renderer, options, "2021-02-31"), "SID-R021"));
    CHECK(sidetal_options_set_style(renderer, options, "agenda") == SIDETAL_DONE);
    CHECK(failed_with(renderer, sidetal_options_set_style(renderer, options, "letter"), "SID-S001"));
    CHECK(failed_with(renderer, sidetal_options_set_style(renderer, options, NULL), "SID-R028"));
    const char style[] = "{\"base\": \"agenda\"}";
    CHECK(sidetal_options_read_style(renderer, options, style, strlen(style), "mine.json") == SIDETAL_DONE);
    CHECK(sidetal_options_read_style(renderer, options, "{", 1, "mine.json") == SIDETAL_FAILED);
    CHECK(strcmp(sidetal_message_file(renderer, 0), "mine.json") == 0);
    CHECK(sidetal_options_set_language(renderer, options, "en") == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) != SIDETAL_FAILED);
    CHECK(sidetal_options_set_helper_thread(renderer, options, 0) == SIDETAL_DONE);
    CHECK(sidetal_check(renderer, document, options) != SIDETAL_FAILED);
    CHECK(failed_with(renderer, sidetal_options_set_helper_thread(renderer, NULL, 0), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_language(renderer, NULL, "en"), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_options_set_embed_data(renderer, NULL, 1), "SID-R028"));
    sidetal_options_free(options);
    sidetal_document_free(document);
}

static void test_texts(sidetal_renderer* renderer) {
    sidetal_document* document = read_document(renderer, good);
    char* json = NULL;
    CHECK(sidetal_check(renderer, document, NULL) == SIDETAL_DONE);
    CHECK(sidetal_write_json(renderer, document, &json) == SIDETAL_DONE);
    CHECK(sidetal_page_count(renderer) == 1); /* of the check still */
    sidetal_document* again = read_document(renderer, json);
    char* json_again = NULL;
    CHECK(sidetal_write_json(renderer, again, &json_again) == SIDETAL_DONE);
    CHECK(strcmp(json, json_again) == 0);
    sidetal_free(json);
    sidetal_free(json_again);
    sidetal_document_free(again);
    sidetal_document_free(document);

    char* schema = NULL;
    CHECK(sidetal_schema(renderer, "agenda", &schema) == SIDETAL_DONE);
    CHECK(schema != NULL && strstr(schema, "2020-12") != NULL);
    sidetal_free(schema);
    CHECK(failed_with(renderer, sidetal_schema(renderer, "letter", &schema), "SID-R001"));
    CHECK(schema == NULL);
    CHECK(strcmp(sidetal_version(), SIDETAL_VERSION) == 0);
}

static void test_own_fonts(sidetal_renderer* renderer) {
    static char bytes[65536];
    FILE* file = fopen(SIDETAL_SOURCE_DIR "/tests/fuzz/corpus/font/shapes.otf", "rb");
    CHECK(file != NULL);
    const size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    CHECK(size > 1000);
    if (file != NULL) {
        fclose(file);
    }
    static const char sheet[] = "{\"base\": \"agenda\", \"font\": {\"family\": \"Shapes\"}}";
    const sidetal_font_file sound = {"shapes.otf", bytes, size};
    const sidetal_font_file cut = {"cut.otf", bytes, size / 2};
    const sidetal_font_file nameless = {NULL, bytes, size};
    sidetal_options* options = sidetal_options_new();
    const size_t length = strlen(sheet);
    CHECK(
        failed_with(renderer, sidetal_options_read_style(renderer, options, sheet, length, "s"), "SID-S002"));
    CHECK(sidetal_renderer_set_own_fonts(renderer, &sound, 1) == SIDETAL_DONE);
    CHECK(sidetal_options_read_style(renderer, options, sheet, length, "s") == SIDETAL_DONE);
    sidetal_document* document = read_document(renderer, good);
    CHECK(failed_with(renderer, sidetal_check(renderer, document, options), "SID-T001")); /* no bold face */
    CHECK(failed_with(renderer, sidetal_renderer_set_own_fonts(renderer, &cut, 1), "SID-T020"));
    CHECK(strcmp(sidetal_message_file(renderer, 0), "cut.otf") == 0);
    CHECK(failed_with(renderer, sidetal_renderer_set_own_fonts(renderer, &nameless, 1), "SID-R028"));
    CHECK(failed_with(renderer, sidetal_renderer_set_own_fonts(renderer, NULL, 1), "SID-R028"));
    CHECK(sidetal_options_read_style(renderer, options, sheet, length, "s") == SIDETAL_DONE);
    CHECK(sidetal_renderer_set_own_fonts(renderer, NULL, 0) == SIDETAL_DONE);
    CHECK(
        failed_with(renderer, sidetal_options_read_style(renderer, options, sheet, length, "s"), "SID-S002"));
    sidetal_document_free(document);
    sidetal_options_free(options);
}

static void test_nothing(const sidetal_renderer* renderer) {
    CHECK(strcmp(sidetal_message_code(renderer, 99), "") == 0);
    CHECK(strcmp(sidetal_message_line(renderer, 99), "") == 0);
    CHECK(sidetal_message_severity(renderer, 99) == SIDETAL_SEVERITY_WARNING);
    CHECK(sidetal_message_line_number(NULL, 0) == 0);
    CHECK(sidetal_message_count(NULL) == 0);
    CHECK(sidetal_page_count(NULL) == 0);
    sidetal_free(NULL);
    sidetal_document_free(NULL);
    sidetal_options_free(NULL);
    sidetal_renderer_free(NULL);
}

int main(void) {
    const char* const directories[] = {"/nonexistent"};
    sidetal_renderer_free(sidetal_renderer_new_with_fonts(directories, 1));
    const char* const incomplete[] = {"/nonexistent", NULL};
    CHECK(sidetal_renderer_new_with_fonts(incomplete, 2) == NULL);
    CHECK(sidetal_renderer_new_with_fonts(NULL, 1) == NULL);
    sidetal_renderer* renderer = sidetal_renderer_new();
    CHECK(renderer != NULL);
    test_reading(renderer);
    test_rendering(renderer);
    test_versions(renderer);
    test_options(renderer);
    test_supplements(renderer);
    test_catalogue(renderer);
    test_pictures(renderer);
    test_styles_on_styles(renderer);
    test_texts(renderer);
    test_own_fonts(renderer);
    test_nothing(renderer);
    sidetal_renderer_free(renderer);
    return failures == 0 ? 0 : 1;
}
