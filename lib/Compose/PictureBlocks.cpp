#include "Compose/PictureBlocks.h"

#include <algorithm>

namespace sidetal {

namespace {

constexpr Length kLeastGap = Length::points(4); ///< between a picture and letters

/// `side` in the proportion of two lengths, at least a thousandth of a point.
Length scaled(Length side, Length to, Length from) {
    // A thousandth of a point is more than anybody sees; pictures are no wider than some kilometres.
    return std::max(Length::milli(side.milli() * to.milli() / std::max<std::int64_t>(from.milli(), 1)),
                    Length::milli(1));
}

Size noWider(Size size, Length width) {
    return size.width <= width ? size : Size{width, scaled(size.height, width, size.width)};
}

Size noHigher(Size size, Length height) {
    return size.height <= height ? size : Size{scaled(size.width, height, size.height), height};
}

/// What a picture may take of a page's height: not all, since a heading may be kept with it, and in a cell
/// stands under its table's header.
Length highest(const Context& context, NodeId parent) {
    const Length page = context.out.run().body.height;
    return context.standsInCell(parent) ? page * 2 / 3 : page * 9 / 10;
}

} // namespace

std::optional<Block> pictureBlock(Context& context, const TextPicture& picture, NodeId parent, Length gap,
                                  Length height) {
    if (context.pictures == nullptr) {
        return std::nullopt;
    }
    const auto found = context.pictures->find(picture.file, picture.source);
    if (!found) {
        return std::nullopt;
    }
    context.out.images.resize(context.pictures->size());
    Size size = found->natural;
    if (picture.width > Length()) {
        size = {picture.width, scaled(size.height, picture.width, size.width)};
    }
    if (height > Length()) {
        size = {scaled(size.width, height, size.height), height};
    }
    size = noHigher(noWider(size, context.out.run().body.width), highest(context, parent));

    Figure figure;
    figure.width = size.width;
    figure.height = size.height;
    figure.shown = found->image;
    figure.source = picture.source;
    if (!picture.decorative) {
        figure.leaf = context.out.tree.add(parent, Role::Figure);
        context.out.tree.setAlt(figure.leaf, picture.alt, picture.source);
    }
    Block block;
    block.content = std::move(figure);
    block.spaceBefore = block.spaceAfter = std::max(gap, kLeastGap);
    return block;
}

} // namespace sidetal
