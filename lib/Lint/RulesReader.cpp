#include "Lint/RulesReader.h"

#include "Lint/Codes.h"
#include "Lint/Reporter.h"
#include "Lint/Surroundings.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal::lint {

namespace {

using input::Members;
using input::Node;

struct SeverityWord {
    std::string_view name;
    LintSeverity value;
};

constexpr std::array<SeverityWord, 3> kSeverityWords = {{
    {"off", LintSeverity::Off},
    {"warning", LintSeverity::Warning},
    {"error", LintSeverity::Error},
}};

std::vector<std::string_view> codeNames() {
    std::vector<std::string_view> out;
    for (const CodeInfo& info : codeTable()) {
        out.push_back(info.code);
    }
    return out;
}

/// Whether there is such a code; where there is none that is told, since a rule for it could never apply.
bool expectCode(const Node& node, std::string_view code) {
    const auto names = codeNames();
    if (std::ranges::find(names, code) != names.end()) {
        return true;
    }
    std::vector<std::string> notes;
    if (const auto nearest = nearestName(code, names)) {
        notes.push_back(fmt::format("nearest known code: '{}'", *nearest));
    }
    node.error("SID-N040", fmt::format("nothing is found by the code {}", inQuotes(code)), std::move(notes));
    return false;
}

/// Whether there is nothing but white space, whatever its width.
bool isBlank(std::string_view text) {
    return folded(text).find_first_not_of(' ') == std::string::npos;
}

std::string readWords(const Node& node) {
    std::string out = node.line().value_or("");
    if (isBlank(out) && node.isText()) {
        node.error("SID-I012", "empty, expected text");
        out.clear();
    }
    return out;
}

LintAllowance readAllowance(const Node& node) {
    LintAllowance out;
    Members members(node);
    if (const auto text = members.require("text")) {
        out.text = readWords(*text);
        if (!out.text.empty() && folded(out.text).find_first_not_of("*? ") == std::string::npos) {
            text->error("SID-N041", "allows everything, expected more than '*' and '?'");
        }
    }
    if (const auto reason = members.require("reason")) {
        out.reason = readWords(*reason);
    }
    if (const auto codes = members.get("codes")) {
        codes->eachItem("code", [&](const Node& code) {
            std::string name = code.line().value_or("");
            if (expectCode(code, name)) {
                out.codes.push_back(std::move(name));
            }
        });
    }
    members.finish();
    return out;
}

/// Tells of an allowance by which nothing can ever be allowed.
void checkAllowance(const Node& node, const LintAllowance& allowance, const LintRules& rules) {
    const auto table = codeTable();
    if (allowance.text.empty()) {
        return; // which is told
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool meant = allowance.codes.empty() ||
                           std::ranges::find(allowance.codes, table[i].code) != allowance.codes.end();
        if (meant && canAllow(static_cast<Code>(i), allowance, rules)) {
            return;
        }
    }
    node.warning("SID-N042", "an allowance that can never apply: nothing that its codes find and tell is so");
}

void writeWords(JsonWriter& writer, std::string_view key, std::string_view description) {
    writer.beginObject(key);
    writer.string("type", "string");
    writer.word("pattern", R"("\\S")");
    writer.string("description", description);
    writer.endObject();
}

void writeAllowancesSchema(JsonWriter& writer) {
    writer.beginObject("allowed");
    writer.string("type", "array");
    writer.string("description", "What may stand though it is found, each with its reason.");
    writer.beginObject("items");
    writer.string("type", "object");
    writer.word("additionalProperties", "false");
    writer.word("required", R"(["text", "reason"])");
    writer.beginObject("properties");
    writer.beginObject("text");
    writer.string("type", "string");
    writer.word("pattern", R"("[^*?\\s]")");
    writer.string("description",
                  "What is found: '*' stands for any characters, '?' for one; case, and in numbers blanks, "
                  "hyphens and +45, count for nothing.");
    writer.endObject();
    writeWords(writer, "reason", "Why, for those who read the rules.");
    writer.beginObject("codes");
    writer.string("type", "array");
    writer.string("description", "The codes that it is for; without them all.");
    writer.beginObject("items");
    writer.key("enum");
    writer.beginArray();
    for (const std::string_view code : codeNames()) {
        writer.string(code);
    }
    writer.endArray();
    writer.endObject();
    writer.endObject();
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeSeveritySchema(JsonWriter& writer) {
    writer.beginObject("severity");
    writer.string("type", "object");
    writer.word("additionalProperties", "false");
    writer.string("description", "How each finding is told: off, warning (where it is missing) or error.");
    writer.beginObject("properties");
    for (const CodeInfo& info : codeTable()) {
        writer.beginObject(info.code);
        writer.word("enum", R"(["off", "warning", "error"])");
        writer.string("description", info.message);
        writer.endObject();
    }
    writer.endObject();
    writer.endObject();
}

} // namespace

LintRules readRules(const Node& object) {
    LintRules out;
    Members members(object);
    if (const auto names = members.get("forbiddenNames")) {
        names->eachItem("name", [&](const Node& name) { out.forbiddenNames.push_back(readWords(name)); });
    }
    if (const auto severity = members.get("severity")) {
        severity->eachMember([&](const Node& member) {
            const auto value = member.oneOf(kSeverityWords);
            if (expectCode(member, member.key()) && value) {
                out.severity.emplace_back(member.key(), *value);
            }
        });
    }
    if (const auto allowed = members.get("allowed")) { // last: what can be allowed depends on the rest
        allowed->eachItem("allowance", [&](const Node& item) {
            out.allowed.push_back(readAllowance(item));
            checkAllowance(item, out.allowed.back(), out);
        });
    }
    members.finish();
    return out;
}

LintRules readRulesFile(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.setFile(name);
    input::Tree tree;
    LintRules out;
    if (input::readJson(bytes, {}, diagnostics, tree)) {
        const Node root(tree, diagnostics);
        out = readRules(root);
    }
    diagnostics.throwIfErrors();
    return out;
}

void writeRulesSchema(JsonWriter& writer) {
    writer.string("type", "object");
    writer.word("additionalProperties", "false");
    writer.beginObject("properties");

    writer.beginObject("forbiddenNames");
    writer.string("type", "array");
    writer.string("description", "Names and words that must not stand in what is published (SID-N011).");
    writer.word("items", R"({"type": "string", "pattern": "\\S"})");
    writer.endObject();

    writeAllowancesSchema(writer);
    writeSeveritySchema(writer);
    writer.endObject();
}

std::string rulesSchema() {
    JsonWriter writer;
    writer.beginObject();
    writer.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    writer.string("title", "Rules of sidetal's lint");
    writeRulesSchema(writer);
    writer.endObject();
    return std::move(writer).take();
}

} // namespace sidetal::lint
