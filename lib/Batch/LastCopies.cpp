#include "Batch/LastCopies.h"

#include <algorithm>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr std::size_t kMostKept = 8;
constexpr std::uint64_t kMostKeptBytes = std::uint64_t{4} << 20; ///< of all together, but for the last one

} // namespace

RenderResult LastCopies::write(const Of& of, Renderer& renderer, const Document& document,
                               const RenderOptions& options, const ByteSink& sink, const std::string& name,
                               std::vector<BatchPicture>& pictures) {
    Rendering& rendering = renderingOf(of, renderer, document, options, name, pictures);
    pictures = rendering.pictures;
    rendering.bytes = 0;
    return rendering.set.write(options.copyFor, [&](std::string_view bytes) {
        rendering.bytes += bytes.size();
        sink(bytes);
    });
}

LastCopies::Rendering& LastCopies::renderingOf(const Of& of, Renderer& renderer, const Document& document,
                                               const RenderOptions& options, const std::string& name,
                                               std::vector<BatchPicture>& pictures) {
    if (!kept_.empty() && kept_.back().of.input != of.input) {
        forget();
    }
    const auto known = std::ranges::find(kept_, of, &Rendering::of);
    if (known != kept_.end()) {
        std::rotate(known, known + 1, kept_.end());
    } else {
        makeRoom();
        CopySet set = renderer.copies(document, options, name);
        kept_.push_back({of, std::move(set), pictures});
    }
    return kept_.back();
}

void LastCopies::makeRoom() {
    std::uint64_t bytes = 0;
    for (const Rendering& rendering : kept_) {
        bytes += rendering.bytes;
    }
    while (kept_.size() >= kMostKept || bytes > kMostKeptBytes) {
        bytes -= kept_.front().bytes;
        kept_.pop_front();
    }
}

void LastCopies::forget() {
    kept_.clear();
}

} // namespace sidetal::batch
