#include "sidetal/Batch/BatchReport.h"

#include "Batch/ReportDocument.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// An agenda's, whose column takes the place of the sender, of whom there is none.
constexpr const char* kReportStyle = R"({"base": "agenda", "column": "16.5 cm", "headingMeasure": "16.5 cm",
  "sender": {"gap": "4 pt", "width": "10 pt"}})";

} // namespace

std::string addressPart(std::string_view name) {
    constexpr std::string_view kPlain = "-._~";
    std::string out;
    for (const char c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             kPlain.find(c) != std::string_view::npos;
        out += isPlain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

RenderResult renderBatchReport(const Renderer& renderer, const BatchPlan& plan, const BatchFolder& folder,
                               const BatchReportFacts& facts, const ByteSink& sink) {
    batch::ReportDocument report(plan, facts);
    folder.eachRecord([&](const BatchRecord& record) { report.add(record); });
    Diagnostics diagnostics;
    RenderOptions options;
    options.style = readStyleSheet(kReportStyle, "report.json", diagnostics);
    options.date = facts.ended;
    options.missing = MissingCharacters::Box; // names and messages may hold anything
    options.lint = LintWhen::Never;           // it is no document of a case, and tells of files
    return renderer.withSameFonts().render(report.paper(), options, sink);
}

} // namespace sidetal
