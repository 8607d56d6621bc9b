#include "Batch/Earlier.h"

#include "Batch/Digest.h"

#include <exception>
#include <filesystem>
#include <string_view>

namespace sidetal::batch {

namespace {

std::string fileOf(const std::string& pattern, const BatchInputFile& input) {
    constexpr std::string_view kStem = "{stem}";
    const std::string stem = std::filesystem::path(input.file).stem().string();
    std::string out = pattern;
    for (std::size_t at = out.find(kStem); at != std::string::npos; at = out.find(kStem, at + stem.size())) {
        out.replace(at, kStem.size(), stem);
    }
    return out;
}

/// The version of its catalogue that a goal matrix follows; empty: it names none.
std::string_view catalogueVersionOf(const Document& document) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    return matrix != nullptr && matrix->catalogue ? matrix->catalogue->version : std::string_view();
}

/// What goals were renumbered since an earlier period; nothing where one of both names no version.
std::optional<Renumbering> renumberedSince(const Document& before, const ReadInput& now) {
    const std::string_view from = catalogueVersionOf(before);
    const std::string_view to = catalogueVersionOf(*now.document);
    if (from.empty() || to.empty() || !now.catalogue) {
        return std::nullopt;
    }
    return renumberedGoals(*now.catalogue, from, to);
}

} // namespace

Earlier EarlierDocuments::of(const BatchInputFile& input, const BatchSettings& settings,
                             const ReadInput& now) {
    try {
        return read(input, settings, now);
    } catch (...) { // no fault of a file ends the batch
        Earlier none;
        none.messages = messagesOf(std::current_exception(), input.file);
        return none;
    }
}

Earlier EarlierDocuments::read(const BatchInputFile& input, const BatchSettings& settings,
                               const ReadInput& now) {
    Earlier out;
    if (!settings.corrects.empty()) {
        out.corrects = get(corrects_, settings.corrects, input, out);
    }
    if (!settings.compare.empty()) {
        const Document* const known = lastPeriod_.read.document.get();
        out.lastPeriod = get(lastPeriod_, settings.compare, input, out);
        if (out.lastPeriod && out.lastPeriod.get() != known) { // else they are those of this input
            renumbered_ = renumberedSince(*out.lastPeriod, now);
        }
        out.renumbered = out.lastPeriod ? renumbered_ : std::nullopt;
    }
    return out;
}

std::shared_ptr<const Document> EarlierDocuments::get(Kept& kept, const std::string& pattern,
                                                      const BatchInputFile& input, Earlier& out) {
    const std::string file = fileOf(pattern, input);
    if (kept.file != file || kept.input != input.file) {
        BatchInputFile earlier = input;
        earlier.file = file;
        kept = {file, input.file, readInput(earlier, host_, rules_)};
    }
    Digest digest;
    digest.addText(out.hash);
    digest.addText(kept.read.hash);
    out.hash = digest.hex();
    out.messages.insert(out.messages.end(), kept.read.messages.begin(), kept.read.messages.end());
    return kept.read.document;
}

} // namespace sidetal::batch
