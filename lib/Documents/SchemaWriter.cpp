#include "Documents/SchemaWriter.h"

#include <algorithm>

namespace sidetal::input {

void SchemaWriter::text(std::string_view name, std::string_view value) {
    json_.string(name, value);
}

void SchemaWriter::reference(std::string_view name, Definition write) {
    text("$ref", std::string("#/$defs/") + std::string(name));
    define(name, write);
}

void SchemaWriter::define(std::string_view name, Definition write) {
    const auto known =
        std::any_of(definitions_.begin(), definitions_.end(), [&](const Entry& e) { return e.name == name; });
    if (!known) {
        definitions_.push_back({name, write});
    }
}

void SchemaWriter::definitions() {
    json_.key("$defs");
    json_.beginObject();
    for (std::size_t i = 0; i < definitions_.size(); ++i) { // grows while it is written
        const Entry entry = definitions_[i];
        json_.key(entry.name);
        json_.beginObject();
        entry.write(*this);
        json_.endObject();
    }
    json_.endObject();
}

} // namespace sidetal::input
