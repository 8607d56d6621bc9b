#pragma once

#include "Pictures/Pictures.h"

#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/PictureLoader.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sidetal {

/// The pictures of a document, each content once. While a document is composed their headers alone are read:
/// pixels are made when layout knows how large each is shown.
class PictureShelf {
  public:
    /// Without a loader no picture can be named by its file. Both must outlive this; what is wrong with a
    /// picture goes to `diagnostics`.
    PictureShelf(const PictureLoader& loader, Diagnostics& diagnostics)
        : loader_(loader)
        , diagnostics_(diagnostics) {}

    /// A picture on the shelf.
    struct Entry {
        ImageId image{};
        Size natural; ///< as PictureInfo has it
    };

    /// The picture of a file, or of an address "data:…"; nothing where that is at fault, which is told
    /// (SID-G001 to G006, G008) at `source`.
    [[nodiscard]] std::optional<Entry> find(const std::string& address, SourcePos source);

    /// How many there are; their ids count from 0.
    [[nodiscard]] std::size_t size() const { return pictures_.size(); }

    /// Calls `f(name, source, tells)` for each picture whose file tells of people (PictureTells).
    template <class F>
    void eachTelling(const F& f) const {
        for (const Kept& kept : pictures_) {
            if (kept.tells.place || kept.tells.author) {
                f(kept.name, kept.source, kept.tells);
            }
        }
    }

    /// Decodes them, with no more than `dpi` pixels an inch at the size that each is `shown` at most, by
    /// ImageId; what is never shown stays null. Faults and warnings (SID-G005 to G007) are told where each
    /// stands first.
    [[nodiscard]] std::vector<std::shared_ptr<const ImageData>> images(std::span<const Size> shown,
                                                                       std::int32_t dpi) const;

  private:
    struct Kept {
        std::string bytes;
        std::string name; ///< "the picture 'kort.png'"
        SourcePos source; ///< where it stands first
        Size natural;
        PictureTells tells{};
    };
    /// A file that was asked for.
    struct File {
        std::size_t picture = 0;
        std::string code{}; ///< of what is wrong with it; empty where nothing is
        std::string fault{};
    };

    [[nodiscard]] std::optional<Entry> ofFile(const std::string& name, SourcePos source);
    [[nodiscard]] std::optional<Entry> ofData(std::string_view uri, SourcePos source);
    [[nodiscard]] File load(const std::string& name, SourcePos source);
    [[nodiscard]] std::size_t put(std::string bytes, std::string name, SourcePos source);
    [[nodiscard]] Entry entry(std::size_t picture) const {
        return {static_cast<ImageId>(picture), pictures_[picture].natural};
    }

    const PictureLoader& loader_;
    Diagnostics& diagnostics_;
    std::deque<Kept> pictures_;
    std::unordered_map<std::string_view, std::size_t> byContent_; ///< the keys are those of pictures_
    std::map<std::string, File, std::less<>> files_;
};

} // namespace sidetal
