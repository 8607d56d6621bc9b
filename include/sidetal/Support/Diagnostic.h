#pragma once

#include "sidetal/Export.h"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A place in an input: line and column count from 1, the column in code points; line 0 means that no place
/// is known. In the sheet of a spreadsheet they are a cell's row and column. Which input it is, `source` says
/// by its index in the document's table of names (DocumentHeader::sources), so that one document may hold
/// data of several; what was read from one file alone has 0 throughout.
struct SourcePos {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t source = 0;
    [[nodiscard]] constexpr bool known() const { return line != 0; }
    /// This place, or where it is unknown the other.
    [[nodiscard]] constexpr SourcePos orElse(SourcePos other) const { return known() ? *this : other; }
    bool operator==(const SourcePos&) const = default;
};

/// The name of an input: a file's or, of a spreadsheet, a file's and a sheet's.
struct SourceName {
    std::string file;
    std::string sheet{}; ///< "Ark1": places are cells, "Ark1!C14"; empty for what has lines and columns
    bool operator==(const SourceName&) const = default;
};

/// The inputs that a document was read from: what SourcePos::source counts in.
using SourceNames = std::vector<SourceName>;

/// How grave a diagnostic is. Errors prevent output; warnings do not (exit status 3).
enum class Severity : std::uint8_t { Warning, Error };

/// One message about an input or a document, with its place and what was expected (docs/diagnostics.md).
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string code;    ///< "SID-I012": I input, S style, T text, L layout, P PDF, R report
    std::string message; ///< lower case, no final full stop, the value quoted, what was expected named
    std::string file;    ///< the input's name; empty where the message is about no input
    SourcePos position;  ///< where in the file; unknown for messages about the whole
    std::string path;    ///< "items[2].title"; empty where there is none
    std::vector<std::string> notes; ///< further lines, such as "nearest known key: 'title'"
    std::string sheet{};            ///< of a spreadsheet, where `position` is a cell of it; else empty
};

/// The one-line form, compilers' manners: `møde.json:41:22: error: items[2].title: missing [SID-I012]`, of a
/// cell `indsatser.xlsx:Ark1!C14: error: …`; each note follows on a line of its own, indented by two blanks. No newline at the end. Whatever the input
/// holds, a line stays a line: control characters, line and paragraph separators and what changes the
/// direction of text are shown as `\u{A}`, bytes that are no UTF-8 as `\x{E6}`.
[[nodiscard]] SIDETAL_API std::string format(const Diagnostic& diagnostic);

/// The JSON form, one object on one line, keys severity, code, message, file, line, column, path, notes; of
/// a spreadsheet also sheet and, where it is known, cell ("C14").
/// Always valid UTF-8: bytes that are none (a file's name may hold any) become U+FFFD.
[[nodiscard]] SIDETAL_API std::string formatJson(const Diagnostic& diagnostic);

/// Collects diagnostics in the order in which they were found. After 100 errors or 1,000 warnings further
/// ones of that severity are only counted, so that a hopeless input gives no endless list; one last message
/// (SID-D001) then says so.
class SIDETAL_API Diagnostics {
  public:
    static constexpr std::size_t kMostErrors = 100;
    static constexpr std::size_t kMostWarnings = 1'000;

    /// The names that messages added without a file of their own carry: that of their place's source. `own`
    /// is the one of messages without a place.
    void setSources(SourceNames sources, std::uint32_t own = 0);
    /// The only source there is.
    void setFile(std::string file) { setSources({{std::move(file)}}); }
    /// Adds a source; its index, for places in it. A place with that index and line 0 is the source as a
    /// whole.
    std::uint32_t addSource(SourceName name);
    [[nodiscard]] const SourceNames& sources() const { return sources_; }
    [[nodiscard]] std::uint32_t ownSource() const { return own_; }

    void add(Diagnostic diagnostic);
    void error(std::string_view code, std::string message, SourcePos position = {}, std::string path = {},
               std::vector<std::string> notes = {});
    void warning(std::string_view code, std::string message, SourcePos position = {}, std::string path = {},
                 std::vector<std::string> notes = {});

    /// Adds what `other` has, what it only counted too.
    void append(const Diagnostics& other);

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    /// How many there were, told or only counted; the message that some were not told is none of them.
    [[nodiscard]] std::size_t errorCount() const { return errors_; }
    [[nodiscard]] std::size_t warningCount() const { return warnings_; }
    [[nodiscard]] bool hasErrors() const { return errors_ != 0; }

    /// Throws an Error that holds everything collected if there is an error among it.
    void throwIfErrors() const;

  private:
    void tellThatSomeAreLeftOut();
    void setName(Diagnostic& diagnostic) const;

    std::vector<Diagnostic> all_;
    SourceNames sources_;
    std::uint32_t own_ = 0;
    bool endsWithLeftOut_ = false; ///< the last of `all_` says that there were more
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

/// The one exception of the library: at least one diagnostic of severity Error. `what()` is the first error's
/// message.
class SIDETAL_API Error : public std::runtime_error {
  public:
    explicit Error(std::vector<Diagnostic> diagnostics);
    /// An error about no place in particular.
    Error(std::string_view code, std::string message);
    ~Error() override;

    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  private:
    std::vector<Diagnostic> diagnostics_;
};

} // namespace sidetal
