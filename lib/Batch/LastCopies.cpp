#include "Batch/LastCopies.h"

namespace sidetal::batch {

RenderResult LastCopies::write(const Of& of, Renderer& renderer, const Document& document,
                               const RenderOptions& options, const ByteSink& sink, const std::string& name,
                               std::vector<BatchPicture>& pictures) {
    if (set_ && of_ == of) {
        pictures = pictures_;
    } else {
        forget();
        set_.emplace(renderer.copies(document, options, name));
        of_ = of;
        pictures_ = pictures;
    }
    return set_->write(options.copyFor, sink);
}

void LastCopies::forget() {
    set_.reset();
}

} // namespace sidetal::batch
