#include "Tree/Node.h"

#include "Support/SymbolFonts.h"
#include "Support/Utf8.h"
#include "Tree/Values.h"

#include "sidetal/Support/Length.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal::input {

namespace {

bool isText(const Tree::value_type& child) {
    return child.second.data().kind == TreeKind::Text;
}

/// The first stretch of text in an XML element that is more than indentation.
const Tree* strayText(const Tree& element) {
    const auto stray = [](const auto& child) { return isText(child) && !isBlank(child.second.data().text); };
    const auto found = std::find_if(element.begin(), element.end(), stray);
    return found == element.end() ? nullptr : &found->second;
}

} // namespace

std::string Node::path() const {
    std::vector<const Node*> steps;
    for (const Node* node = this; node->parent_ != nullptr; node = node->parent_) {
        steps.push_back(node);
    }
    std::string out;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if ((*step)->index_ != kNoIndex) {
            out += fmt::format("[{}]", (*step)->index_);
        } else {
            out = pathWith(std::move(out), (*step)->key_);
        }
    }
    return out;
}

bool Node::isText() const {
    switch (kind()) {
    case TreeKind::String:
    case TreeKind::Attribute:
        return true;
    case TreeKind::Element:
        return std::all_of(tree_->begin(), tree_->end(),
                           [](const auto& child) { return input::isText(child); });
    default:
        return false;
    }
}

bool Node::isObject() const {
    return kind() == TreeKind::Object || (kind() == TreeKind::Element && (tree_->empty() || !isText()));
}

bool Node::isList() const {
    return kind() == TreeKind::Array ||
           (kind() == TreeKind::Element &&
            (strayText(*tree_) == nullptr || std::any_of(tree_->begin(), tree_->end(), isElement)));
}

std::optional<std::string_view> Node::text() const {
    if (!isText()) {
        reportWrongType("text");
        return std::nullopt;
    }
    if (kind() != TreeKind::Element) {
        return tree_->data().text;
    }
    return tree_->empty() ? std::string_view() : std::string_view(tree_->front().second.data().text);
}

std::optional<std::string> Node::line() const {
    const auto raw = text();
    return raw ? std::optional(showSymbols(collapse(*raw))) : std::nullopt;
}

std::string Node::showSymbols(std::string text) const {
    constexpr char kLead = '\xEF'; // of U+F000 to U+FFFF
    if (text.find(kLead) == std::string::npos) {
        return text;
    }
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (const char32_t symbol = shownBySymbolFont(c)) {
            warnOfSymbol(c);
            utf8::append(shown, symbol);
        } else {
            shown.append(text, begin, at - begin);
        }
    }
    return shown;
}

void Node::warnOfSymbol(char32_t coded) const {
    if (reading_.texts != nullptr && std::exchange(reading_.texts->toldSymbols, true)) {
        return;
    }
    std::string symbol;
    utf8::append(symbol, shownBySymbolFont(coded));
    warning("SID-I036",
            fmt::format("the private character {} of Word's symbol fonts is read as '{}', and others "
                        "of them as what they show",
                        utf8::codePointName(coded), symbol));
}

std::optional<bool> Node::boolean() const {
    if (kind() == TreeKind::Boolean) {
        return tree_->data().text == "true";
    }
    if (isXml() && isText()) {
        const std::string value = collapse(*text());
        if (value == "true" || value == "1") {
            return true;
        }
        if (value == "false" || value == "0") {
            return false;
        }
    }
    reportWrongType("true or false");
    return std::nullopt;
}

std::optional<std::string_view> Node::numberText() const {
    if (kind() == TreeKind::Number) {
        return tree_->data().text;
    }
    if (isXml() && isText()) {
        const std::string_view value = trim(*text());
        if (isDecimal(value)) {
            return value;
        }
    }
    reportWrongType("a number");
    return std::nullopt;
}

std::optional<std::int64_t> Node::integer(std::int64_t least, std::int64_t most) const {
    const auto number = numberText();
    if (!number) {
        return std::nullopt;
    }
    const auto value = parseInteger(*number);
    if (!value || *value < least || *value > most) {
        error("SID-I018",
              fmt::format("expected a whole number from {} to {}, found {}", least, most, inQuotes(*number)));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> Node::thousandths(std::int64_t least, std::int64_t most) const {
    const auto number = numberText();
    if (!number) {
        return std::nullopt;
    }
    const auto value = parseThousandths(*number);
    if (!value || *value < least || *value > most) {
        error("SID-I018", fmt::format("expected a number from {} to {} with at most three decimals, found {}",
                                      formatPoints(Length::milli(least)), formatPoints(Length::milli(most)),
                                      inQuotes(*number)));
        return std::nullopt;
    }
    return value;
}

std::optional<Date> Node::date() const {
    const auto raw = text();
    if (!raw) {
        return std::nullopt;
    }
    const std::string_view value = trim(*raw);
    const auto found = parseDate(value);
    if (!found) {
        error("SID-I016", looksLikeDate(value) ? fmt::format("{} is no day of the calendar", inQuotes(value))
                                               : fmt::format("expected a date such as '2021-10-26', found {}",
                                                             inQuotes(value)));
    }
    return found;
}

std::optional<TimeOfDay> Node::time() const {
    const auto raw = text();
    if (!raw) {
        return std::nullopt;
    }
    const std::string_view value = trim(*raw);
    const auto found = parseTime(value);
    if (!found) {
        error("SID-I017", fmt::format("expected a time from '00:00' to '23:59', found {}", inQuotes(value)));
    }
    return found;
}

std::optional<std::size_t> Node::choice(std::span<const std::string_view> names) const {
    const auto raw = text();
    if (!raw) {
        return std::nullopt;
    }
    const std::string_view value = trim(*raw);
    const auto found = std::find(names.begin(), names.end(), value);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    std::vector<std::string> notes;
    if (const auto near = nearestName(value, names); near && names.size() > 1) {
        notes.push_back(fmt::format("nearest known value: '{}'", *near));
    }
    error("SID-I015", fmt::format("expected {}, found {}", quotedList(names), inQuotes(value)),
          std::move(notes));
    return std::nullopt;
}

bool Node::expectObject() const {
    if (!isObject()) {
        reportWrongType("an object");
        return false;
    }
    if (const Tree* stray = kind() == TreeKind::Element ? strayText(*tree_) : nullptr) {
        diagnostics_->error(
            "SID-I013", fmt::format("expected an object, found text {} in it", inQuotes(stray->data().text)),
            stray->data().position, path());
        return false;
    }
    return true;
}

bool Node::expectList() const {
    if (!isList()) {
        reportWrongType("a list");
        return false;
    }
    if (kind() != TreeKind::Element) {
        return true;
    }
    if (const Tree* stray = strayText(*tree_)) {
        diagnostics_->error("SID-I013",
                            fmt::format("expected a list, found text {} in it", inQuotes(stray->data().text)),
                            stray->data().position, path());
        return false;
    }
    eachAttribute([](const Node& attribute) { reportUnknownKey(attribute, {}); });
    return true;
}

std::optional<Node> Node::member(std::string_view key) const& {
    const auto found = tree_->find(std::string(key)); // the first of equals
    if (found == tree_->not_found() || found->second.data().kind == TreeKind::Text) {
        return std::nullopt;
    }
    return Node(found->second, found->first, kNoIndex, *this);
}

bool Node::spendText(std::size_t parts) const {
    TextBudget* budget = reading_.texts;
    if (budget == nullptr) {
        return true;
    }
    const bool before = budget->spent <= budget->limit;
    budget->spent += parts;
    const bool within = budget->spent <= budget->limit;
    if (before && !within) {
        error("SID-I005", fmt::format("more paragraphs and list items than the limit of {}, in all texts "
                                      "together",
                                      budget->limit));
    }
    return within;
}

void Node::noteKey(const void* field, const Node& object) const {
    if (reading_.keys == nullptr) {
        return;
    }
    std::vector<NotedKey>& keys = *reading_.keys;
    const auto known = std::ranges::find(keys, field, &NotedKey::field);
    const SourcePos place = object.position();
    const auto comesBefore = [&](SourcePos other) {
        return std::pair(place.line, place.column) < std::pair(other.line, other.column);
    };
    if (known == keys.end()) {
        keys.push_back({field, place, path(), keyPosition()});
    } else if (comesBefore(known->object)) { // its key stands behind those of objects within it
        *known = {field, place, path(), keyPosition()};
    }
}

void Node::error(std::string_view code, std::string message, std::vector<std::string> notes) const {
    diagnostics_->error(code, std::move(message), position(), path(), std::move(notes));
}

void Node::warning(std::string_view code, std::string message, std::vector<std::string> notes) const {
    diagnostics_->warning(code, std::move(message), position(), path(), std::move(notes));
}

void Node::warnOncePerDocument(std::string_view code, std::string message, SourcePos position) const {
    RepeatedWarnings* repeated = reading_.repeated;
    if (repeated != nullptr &&
        (repeated->repeats(code, message) || repeated->note(code, message, position, path()))) {
        return;
    }
    diagnostics_->warning(code, std::move(message), position, path());
}

void Node::reportMissing(std::string_view key) const {
    diagnostics_->error("SID-I012", "missing", position(), pathWith(path(), key));
}

void Node::reportWrongType(std::string_view expected) const {
    const std::string& value = tree_->data().text;
    const auto found = [&]() -> std::string {
        if (isText()) {
            const std::string_view content = kind() == TreeKind::Element ? *text() : std::string_view(value);
            return isBlank(content) ? "an empty text" : fmt::format("text {}", inQuotes(content));
        }
        switch (kind()) {
        case TreeKind::Array:
            return "a list";
        case TreeKind::Number:
            return fmt::format("the number {}", value);
        case TreeKind::Boolean:
        case TreeKind::Null:
            return value;
        default:
            return "an object";
        }
    };
    std::vector<std::string> notes;
    if (expected.starts_with("text") && kind() == TreeKind::Number) {
        notes.push_back(fmt::format("as text it is \"{}\"", value));
    }
    error("SID-I013", fmt::format("expected {}, found {}", expected, found()), std::move(notes));
}

void Node::reportUnknownKey(const Node& member, std::span<const std::string_view> known) {
    Diagnostics& diagnostics = *member.diagnostics_;
    if (const KeyPolicy* policy = member.policy(); policy != nullptr && policy->report(member)) {
        return;
    }
    if (diagnostics.warningCount() >= Diagnostics::kMostWarnings) {
        diagnostics.warning("SID-I014", {}); // only counted: to look for a name would cost time
        return;
    }
    std::vector<std::string> notes;
    if (const auto near = nearestName(member.key_, known)) {
        notes.push_back(fmt::format("nearest known key: '{}'", *near));
    }
    diagnostics.warning("SID-I014", fmt::format("unknown key {}, not read", inQuotes(member.key_)),
                        member.keyPosition(), member.path(), std::move(notes));
}

void Node::reportDuplicate(const Node& member, SourcePos first) {
    member.diagnostics_->error(
        "SID-I009",
        fmt::format("key {} stands there already, at {}:{}", inQuotes(member.key_), first.line, first.column),
        member.keyPosition(), member.path());
}

void Node::reportRepeated(std::string_view name, SourcePos first) const {
    error("SID-I009",
          fmt::format("{} stands there already, at {}:{}", inQuotes(name), first.line, first.column));
}

Members::Members(const Node& object)
    : object_(&object)
    , usable_(object.expectObject()) {}

std::optional<Node> Members::get(std::string_view key) {
    known_.push_back(key);
    return usable_ ? object_->member(key) : std::nullopt;
}

std::optional<Node> Members::require(std::string_view key) {
    auto found = get(key);
    if (!found && usable_) {
        object_->reportMissing(key);
    }
    return found;
}

void Members::finish() {
    if (!usable_) {
        return;
    }
    object_->eachMember([&](const Node& member) {
        const auto first = object_->member(member.key());
        if (&first->tree() != &member.tree()) {
            Node::reportDuplicate(member, first->keyPosition());
        } else if (std::find(known_.begin(), known_.end(), member.key()) == known_.end()) {
            Node::reportUnknownKey(member, known_);
        }
    });
}

std::string pathWith(std::string path, std::string_view key) {
    path += path.empty() ? "" : ".";
    path += utf8::shortened(key, kMostShownInMessages);
    return path;
}

} // namespace sidetal::input
