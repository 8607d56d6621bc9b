#pragma once

#include "Jobs.h"
#include "files/SheetFile.h"

#include "sidetal/Report.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal::cli {

/// What every subcommand that reads documents is told.
struct DocumentOptions {
    std::string style;              ///< a built-in name or a file; empty: the document's own
    std::string fonts;              ///< a folder of further fonts; empty: none
    std::string edition = "public"; ///< public, members or full
    std::string policy;             ///< of editions, a file; empty: the strict one
    std::string recipient;          ///< of a members' edition; empty: any member
    std::string copyFor;            ///< whom the copy is for; empty: nobody
    std::string compare;            ///< of a goal matrix, the last period, a file; empty: none
    std::string language;           ///< of labels and file; empty: the document's own
    std::string missing = "error";  ///< error or box
    std::string date;               ///< ISO 8601; empty: see fileDate()
    std::string lint; ///< a file of rules, by which to lint whatever the edition is; empty: the strict ones
    std::string catalogue;                 ///< of goals, a file; empty: none
    GoalSelection selection;               ///< of goal matrices; all of each unless given
    SheetOptions sheets;                   ///< of spreadsheets
    std::vector<std::string> acceptedKeys; ///< unknown keys that say nothing of who may see what
    ExcerptRequest excerpt;                ///< items to print; empty: all
    std::string corrects;                  ///< file of the version that is corrected; empty: none
};

/// An error about a file that is no document's fault: a missing input, an output that cannot be written.
[[nodiscard]] Error fileError(std::string_view code, const std::string& file, std::string message);

/// The words of an errno value, as in "no such file or directory", in English whatever the locale.
[[nodiscard]] std::string systemMessage(int error);

/// Whether a style is a file: a name with a folder or an extension. Another one is meant as a built-in sheet,
/// so that a misspelt name is answered with the known ones.
[[nodiscard]] bool isStyleFile(const std::string& style);

/// The edition policy in a file; the strict one where none is named. What else was read is added to `read`,
/// where it is given. Throws Error where it cannot be read.
[[nodiscard]] EditionPolicy editionPolicy(const std::string& file, Messages& messages,
                                          std::vector<std::string>* read = nullptr);

/// Edition, policy, style, language and date as the library takes them; the style may name the families of
/// `fonts`; what was read besides the style's own file is added to `read`, where it is given. Throws Error
/// (SID-R021, SID-S001, style sheet faults).
[[nodiscard]] RenderOptions renderOptions(const DocumentOptions& options, const OwnFonts& fonts,
                                          Messages& messages, std::vector<std::string>* read = nullptr);

/// Takes over which items are asked for and the version that is corrected, which is read. Throws Error.
void takeVersionOptions(const DocumentOptions& options, RenderOptions& out, Messages& messages);

/// The date of the file where --date names none: nothing (the library takes the document's own) or, where the
/// document has none, SOURCE_DATE_EPOCH. Throws Error SID-R022 where that is no number of seconds.
[[nodiscard]] std::optional<DateTime> fileDate(const Document& document);

} // namespace sidetal::cli
