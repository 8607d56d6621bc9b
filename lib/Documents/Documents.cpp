#include "Documents/Documents.h"
#include "Documents/AccessPolicy.h"
#include "Documents/ClosedPlaces.h"
#include "Documents/Codecs.h"
#include "Documents/KindCodec.h"
#include "Model/Fields/CommonFields.h"
#include "Support/Kinds.h"
#include "Support/MemoryWatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace sidetal::input {

namespace {

constexpr auto kWords = kindColumn(&KindRow::word);
constexpr auto kRoots = kindColumn(&KindRow::xmlRoot);

std::optional<DocumentKind> kindOfJson(const Node& root) {
    if (!root.expectObject()) {
        return std::nullopt;
    }
    const auto named = root.member("document");
    if (!named) {
        root.diagnostics().error("SID-I011", fmt::format("missing, expected {}", quotedList(kWords)),
                                 root.position(), "document");
        return std::nullopt;
    }
    const auto index = named->choice(kWords);
    return index ? std::optional(kKinds[*index].kind) : std::nullopt;
}

std::optional<DocumentKind> kindOfXml(const Node& root, std::string_view name) {
    const auto found = std::find(kRoots.begin(), kRoots.end(), name);
    if (found != kRoots.end()) {
        return kKinds[static_cast<std::size_t>(found - kRoots.begin())].kind;
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
    if (!looksLikeXml(bytes)) {
        return readJson(bytes, limits, diagnostics, tree) ? kindOfJson(Node(tree, diagnostics))
                                                          : std::nullopt;
    }
    std::string rootName;
    const bool good = watchingMemory([&] { return readXml(bytes, limits, diagnostics, tree, rootName); });
    return good ? kindOfXml(Node(tree, diagnostics), rootName) : std::nullopt;
}

/// How the texts of a document are to be read, which stands anywhere among its keys. What is wrong with it is
/// told when the key itself is read.
TextHints hintsOf(const Node& document) {
    Diagnostics unheard;
    const Node root(document.tree(), unheard);
    TextHints out;
    if (root.isObject()) {
        if (const auto texts = root.member("texts")) {
            readObject(*texts, out);
        }
    }
    return out;
}

/// How the documents of a kind are read, written and described.
const KindCodec& codecOf(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::Agenda:
    case DocumentKind::Minutes:
        return kMeetingPapers;
    case DocumentKind::GoalMatrix:
        break;
    }
    return kGoalMatrices;
}

/// Reads a document into `tree`, and out of that.
Document readThrough(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                     const ReadOptions& options, const SourceNames& others, Tree& tree) {
    diagnostics.setFile(name);
    const auto kind = readTree(bytes, options.limits, diagnostics, tree);
    if (!kind) {
        diagnostics.throwIfErrors();
    }
    if (!others.empty()) {
        const auto own = static_cast<std::uint32_t>(others.size());
        SourceNames sources = others;
        sources.push_back({name});
        diagnostics.setSources(std::move(sources), own);
        setTreeSource(tree, own);
    }
    TextBudget budget{options.limits.textParts};
    const AccessPolicy policy(options.acceptedKeys);
    std::vector<NotedKey> keys;
    RepeatedWarnings repeated;
    const TextHints hints = hintsOf(Node(tree, diagnostics));
    const Node root(tree, diagnostics, {&budget, &hints, &policy, &keys, &repeated});
    Document out = codecOf(*kind).read(root, *kind);
    repeated.tell(diagnostics);
    diagnostics.throwIfErrors();
    DocumentHeader& header = headerOf(out);
    header.sources = diagnostics.sources();
    for (NotedKey& key : keys) {
        header.keyPlaces.push_back({std::move(key.path), key.place});
    }
    return out;
}

} // namespace

void setTreeSource(Tree& tree, std::uint32_t source) {
    tree.data().position.source = source;
    tree.data().keyPosition.source = source;
    for (auto& child : tree) {
        setTreeSource(child.second, source);
    }
}

Document readDocument(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                      const ReadOptions& options, const SourceNames& others) {
    Tree tree;
    if (options.quoteClosed) {
        return readThrough(bytes, name, diagnostics, options, others, tree);
    }
    Diagnostics found;
    std::optional<Document> out;
    try {
        out = readThrough(bytes, name, found, options, others, tree);
    } catch (const Error&) {
        if (!found.hasErrors()) {
            throw;
        }
    }
    diagnostics.setSources(found.sources(), found.ownSource());
    if (!found.all().empty()) {
        diagnostics.append(withoutClosedWords(found, tree, bytes, options.acceptedKeys));
    }
    diagnostics.throwIfErrors();
    return std::move(*out);
}

std::string writeJson(const Document& document) {
    JsonWriter json;
    json.beginObject();
    json.key("document");
    json.string(kindName(kindOf(document)));
    codecOf(kindOf(document)).write(json, document);
    json.endObject();
    return std::move(json).take();
}

std::string documentSchema(DocumentKind kind) {
    return codecOf(kind).schema(kind);
}

} // namespace sidetal::input
