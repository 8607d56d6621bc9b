#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/PictureLoader.h"
#include "sidetal/Support/ReadOptions.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal {

/// A file that a batch reads.
struct BatchInputFile {
    std::string file;        ///< as it is opened
    std::string mapping{};   ///< of a spreadsheet: its mapping file; empty: none
    std::string sheet{};     ///< of a spreadsheet: the sheet that is read; empty: the first with headings
    std::uint64_t bytes = 0; ///< how large it was when it was found
    /// That a goal matrix follows, a file, which the batch reads itself; empty: the one that the matrix
    /// names.
    std::string catalogue{};
};

/// What a batch asks of who runs it. All are called by several threads at a time. What they throw, but for
/// Error, ends the batch.
struct BatchHost {
    /// The bytes of a file. Throws Error.
    std::function<std::string(const std::string& file)> read;
    /// Gives what the style sheet `file` is based on, from its own folder.
    std::function<StyleLoader(const std::string& file)> stylesBeside;
    /// Gives what the policy `file` is based on, from its own folder.
    std::function<StyleLoader(const std::string& file)> policiesBeside;
    /// Gives the pictures of the document `file`, from its own folder.
    std::function<PictureLoader(const std::string& file)> picturesBeside;
    /// Makes a document of an input's bytes; nothing: readDocument(). `alsoRead` is given the bytes of other
    /// files that the document is made of, since its own files are out of date where those change.
    std::function<Document(std::string_view bytes, const BatchInputFile& input, Diagnostics& diagnostics,
                           const ReadOptions& options, const std::function<void(std::string_view)>& alsoRead)>
        document{};
    /// The date of files whose document has none and for which the job names none (SOURCE_DATE_EPOCH).
    std::optional<DateTime> date{};
    /// Seconds since 1970, for the journal alone; nothing: it says 0.
    std::function<std::int64_t()> now{};
    /// Gives the catalogue of goals that the document `file` names, from its own folder; nothing: naming one
    /// is an error (SID-F089).
    std::function<StyleLoader(const std::string& file)> cataloguesBeside{};
};

} // namespace sidetal
