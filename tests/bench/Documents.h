#pragma once

#include "Blocks/Block.h"

#include "sidetal/Model/MeetingPaper.h"

#include <cstdint>

namespace sidetal::bench {

/// A letter of one page: a title, five paragraphs of 56 words and a list of five items; other words for each
/// seed.
[[nodiscard]] MeetingPaper letter(std::uint64_t seed);

/// A report of about `pages` pages: chapters of a heading and six paragraphs of 75 words.
[[nodiscard]] MeetingPaper report(int pages);

/// A table of eight columns and 108 rows, tagged in full, on three landscape pages; other numbers for each
/// seed.
[[nodiscard]] BlockDocument table(std::uint64_t seed);

/// About `pages` pages of paragraphs of 75 words, to be laid out alone: their lines as full as can be, or
/// even over each paragraph (`optimum`).
[[nodiscard]] BlockDocument texts(int pages, bool optimum);

} // namespace sidetal::bench
