#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal::input {

/// Reads the declarations of a `style` attribute one after the other as browsers do (CSS Syntax Level 3,
/// section 5, "consume a list of declarations"): comments part words, escapes are resolved, a ";" in a string,
/// an address or brackets ends nothing, and what is no declaration is passed over up to the next ";".
class CssDeclarationReader {
  public:
    /// `style`, well-formed UTF-8, must outlive this.
    explicit CssDeclarationReader(std::string_view style)
        : style_(style) {}

    /// Reads the next declaration; false at the end. Takes linear time for all of them together.
    [[nodiscard]] bool next();

    /// The property in small letters; a custom one ("--x") as it is written.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// The value without "!important", its white space collapsed to single blanks and trimmed; in small
    /// letters but for strings, which keep their quotes, and addresses. An escaped character that could not
    /// stand in a word is escaped by its number ("\3b " for ";").
    [[nodiscard]] const std::string& value() const { return value_; }
    [[nodiscard]] bool important() const { return important_; }

  private:
    [[nodiscard]] bool at(std::string_view text) const { return style_.substr(at_).starts_with(text); }
    void skipSpace();
    void readName();
    void readValue();
    void skipMalformed();
    void skipAtRule();
    void copyToken(std::string& out, std::size_t& wordStart);
    void copyString(std::string& out);
    void copyEscape(std::string& out);
    void copyAddress(std::string& out);
    void trackBrackets(char c);
    void takeImportance();

    std::string_view style_;
    std::size_t at_ = 0;
    std::string name_;
    std::string value_;
    bool important_ = false;
    std::string closers_; ///< the brackets that are open, innermost last, by what closes them
};

/// Calls `f(std::string_view name, std::string_view value)` for each declaration of a `style` attribute, as
/// CssDeclarationReader gives them, in the order in which the later one wins: those marked "!important" last.
template <class F>
void forEachDeclaration(std::string_view style, F&& f) {
    std::vector<std::pair<std::string, std::string>> important;
    for (CssDeclarationReader reader(style); reader.next();) {
        if (reader.important()) {
            important.emplace_back(reader.name(), reader.value());
        } else {
            f(std::string_view(reader.name()), std::string_view(reader.value()));
        }
    }
    for (const auto& [name, value] : important) {
        f(std::string_view(name), std::string_view(value));
    }
}

/// Calls `f(std::string_view word)` for each word of a value as CssDeclarationReader gives it.
template <class F>
void forEachWord(std::string_view value, F&& f) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        f(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

} // namespace sidetal::input
