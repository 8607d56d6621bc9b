#pragma once

#include "sidetal/Model/Document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sidetal::lint {

/// Words that name something closed: titles, case numbers, file names and the like.
struct ClosedPhrase {
    std::string words; ///< folded (Surroundings.h); of long ones the beginning
    std::string path;  ///< of the first field that has them
};

/// The words of all that is closed in a document, as they may be found in what is open. What is too short or
/// too common to tell anything ("Eventuelt"), names of people, and what the thing's own stand-in for the
/// public says too are none. To look through a text takes time by its length, however much is closed.
class ClosedWords {
  public:
    /// Nothing is closed.
    ClosedWords() = default;
    explicit ClosedWords(const Document& document);

    [[nodiscard]] bool empty() const { return phrases_.empty(); }
    /// Those that stand in a folded text as whole words, each once.
    [[nodiscard]] std::vector<const ClosedPhrase*> in(std::string_view text) const;

  private:
    friend class ClosedCollector;
    void add(std::string_view text, std::string path, std::string_view standIn);

    std::unordered_map<std::string, ClosedPhrase> phrases_;
    std::unordered_set<std::string> beginnings_; ///< the first bytes of each
    std::size_t longest_ = 0;
};

} // namespace sidetal::lint
