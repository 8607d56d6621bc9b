#pragma once

#include "sidetal/Batch/Batch.h"
#include "sidetal/Report/CopySet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::batch {

/// The copies that a thread makes of one document after another: those of one input by one settings share all
/// but what names whom they are for, so that the document is rendered once.
class LastCopies {
  public:
    /// What a copy is made of. Equal ones share.
    struct Of {
        std::uint32_t input = 0;    ///< as BatchTask
        std::uint32_t settings = 0; ///< as BatchTask, or BatchSettings::alike
        std::string hash;           ///< of all that was read for it: BatchOrigin::inputHash
        std::string view{};         ///< where settings are alike, a hash of what these show
        bool operator==(const Of&) const = default;
    };

    /// As Renderer::render() with options.copyFor, which is not empty; the document is rendered where the
    /// last copy was not of the same. `pictures` holds those that options.pictures was asked for, by this
    /// call or then.
    RenderResult write(const Of& of, Renderer& renderer, const Document& document,
                       const RenderOptions& options, const ByteSink& sink, const std::string& name,
                       std::vector<BatchPicture>& pictures);

    /// Gives the memory back.
    void forget();

  private:
    Of of_;
    std::optional<CopySet> set_;
    std::vector<BatchPicture> pictures_;
};

} // namespace sidetal::batch
