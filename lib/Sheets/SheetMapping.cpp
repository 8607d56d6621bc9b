#include "Sheets/Characters.h"
#include "Sheets/MatrixFields.h"
#include "Sheets/Words.h"
#include "sidetal/Sheets/MatrixSheet.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace sidetal {

namespace {

using namespace sheets;
using Json = nlohmann::ordered_json;

/// Words of one's own: by which key they stand, what they can mean, and what messages say of it.
struct OwnWords {
    std::string_view key;
    std::map<std::string, std::string, std::less<>> SheetMapping::*words;
    std::initializer_list<std::string_view> meanings;
    std::string_view what;
    std::string_view expected;
};
const OwnWords kOwnWords[] = {
    {"statusWords",
     &SheetMapping::statusWords,
     {"reached", "on-track", "partly", "not-reached", "not-assessed"},
     "no status",
     "'reached', 'on-track', 'partly', 'not-reached' or 'not-assessed'"},
    {"trendWords",
     &SheetMapping::trendWords,
     {"up", "level", "down"},
     "no development",
     "'up', 'level' or 'down'"},
};

/// Reads the values of a mapping file, each fault with the path where it stands.
class MappingReader {
  public:
    explicit MappingReader(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}

    SheetMapping read(const Json& root) {
        SheetMapping out;
        if (!root.is_object()) {
            fault("", "expected an object with 'columns'");
            return out;
        }
        for (const auto& [key, value] : root.items()) {
            if (key == "sheet") {
                readText(value, key, out.sheet);
            } else if (key == "columns") {
                readColumns(value, out);
            } else if (key == "ignored") {
                readTexts(value, key, out.ignored);
            } else if (const auto* own = std::ranges::find(kOwnWords, key, &OwnWords::key);
                       own != std::end(kOwnWords)) {
                readWords(value, *own, out.*own->words);
            } else if (key != "$schema") {
                fault(key,
                      "unknown key, expected 'sheet', 'columns', 'ignored', 'statusWords' or 'trendWords'");
            }
        }
        return out;
    }

  private:
    void fault(const std::string& path, std::string message) {
        diagnostics_.error("SID-X025", std::move(message), {}, path);
    }

    void readText(const Json& value, const std::string& path, std::string& out) {
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
            fault(path, "expected a text that is not empty");
            return;
        }
        out = value.get<std::string>();
    }

    void readTexts(const Json& value, const std::string& path, std::vector<std::string>& out) {
        if (!value.is_array()) {
            readText(value, path, out.emplace_back());
            return;
        }
        for (std::size_t i = 0; i < value.size(); ++i) {
            readText(value[i], fmt::format("{}[{}]", path, i), out.emplace_back());
        }
    }

    void readColumns(const Json& value, SheetMapping& out) {
        if (!value.is_object()) {
            fault("columns", "expected an object, its keys what columns hold and its values their headings");
            return;
        }
        std::map<std::string, std::string> seen;
        for (const auto& [key, headings] : value.items()) {
            const std::string path = "columns." + key;
            if (!fieldOfKey(key)) {
                tellUnknownField(path);
                continue;
            }
            auto& texts = out.columns[key];
            readTexts(headings, path, texts);
            for (const std::string& text : texts) {
                const auto [other, isNew] = seen.emplace(foldedName(text), key);
                if (!isNew && other->second != key) {
                    fault(path, fmt::format("the heading {} is that of {} already", inQuoteMarks(text),
                                            inQuoteMarks(other->second)));
                }
            }
        }
    }

    void tellUnknownField(const std::string& path) {
        std::string known;
        for (const FieldNames& names : fieldNames()) {
            known += fmt::format("{}'{}'", known.empty() ? "" : ", ", names.key);
        }
        fault(path, "nothing that a column holds, expected one of " + known);
    }

    void readWords(const Json& value, const OwnWords& own,
                   std::map<std::string, std::string, std::less<>>& out) {
        if (!value.is_object()) {
            fault(std::string(own.key),
                  "expected an object, its keys words of yours and its values what they mean");
            return;
        }
        for (const auto& [word, meaning] : value.items()) {
            const std::string path = fmt::format("{}.{}", own.key, word);
            std::string& text = out[word];
            readText(meaning, path, text);
            if (!text.empty() && std::ranges::find(own.meanings, text) == own.meanings.end()) {
                fault(path, fmt::format("{} is {}, expected {}", inQuoteMarks(text), own.what, own.expected));
            }
        }
    }

    Diagnostics& diagnostics_;
};

/// Line and column of a byte.
[[nodiscard]] SourcePos placeOf(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const std::string_view last = before.substr(before.rfind('\n') + 1);
    const auto isFirst = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; };
    return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<std::uint32_t>(std::count_if(last.begin(), last.end(), isFirst)) + 1};
}

} // namespace

SheetMapping readSheetMapping(std::string_view bytes, const std::string& name) {
    Diagnostics diagnostics;
    diagnostics.setFile(name);
    SheetMapping out;
    try {
        // Nested deeper than a mapping is it would be no mapping, and take a stack without end.
        const auto shallow = [](int depth, Json::parse_event_t, Json&) {
            if (depth > 20) {
                throw std::length_error("nested");
            }
            return true;
        };
        out = MappingReader(diagnostics).read(Json::parse(bytes, shallow, true, true));
    } catch (const Json::parse_error& error) {
        diagnostics.error("SID-X025", "no JSON, expected an object with 'columns'",
                          placeOf(bytes, error.byte == 0 ? 0 : error.byte - 1));
    } catch (const std::length_error&) {
        diagnostics.error("SID-X025", "nested deeper than a mapping is, expected an object with 'columns'");
    }
    diagnostics.throwIfErrors();
    return out;
}

std::string sheetMappingSchema() {
    const Json texts = {
        {"anyOf", {{{"$ref", "#/$defs/text"}}, {{"type", "array"}, {"items", {{"$ref", "#/$defs/text"}}}}}}};
    Json columns = Json::object();
    for (const FieldNames& names : fieldNames()) {
        columns[std::string(names.key)] = {
            {"description", fmt::format("Headings beside {}.", inQuoteMarks(names.heading))},
            {"$ref", "#/$defs/texts"}};
    }
    const auto words = [](const OwnWords& own, const char* description) {
        Json meanings = Json::array();
        for (const std::string_view meaning : own.meanings) {
            meanings.push_back(std::string(meaning));
        }
        return Json{
            {"description", description}, {"type", "object"}, {"additionalProperties", {{"enum", meanings}}}};
    };
    const Json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "sidetal: mapping of spreadsheets"},
        {"type", "object"},
        {"properties",
         {{"$schema", {{"type", "string"}}},
          {"sheet", {{"description", "The sheet that is read."}, {"$ref", "#/$defs/text"}}},
          {"columns",
           {{"description", "Headings by what stands below them."},
            {"type", "object"},
            {"properties", columns},
            {"additionalProperties", false}}},
          {"ignored",
           {{"description", "Headings of columns that are passed over."}, {"$ref", "#/$defs/texts"}}},
          {"statusWords", words(kOwnWords[0], "What words of one's own in status columns mean.")},
          {"trendWords", words(kOwnWords[1], "What words of one's own for developments mean.")}}},
        {"additionalProperties", false},
        {"$defs", {{"text", {{"type", "string"}, {"minLength", 1}}}, {"texts", texts}}}};
    return schema.dump(2) + "\n";
}

} // namespace sidetal
