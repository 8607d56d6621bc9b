#include "Input/AccessPolicy.h"
#include "Input/AgendaShapes.h"
#include "Input/Encoding.h"
#include "Input/GoalMatrixShapes.h"
#include "Input/Input.h"
#include "Support/Ascii.h"
#include "Support/MemoryWatch.h"

#include <fmt/format.h>

#include <optional>

namespace sidetal::input {

namespace {

constexpr std::array<std::string_view, 3> kKinds = {"agenda", "goal-matrix", "minutes"};
constexpr std::array<std::string_view, 3> kRoots = {"agenda", "goalMatrix", "minutes"};

/// The kind by its place in kKinds or kRoots; nothing, and an error, for minutes, which are known but not
/// built yet.
std::optional<DocumentKind> builtKind(std::size_t index, const Node& place) {
    if (index == 2) {
        place.error("SID-I020",
                    "documents of kind 'minutes' cannot be read yet, expected 'agenda' or 'goal-matrix'");
        return std::nullopt;
    }
    return index == 0 ? DocumentKind::Agenda : DocumentKind::GoalMatrix;
}

std::optional<DocumentKind> kindOfJson(const Node& root) {
    if (!root.expectObject()) {
        return std::nullopt;
    }
    const auto named = root.member("document");
    if (!named) {
        root.diagnostics().error("SID-I011", fmt::format("missing, expected {}", quotedList(kKinds)),
                                 root.position(), "document");
        return std::nullopt;
    }
    const auto index = named->choice(kKinds);
    return index ? builtKind(*index, *named) : std::nullopt;
}

std::optional<DocumentKind> kindOfXml(const Node& root, std::string_view name) {
    const auto found = std::find(kRoots.begin(), kRoots.end(), name);
    if (found != kRoots.end()) {
        return builtKind(static_cast<std::size_t>(found - kRoots.begin()), root);
    }
    std::vector<std::string> notes;
    if (const auto near = nearestName(name, kRoots)) {
        notes.push_back(fmt::format("nearest known value: '{}'", *near));
    }
    root.error("SID-I011",
               fmt::format("expected the element {}, found {}", quotedList(kRoots), inQuotes(name)),
               std::move(notes));
    return std::nullopt;
}

/// Fills `tree` from JSON or XML and says what kind of document it holds.
std::optional<DocumentKind> readTree(std::string_view bytes, const ReadLimits& limits,
                                     Diagnostics& diagnostics, Tree& tree) {
    const std::string_view text = withoutByteOrderMark(bytes);
    const std::size_t first = text.find_first_not_of(ascii::kSpace);
    if (first == std::string_view::npos || text[first] != '<') {
        return readJson(bytes, limits, diagnostics, tree) ? kindOfJson(Node(tree, diagnostics))
                                                          : std::nullopt;
    }
    std::string rootName;
    const bool good =
        watchingMemory([&] { return readXml(bytes, limits, diagnostics, tree, rootName); });
    return good ? kindOfXml(Node(tree, diagnostics), rootName) : std::nullopt;
}

/// Makes the tree's places those of another source. No deeper than ReadLimits::depth.
void setSource(Tree& tree, std::uint32_t source) {
    tree.data().position.source = source;
    tree.data().keyPosition.source = source;
    for (auto& child : tree) {
        setSource(child.second, source);
    }
}

template <class T>
Document readKind(const Node& root) {
    T out;
    readObject(root, out, true);
    return out;
}

template <class T>
std::string schemaOf(DocumentKind kind) {
    SchemaWriter schema;
    JsonWriter& json = schema.json();
    json.beginObject();
    schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.text("title", fmt::format("sidetal {}", kindName(kind)));
    schema.text("description", Shape<T>::description);
    schema.text("type", "object");
    json.key("properties");
    json.beginObject();
    json.key("$schema");
    json.beginObject();
    schema.text("description", "The schema that an editor is to use; not read.");
    json.endObject();
    json.key("document");
    json.beginObject();
    schema.text("description", "Dokumenttype: what kind of document this is.");
    schema.text("const", kindName(kind));
    json.endObject();
    schemaProperties<T>(schema);
    json.endObject();
    schemaRequired<T>(schema, "document");
    json.key("additionalProperties");
    json.word("false");
    schemaConstraints<T>(schema);
    schema.definitions();
    json.endObject();
    return std::move(json).take();
}

} // namespace

Document readDocument(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                      const ReadOptions& options, const SourceNames& others) {
    diagnostics.setFile(name);
    Tree tree;
    const auto kind = readTree(bytes, options.limits, diagnostics, tree);
    if (!kind) {
        diagnostics.throwIfErrors();
    }
    if (!others.empty()) {
        const auto own = static_cast<std::uint32_t>(others.size());
        SourceNames sources = others;
        sources.push_back({name});
        diagnostics.setSources(std::move(sources), own);
        setSource(tree, own);
    }
    TextBudget budget{options.limits.textParts};
    const AccessPolicy policy(options.acceptedKeys);
    std::vector<NotedKey> keys;
    const Node root(tree, diagnostics, {&budget, &policy, &keys});
    Document out = kind == DocumentKind::Agenda ? readKind<Agenda>(root) : readKind<GoalMatrix>(root);
    diagnostics.throwIfErrors();
    DocumentHeader& header = headerOf(out);
    header.sources = diagnostics.sources();
    for (NotedKey& key : keys) {
        header.keyPlaces.push_back(std::move(key.at));
    }
    return out;
}

void checkDocument(const Document& document, Diagnostics& diagnostics) {
    std::visit([&](const auto& value) { checkMembers(Checker(diagnostics), value); }, document);
}

std::string writeJson(const Document& document) {
    JsonWriter json;
    json.beginObject();
    json.key("document");
    json.string(kindName(kindOf(document)));
    std::visit([&](const auto& value) { writeMembers(json, value); }, document);
    json.endObject();
    return std::move(json).take();
}

std::string documentSchema(DocumentKind kind) {
    return kind == DocumentKind::Agenda ? schemaOf<Agenda>(kind) : schemaOf<GoalMatrix>(kind);
}

} // namespace sidetal::input
