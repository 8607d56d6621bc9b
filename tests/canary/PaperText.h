#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sidetal::canary {

/// A value of a document's file, to be written as JSON or as XML.
struct Value {
    enum class Kind { Text, Word, Html, Object, List };
    Kind kind = Kind::Text;
    std::string text{}; ///< of a word (a number, a name) and of markup as it is written
    std::vector<std::pair<std::string, Value>> members{}; ///< of a list the name that its members have in XML
    std::string comment{};                                ///< stands before it

    static Value ofText(std::string text) { return {Kind::Text, std::move(text), {}, {}}; }
    static Value ofWord(std::string text) { return {Kind::Word, std::move(text), {}, {}}; }
    /// Markup, well-formed where it is to be written as XML.
    static Value ofHtml(std::string text) { return {Kind::Html, std::move(text), {}, {}}; }
    static Value object() { return {Kind::Object, {}, {}, {}}; }
    static Value list() { return {Kind::List, {}, {}, {}}; }
    void add(std::string key, Value value) { members.emplace_back(std::move(key), std::move(value)); }
};

/// The document with `root` as the value of its "document", or as its outermost element. In XML texts of
/// objects are attributes, where `attributes` says so.
[[nodiscard]] std::string asJson(const Value& document, const std::string& root);
[[nodiscard]] std::string asXml(const Value& document, const std::string& root, bool attributes);

} // namespace sidetal::canary
