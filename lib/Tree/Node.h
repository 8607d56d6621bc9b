#pragma once

#include "Support/Names.h"
#include "Support/Texts.h"
#include "Tree/RepeatedWarnings.h"
#include "Tree/Tree.h"
#include "sidetal/Support/DateTime.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {
struct TextHints; // of the model, which the tree only hands on
}

namespace sidetal::input {

/// How many paragraphs and list items the texts of a document have so far, and may have.
struct TextBudget {
    std::size_t limit = 0;
    std::size_t spent = 0;
    bool toldSymbols = false; ///< a private character was warned of (SID-I036)
};

/// Where a key of one kind of object stands, in the first object of the file that has it.
struct NotedKey {
    const void* field = nullptr; ///< the key and the type of its objects
    SourcePos object{};
    std::string path; ///< "items[2].kind"
    SourcePos place{};
};

class Node;

/// What a reader does about keys that its tables do not know, besides passing them over with a warning: the
/// tree itself has no opinion.
class KeyPolicy {
  public:
    virtual ~KeyPolicy() = default;
    /// Reports the tag or attribute `name` at `position`, which means nothing in the markup of the text
    /// `place`, where it must not be passed over.
    virtual void reportName(std::string_view name, SourcePos position, const Node& place) const = 0;
    /// Reports what must not be passed over of `member`, whose key is unknown, and of all that it holds; true
    /// where its own key is told by that, so that no warning of it is due.
    [[nodiscard]] virtual bool report(const Node& member) const = 0;
};

/// What all cursors on one document share; what it points to outlives them.
struct Reading {
    TextBudget* texts = nullptr;           ///< nothing: texts of any number of parts
    const TextHints* hints = nullptr;      ///< of the document's texts; nothing: none
    const KeyPolicy* policy = nullptr;     ///< nothing: any unknown key is passed over
    std::vector<NotedKey>* keys = nullptr; ///< nothing: none is noted
    RepeatedWarnings* repeated = nullptr;  ///< nothing: such a warning is told wherever it comes up
};

/// A read-only cursor on a tree that knows its path ("items[2].title") and reports what it finds wrong, JSON
/// and XML alike: same codes, same words, same paths. What a wrong value is read as is nothing
/// (std::nullopt), once an error was reported.
///
/// A child points to its parent, so that paths cost nothing until a message needs one: a Node must not
/// outlive the one it came from. (Children of temporaries do not compile.)
class Node {
  public:
    /// The root: its path is empty.
    Node(const Tree& root, Diagnostics& diagnostics, Reading reading = {})
        : tree_(&root)
        , diagnostics_(&diagnostics)
        , reading_(reading) {}

    [[nodiscard]] SourcePos position() const { return tree_->data().position; }
    [[nodiscard]] SourcePos keyPosition() const { return tree_->data().keyPosition; }
    /// The member's name; empty for the root and for members of a list.
    [[nodiscard]] std::string_view key() const { return key_; }
    /// "items[2].title": from the root, members of lists by their index from 0.
    [[nodiscard]] std::string path() const;
    [[nodiscard]] const Tree& tree() const { return *tree_; }
    [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }
    /// How the document's texts are to be read; null where nothing says so.
    [[nodiscard]] const TextHints* hints() const { return reading_.hints; }
    /// Nothing where the reader has none.
    [[nodiscard]] const KeyPolicy* policy() const { return reading_.policy; }

    /// A JSON string; an XML attribute, or an element without attributes and elements.
    [[nodiscard]] bool isText() const;
    /// A JSON number (never in XML, where numbers are text).
    [[nodiscard]] bool isNumber() const { return kind() == TreeKind::Number; }
    /// A JSON boolean (never in XML).
    [[nodiscard]] bool isBoolean() const { return kind() == TreeKind::Boolean; }
    /// A JSON object; an XML element that has attributes or elements, or nothing at all.
    [[nodiscard]] bool isObject() const;
    /// A JSON array; an XML element that has elements, or nothing at all.
    [[nodiscard]] bool isList() const;
    /// An XML element or attribute.
    [[nodiscard]] bool isXml() const { return kind() >= TreeKind::Element; }

    /// The text as it stands; SID-I013 where it is none (a JSON number is none: "1.10" is not 1.1).
    [[nodiscard]] std::optional<std::string_view> text() const;
    /// The text with white space collapsed and trimmed: line breaks are spaces, U+00A0 is kept; symbols are
    /// shown. As text().
    [[nodiscard]] std::optional<std::string> line() const;
    /// `text`, which stands here, with the private characters of Word's fonts Symbol and Wingdings as what
    /// they show, which the first in a document is warned of (SID-I036).
    [[nodiscard]] std::string showSymbols(std::string text) const;
    /// Warns of such a character, if it is the first in the document.
    void warnOfSymbol(char32_t coded) const;
    /// JSON true or false; in XML also 1 and 0 (xs:boolean). Else SID-I013.
    [[nodiscard]] std::optional<bool> boolean() const;
    /// A whole number from `least` to `most`; SID-I013 where it is no number, SID-I018 where it is another
    /// one.
    [[nodiscard]] std::optional<std::int64_t> integer(std::int64_t least, std::int64_t most) const;
    /// A number with at most three decimals, in thousandths: 12.5 gives 12500. The bounds are in thousandths
    /// too. Errors as integer().
    [[nodiscard]] std::optional<std::int64_t> thousandths(std::int64_t least, std::int64_t most) const;
    /// "2021-10-26"; SID-I016 where there is no such day.
    [[nodiscard]] std::optional<Date> date() const;
    /// "15:00"; SID-I017 where there is no such time.
    [[nodiscard]] std::optional<TimeOfDay> time() const;
    /// The place of the text among `names`; SID-I015 where it is none of them: all are named, and the
    /// nearest.
    [[nodiscard]] std::optional<std::size_t> choice(std::span<const std::string_view> names) const;
    /// The `value` of the row whose `name` the text is; errors as choice().
    template <class Row, std::size_t N>
    [[nodiscard]] auto oneOf(const std::array<Row, N>& rows) const -> std::optional<decltype(Row::value)> {
        std::array<std::string_view, N> names;
        for (std::size_t i = 0; i < N; ++i) {
            names[i] = rows[i].name;
        }
        const auto found = choice(names);
        return found ? std::optional(rows[*found].value) : std::nullopt;
    }

    /// True for an object (as isObject(), and in XML without text between its elements); else reports
    /// SID-I013.
    [[nodiscard]] bool expectObject() const;
    /// True for a list (as isList(), and in XML without attributes and text); else reports SID-I013.
    [[nodiscard]] bool expectList() const;

    /// Calls `f(const Node& member)` for each member of an object in the file's order; expectObject() first.
    template <class F>
    void eachMember(F&& f) const& {
        if (!expectObject()) {
            return;
        }
        for (const auto& [key, child] : *tree_) {
            if (child.data().kind != TreeKind::Text) {
                f(Node(child, key, kNoIndex, *this));
            }
        }
    }
    template <class F>
    void eachMember(F&& f) const&& = delete;

    /// Calls `f(const Node& attribute)` for each attribute of an XML element, in the file's order.
    template <class F>
    void eachAttribute(F&& f) const& {
        for (const auto& [key, child] : *tree_) {
            if (child.data().kind == TreeKind::Attribute) {
                f(Node(child, key, kNoIndex, *this));
            }
        }
    }
    template <class F>
    void eachAttribute(F&& f) const&& = delete;

    /// Calls `f(const Node& child)` for each member of an object or a list, each element and attribute,
    /// whatever they are; says nothing itself.
    template <class F>
    void eachChild(F&& f) const& {
        std::size_t index = 0;
        for (const auto& [key, child] : *tree_) {
            if (child.data().kind != TreeKind::Text) {
                f(Node(child, key, kind() == TreeKind::Array ? index++ : kNoIndex, *this));
            }
        }
    }
    template <class F>
    void eachChild(F&& f) const&& = delete;

    /// Calls `f(const Node& item)` for each member of a list; in XML a member's element is named `element`
    /// ("item" in items): others are unknown keys (SID-I014). expectList() first. Ends early where there are
    /// more errors than are told: a hopeless list must not fill the memory with what will never be a model.
    template <class F>
    void eachItem(std::string_view element, F&& f) const& {
        if (!expectList()) {
            return;
        }
        std::size_t index = 0;
        for (const auto& [key, child] : *tree_) {
            if (diagnostics_->errorCount() > Diagnostics::kMostErrors) {
                return;
            }
            const TreeKind kind = child.data().kind;
            if (kind == TreeKind::Text || kind == TreeKind::Attribute) {
                continue;
            }
            if (kind == TreeKind::Element && key != element) {
                reportUnknownKey(Node(child, key, kNoIndex, *this), {&element, 1});
                continue;
            }
            f(Node(child, {}, index++, *this));
        }
    }
    template <class F>
    void eachItem(std::string_view element, F&& f) const&& = delete;

    /// The members of a list, as eachItem() gives them.
    [[nodiscard]] std::vector<Node> items(std::string_view element) const& {
        std::vector<Node> out;
        eachItem(element, [&](const Node& item) { out.push_back(item); });
        return out;
    }
    [[nodiscard]] std::vector<Node> items(std::string_view element) const&& = delete;

    /// The first member named `key`, or nothing; says nothing itself. Of an object that expectObject() found
    /// to be one.
    [[nodiscard]] std::optional<Node> member(std::string_view key) const&;
    [[nodiscard]] std::optional<Node> member(std::string_view key) const&& = delete;

    /// Counts `parts` more paragraphs and list items of this text; false where that is more than the
    /// document may have. The first time is told (SID-I005).
    [[nodiscard]] bool spendText(std::size_t parts) const;

    /// Notes where this key of `object` stands, if it is the first of its `field` in the file.
    void noteKey(const void* field, const Node& object) const;

    /// Adds a message with this node's position and path.
    void error(std::string_view code, std::string message, std::vector<std::string> notes = {}) const;
    void warning(std::string_view code, std::string message, std::vector<std::string> notes = {}) const;
    /// As warning(), with another place; what several texts have alike is told once a document, after it is
    /// read.
    void warnOncePerDocument(std::string_view code, std::string message, SourcePos position) const;
    /// SID-I012: a member that has to be there is not; the place is this node's.
    void reportMissing(std::string_view key) const;
    /// SID-I013: "expected a list, found text 'x'".
    void reportWrongType(std::string_view expected) const;
    /// SID-I014, a warning at the key, with the nearest known name; or what the reader's policy says.
    static void reportUnknownKey(const Node& member, std::span<const std::string_view> known);
    /// SID-I009: the key stands twice in one object.
    static void reportDuplicate(const Node& member, SourcePos first);
    /// SID-I009: this member of a list is called `name`, as one at `first` is.
    void reportRepeated(std::string_view name, SourcePos first) const;

  private:
    static constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();

    Node(const Tree& tree, std::string_view key, std::size_t index, const Node& parent)
        : tree_(&tree)
        , diagnostics_(parent.diagnostics_)
        , reading_(parent.reading_)
        , parent_(&parent)
        , key_(key)
        , index_(index) {}

    [[nodiscard]] TreeKind kind() const { return tree_->data().kind; }
    [[nodiscard]] std::optional<std::string_view> numberText() const;

    const Tree* tree_;
    Diagnostics* diagnostics_;
    Reading reading_;
    const Node* parent_ = nullptr;
    std::string_view key_;
    std::size_t index_ = kNoIndex;
};

/// Reads an object key by key and knows in the end which keys nobody asked for: for readers without a table
/// of keys. Use: construct, get() and require() everything, finish().
class Members {
  public:
    /// Reports SID-I013 where `object` is no object: then nothing is found in it, and nothing is reported as
    /// missing. `object` must outlive this and all that get() gives.
    explicit Members(const Node& object);
    explicit Members(const Node&&) = delete;

    [[nodiscard]] bool usable() const { return usable_; }
    /// The member of this name, or nothing; from now on the name is known.
    [[nodiscard]] std::optional<Node> get(std::string_view key);
    /// As get(), but reports SID-I012 where there is none.
    [[nodiscard]] std::optional<Node> require(std::string_view key);
    /// Warns of each member that was never asked for (SID-I014), and reports those that stand there twice
    /// (SID-I009).
    void finish();

  private:
    const Node* object_;
    bool usable_;
    std::vector<std::string_view> known_;
};

/// The path of the member `key` of what stands at `path`; long keys are shortened as in inQuotes().
[[nodiscard]] std::string pathWith(std::string path, std::string_view key);

} // namespace sidetal::input
