#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/RichText.h"

#include <optional>

namespace sidetal {

/// A picture as a block, with `gap` before and after it, or a little: a Figure of `parent` with the words
/// that stand for it, or, where it is decorative, an artifact. As large as the text asks for or as the file
/// says, but no wider and not nearly as high as a page, its sides in proportion; where it stands in less,
/// layout makes it smaller. `height`: as high as that, where it is not 0. Nothing where the picture is at
/// fault, which is told.
[[nodiscard]] std::optional<Block> pictureBlock(Context& context, const TextPicture& picture, NodeId parent,
                                                Length gap, Length height = {});

} // namespace sidetal
