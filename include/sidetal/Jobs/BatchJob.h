#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Model/GoalSelection.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Versions/ExcerptRequest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What a batch reads: an entry of a job's "inputs".
struct BatchInputs {
    std::string files;       ///< a file, a folder, or a pattern of files (* ? [a-z]), from the job's folder
    std::string mapping{};   ///< of spreadsheets: a mapping file; empty: none
    std::string sheet{};     ///< of spreadsheets: the sheet that is read; empty: the first with headings
    std::string catalogue{}; ///< that goal matrices follow, a file; empty: none
    SourcePos source{};
};

/// What a batch makes of each input: an entry of a job's "outputs", or of its "recipients" a copy for each of
/// them. Files are from the job's folder.
struct BatchOutputs {
    std::string name = "{stem}.pdf"; ///< of its files, a pattern (fillName())
    Edition edition = Edition::Public;
    std::string style{};            ///< a built-in sheet or a file; empty: the document's own
    std::string policy{};           ///< a file; empty: the strict one
    std::string recipient{};        ///< who gets a members' edition; empty: any member
    std::string language{};         ///< of sidetal's own words; empty: the document's own
    GoalSelection select{};         ///< of goal matrices; all of each unless given
    std::string lint{};             ///< a file of rules; empty: public editions by the strict ones
    std::optional<DateTime> date{}; ///< of the files; nothing: each document's own
    bool boxForMissing = false;     ///< a character without a glyph is a box with a warning, and no error
    bool embedData = false;         ///< the edition's data is embedded (PDF/A-3a)
    bool hash = false;              ///< the content's SHA-256 is told (BatchMade::contentHash)
    ExcerptRequest excerpt{};       ///< the items to print; empty: all
    /// Of each input the version that it corrects, and the last period that it is compared with: files, in
    /// whose names "{stem}" stands for the input's name without folder and ending; empty: none.
    std::string corrects{};
    std::string compare{};
    std::string recipients{};           ///< a list of recipients, a file (readRecipients()); empty: none
    std::vector<std::string> ignored{}; ///< headings of the list that are passed over
    std::string path{};                 ///< in the job, as messages have it: "outputs[0]"
    SourcePos source{};
    SourcePos nameSource{};
    SourcePos recipientsSource{};
};

/// What a batch is to do (docs/batch.md): every output of every input.
struct BatchJob {
    std::string file; ///< the job's own name, for messages
    std::vector<BatchInputs> inputs;
    std::vector<BatchOutputs> outputs; ///< those of "recipients" behind the others
};

/// Reads a job file (JSON with comments). What it names is not looked for. A key that is not known is an
/// error: one that is misspelt must not print for the public what was meant for members. Throws Error with
/// all of its faults.
[[nodiscard]] SIDETAL_API BatchJob readBatchJob(std::string_view bytes, const std::string& name,
                                                Diagnostics& diagnostics);

} // namespace sidetal
