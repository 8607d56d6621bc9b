#pragma once

#include "Pdf/FileWriter.h"

#include "Graphics/Image.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace sidetal {

/// The images of a document as XObjects (ISO 32000-1, 8.9.5): those that pages show, each once, however often
/// it is shown. All pages know an image by the same name.
class ImageObjects {
  public:
    using Images = std::vector<std::shared_ptr<const ImageData>>;

    /// `images` by ImageId; must outlive this.
    explicit ImageObjects(const Images& images)
        : images_(images)
        , isShown_(images.size()) {}

    /// Appends the name of an image, which is now one that is shown.
    void appendNameOf(Buffer& out, ImageId image);

    /// Writes those that were shown, and their masks. Pixels are compressed; what is compressed already stays
    /// as it is.
    void write(FileWriter& file);
    /// Appends them as entries of the XObjects of the pages' resources. After write().
    void appendObjects(Buffer& out) const;

  private:
    ObjectNumber write(FileWriter& file, const ImageData& image);

    const Images& images_;
    std::vector<bool> isShown_;                        ///< by ImageId
    std::map<const ImageData*, ObjectNumber> numbers_; ///< of what has been written
};

} // namespace sidetal
