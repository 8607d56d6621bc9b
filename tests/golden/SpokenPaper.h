#pragma once

#include "Labels/Labels.h"

#include "sidetal/Model/MeetingPaper.h"
#include "sidetal/Style/AgendaStyle.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::test {

/// Something that a paper says in one piece.
struct Said {
    enum class Kind : std::uint8_t {
        Words,
        Heading,  ///< that the outline has
        Unlisted, ///< a heading that it has not
        Lead,     ///< is not to stand alone at the foot of a page: a case line, the law's sentence
        Page,     ///< the number of the page on which `item` begins
        Cell,     ///< of a table of votes
    };
    Kind kind = Kind::Words;
    std::string text;                ///< without white space; of Page empty
    int level = 0;                   ///< of headings
    std::optional<std::size_t> item; ///< whose title it is, or whose page
    std::optional<std::size_t> mark; ///< the panel or the table that it is in
};

/// What a meeting's paper says to who hears it from end to end, by a walk of its own: not by the blocks that
/// are made of it. `outline` is a heading's entry.
class SpokenPaper {
  public:
    SpokenPaper(const MeetingPaper& paper, const AgendaStyle& look, const Labels& labels);

    [[nodiscard]] const std::vector<Said>& all() const { return said_; }
    /// How many decisions of the meeting itself stand out from the rest.
    [[nodiscard]] std::size_t decisions() const { return decisions_; }
    /// Of each table of votes: how many parties it has.
    [[nodiscard]] const std::vector<std::size_t>& tables() const { return tables_; }
    /// The items that the contents list, in order.
    [[nodiscard]] const std::vector<std::size_t>& listed() const { return listed_; }

  private:
    friend class PaperWalk;
    std::vector<Said> said_;
    std::size_t decisions_ = 0;
    std::vector<std::size_t> tables_;
    std::vector<std::size_t> listed_;
};

} // namespace sidetal::test
