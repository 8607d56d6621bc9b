#pragma once

#include "sidetal/Model/Document.h"

namespace sidetal::input::testing {

/// Texts with all that they can have, or of one paragraph without markup.
/// `Worded`: all but pictures.
enum class Texts : std::uint8_t { Rich, Worded, Plain };

/// A random document: each field of the model's tables now and then; the same for the same seed. Its texts
/// are as a reader gives them: white space collapsed, spans of one emphasis joined.
Document randomDocument(unsigned seed, Texts texts = Texts::Rich);

/// An agenda of `items` titles with random texts.
MeetingPaper randomBodies(unsigned seed, int items, Texts texts);

} // namespace sidetal::input::testing
