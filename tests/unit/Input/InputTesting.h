#pragma once

#include "Input/AccessPolicy.h"
#include "Input/Input.h"
#include "Input/Node.h"
#include "Input/RichTextReader.h"
#include "Input/Tree.h"
#include "sidetal/Model/Document.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of Input share.
namespace sidetal::input::testing {

/// The messages in their one-line form, without the input's name: "2:3: error: title: missing [SID-I012]".
std::vector<std::string> lines(const Diagnostics& diagnostics);

/// `part` so many times.
std::string times(std::size_t count, std::string_view part);

/// What reading `bytes` says, JSON or XML.
std::vector<std::string> messagesOf(std::string_view bytes, const ReadLimits& limits = {});
std::vector<std::string> messagesOf(std::string_view bytes, const ReadOptions& options);

/// The document; a test fails where reading it says anything.
Document read(std::string_view bytes);
template <class T>
T readAs(std::string_view bytes) {
    return std::get<T>(read(bytes));
}

/// A tree with a cursor at its root and the messages of both.
struct Loaded {
    explicit Loaded(std::string_view bytes);
    Diagnostics diagnostics;
    Tree tree;
    std::string rootName; ///< of XML
    bool good = false;
    std::vector<std::string> acceptedKeys;
    AccessPolicy policy{acceptedKeys};
    Node root{tree, diagnostics, {nullptr, &policy}};
};

/// A text in a form for comparing: paragraphs by " / ", spans as *bold*, ~italic~, _underlined_, "\n" as "|",
/// lists as
/// "[1. item; item]".
std::string shown(const RichText& text);

/// An agenda whose only item has `body` as its body.
std::string agendaWithBody(std::string_view body);

/// The file below the source tree, for instance "samples/agenda.json".
std::string sourceFile(const std::string& path);

} // namespace sidetal::input::testing
