#pragma once

#include "sidetal/Model/RichText.h"

#include <vector>

namespace sidetal::input {

/// Appends the spans of another line to those of a text, which is none yet or ends a line; what has one
/// emphasis and the same details is one span.
void appendLine(std::vector<TextSpan>& to, const std::vector<TextSpan>& line);

/// The words of a paragraph or a heading; null of any other block.
[[nodiscard]] std::vector<TextSpan>* wordsIn(RichTextBlock& block);

} // namespace sidetal::input
