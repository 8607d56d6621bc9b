#include "Editions/ClosedRules.h"
#include "Editions/PolicyReader.h"
#include "Lint/RulesReader.h"
#include "Support/JsonWriter.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal::editions {

namespace {

/// The words that a rule may be, the public's own one said in its description.
void writeRule(JsonWriter& w, const ClosedRule& rule) {
    static constexpr std::array<std::string_view, 3> kStrict = {"shown", "replaced", "dropped"};
    w.beginObject(rule.field);
    w.word("enum", fmt::format(R"(["show"{}{}])", rule.mayReplace ? R"(, "replace")" : "",
                               rule.mayDrop ? R"(, "drop")" : ""));
    w.string("description", fmt::format("{} Where no policy says otherwise {} for the public.",
                                        rule.description, kStrict[static_cast<std::size_t>(rule.strict)]));
    w.endObject();
}

template <class T>
void writeKind(JsonWriter& w) {
    w.beginObject(ClosedRules<T>::name);
    w.string("description", ClosedRules<T>::description);
    w.key("anyOf");
    w.beginArray();
    w.word(R"({"enum": ["show", "drop"]})");
    w.beginObject();
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    for (const ClosedRule& rule : closedRules<T>()) {
        if (!rule.fixed) {
            writeRule(w, rule);
        }
    }
    w.endObject();
    w.endObject();
    w.endArray();
    w.endObject();
}

void writeEditions(JsonWriter& w) {
    w.word("public", R"({"$ref": "#/$defs/rules", "description": "What the public sees of closed things."})");
    w.word(
        "members",
        R"({"$ref": "#/$defs/rules", "description": "What members see of them; all where it is missing."})");
}

void writeText(JsonWriter& w, std::string_view key, std::string_view description) {
    w.beginObject(key);
    w.string("type", "string");
    w.string("description", description);
    w.endObject();
}

void writeDefinitions(JsonWriter& w) {
    w.beginObject("$defs");
    w.beginObject("rules");
    w.string("type", "object");
    w.string("description",
             "By kind of closed thing: \"show\" or \"drop\" for all its fields, or a rule a field.");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    eachKind([&](auto kind) { writeKind<typename decltype(kind)::Type>(w); });
    w.endObject();
    w.endObject();
    w.beginObject("committee");
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    writeEditions(w);
    w.endObject();
    w.endObject();
    w.endObject();
}

} // namespace

std::string policySchema() {
    JsonWriter w;
    w.beginObject();
    w.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    w.string("title", "sidetal edition policy");
    w.string("description",
             "names only what differs from the policy that \"base\" names; // and /* */ comments "
             "are allowed");
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    writeText(w, "$schema", "Where editors find this schema.");
    writeText(w, "name", "What the policy is called.");
    writeText(w, "description", "What it is for.");
    writeText(w, "base", "\"strict\", which is meant where it is missing, or another policy's file.");
    writeEditions(w);
    w.beginObject("committees");
    w.string("type", "object");
    w.string("description",
             "Rules by committee, over those in general. Papers of committees that are not named "
             "are warned of; one without rules of its own is {}.");
    w.word("propertyNames", R"({"pattern": "\\S"})");
    w.word("additionalProperties", R"({"$ref": "#/$defs/committee"})");
    w.endObject();
    w.beginObject("lint");
    w.string("description",
             "What papers are looked through by before they are published, over what the base has.");
    lint::writeRulesSchema(w);
    w.endObject();
    w.endObject();
    writeDefinitions(w);
    w.endObject();
    return std::move(w).take();
}

} // namespace sidetal::editions
