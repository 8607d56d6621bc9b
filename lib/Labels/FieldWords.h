#pragma once

#include "Labels/Labels.h"

#include <string_view>

namespace sidetal {

/// What a field of a meeting's paper is called in a list of corrections, by its key: "overskrift" of "title",
/// "mødetidspunkt" of "meeting.start". The key itself where it has no word.
[[nodiscard]] std::string_view fieldWord(const Labels& labels, std::string_view key);

/// The same of a field of a goal matrix, or of a theme, a goal or an initiative of it.
[[nodiscard]] std::string_view matrixFieldWord(const Labels& labels, std::string_view key);

} // namespace sidetal
