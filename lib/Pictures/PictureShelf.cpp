#include "Pictures/PictureShelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

std::string nameOf(std::string_view file) {
    return fmt::format("the picture '{}'", file);
}

/// So many pixels stand on a length at `dpi`.
std::uint32_t pixelsOf(Length length, std::int32_t dpi) {
    constexpr std::int64_t kInch = 72'000;
    const std::int64_t pixels = (length.milli() * dpi + kInch - 1) / kInch;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(pixels, 1, 65'535));
}

} // namespace

std::optional<PictureShelf::Entry> PictureShelf::find(const std::string& address, SourcePos source) {
    return isDataUri(address) ? ofData(address, source) : ofFile(address, source);
}

std::optional<PictureShelf::Entry> PictureShelf::ofFile(const std::string& name, SourcePos source) {
    auto found = files_.find(name);
    if (found == files_.end()) {
        found = files_.emplace(name, load(name, source)).first;
    }
    const File& file = found->second;
    if (!file.code.empty()) {
        diagnostics_.error(file.code, nameOf(name) + " " + file.fault, source);
        return std::nullopt;
    }
    return entry(file.picture);
}

std::optional<PictureShelf::Entry> PictureShelf::ofData(std::string_view uri, SourcePos source) {
    try {
        return entry(put(decodeDataUri(uri), "the picture", source));
    } catch (const PictureFault& fault) {
        diagnostics_.error(fault.code(), fmt::format("the picture {}", fault.what()), source);
        return std::nullopt;
    }
}

PictureShelf::File PictureShelf::load(const std::string& name, SourcePos source) {
    if (!loader_) {
        return {0, "SID-G001", "is a file, and nothing was given that pictures could be loaded by"};
    }
    PictureFile file = loader_(name);
    if (!file.fault.empty()) {
        return {0, "SID-G002", std::move(file.fault)};
    }
    try {
        return {put(std::move(file.bytes), nameOf(name), source)};
    } catch (const PictureFault& fault) {
        return {0, std::string(fault.code()), fault.what()};
    }
}

std::size_t PictureShelf::put(std::string bytes, std::string name, SourcePos source) {
    if (const auto found = byContent_.find(bytes); found != byContent_.end()) {
        return found->second;
    }
    const PictureInfo info = inspectPicture(bytes);
    pictures_.push_back({std::move(bytes), std::move(name), source, info.natural, info.tells});
    byContent_.emplace(pictures_.back().bytes, pictures_.size() - 1);
    return pictures_.size() - 1;
}

std::vector<std::shared_ptr<const ImageData>> PictureShelf::images(std::span<const Size> shown,
                                                                   std::int32_t dpi) const {
    std::vector<std::shared_ptr<const ImageData>> out(pictures_.size());
    for (std::size_t i = 0; i < out.size() && i < shown.size(); ++i) {
        if (shown[i].width <= Length()) {
            continue;
        }
        const Kept& kept = pictures_[i];
        try {
            Picture picture =
                readPicture(kept.bytes, {pixelsOf(shown[i].width, dpi), pixelsOf(shown[i].height, dpi)});
            out[i] = std::move(picture.image);
            for (const std::string& warning : picture.warnings) {
                diagnostics_.warning("SID-G007", kept.name + " " + warning, kept.source);
            }
        } catch (const PictureFault& fault) {
            diagnostics_.error(fault.code(), kept.name + " " + fault.what(), kept.source);
        }
    }
    return out;
}

} // namespace sidetal
