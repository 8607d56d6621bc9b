#pragma once

#include "Documents/Documents.h"
#include "unit/Tree/TreeTesting.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What the tests of documents share.
namespace sidetal::input::testing {

/// What reading `bytes` says, JSON or XML.
std::vector<std::string> messagesOf(std::string_view bytes, const ReadLimits& limits = {});
std::vector<std::string> messagesOf(std::string_view bytes, const ReadOptions& options);

/// The document; a test fails where reading it says anything.
Document read(std::string_view bytes);
template <class T>
T readAs(std::string_view bytes) {
    return std::get<T>(read(bytes));
}

/// An agenda whose only item has `body` as its body.
std::string agendaWithBody(std::string_view body);

} // namespace sidetal::input::testing
