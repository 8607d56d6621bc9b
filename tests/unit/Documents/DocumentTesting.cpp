#include "unit/Documents/DocumentTesting.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {

std::vector<std::string> messagesOf(std::string_view bytes, const ReadLimits& limits) {
    return messagesOf(bytes, ReadOptions(limits));
}

std::vector<std::string> messagesOf(std::string_view bytes, const ReadOptions& options) {
    Diagnostics diagnostics;
    ReadOptions quoting = options;
    quoting.quoteClosed = true;
    try {
        (void)readDocument(bytes, "test", diagnostics, quoting);
        EXPECT_FALSE(diagnostics.hasErrors());
    } catch (const Error& error) {
        EXPECT_TRUE(diagnostics.hasErrors());
        EXPECT_EQ(error.diagnostics().size(), diagnostics.all().size());
    }
    return lines(diagnostics);
}

Document read(std::string_view bytes) {
    Diagnostics diagnostics;
    try {
        ReadOptions quoting;
        quoting.quoteClosed = true;
        Document out = readDocument(bytes, "test", diagnostics, quoting);
        std::vector<std::string> said = lines(diagnostics);
        // Random texts have pieces that look like markup: that is right to tell, and no loss.
        std::erase_if(said, [](const std::string& line) { return line.ends_with("[SID-I044]"); });
        EXPECT_EQ(said, std::vector<std::string>{});
        return out;
    } catch (const Error& error) {
        ADD_FAILURE() << error.what() << " in " << bytes;
        return MeetingPaper();
    }
}

std::string agendaWithBody(std::string_view body) {
    return fmt::format(R"({{"document": "agenda", "items": [{{"title": "x", "body": {}}}]}})", body);
}

} // namespace sidetal::input::testing
