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

/// A report of about `pages` pages that are tables and pictures for the most part: sections of a heading, a
/// paragraph of 30 words, a table of four columns and 15 rows with a caption and header cells, and a picture
/// with alternative words, named kPicture. The words are those of report().
[[nodiscard]] MeetingPaper tablesAndPictures(int pages);
inline constexpr const char* kPicture = "map.png";

/// An agenda of a council of about `pages` pages, for the style "council": items in groups with a case line,
/// a recommendation, a presentation of five paragraphs of 75 words and two enclosures, a table in each
/// fourth; 31 members; other words for each seed.
[[nodiscard]] MeetingPaper councilAgenda(int pages, std::uint64_t seed = 7);

/// Minutes of about `pages` pages, for the same style: items with a presentation of three paragraphs, a
/// recommendation, the decision of an earlier committee and one of the meeting with votes by party, in each
/// fourth a dissenting opinion; 31 members, of whom some are away for a time.
[[nodiscard]] MeetingPaper councilMinutes(int pages);

/// An agenda whose contents have `entries` rows, each item with a paragraph of 30 words.
[[nodiscard]] MeetingPaper longContents(int entries);

/// A table of eight columns and 108 rows, tagged in full, on three landscape pages; other numbers for each
/// seed.
[[nodiscard]] BlockDocument table(std::uint64_t seed);

/// About `pages` pages of paragraphs of 75 words, to be laid out alone: their lines as full as can be, or
/// even over each paragraph (`optimum`).
[[nodiscard]] BlockDocument texts(int pages, bool optimum);

} // namespace sidetal::bench
