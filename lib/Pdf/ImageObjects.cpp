#include "Pdf/ImageObjects.h"

#include <cassert>

namespace sidetal {

namespace {

/// Without Interpolate, which PDF/A forbids to be true (ISO 19005-2, 6.2.8). The device spaces are those of
/// the file's output intent, sRGB (6.2.4.3).
void appendEntries(Buffer& out, const ImageData& image) {
    out << "/Type/XObject/Subtype/Image/Width " << image.width << "/Height " << image.height
        << (image.space == ImageData::Space::Rgb ? "/ColorSpace/DeviceRGB" : "/ColorSpace/DeviceGray")
        << "/BitsPerComponent " << static_cast<unsigned>(image.bits);
}

void appendName(Buffer& out, std::size_t image) {
    out << "/I" << image + 1;
}

} // namespace

void ImageObjects::appendNameOf(Buffer& out, ImageId image) {
    const auto i = static_cast<std::size_t>(image);
    assert(i < images_.size());
    isShown_[i] = true;
    appendName(out, i);
}

void ImageObjects::write(FileWriter& file) {
    for (std::size_t i = 0; i < images_.size(); ++i) {
        if (isShown_[i]) {
            (void)write(file, *images_[i]);
        }
    }
}

ObjectNumber ImageObjects::write(FileWriter& file, const ImageData& image) {
    if (const auto found = numbers_.find(&image); found != numbers_.end()) {
        return found->second;
    }
    Buffer entries;
    appendEntries(entries, image);
    if (image.softMask) {
        entries << "/SMask " << write(file, *image.softMask);
    }
    const ObjectNumber number = file.reserve();
    numbers_.emplace(&image, number);
    if (image.coding == ImageData::Coding::Jpeg) {
        entries << "/Filter/DCTDecode";
        file.writePlainStream(number, entries.view(), image.bytes);
    } else if (image.coding == ImageData::Coding::Png) {
        // PNG's filters are predictors 10 to 14, of which each row says its own (ISO 32000-1, 7.4.4.4).
        entries << "/DecodeParms<</Predictor 15/Colors " << image.components() << "/BitsPerComponent "
                << static_cast<unsigned>(image.bits) << "/Columns " << image.width << ">>";
        file.writePackedStream(number, entries.view(), image.bytes);
    } else {
        file.writeStream(number, entries.view(), image.bytes);
    }
    return number;
}

void ImageObjects::appendObjects(Buffer& out) const {
    for (std::size_t i = 0; i < images_.size(); ++i) {
        if (isShown_[i]) {
            appendName(out, i);
            out << ' ' << numbers_.at(images_[i].get());
        }
    }
}

} // namespace sidetal
