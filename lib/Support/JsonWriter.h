#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Writes JSON with two blanks of indent, UTF-8 as it is; the same calls give the same bytes. Calls must nest
/// rightly.
class JsonWriter {
  public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);
    void string(std::string_view text);
    /// A number, true or false, or any other value, as it is to be written.
    void word(std::string_view text);

    // Members of an object, name and value at once.
    void beginObject(std::string_view name) {
        key(name);
        beginObject();
    }
    void string(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }
    void word(std::string_view name, std::string_view text) {
        key(name);
        word(text);
    }

    /// The whole, with a line end after it.
    [[nodiscard]] std::string take() &&;

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void newLine();

    std::string out_;
    std::vector<bool> hasMembers_;
    bool afterKey_ = false;
};

} // namespace sidetal
