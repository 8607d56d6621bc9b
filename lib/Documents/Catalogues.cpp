#include "Documents/Catalogues.h"

#include "Documents/Codecs.h"
#include "Documents/KindCodec.h"
#include "Model/Fields/CatalogueFields.h"

#include <utility>

namespace sidetal::input {

GoalCatalogue readCatalogue(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                            const SourceNames& others) {
    diagnostics.setFile(name);
    Tree tree;
    GoalCatalogue out;
    if (readJson(bytes, {}, diagnostics, tree)) {
        if (!others.empty()) {
            const auto own = static_cast<std::uint32_t>(others.size());
            SourceNames sources = others;
            sources.push_back({name});
            diagnostics.setSources(std::move(sources), own);
            setTreeSource(tree, own);
        }
        TextBudget budget{ReadLimits().textParts};
        RepeatedWarnings repeated;
        const Node root(tree, diagnostics, {&budget, nullptr, nullptr, nullptr, &repeated});
        readObject(root, out, true);
        repeated.tell(diagnostics);
    }
    diagnostics.throwIfErrors();
    out.sources = diagnostics.sources();
    return out;
}

std::string catalogueSchema() {
    SchemaWriter schema;
    JsonWriter& json = schema.json();
    json.beginObject();
    schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.text("title", "sidetal catalogue");
    schema.text("description", model::Table<GoalCatalogue>::description);
    schema.text("type", "object");
    json.key("properties");
    json.beginObject();
    json.key("$schema");
    json.beginObject();
    schema.text("description", "The schema that an editor is to use; not read.");
    json.endObject();
    schemaProperties<GoalCatalogue>(schema);
    json.endObject();
    schemaRequired<GoalCatalogue>(schema);
    json.key("additionalProperties");
    json.word("false");
    schema.definitions();
    json.endObject();
    return std::move(json).take();
}

} // namespace sidetal::input
