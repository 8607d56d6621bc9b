#include "Styles/StyleReader.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleCheck.h"
#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"
#include "Tree/Node.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <span>

namespace sidetal::input {

namespace {

/// Says that there is no such `thing`, which ones there are and which of them was perhaps meant.
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

/// Fills a sheet from several files at once, key by key, each file overriding the ones before it. So a text
/// style starts from the font that all files together give, whichever of them names it.
class SheetVisitor {
  public:
    /// The same object in each file that has it, the most basic file first.
    SheetVisitor(std::vector<Members*> layers, const TextStyle& font,
                 std::span<const std::string_view> families)
        : layers_(std::move(layers))
        , font_(&font)
        , families_(families) {}

    void text(std::string_view key, std::string& value, std::string_view) {
        each(key, [&](const Node& node) { readText(node, value); });
    }
    void family(std::string_view key, std::string& value, std::string_view) {
        each(key, [&](const Node& node) { readFamily(node, value); });
    }
    void length(std::string_view key, Length& value, LengthRange range, std::string_view) {
        each(key, [&](const Node& node) { readLength(node, value, range); });
    }
    void length(std::string_view key, std::optional<Length>& value, LengthRange range, std::string_view) {
        eachOrNull(key, value, [&](const Node& node) { readLength(node, value.emplace(), range); });
    }
    void columnWidth(std::string_view key, ColumnWidth& value, ColumnRange range, std::string_view) {
        each(key, [&](const Node& node) { readColumnWidth(node, value, range); });
    }
    void colour(std::string_view key, Colour& value, std::string_view) {
        each(key, [&](const Node& node) { readColour(node, value); });
    }
    void fill(std::string_view key, std::optional<Colour>& value, std::string_view) {
        eachOrNull(key, value, [&](const Node& node) { readColour(node, value.emplace()); });
    }
    void flag(std::string_view key, bool& value, std::string_view) {
        each(key, [&](const Node& node) { value = node.boolean().value_or(value); });
    }
    void number(std::string_view key, std::int32_t& value, NumberRange range, std::string_view) {
        each(key, [&](const Node& node) {
            value = static_cast<std::int32_t>(node.integer(range.least, range.most).value_or(value));
        });
    }
    template <class E>
    void choice(std::string_view key, E& value, std::span<const Choice<E>> choices, std::string_view) {
        each(key, [&](const Node& node) {
            std::vector<std::string_view> words;
            for (const Choice<E>& c : choices) {
                words.push_back(c.word);
            }
            if (const auto at = node.choice(words)) {
                value = choices[*at].value;
            }
        });
    }
    void textStyle(const TextRole& role, TextStyle& value) {
        value = *font_;
        value.size = value.size * role.defaults.percent / 100;
        value.lineHeight = value.lineHeight * role.defaults.percent / 100;
        value.bold = value.bold || role.defaults.bold;
        value.hyphenation = value.hyphenation && role.defaults.runsOn;
        value.justified = value.justified && role.defaults.runsOn;
        object(role.key, role.doc, [&](SheetVisitor& in) { visitKeys(in, value); });
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body, bool nullable = false) {
        std::deque<Node> nodes;
        std::deque<Members> members;
        std::vector<Members*> inner;
        each(key, [&](const Node& node) {
            if (!isNull(node) || !nullable) {
                inner.push_back(&members.emplace_back(nodes.emplace_back(node)));
            }
        });
        SheetVisitor visitor(std::move(inner), *font_, families_);
        body(visitor);
        for (Members& m : members) {
            m.finish();
        }
    }
    /// The last file that has the key says whether there is such an object; what a file names of it stays,
    /// even where another one in between wants none.
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) {
        each(key, [&](const Node& node) {
            if (isNull(node)) {
                value.reset();
            } else {
                value.emplace();
            }
        });
        T unused;
        object(
            key, doc, [&](SheetVisitor& in) { body(in, value ? *value : unused); }, true);
    }

  private:
    static bool isNull(const Node& node) { return node.tree().data().kind == TreeKind::Null; }

    template <class F>
    void each(std::string_view key, const F& f) {
        for (Members* layer : layers_) {
            if (const auto node = layer->get(key)) {
                f(*node);
            }
        }
    }
    /// As each(); null empties `value`.
    template <class T, class F>
    void eachOrNull(std::string_view key, std::optional<T>& value, const F& f) {
        each(key, [&](const Node& node) {
            if (isNull(node)) {
                value.reset();
            } else {
                f(node);
            }
        });
    }

    static void readText(const Node& node, std::string& value) {
        const auto line = node.line();
        if (line && isBlank(*line)) {
            node.error("SID-S006", "empty, expected some text");
        } else if (line) {
            value = *line;
        }
    }
    void readFamily(const Node& node, std::string& value) const {
        readText(node, value);
        if (!families_.empty() && std::find(families_.begin(), families_.end(), value) == families_.end()) {
            reportUnknownName(node, "SID-S002", "font family", value, families_);
        }
    }
    static void readLength(const Node& node, Length& value, LengthRange range) {
        if (!node.isText()) {
            node.reportWrongType("a length with its unit, such as '9 pt'");
            return;
        }
        const std::string_view text = node.text().value_or("");
        const auto length = parseLength(text);
        if (!length) {
            node.error("SID-S004",
                       fmt::format("{} is no length, expected a number and one of the units pt, mm, cm "
                                   "and in, such as '9 pt'",
                                   inQuotes(text)));
        } else if (*length < range.least || *length > range.most) {
            node.error("SID-S004", fmt::format("{} is out of range, expected '{}' to '{}'", inQuotes(text),
                                               formatLength(range.least), formatLength(range.most)));
        } else {
            value = *length;
        }
    }
    static void readColumnWidth(const Node& node, ColumnWidth& value, ColumnRange range) {
        if (!node.isText()) {
            node.reportWrongType("a column's width, such as '111 pt', '2 fr' or 'auto'");
            return;
        }
        const std::string_view text = node.text().value_or("");
        const auto width = parseColumnWidth(text);
        if (!width) {
            node.error("SID-S004",
                       fmt::format("{} is no column's width, expected a length such as '111 pt', a share of "
                                   "what is left such as '2 fr', or 'auto'",
                                   inQuotes(text)));
        } else if (!range.holds(*width)) {
            const bool fixed = width->isFixed();
            node.error("SID-S004",
                       fmt::format("{} is out of range, expected '{}' to '{}'", inQuotes(text),
                                   formatColumnWidth(fixed ? range.fixed.least : range.leastShare()),
                                   formatColumnWidth(fixed ? range.fixed.most : range.mostShare())));
        } else {
            value = *width;
        }
    }
    static void readColour(const Node& node, Colour& value) {
        const auto text = node.text();
        if (!text) {
            return;
        }
        if (const auto colour = parseColour(*text)) {
            value = *colour;
        } else {
            node.error("SID-S005",
                       fmt::format("{} is no colour, expected red, green and blue such as '#1f3a4d'",
                                   inQuotes(*text)));
        }
    }

    std::vector<Members*> layers_;
    const TextStyle* font_;
    std::span<const std::string_view> families_;
};

/// A style file as it stands, with where its messages go.
struct Layer {
    Tree tree;
    Diagnostics* diagnostics = nullptr;
};

std::vector<std::string_view> builtInNames() {
    std::vector<std::string_view> out;
    for (const BuiltInStyle& sheet : builtInStyleFiles()) {
        out.push_back(sheet.name);
    }
    return out;
}

/// The name of the sheet that a file differs from: its "base", else its kind's own; empty where it is itself
/// the first.
std::string baseName(const Node& root) {
    const auto base = root.member("base");
    if (base && base->isText()) {
        return base->line().value_or("");
    }
    return {};
}

/// Puts the built-in sheet of that name before `layers`, and what it is based on before it.
void prependBuiltIns(std::deque<Layer>& layers, std::string name, Diagnostics& ofBuiltIns) {
    while (!name.empty()) {
        Layer& layer = layers.emplace_front();
        layer.diagnostics = &ofBuiltIns;
        if (!readJson(findBuiltInStyle(name)->text, {}, ofBuiltIns, layer.tree)) {
            return;
        }
        name = baseName(Node(layer.tree, ofBuiltIns));
    }
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

/// Visits all keys of all layers. The first layer is a built-in sheet and names its kind.
StyleSheet readLayers(std::deque<Layer>& layers, std::span<const std::string_view> families) {
    std::deque<Node> roots;
    std::deque<Members> members;
    std::vector<Members*> pointers;
    for (const Layer& layer : layers) {
        pointers.push_back(&members.emplace_back(roots.emplace_back(layer.tree, *layer.diagnostics)));
    }
    StyleSheet sheet;
    DocumentKind kind = kindOf(roots.front()).value_or(DocumentKind::Agenda);
    const DocumentKind ofBase = kind;
    if (kind == DocumentKind::GoalMatrix) {
        sheet.look = GoalMatrixStyle{};
    }
    SheetVisitor visitor(std::move(pointers), sheet.font, families);
    std::string base;
    visitor.text("name", sheet.name, {});
    visitor.text("description", sheet.description, {});
    visitor.text("base", base, {});
    visitor.choice<DocumentKind>("document", kind, kStyleKinds, {});
    visitKeys(visitor, sheet);
    for (Members& m : members) {
        m.finish();
    }
    if (kind != ofBase) {
        const Node& root = roots.back();
        const auto document = root.member("document");
        document->error("SID-S008", fmt::format("'{}' is not what the base '{}' is for, expected '{}'",
                                                document->text().value_or(""), base, kindName(ofBase)));
    }
    return sheet;
}

/// Reports what is wrong with the values taken together, each at the nearest key that the file has.
void reportFaults(const StyleSheet& sheet, const Node& root) {
    for (const StyleFault& fault : checkStyle(sheet)) {
        std::deque<Node> nodes{root};
        std::string_view rest = fault.key;
        while (!rest.empty()) {
            const std::size_t dot = rest.find('.');
            const auto next =
                nodes.back().isObject() ? nodes.back().member(rest.substr(0, dot)) : std::nullopt;
            if (!next) {
                break;
            }
            nodes.push_back(*next);
            rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
        }
        const SourcePos position = nodes.back().position();
        Diagnostics& diagnostics = root.diagnostics();
        if (fault.severity == Severity::Error) {
            diagnostics.error(fault.code, fault.message, position, fault.key);
        } else {
            diagnostics.warning(fault.code, fault.message, position, fault.key);
        }
    }
}

/// The base that a user's file has, or nothing where that was reported as an error.
std::optional<std::string> baseOfUserFile(const Node& root) {
    if (const std::string name = baseName(root); !name.empty()) {
        if (findBuiltInStyle(name) != nullptr) {
            return name;
        }
        reportUnknownName(*root.member("base"), "SID-S001", "built-in style sheet", name, builtInNames());
        return std::nullopt;
    }
    if (const auto kind = kindOf(root)) {
        return std::string(kindName(*kind));
    }
    root.error("SID-S008",
               fmt::format("neither 'base' nor 'document' says what the sheet is for, expected \"base\": {}",
                           quotedList(builtInNames())));
    return std::nullopt;
}

} // namespace

StyleSheet readStyleSheet(std::string_view bytes, const std::string& name,
                          std::span<const std::string_view> families, Diagnostics& diagnostics) {
    const SourceNames outerSources = diagnostics.sources();
    const std::uint32_t outerOwn = diagnostics.ownSource();
    diagnostics.setFile(name);
    StyleSheet sheet;
    std::deque<Layer> layers(1);
    layers.back().diagnostics = &diagnostics;
    const Tree& tree = layers.back().tree;
    if (readJson(bytes, {}, diagnostics, layers.back().tree)) {
        const Node root(tree, diagnostics);
        const auto base = root.expectObject() ? baseOfUserFile(root) : std::nullopt;
        if (base) {
            Diagnostics ofBuiltIns;
            prependBuiltIns(layers, *base, ofBuiltIns);
            sheet = readLayers(layers, families);
            if (!diagnostics.hasErrors()) {
                reportFaults(sheet, root);
            }
        }
    }
    diagnostics.setSources(outerSources, outerOwn);
    diagnostics.throwIfErrors();
    sheet.file = name;
    return sheet;
}

StyleSheet builtInStyleSheet(std::string_view name) {
    if (findBuiltInStyle(name) == nullptr) {
        throw Error({unknownName("SID-S001", "built-in style sheet", name, builtInNames())});
    }
    Diagnostics diagnostics;
    diagnostics.setFile(std::string(name));
    std::deque<Layer> layers;
    prependBuiltIns(layers, std::string(name), diagnostics);
    StyleSheet sheet = readLayers(layers, {});
    diagnostics.throwIfErrors();
    return sheet;
}

} // namespace sidetal::input
