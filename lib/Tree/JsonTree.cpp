#include "Tree/Encoding.h"
#include "Tree/JsonFault.h"
#include "Tree/Locator.h"
#include "Tree/Node.h"
#include "Tree/Tree.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

namespace sidetal::input {

namespace {

/// Walks over bytes and shows through a pointer how far it came: nlohmann's SAX tells values, but not where
/// they stand.
class ShownIterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    ShownIterator() = default;
    ShownIterator(const char* at, const char** shown)
        : at_(at)
        , shown_(shown) {}

    reference operator*() const { return *at_; }
    ShownIterator& operator++() {
        *shown_ = ++at_;
        return *this;
    }
    ShownIterator operator++(int) {
        ShownIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const ShownIterator& other) const { return at_ == other.at_; }
    bool operator!=(const ShownIterator& other) const { return at_ != other.at_; }

  private:
    const char* at_ = nullptr;
    const char** shown_ = nullptr;
};

/// Fills the tree from nlohmann's events. The place of a token is found by walking from the end of the one
/// before over what the grammar has between them (space, comments, one "," or ":"), so the parser's own
/// look-ahead never matters.
class JsonTreeBuilder {
    static constexpr std::size_t kLongestNumber = 1'000; ///< characters: what is printed as it is written

  public:
    JsonTreeBuilder(std::string_view text, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root)
        : text_(text)
        , shown_(text.data())
        , locator_(text)
        , limits_(limits)
        , diagnostics_(diagnostics)
        , root_(root) {}

    [[nodiscard]] bool parse() {
        const char* unused = nullptr;
        const bool good = nlohmann::json::sax_parse(
            ShownIterator(text_.data(), &shown_), ShownIterator(text_.data() + text_.size(), &unused), this,
            nlohmann::json::input_format_t::json, true, true);
        if (good) {
            oldSpaces_.tell(diagnostics_);
        }
        return good;
    }

    bool null() { return word(TreeKind::Null); }
    bool boolean(bool /*value*/) { return word(TreeKind::Boolean); }
    bool number_integer(std::int64_t /*value*/) { return word(TreeKind::Number); }
    bool number_unsigned(std::uint64_t /*value*/) { return word(TreeKind::Number); }
    bool number_float(double /*value*/, const std::string& /*written*/) { return word(TreeKind::Number); }
    bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }

    bool string(const std::string& value) {
        const SourcePos position = locator_.at(tokenStart());
        Tree* node = add(TreeKind::String, position);
        if (node == nullptr) {
            return false;
        }
        node->data().text = value;
        if (!checkText(node->data().text, position, diagnostics_, oldSpaces_)) {
            return false;
        }
        finishToken();
        return true;
    }

    bool key(const std::string& value) {
        keyPosition_ = locator_.at(tokenStart());
        if (!checkCharacters(value, keyPosition_, diagnostics_)) {
            return false;
        }
        const auto first = open_.back()->find(value);
        isRepeated_ = first != open_.back()->not_found();
        if (isRepeated_) {
            const SourcePos at = first->second.data().keyPosition;
            diagnostics_.error(
                "SID-I009",
                fmt::format("key {} stands there already, at {}:{}", inQuotes(value), at.line, at.column),
                keyPosition_, pathOf(value));
        }
        key_ = value;
        finishToken();
        afterKey_ = true;
        return true;
    }

    bool start_object(std::size_t /*size*/) { return open(TreeKind::Object); }
    bool start_array(std::size_t /*size*/) { return open(TreeKind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) {
        constexpr int kNumberTooLarge = 406;
        const std::size_t start = tokenStart();
        if (error.id == kNumberTooLarge) {
            diagnostics_.error("SID-I018",
                               fmt::format("number {} is too large",
                                           inQuotes(text_.substr(start, jsonWordLength(text_, start)))),
                               locator_.at(start));
            return false;
        }
        return reportFault(start);
    }

  private:
    [[nodiscard]] bool inObject() const {
        return !open_.empty() && open_.back()->data().kind == TreeKind::Object;
    }

    /// Where the token that the parser has just read begins.
    [[nodiscard]] std::size_t tokenStart() {
        std::size_t at = skipJsonSpace(text_, end_);
        separated_ = at < text_.size() &&
                     ((afterKey_ && text_[at] == ':') || (afterValue_ && !open_.empty() && text_[at] == ','));
        return separated_ ? skipJsonSpace(text_, at + 1) : at;
    }

    /// What the grammar has at tokenStart().
    [[nodiscard]] JsonExpected expected() const {
        if (afterKey_) {
            return separated_ ? JsonExpected::Value : JsonExpected::Colon;
        }
        if (open_.empty()) {
            return afterValue_ ? JsonExpected::End : JsonExpected::Value;
        }
        if (!afterValue_) {
            return inObject() ? JsonExpected::KeyOrEnd : JsonExpected::ValueOrEnd;
        }
        if (separated_) {
            return inObject() ? JsonExpected::Key : JsonExpected::Value;
        }
        return inObject() ? JsonExpected::CommaOrBrace : JsonExpected::CommaOrBracket;
    }

    /// Reports what is wrong with the token at `start`.
    bool reportFault(std::size_t start) {
        JsonFault fault = explainJsonFault(text_, start, expected());
        if (start >= text_.size() && !open_.empty()) {
            const TreeData& data = open_.back()->data();
            fault.notes.push_back(fmt::format("the {} that begins at {}:{} is not closed",
                                              data.kind == TreeKind::Array ? "list" : "object",
                                              data.position.line, data.position.column));
        }
        diagnostics_.error("SID-I006", std::move(fault.message), locator_.at(fault.offset), {},
                           std::move(fault.notes));
        return false;
    }

    /// The path of the innermost open object's member `key`.
    [[nodiscard]] std::string pathOf(std::string_view key) const {
        std::string out;
        for (std::size_t i = 1; i < open_.size(); ++i) {
            const Tree& parent = *open_[i - 1];
            if (parent.data().kind == TreeKind::Array) {
                out += fmt::format("[{}]", parent.size() - 1);
            } else {
                out = pathWith(std::move(out), open_[i] == &repeated_ ? repeatedKey_ : parent.back().first);
            }
        }
        return pathWith(std::move(out), key);
    }

    void finishToken() {
        end_ = static_cast<std::size_t>(shown_ - text_.data());
        afterKey_ = false;
        afterValue_ = true;
    }

    /// The new node of a value, or nullptr where that would be one too many.
    Tree* add(TreeKind kind, SourcePos position) {
        if (++nodes_ > limits_.nodes) {
            diagnostics_.error("SID-I005", fmt::format("more values than the limit of {}", limits_.nodes),
                               position);
            return nullptr;
        }
        Tree* node = &root_;
        if (std::exchange(isRepeated_, false) && openInRepeated_ == 0) {
            Tree().swap(repeated_);
            repeatedKey_ = key_;
            node = &repeated_;
        } else if (!open_.empty()) {
            // Made in place: an empty tree is some allocations, and cannot be moved.
            node = &(inObject() ? open_.back()->push_back(
                                      Tree::value_type(std::piecewise_construct, std::tie(key_), std::tie()))
                                : open_.back()->push_back(unnamed_))
                        ->second;
        }
        node->data().kind = kind;
        node->data().position = position;
        node->data().keyPosition = inObject() ? keyPosition_ : position;
        return node;
    }

    /// A value that is kept as it is written: a number, true, false, null.
    bool word(TreeKind kind) {
        const std::size_t start = tokenStart();
        const std::string_view written = text_.substr(start, jsonWordLength(text_, start));
        if (kind == TreeKind::Number ? !isJsonNumber(written)
                                     : written != "true" && written != "false" && written != "null") {
            return reportFault(start); // "01" and "truex" are two tokens for the parser
        }
        if (written.size() > kLongestNumber) {
            diagnostics_.error("SID-I018",
                               fmt::format("number {} is too long, the limit is {} characters",
                                           inQuotes(written), kLongestNumber),
                               locator_.at(start));
            return false;
        }
        Tree* node = add(kind, locator_.at(start));
        if (node == nullptr) {
            return false;
        }
        node->data().text = written;
        finishToken();
        end_ = start + written.size(); // the parser has looked one character past a number
        return true;
    }

    bool open(TreeKind kind) {
        const SourcePos position = locator_.at(tokenStart());
        if (open_.size() >= limits_.depth) {
            diagnostics_.error("SID-I004", fmt::format("nested deeper than the limit of {}", limits_.depth),
                               position);
            return false;
        }
        Tree* node = add(kind, position);
        if (node == nullptr) {
            return false;
        }
        finishToken();
        afterValue_ = false;
        open_.push_back(node);
        openInRepeated_ += node == &repeated_ || openInRepeated_ != 0 ? 1 : 0;
        return true;
    }

    bool close() {
        open_.pop_back();
        openInRepeated_ -= openInRepeated_ != 0 ? 1 : 0;
        finishToken();
        return true;
    }

    std::string_view text_;
    const char* shown_;
    Locator locator_;
    const ReadLimits& limits_;
    Diagnostics& diagnostics_;
    Tree& root_;
    OldSpaces oldSpaces_;
    std::vector<Tree*> open_;
    const Tree::value_type unnamed_; ///< what a list's member begins as
    std::string key_;
    SourcePos keyPosition_;
    bool isRepeated_ = false;        ///< the key stands there already
    Tree repeated_;                  ///< the value of such a key: read as any other, and no part of `root_`
    std::string repeatedKey_;        ///< that key
    std::size_t openInRepeated_ = 0; ///< how many of `open_` are `repeated_` or in it
    std::size_t end_ = 0;            ///< offset past the last token
    std::size_t nodes_ = 0;
    bool afterKey_ = false;
    bool afterValue_ = false;
    bool separated_ = false; ///< the "," or ":" before the token was there
};

} // namespace

bool readJson(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root) {
    const std::string_view text = withoutByteOrderMark(bytes);
    return checkSize(bytes, limits, diagnostics) && checkUtf8(text, diagnostics) &&
           JsonTreeBuilder(text, limits, diagnostics, root).parse();
}

} // namespace sidetal::input
