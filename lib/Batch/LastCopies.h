#pragma once

#include "sidetal/Batch/Batch.h"
#include "sidetal/Report/CopySet.h"

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace sidetal::batch {

/// The copies that a thread makes of one document after another: those of one input by one settings share all
/// but what names whom they are for, so that the document is rendered once. Of an input some renderings are
/// kept: members who were disqualified at an item stand in the list among those who get all.
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

    /// As Renderer::render() with options.copyFor, which is not empty; the document is rendered where none of
    /// the renderings kept is of the same. `pictures` holds those that options.pictures was asked for, by
    /// this call or then.
    RenderResult write(const Of& of, Renderer& renderer, const Document& document,
                       const RenderOptions& options, const ByteSink& sink, const std::string& name,
                       std::vector<BatchPicture>& pictures);

    /// Gives the memory back.
    void forget();

  private:
    struct Rendering {
        Of of;
        CopySet set;
        std::vector<BatchPicture> pictures;
        std::uint64_t bytes = 0; ///< of its last copy: about what it takes
    };
    Rendering& renderingOf(const Of& of, Renderer& renderer, const Document& document,
                           const RenderOptions& options, const std::string& name,
                           std::vector<BatchPicture>& pictures);
    void makeRoom();

    std::deque<Rendering> kept_; ///< the one used last at the end
};

} // namespace sidetal::batch
