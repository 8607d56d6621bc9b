#include "Jobs/JobReader.h"

#include "Selection/SelectionReader.h"
#include "Tree/Node.h"
#include "sidetal/Jobs/BatchJob.h"
#include "sidetal/Jobs/FileName.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

using input::Members;
using input::Node;

constexpr std::array<std::string_view, 3> kEditionWords = {"public", "members", "full"}; // as Edition
constexpr std::array<std::string_view, 2> kLanguages = {"da", "en"};
constexpr std::array<std::string_view, 2> kMissingWords = {"error", "box"};

/// A text that says something: the name of a file, of a style.
std::string readText(const Node& node) {
    const std::string out(node.text().value_or(""));
    if (node.isText() && isBlank(out)) {
        node.error("SID-I012", "empty, expected text");
    }
    return out;
}

void readInto(Members& members, std::string_view key, std::string& out) {
    if (const auto node = members.get(key)) {
        out = readText(*node);
    }
}

BatchInputs readInputs(const Node& node) {
    BatchInputs out;
    out.source = node.position();
    if (!node.isObject()) {
        out.files = readText(node);
        return out;
    }
    Members members(node);
    if (const auto files = members.require("files")) {
        out.files = readText(*files);
    }
    readInto(members, "mapping", out.mapping);
    readInto(members, "sheet", out.sheet);
    readInto(members, "catalogue", out.catalogue);
    members.finish();
    return out;
}

std::string readName(const Node& node) {
    std::string name = readText(node);
    if (const std::string fault = faultOfNamePattern(name); !isBlank(name) && !fault.empty()) {
        node.error("SID-B001", fmt::format("the name {} {}", inQuotes(name), fault));
    }
    return name;
}

/// The name of a file that belongs to each input.
std::string readFileOfInput(const Node& node) {
    std::string name = readText(node);
    for (const std::string& placeholder : placeholdersOf(name)) {
        if (placeholder != "stem") {
            node.error("SID-B007",
                       fmt::format("the name {} has {{{}}} in it, expected none but {{stem}}, the "
                                   "input's name without folder and ending",
                                   inQuotes(name), placeholder));
        }
    }
    return name;
}

/// A text, or a list of such.
void readTexts(const Node& node, std::vector<std::string>& out) {
    if (node.isList()) {
        node.eachItem("text", [&](const Node& item) { out.push_back(readText(item)); });
        return;
    }
    out.push_back(readText(node));
}

ExcerptRequest readExcerpt(const Node& node) {
    ExcerptRequest out;
    Members members(node);
    readInto(members, "items", out.items);
    for (const auto& [key, texts] :
         {std::pair("case", &out.cases), std::pair("decidedBy", &out.committees)}) {
        if (const auto asked = members.get(key)) {
            readTexts(*asked, *texts);
        }
    }
    members.finish();
    if (members.usable() && node.tree().empty()) {
        node.error("SID-I012", "empty, expected items, case or decidedBy");
    }
    return out;
}

std::optional<DateTime> readMoment(const Node& node) {
    const auto text = node.text();
    const auto out = text ? parseDateTime(*text) : std::nullopt;
    if (text && !out) {
        node.error("SID-I016", fmt::format("{} is no date, expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ",
                                           inQuotes(*text)));
    }
    return out;
}

/// What outputs and recipients have alike.
void readShared(const Node& entry, Members& members, BatchOutputs& out) {
    out.path = entry.path();
    out.source = entry.position();
    out.nameSource = entry.position();
    if (const auto name = members.get("name")) {
        out.name = readName(*name);
        out.nameSource = name->position();
    }
    if (const auto edition = members.get("edition")) {
        out.edition = static_cast<Edition>(edition->choice(kEditionWords).value_or(0));
    }
    for (const auto& [key, text] :
         {std::pair("style", &out.style), std::pair("policy", &out.policy), std::pair("lint", &out.lint)}) {
        readInto(members, key, *text);
    }
    if (const auto language = members.get("lang")) {
        const auto word = language->choice(kLanguages);
        out.language = word ? kLanguages[*word] : "";
    }
    if (const auto missing = members.get("missing")) {
        out.boxForMissing = missing->choice(kMissingWords).value_or(0) == 1;
    }
    if (const auto select = members.get("select")) {
        out.select = selection::readSelection(*select);
    }
    if (const auto excerpt = members.get("excerpt")) {
        out.excerpt = readExcerpt(*excerpt);
    }
    for (const auto& [key, file] :
         {std::pair("corrects", &out.corrects), std::pair("compare", &out.compare)}) {
        if (const auto node = members.get(key)) {
            *file = readFileOfInput(*node);
        }
    }
    if (const auto date = members.get("date")) {
        out.date = readMoment(*date);
    }
    for (const auto& [key, flag] : {std::pair("embedData", &out.embedData), std::pair("hash", &out.hash)}) {
        if (const auto asked = members.get(key)) {
            *flag = asked->boolean().value_or(false);
        }
    }
}

BatchOutputs readOutputs(const Node& node) {
    BatchOutputs out;
    Members members(node);
    readShared(node, members, out);
    readInto(members, "recipient", out.recipient);
    members.finish();
    return out;
}

BatchOutputs readRecipientsEntry(const Node& node) {
    BatchOutputs out;
    out.name = "{stem}-{recipient}.pdf";
    Members members(node);
    readShared(node, members, out);
    if (const auto names = placeholdersOf(out.name); std::ranges::find(names, "recipient") == names.end()) {
        const auto name = node.member("name"); // the name that is there has it
        name->error("SID-B001", fmt::format("the name {} has no {{recipient}} in it, by which the copies are "
                                            "told from each other",
                                            inQuotes(out.name)));
    }
    if (const auto file = members.require("file")) {
        out.recipients = readText(*file);
        out.recipientsSource = file->position();
    }
    if (const auto ignored = members.get("ignored")) {
        ignored->eachItem("heading", [&](const Node& heading) { out.ignored.push_back(readText(heading)); });
    }
    members.finish();
    return out;
}

BatchJob readRoot(const Node& root) {
    BatchJob out;
    Members members(root);
    for (const std::string_view text : {"$schema", "description"}) {
        if (const auto node = members.get(text)) {
            (void)node->text();
        }
    }
    if (const auto inputs = members.require("inputs")) {
        inputs->eachItem("input", [&](const Node& node) { out.inputs.push_back(readInputs(node)); });
        if (inputs->isList() && out.inputs.empty()) {
            inputs->error("SID-I012", "empty, expected files, patterns or folders");
        }
    }
    if (const auto outputs = members.get("outputs")) {
        outputs->eachItem("output", [&](const Node& node) { out.outputs.push_back(readOutputs(node)); });
        if (outputs->isList() && out.outputs.empty()) {
            outputs->error("SID-I012", "empty, expected what is made of each input");
        }
    }
    if (const auto recipients = members.get("recipients")) {
        if (recipients->isObject()) {
            out.outputs.push_back(readRecipientsEntry(*recipients));
        } else {
            const std::size_t before = out.outputs.size();
            recipients->eachItem("list",
                                 [&](const Node& node) { out.outputs.push_back(readRecipientsEntry(node)); });
            if (recipients->isList() && out.outputs.size() == before) {
                recipients->error("SID-I012", "empty, expected who gets copies");
            }
        }
    } else if (!members.get("outputs")) {
        out.outputs.emplace_back().path = "outputs[0]";
    }
    members.finish();
    return out;
}

} // namespace

BatchJob readBatchJob(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    Diagnostics found;
    found.setFile(name);
    BatchJob out;
    input::Tree tree;
    if (input::readJson(bytes, {}, found, tree)) {
        out = readRoot(Node(tree, found));
    }
    out.file = name;
    for (BatchOutputs& outputs : out.outputs) {
        outputs.select.file = outputs.select.isEmpty() ? "" : name;
    }
    Diagnostics own;
    for (Diagnostic d : found.all()) {
        d.severity = d.code == "SID-I014" ? Severity::Error : d.severity;
        own.add(std::move(d));
    }
    diagnostics.append(own);
    own.throwIfErrors();
    return out;
}

} // namespace sidetal
