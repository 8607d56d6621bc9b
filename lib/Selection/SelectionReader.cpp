#include "Selection/SelectionReader.h"

#include "Selection/SelectionKeys.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal::selection {

namespace {

using input::Members;
using input::Node;

/// Calls `read` for a text, or for each of a list of them.
template <class Read>
void eachText(const Node& node, std::string_view element, const Read& read) {
    if (!node.isText() && node.isList()) {
        node.eachItem(element, read);
        return;
    }
    read(node);
}

void readName(const Node& node, std::vector<GoalSelection::Name>& out) {
    std::optional<std::string> name = node.line();
    if (name && name->empty()) {
        node.error("SID-I012", "empty, expected text");
    } else if (name) {
        out.push_back({std::move(*name), node.position()});
    }
}

/// The members of a schema object for a value of `names`, or a list of such.
template <class Rows>
void writeChoice(JsonWriter& writer, const Rows& rows) {
    writer.key("enum");
    writer.beginArray();
    for (const auto& row : rows) {
        writer.string(row.name);
    }
    writer.endArray();
}

/// "anyOf" one value, which `write` describes, or a list of them.
template <class Write>
void writeOneOrSeveral(JsonWriter& writer, std::string_view key, std::string_view description,
                       const Write& write) {
    writer.beginObject(key);
    writer.string("description", fmt::format("{} One, or a list of which any may hold.", description));
    writer.key("anyOf");
    writer.beginArray();
    writer.beginObject();
    write();
    writer.endObject();
    writer.beginObject();
    writer.string("type", "array");
    writer.beginObject("items");
    write();
    writer.endObject();
    writer.endObject();
    writer.endArray();
    writer.endObject();
}

} // namespace

GoalSelection readSelection(const Node& object) {
    GoalSelection out;
    Members members(object);
    for (const NameKey& key : kNameKeys) {
        if (const auto names = members.get(key.name)) {
            eachText(*names, key.name, [&](const Node& name) { readName(name, out.*key.member); });
        }
    }
    if (const auto statuses = members.get("status")) {
        eachText(*statuses, "status", [&](const Node& status) {
            if (const auto value = status.oneOf(model::Words<GoalStatus>::values)) {
                out.statuses.push_back(*value);
            }
        });
    }
    if (const auto prioritised = members.get("prioritised")) {
        out.prioritised = prioritised->boolean().value_or(false);
    }
    if (const auto day = members.get("deadlineBefore")) {
        out.deadlineBefore = day->date();
    }
    if (const auto sort = members.get("sort")) {
        out.sort = sort->oneOf(kSortWords).value_or(out.sort);
    }
    if (const auto group = members.get("group")) {
        out.group = group->oneOf(kGroupWords).value_or(out.group);
    }
    members.finish();
    return out;
}

GoalSelection readSelectionFile(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.setFile(name);
    input::Tree tree;
    GoalSelection out;
    if (input::readJson(bytes, {}, diagnostics, tree)) {
        const Node root(tree, diagnostics);
        out = readSelection(root);
    }
    diagnostics.throwIfErrors();
    out.file = name;
    return out;
}

void writeSelectionSchema(JsonWriter& writer) {
    writer.string("type", "object");
    writer.word("additionalProperties", "false");
    writer.string("description", "Which goals of a goal matrix are shown, in which order and under what. All "
                                 "conditions hold together.");
    writer.beginObject("properties");
    for (const NameKey& key : kNameKeys) {
        writeOneOrSeveral(writer, key.name, key.description, [&] {
            writer.string("type", "string");
            writer.word("pattern", R"("\\S")");
        });
    }
    writeOneOrSeveral(writer, "status", "Status of the goal.",
                      [&] { writeChoice(writer, model::Words<GoalStatus>::values); });
    writer.beginObject("prioritised");
    writer.string("description", "Prioriteret: true for those goals alone.");
    writer.string("type", "boolean");
    writer.endObject();
    writer.beginObject("deadlineBefore");
    writer.string("description", "Frist: initiatives whose deadline is before this day.");
    writer.string("type", "string");
    writer.string("format", "date");
    writer.endObject();
    writer.beginObject("sort");
    writer.string("description", "The order of goals under their theme; as written where it is missing.");
    writeChoice(writer, kSortWords);
    writer.endObject();
    writer.beginObject("group");
    writer.string("description", "What goals stand under; their theme where it is missing.");
    writeChoice(writer, kGroupWords);
    writer.endObject();
    writer.endObject();
}

std::string selectionSchema() {
    JsonWriter writer;
    writer.beginObject();
    writer.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    writer.string("title", "sidetal selection of goals");
    writeSelectionSchema(writer);
    writer.endObject();
    return std::move(writer).take();
}

} // namespace sidetal::selection
