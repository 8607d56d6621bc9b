#include "canary/PaperText.h"

#include <string_view>

namespace sidetal::canary {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out + "\"";
}

void writeJson(const Value& value, std::string& out) {
    if (!value.comment.empty()) {
        out += "/* " + value.comment + " */ ";
    }
    bool first = true;
    const auto separate = [&] {
        out += first ? "" : ",\n";
        first = false;
    };
    switch (value.kind) {
    case Value::Kind::Text:
        out += quoted(value.text);
        break;
    case Value::Kind::Word:
        out += value.text;
        break;
    case Value::Kind::Html:
        out += "{\"html\": " + quoted(value.text) + "}";
        break;
    case Value::Kind::Object:
        out += "{";
        for (const auto& [key, member] : value.members) {
            separate();
            out += quoted(key) + ": ";
            writeJson(member, out);
        }
        out += "}";
        break;
    case Value::Kind::List:
        out += "[";
        for (const auto& [key, member] : value.members) {
            separate();
            writeJson(member, out);
        }
        out += "]";
        break;
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return out;
}

bool isShort(const Value& value) {
    return value.kind == Value::Kind::Text || value.kind == Value::Kind::Word;
}

void writeXml(const Value& value, const std::string& name, bool attributes, std::string& out) {
    if (!value.comment.empty()) {
        out += "<!-- " + value.comment + " -->";
    }
    out += "<" + name;
    for (const auto& [key, member] : value.members) {
        if (attributes && value.kind == Value::Kind::Object && isShort(member)) {
            out += " " + key + "=\"" + escaped(member.text) + "\"";
        }
    }
    out += ">";
    out += value.kind == Value::Kind::Text ? escaped(value.text) : value.text;
    for (const auto& [key, member] : value.members) {
        if (!attributes || value.kind == Value::Kind::List || !isShort(member)) {
            writeXml(member, key, attributes, out);
        }
    }
    out += "</" + name + ">\n";
}

} // namespace

std::string asJson(const Value& document, const std::string& root) {
    Value whole = Value::object();
    whole.add("document", Value::ofText(root));
    whole.members.insert(whole.members.end(), document.members.begin(), document.members.end());
    std::string out;
    writeJson(whole, out);
    return out + "\n";
}

std::string asXml(const Value& document, const std::string& root, bool attributes) {
    std::string out;
    writeXml(document, root, attributes, out);
    return out;
}

} // namespace sidetal::canary
