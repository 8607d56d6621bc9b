#include "Styles/StyleChain.h"

#include "Style/BuiltInStyles.h"
#include "Style/FileChain.h"
#include "Style/StyleKeys.h"
#include "Styles/StyleReader.h"

#include <fmt/format.h>

namespace sidetal::input {

namespace {

/// What a sheet says that it differs from; empty where it names nothing.
std::string baseName(const Node& root) {
    const auto base = root.member("base");
    return base && base->isText() ? base->line().value_or("") : std::string();
}

/// Puts the built-in sheet of that name before `chain`, and what it is based on before it.
void prependBuiltIns(StyleChain& chain, std::string name) {
    while (!name.empty()) {
        StyleLayer& layer = chain.emplace_front();
        layer.name = name;
        layer.builtIn = true;
        layer.diagnostics.setFile(name);
        if (!readJson(findBuiltInStyle(name)->text, {}, layer.diagnostics, layer.tree)) {
            return;
        }
        name = baseName(Node(layer.tree, layer.diagnostics));
    }
}

/// Reads the files of a chain, from the one that is asked for to the one that is based on a built-in sheet.
class ChainReader {
  public:
    ChainReader(const std::string& name, const StyleLoader& load)
        : load_(load)
        , files_(name, kMostStyleFiles) {}

    StyleChain read(std::string bytes) {
        std::optional<std::string> next = std::move(bytes);
        while (next) {
            next = readFile(*next);
        }
        return std::move(chain_);
    }

  private:
    /// Puts the file that was named last before the chain; the bytes of its base, where that is a file.
    std::optional<std::string> readFile(std::string_view bytes) {
        StyleLayer& layer = chain_.emplace_front();
        layer.name = files_.last();
        layer.diagnostics.setFile(layer.name);
        if (!readJson(bytes, {}, layer.diagnostics, layer.tree)) {
            return std::nullopt;
        }
        const Node root(layer.tree, layer.diagnostics);
        return root.expectObject() ? baseOf(root) : std::nullopt;
    }

    std::optional<std::string> baseOf(const Node& root) {
        const std::string name = baseName(root);
        if (name.empty()) {
            if (const auto kind = kindOf(root)) {
                prependBuiltIns(chain_, std::string(kindName(*kind)));
            } else {
                root.error("SID-S008",
                           fmt::format("neither 'base' nor 'document' says what the sheet is for, "
                                       "expected \"base\": {}",
                                       quotedList(builtInNames())));
            }
        } else if (findBuiltInStyle(name) != nullptr) {
            prependBuiltIns(chain_, name);
        } else if (FileChain::looksLikeFile(name)) {
            return load(*root.member("base"), name);
        } else {
            reportUnknownName(*root.member("base"), "SID-S001", "built-in style sheet", name, builtInNames());
        }
        return std::nullopt;
    }

    std::optional<std::string> load(const Node& base, const std::string& name) {
        if (!load_) {
            base.error("SID-S021", fmt::format("{} is a file, and none can be read here, expected a built-in "
                                               "sheet: {}",
                                               inQuotes(name), quotedList(builtInNames())));
            return std::nullopt;
        }
        FileChain::Base added = files_.add(name, load_);
        switch (added.outcome) {
        case FileChain::Outcome::Loaded:
            return std::move(added.bytes);
        case FileChain::Outcome::Again:
            base.error("SID-S023", fmt::format("'{}' is based on itself", files_.last()), {chainNote()});
            break;
        case FileChain::Outcome::TooMany:
            base.error("SID-S022",
                       fmt::format("'{}' would be file {} that the sheet is made of, expected at most {}",
                                   files_.last(), files_.size(), kMostStyleFiles),
                       {chainNote()});
            break;
        case FileChain::Outcome::Fault:
            base.error("SID-S021", fmt::format("'{}' {}", files_.last(), added.fault));
            break;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string chainNote() const {
        return fmt::format("each is based on the next: '{}'", fmt::join(files_.names(), "', '"));
    }

    const StyleLoader& load_;
    FileChain files_;
    StyleChain chain_;
};

} // namespace

StyleChain readChain(std::string_view bytes, const std::string& name, const StyleLoader& load) {
    return ChainReader(name, load).read(std::string(bytes));
}

StyleChain builtInChain(std::string_view name) {
    StyleChain chain;
    prependBuiltIns(chain, std::string(name));
    return chain;
}

std::optional<DocumentKind> kindOf(const Node& root) {
    const auto document = root.member("document");
    for (const auto& kind : kStyleKinds) {
        if (document && document->isText() && document->text() == kind.word) {
            return kind.value;
        }
    }
    return std::nullopt;
}

void checkKinds(StyleChain& chain) {
    std::optional<DocumentKind> first;
    for (StyleLayer& layer : chain) {
        const Node root(layer.tree, layer.diagnostics);
        const auto kind = kindOf(root);
        if (!first) {
            first = kind;
        } else if (kind && *kind != *first) {
            root.member("document")
                ->error("SID-S008", fmt::format("'{}' is not what the base {} is for, expected '{}'",
                                                kindName(*kind), inQuotes(baseName(root)), kindName(*first)));
        }
    }
}

std::vector<std::string_view> builtInNames() {
    std::vector<std::string_view> out;
    for (const BuiltInStyle& sheet : builtInStyleFiles()) {
        out.push_back(sheet.name);
    }
    return out;
}

Diagnostic unknownName(std::string_view code, std::string_view thing, std::string_view name,
                       std::span<const std::string_view> known) {
    Diagnostic out;
    out.code = code;
    out.message = fmt::format("no {} {}, expected {}", thing, inQuotes(name), quotedList(known));
    if (const auto near = nearestName(name, known)) {
        out.notes.push_back(fmt::format("nearest known name: '{}'", *near));
    }
    return out;
}

void reportUnknownName(const Node& node, std::string_view code, std::string_view thing, std::string_view name,
                       std::span<const std::string_view> known) {
    Diagnostic unknown = unknownName(code, thing, name, known);
    node.error(unknown.code, std::move(unknown.message), std::move(unknown.notes));
}

} // namespace sidetal::input
