#include "batch/JoinTarget.h"

#include "Common.h"
#include "files/InputFile.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace sidetal::cli {

JoinTarget::JoinTarget(std::string name, bool inParts, std::vector<std::string> inputs)
    : name_(std::move(name))
    , inParts_(inParts)
    , inputs_(std::move(inputs)) {
    if (inParts_ && name_ == kStandard) {
        throw Error("SID-R023", "--join-parts: parts go to files, expected the name of one with --join");
    }
    (void)resolved(1);
}

std::string JoinTarget::nameOf(std::uint32_t part) const {
    if (!inParts_) {
        return name_;
    }
    const std::filesystem::path path = name_;
    const std::string numbered =
        path.stem().string() + "-" + std::to_string(part) + path.extension().string();
    return (path.parent_path() / numbered).string();
}

OutputTarget JoinTarget::resolved(std::uint32_t part) const {
    OutputTarget out = resolveOutput(nameOf(part));
    const auto identity = out.identity();
    if (out.kind == OutputTarget::Kind::Replace && identity &&
        std::ranges::any_of(inputs_,
                            [&](const std::string& input) { return identityOf(input) == identity; })) {
        throw fileError("SID-R019", out.name, "is an input, expected another file");
    }
    return out;
}

ByteSink JoinTarget::open(std::uint32_t part) {
    if (!files_.empty()) {
        files_.back()->settle();
    }
    files_.push_back(std::make_unique<OutputFile>(resolved(part)));
    return [file = files_.back().get()](std::string_view bytes) { file->write(bytes); };
}

void JoinTarget::commit() {
    for (const auto& file : files_) {
        file->settle();
    }
    for (const auto& file : files_) {
        file->commit();
    }
}

std::vector<std::string> JoinTarget::laterParts() const {
    std::vector<std::string> out;
    auto part = static_cast<std::uint32_t>(files_.size() + 1);
    for (; inParts_ && std::filesystem::exists(nameOf(part)); ++part) {
        out.push_back(nameOf(part));
    }
    return out;
}

} // namespace sidetal::cli
