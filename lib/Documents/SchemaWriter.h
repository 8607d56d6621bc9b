#pragma once

#include "Support/JsonWriter.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// Writes a JSON Schema (2020-12) in one go, and remembers the definitions it refers to, to be written at its
/// end.
class SchemaWriter {
  public:
    using Definition = void (*)(SchemaWriter& schema);

    [[nodiscard]] JsonWriter& json() { return json_; }
    /// The member `name` with a text.
    void text(std::string_view name, std::string_view value);
    /// "$ref" to the definition `name`, which `write` writes: the members of its object.
    void reference(std::string_view name, Definition write);
    /// The definition `name`, which something refers to by words of its own.
    void define(std::string_view name, Definition write);
    /// Writes "$defs" with everything that was referred to.
    void definitions();

  private:
    struct Entry {
        std::string_view name;
        Definition write;
    };
    JsonWriter json_;
    std::vector<Entry> definitions_;
};

} // namespace sidetal::input
