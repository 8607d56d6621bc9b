#include "Support/JsonWriter.h"

#include "Support/JsonText.h"

#include <utility>

namespace sidetal {

void JsonWriter::key(std::string_view name) {
    separate();
    appendJsonString(out_, name);
    out_ += ": ";
    afterKey_ = true;
}

void JsonWriter::string(std::string_view text) {
    separate();
    appendJsonString(out_, text);
}

void JsonWriter::word(std::string_view text) {
    separate();
    out_ += text;
}

std::string JsonWriter::take() && {
    out_ += '\n';
    return std::move(out_);
}

void JsonWriter::begin(char bracket) {
    separate();
    out_ += bracket;
    hasMembers_.push_back(false);
}

void JsonWriter::end(char bracket) {
    const bool hadMembers = hasMembers_.back();
    hasMembers_.pop_back();
    if (hadMembers) {
        newLine();
    }
    out_ += bracket;
}

void JsonWriter::separate() {
    if (std::exchange(afterKey_, false) || hasMembers_.empty()) {
        return;
    }
    if (hasMembers_.back()) {
        out_ += ',';
    }
    hasMembers_.back() = true;
    newLine();
}

void JsonWriter::newLine() {
    out_ += '\n';
    out_.append(2 * hasMembers_.size(), ' ');
}

} // namespace sidetal
