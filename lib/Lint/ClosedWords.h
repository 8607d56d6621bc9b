#pragma once

#include "sidetal/Model/Document.h"

#include <string>
#include <vector>

namespace sidetal::lint {

/// Words that name something closed: titles, case numbers, file names and the like.
struct ClosedPhrase {
    std::string words; ///< folded (Surroundings.h)
    std::string path;  ///< of the field that has them
};

/// The words of all that is closed in a document, as they may be found in what is open. What is too short or
/// too common to tell anything ("Eventuelt"), names of people, and what the thing's own stand-in for the
/// public says too are none.
[[nodiscard]] std::vector<ClosedPhrase> closedPhrases(const Document& document);

} // namespace sidetal::lint
