#include "Style/StyleSchema.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"
#include "Support/JsonText.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <vector>

namespace sidetal {

namespace {

/// Writes JSON that people can read: a member a line, two blanks a level.
class Writer {
  public:
    explicit Writer(std::string& out)
        : out_(out) {}

    void open(std::string_view key) {
        startMember(key);
        out_ += '{';
        first_ = true;
        ++depth_;
    }
    void close() {
        --depth_;
        newLine();
        out_ += '}';
        first_ = false;
    }
    void member(std::string_view key, std::string_view value) {
        startMember(key);
        appendJsonString(out_, value);
    }
    /// A member whose value is JSON already.
    void raw(std::string_view key, std::string_view json) {
        startMember(key);
        out_ += json;
    }

  private:
    void startMember(std::string_view key) {
        if (!first_) {
            out_ += ',';
        }
        first_ = false;
        if (depth_ == 0) {
            return;
        }
        newLine();
        appendJsonString(out_, key);
        out_ += ": ";
    }
    void newLine() { out_.append(1, '\n').append(2 * depth_, ' '); }

    std::string& out_;
    std::size_t depth_ = 0;
    bool first_ = true;
};

/// Writes each key that it visits as a member of "properties".
class SchemaVisitor {
  public:
    explicit SchemaVisitor(Writer& writer)
        : w_(writer) {}

    void text(std::string_view key, std::string&, std::string_view doc) {
        open(key, "string", doc);
        w_.raw("pattern", R"("\\S")");
        w_.close();
    }
    /// One of the words.
    void words(std::string_view key, std::span<const std::string_view> of, std::string_view doc) {
        std::string list;
        for (const std::string_view word : of) {
            list += list.empty() ? "[" : ", ";
            appendJsonString(list, word);
        }
        w_.open(key);
        w_.raw("enum", list + "]");
        w_.member("description", doc);
        w_.close();
    }
    void family(std::string_view key, std::string& value, std::string_view doc) { text(key, value, doc); }
    void length(std::string_view key, Length&, LengthRange range, std::string_view doc) {
        reference(key, "length", withRange(doc, range));
    }
    void length(std::string_view key, std::optional<Length>&, LengthRange range, std::string_view doc) {
        orNull(key, "length", withRange(doc, range));
    }
    void colour(std::string_view key, Colour&, std::string_view doc) { reference(key, "colour", doc); }
    void fill(std::string_view key, std::optional<Colour>&, std::string_view doc) {
        orNull(key, "colour", doc);
    }
    void flag(std::string_view key, bool&, std::string_view doc) {
        open(key, "boolean", doc);
        w_.close();
    }
    void number(std::string_view key, std::int32_t&, NumberRange range, std::string_view doc) {
        open(key, "integer", doc);
        w_.raw("minimum", std::to_string(range.least));
        w_.raw("maximum", std::to_string(range.most));
        w_.close();
    }
    template <class E>
    void choice(std::string_view key, E&, std::span<const Choice<E>> choices, std::string_view doc) {
        std::vector<std::string_view> of;
        for (const Choice<E>& c : choices) {
            of.push_back(c.word);
        }
        words(key, of, doc);
    }
    void textStyle(const TextRole& role, TextStyle&) { reference(role.key, "textStyle", role.doc); }
    template <class Body>
    void object(std::string_view key, std::string_view doc, const Body& body) {
        open(key, "object", doc);
        members(body);
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) {
        w_.open(key);
        w_.raw("type", R"(["object", "null"])");
        w_.member("description", doc);
        members([&](SchemaVisitor& in) { body(in, value.emplace()); });
    }

  private:
    static std::string withRange(std::string_view doc, LengthRange range) {
        return fmt::format("{}; {} to {}", doc, formatLength(range.least), formatLength(range.most));
    }
    /// What an object may hold; ends it.
    template <class Body>
    void members(const Body& body) {
        w_.raw("additionalProperties", "false");
        w_.open("properties");
        body(*this);
        w_.close();
        w_.close();
    }
    void orNull(std::string_view key, std::string_view name, std::string_view doc) {
        w_.open(key);
        w_.raw("anyOf", fmt::format(R"([{{"$ref": "#/$defs/{}"}}, {{"type": "null"}}])", name));
        w_.member("description", doc);
        w_.close();
    }
    void open(std::string_view key, std::string_view type, std::string_view doc) {
        w_.open(key);
        w_.member("type", type);
        w_.member("description", doc);
    }
    void reference(std::string_view key, std::string_view name, std::string_view doc) {
        w_.open(key);
        w_.member("$ref", fmt::format("#/$defs/{}", name));
        w_.member("description", doc);
        w_.close();
    }

    Writer& w_;
};

/// The built-in sheets for documents of this kind: a sheet's name begins with its kind's.
std::vector<std::string_view> sheetsFor(std::string_view kind) {
    std::vector<std::string_view> out;
    for (const BuiltInStyle& sheet : builtInStyleFiles()) {
        if (sheet.name == kind || sheet.name.starts_with(std::string(kind) + "-")) {
            out.push_back(sheet.name);
        }
    }
    return out;
}

void writeSheet(Writer& w, std::string_view name, StyleSheet sheet) {
    w.open(name);
    w.member("type", "object");
    w.raw("additionalProperties", "false");
    w.open("properties");
    SchemaVisitor visitor(w);
    std::string ignored;
    visitor.text("name", ignored, "name of this sheet");
    visitor.text("description", ignored, "what it is for, one line");
    StyleKind kind = sheet.kind();
    visitor.choice<StyleKind>("document", kind, std::array{kStyleKinds[static_cast<std::size_t>(kind)]},
                              "kind of documents that it dresses; default: the base's");
    visitor.words("base", sheetsFor(kStyleKinds[static_cast<std::size_t>(kind)].word),
                  "built-in sheet that this one differs from; default: the kind's own");
    visitKeys(visitor, sheet);
    w.close();
    w.raw("anyOf", R"([{"required": ["base"]}, {"required": ["document"]}])");
    w.close();
}

void writeDefinitions(Writer& w) {
    w.open("length");
    w.member("type", "string");
    w.member("pattern", R"(^-?[0-9]{1,5}(\.[0-9]{1,6})? ?(pt|mm|cm|in)$)");
    w.member("description", "a number and its unit: \"9 pt\", \"12.0 cm\", \"3 mm\", \"0.5 in\"");
    w.close();
    w.open("colour");
    w.member("type", "string");
    w.member("pattern", "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$");
    w.member("description", "sRGB: \"#1f3a4d\" or \"#fff\"");
    w.close();
    w.open("textStyle");
    w.member("type", "object");
    w.raw("additionalProperties", "false");
    w.open("properties");
    SchemaVisitor visitor(w);
    TextStyle text;
    visitKeys(visitor, text);
    w.close();
    w.close();
    StyleSheet sheet;
    sheet.look = AgendaStyle{};
    writeSheet(w, "agenda", sheet);
    sheet.look = GoalMatrixStyle{};
    writeSheet(w, "goalMatrix", sheet);
}

} // namespace

std::string styleSchema() {
    std::string out;
    Writer w(out);
    w.open("");
    w.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    w.member("title", "sidetal style sheet");
    w.member("description", "names only what differs from the built-in sheet that \"base\" names; // and /* "
                            "*/ comments are allowed");
    w.raw("anyOf", R"([{"$ref": "#/$defs/agenda"}, {"$ref": "#/$defs/goalMatrix"}])");
    w.open("$defs");
    writeDefinitions(w);
    w.close();
    w.close();
    out += '\n';
    return out;
}

} // namespace sidetal
