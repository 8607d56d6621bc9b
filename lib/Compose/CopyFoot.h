#pragma once

#include "Blocks/Block.h"

#include "sidetal/Style/StyleSheet.h"

#include <span>
#include <string_view>

namespace sidetal {

struct Context;

/// Begins a document with an empty page whose leaf, a P, is told as BlockDocument::copyCover: what stands on
/// it each copy has of its own. It has no number; the next page is the first.
void addCopyCover(Context& context, const PageStyle& page);

/// The line "Eksemplar til …" of a named copy as it stands under the page number, on a page of its own for
/// each of `papers`: what is put over the pages of these sizes. It looks as the page number of `style` does.
/// `info` is the document's; its description names the person too. The words before the name are in
/// `labelLanguage`, Danish where there are none. With `cover`, a further page has what stands on the page in
/// front: the words and the name in large type, and the document's title.
[[nodiscard]] BlockDocument composeCopyFoot(std::string_view copyFor, const StyleSheet& style,
                                            const DocumentInfo& info, std::string_view labelLanguage,
                                            std::span<const Size> papers, bool cover = false);

} // namespace sidetal
