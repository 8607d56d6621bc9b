#include "Jobs/JobReader.h"
#include "Selection/SelectionReader.h"
#include "Support/JsonWriter.h"

#include <string_view>
#include <utility>

namespace sidetal::jobs {

namespace {

constexpr std::string_view kText = R"({"$ref": "#/$defs/text"})";

void beginClosedObject(JsonWriter& w) {
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
}

void writeText(JsonWriter& w, std::string_view key, std::string_view description) {
    w.beginObject(key);
    w.string("$ref", "#/$defs/text");
    w.string("description", description);
    w.endObject();
}

void writeWords(JsonWriter& w, std::string_view key, std::string_view words, std::string_view description) {
    w.beginObject(key);
    w.word("enum", words);
    w.string("description", description);
    w.endObject();
}

void writeInput(JsonWriter& w) {
    w.beginObject("input");
    w.key("anyOf");
    w.beginArray();
    w.word(kText);
    w.beginObject();
    beginClosedObject(w);
    writeText(w, "files", "A file, a folder, or a pattern of files: * ? [a-z].");
    writeText(w, "mapping", "Of spreadsheets: a file that says what headings of one's own mean.");
    writeText(w, "sheet", "Of spreadsheets: the sheet that is read.");
    writeText(w, "catalogue",
              "A catalogue of goals that goal matrices follow, a file; the one that each names where it is "
              "missing.");
    w.endObject();
    w.word("required", R"(["files"])");
    w.endObject();
    w.endArray();
    w.endObject();
}

void writeExcerpt(JsonWriter& w) {
    constexpr std::string_view kTexts =
        R"([{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}])";
    w.beginObject("excerpt");
    beginClosedObject(w);
    writeText(w, "items", "By their numbers: \"4, 7-9\".");
    for (const auto& [key, description] : {std::pair("case", "By case number, one or several."),
                                           std::pair("decidedBy", "Those that a committee decided on.")}) {
        w.beginObject(key);
        w.word("anyOf", kTexts);
        w.string("description", description);
        w.endObject();
    }
    w.endObject();
    w.word("minProperties", "1");
    w.string("description",
             "Which items are printed: those that any of these asks for; all where it is missing.");
    w.endObject();
}

/// What outputs and recipients have alike.
void writeShared(JsonWriter& w, std::string_view namePattern, std::string_view nameDescription) {
    w.beginObject("name");
    w.string("type", "string");
    w.string("pattern", namePattern);
    w.string("description", nameDescription);
    w.endObject();
    writeWords(w, "edition", R"(["public", "members", "full"])",
               "Who it is for; public where it is missing.");
    writeText(w, "style", "A built-in style sheet, or a file.");
    writeText(w, "policy", "What editions show of closed things, a file.");
    writeWords(w, "lang", R"(["da", "en"])", "The language of sidetal's own words.");
    w.beginObject("select");
    selection::writeSelectionSchema(w);
    w.endObject();
    writeText(w, "lint", "Rules to look through documents by, a file.");
    writeExcerpt(w);
    writeText(w, "corrects",
              "The version that each input corrects, a file; {stem} is the input's name without folder and "
              "ending.");
    writeText(w, "compare", "Of goal matrices the last period, a file; {stem} as of corrects.");
    writeText(w, "date", "The files' date (ISO 8601); each document's own where it is missing.");
    writeWords(w, "missing", R"(["error", "box"])", "What becomes of a character that no font has.");
    for (const auto& [key, description] :
         {std::pair("embedData", "Whether the edition's data is embedded as JSON (PDF/A-3a)."),
          std::pair("hash", "Whether the report tells the SHA-256 of what is printed.")}) {
        w.beginObject(key);
        w.string("type", "boolean");
        w.string("description", description);
        w.endObject();
    }
}

void writeOutput(JsonWriter& w) {
    w.beginObject("output");
    beginClosedObject(w);
    writeShared(w, "\\.pdf$",
                "What its files are called, with {stem}, {committee}, {date}, {edition}, {style}, {kind}, "
                "{period} or {recipient}; \"{stem}.pdf\" where it is missing.");
    writeText(w, "recipient", "Who gets a members' edition, without what they were disqualified from.");
    w.endObject();
    w.endObject();
}

void writeRecipients(JsonWriter& w) {
    w.beginObject("recipients");
    beginClosedObject(w);
    writeText(
        w, "file",
        "A CSV file: a line of headings (Navn, Udvalg, Udgave, Medlem, Stil; or name, committees, edition, "
        "member, style), then one for each recipient.");
    w.beginObject("ignored");
    w.string("type", "array");
    w.word("items", kText);
    w.string("description", "Headings of columns that do not say who gets what: addresses, say.");
    w.endObject();
    writeShared(w, "\\{recipient\\}.*\\.pdf$",
                "What the copies are called, as of outputs; \"{stem}-{recipient}.pdf\" where it is missing.");
    w.endObject();
    w.word("required", R"(["file"])");
    w.endObject();
}

void writeList(JsonWriter& w, std::string_view key, std::string_view items, std::string_view description) {
    w.beginObject(key);
    w.string("type", "array");
    w.word("minItems", "1");
    w.word("items", items);
    w.string("description", description);
    w.endObject();
}

} // namespace

std::string jobSchema() {
    JsonWriter w;
    w.beginObject();
    w.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    w.string("title", "sidetal batch job");
    w.string("description",
             "what sidetal batch makes; files are from the job's folder; // and /* */ comments are allowed");
    beginClosedObject(w);
    w.word("$schema", R"({"type": "string", "description": "Where editors find this schema."})");
    w.word("description", R"({"type": "string", "description": "What the job is for."})");
    writeList(w, "inputs", R"({"$ref": "#/$defs/input"})", "What is read: files, patterns and folders.");
    writeList(w, "outputs", R"({"$ref": "#/$defs/output"})",
              "What is made of each input; its public edition where that and recipients are missing.");
    w.beginObject("recipients");
    w.word(
        "anyOf",
        R"([{"$ref": "#/$defs/recipients"}, {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/recipients"}}])");
    w.string("description", "Who gets a copy of their own of each input that is for them.");
    w.endObject();
    w.endObject();
    w.word("required", R"(["inputs"])");
    w.beginObject("$defs");
    w.word("text", R"({"type": "string", "pattern": "\\S"})");
    writeInput(w);
    writeOutput(w);
    writeRecipients(w);
    w.endObject();
    w.endObject();
    return std::move(w).take();
}

} // namespace sidetal::jobs
