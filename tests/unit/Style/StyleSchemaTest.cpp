#include "Style/StyleSchema.h"

#include "Style/BuiltInStyles.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sidetal {
namespace {

using Json = nlohmann::json;

/// The schema that "$ref": "#/$defs/name" stands for.
const Json& resolved(const Json& schema, const Json& root) {
    const auto ref = schema.find("$ref");
    return ref == schema.end() ? schema : root.at(Json::json_pointer(ref->get<std::string>().substr(1)));
}

/// Every key of `value` is in the schema, all the way down.
void expectKnownKeys(const Json& value, const Json& schema, const Json& root, const std::string& path) {
    const Json& properties = resolved(schema, root).at("properties");
    for (const auto& [key, member] : value.items()) {
        ASSERT_TRUE(properties.contains(key)) << path << key;
        if (member.is_object()) {
            expectKnownKeys(member, properties.at(key), root, path + key + ".");
        }
    }
}

TEST(StyleSchema, KnowsEveryKeyOfTheBuiltInSheets) {
    const Json schema = Json::parse(styleSchema());
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    for (const BuiltInStyle& file : builtInStyleFiles()) {
        const Json sheet = Json::parse(file.text, nullptr, true, true);
        const char* kind = file.kind == "agenda" ? "agenda" : "goalMatrix";
        expectKnownKeys(sheet, schema.at("$defs").at(kind), schema, std::string(file.name) + ": ");
    }
}

TEST(StyleSchema, DescribesEveryKeyAndAllowsNoOther) {
    const Json schema = Json::parse(styleSchema());
    for (const auto& [name, definition] : schema.at("$defs").items()) {
        if (!definition.contains("properties")) {
            continue;
        }
        EXPECT_EQ(definition.at("additionalProperties"), false) << name;
        for (const auto& [key, member] : definition.at("properties").items()) {
            EXPECT_TRUE(member.contains("description")) << name << "." << key;
        }
    }
}

} // namespace
} // namespace sidetal
