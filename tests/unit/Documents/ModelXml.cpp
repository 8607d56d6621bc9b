#include "unit/Documents/ModelXml.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "Model/Rules.h"
#include "Support/Kinds.h"
#include "Tree/Values.h"

#include <fmt/format.h>

namespace sidetal::input::testing {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return out;
}

template <class V>
std::string content(const V& value, std::string_view element);

template <class T>
std::string fieldsOf(const T& object) {
    std::string out;
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        if (F::info.required || !model::hasDefault<F>(object)) {
            out += fmt::format("<{0}>{1}</{0}>\n", F::info.name, content(F::get(object), F::info.element));
        }
    });
    return out;
}

std::string words(const RichText& text) {
    if (text.empty()) {
        return {};
    }
    const auto* paragraph = std::get_if<TextParagraph>(&text.blocks.front());
    return paragraph == nullptr ? "x" : escaped(paragraph->spans.front().text);
}

template <class V>
std::string content(const V& value, std::string_view element) {
    if constexpr (std::is_same_v<V, std::optional<Person>>) { // an empty text: nobody is known
        return model::isUnknown(*value) ? std::string() : fieldsOf(*value);
    } else if constexpr (model::Described<V>) {
        return fieldsOf(value);
    } else if constexpr (model::kIsOptional<V>) {
        return content(*value, element);
    } else if constexpr (model::kIsList<V>) {
        std::string out;
        for (const auto& member : value) {
            out += fmt::format("<{0}>{1}</{0}>\n", element, content(member, {}));
        }
        return out;
    } else if constexpr (std::is_same_v<V, RichText>) {
        return words(value);
    } else if constexpr (std::is_same_v<V, std::string>) {
        return escaped(value);
    } else if constexpr (std::is_enum_v<V>) {
        return std::string(model::nameOf(value));
    } else if constexpr (std::is_same_v<V, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_same_v<V, int>) {
        return std::to_string(value);
    } else if constexpr (std::is_same_v<V, Length>) {
        return formatPoints(value);
    } else if constexpr (std::is_same_v<V, std::pair<Date, std::string>>) {
        return fmt::format("<date>{}</date><value>{}</value>", formatIso(value.first), escaped(value.second));
    } else {
        return formatIso(value);
    }
}

} // namespace

std::string toXml(const Document& document) {
    const std::string_view root = rowOf(kindOf(document)).xmlRoot;
    return fmt::format("<{0}>\n{1}</{0}>\n", root,
                       std::visit([](const auto& value) { return fieldsOf(value); }, document));
}

} // namespace sidetal::input::testing
