#include "unit/Input/InputTesting.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace sidetal::input::testing {

std::vector<std::string> lines(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (Diagnostic diagnostic : diagnostics.all()) {
        diagnostic.file.clear();
        out.push_back(format(diagnostic));
    }
    return out;
}

std::string times(std::size_t count, std::string_view part) {
    std::string out;
    out.reserve(count * part.size());
    for (std::size_t i = 0; i < count; ++i) {
        out += part;
    }
    return out;
}

std::vector<std::string> messagesOf(std::string_view bytes, const ReadLimits& limits) {
    return messagesOf(bytes, ReadOptions(limits));
}

std::vector<std::string> messagesOf(std::string_view bytes, const ReadOptions& options) {
    Diagnostics diagnostics;
    try {
        (void)readDocument(bytes, "test", diagnostics, options);
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
        Document out = readDocument(bytes, "test", diagnostics);
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

Loaded::Loaded(std::string_view bytes) {
    good = bytes.starts_with('<') ? readXml(bytes, {}, diagnostics, tree, rootName)
                                  : readJson(bytes, {}, diagnostics, tree);
}

namespace {

std::string shownSpan(const TextSpan& span) {
    std::string out = span.text;
    for (char& c : out) {
        c = c == '\n' ? '|' : c;
    }
    out = span.emphasis.underline ? "_" + out + "_" : out;
    out = span.emphasis.italic ? "~" + out + "~" : out;
    return span.emphasis.bold ? "*" + out + "*" : out;
}

} // namespace

std::string shown(const RichText& text) {
    constexpr const char* kMarkers[] = {"-", "1", "a", "A", "i", "I"};
    std::string out;
    for (const auto& block : text.blocks) {
        out += out.empty() ? "" : " / ";
        if (const auto* paragraph = std::get_if<TextParagraph>(&block)) {
            for (const TextSpan& span : paragraph->spans) {
                out += shownSpan(span);
            }
            continue;
        }
        const auto& list = std::get<TextList>(block);
        out += fmt::format("[{}{}", kMarkers[static_cast<std::size_t>(list.marker)],
                           list.start == 1 ? "" : fmt::format("={}", list.start));
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            out += (i == 0 ? " " : "; ") + shown(list.items[i]);
        }
        out += "]";
    }
    return out;
}

std::string agendaWithBody(std::string_view body) {
    return fmt::format(R"({{"document": "agenda", "items": [{{"title": "x", "body": {}}}]}})", body);
}

std::string sourceFile(const std::string& path) {
    std::ifstream in(std::string(SIDETAL_SOURCE_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace sidetal::input::testing
