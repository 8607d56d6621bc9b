#pragma once

#include "sidetal/Editions/EditionPolicy.h"
#include "sidetal/Export.h"
#include "sidetal/Lint/LintRules.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Model/GoalCatalogue.h"
#include "sidetal/Model/GoalSelection.h"
#include "sidetal/Model/Renumbering.h"
#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/PictureLoader.h"
#include "sidetal/Support/ReadOptions.h"
#include "sidetal/Text/OwnFonts.h"
#include "sidetal/Versions/ExcerptRequest.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Reads a document, JSON or XML by content, UTF-8. `name` stands in messages, also in those of a Renderer.
/// Faults of the input are collected in `diagnostics`; if there is an error among them, an Error that holds
/// them all is thrown.
///
/// The document's table of sources is `others` and then its own name. Where it is to give parts to another
/// document, whose table `others` then is, that one takes over the longer table: places of both keep their
/// meaning.
[[nodiscard]] SIDETAL_API Document readDocument(std::string_view bytes, const std::string& name,
                                                Diagnostics& diagnostics, const ReadOptions& options = {},
                                                const SourceNames& others = {});

/// Reads a style sheet (JSON with comments): what it names replaces the same of what its "base" names, a
/// built-in sheet or another file, which `load` gives; without it such a base is an error (SID-S021). It may
/// name the families of `fonts`. As readDocument().
[[nodiscard]] SIDETAL_API StyleSheet readStyleSheet(std::string_view bytes, const std::string& name,
                                                    Diagnostics& diagnostics, const StyleLoader& load = {},
                                                    const OwnFonts& fonts = {});

/// A style sheet whole, as a style file that reads back to the same sheet: every key with its value,
/// percentages resolved, and behind each as a comment where it comes from: a sheet and its line, the sheet's
/// font, or a default that no sheet sets. As readStyleSheet().
[[nodiscard]] SIDETAL_API std::string showStyle(std::string_view bytes, const std::string& name,
                                                Diagnostics& diagnostics, const StyleLoader& load = {},
                                                const OwnFonts& fonts = {});

/// The same of a built-in sheet. Throws as builtInStyle().
[[nodiscard]] SIDETAL_API std::string showBuiltInStyle(std::string_view name);

/// A built-in style sheet: "agenda", "goal-matrix", "goal-matrix-a3". Throws Error SID-S001, the known names
/// named.
[[nodiscard]] SIDETAL_API StyleSheet builtInStyle(std::string_view name);

/// Names and one-line descriptions of the built-in style sheets.
[[nodiscard]] SIDETAL_API std::vector<std::pair<std::string, std::string>> builtInStyles();

/// Reads the rules of lint (JSON with comments; docs/lint.md). As readDocument().
[[nodiscard]] SIDETAL_API LintRules readLintRules(std::string_view bytes, const std::string& name,
                                                  Diagnostics& diagnostics);

/// The document as canonical JSON: keys in the schema's order, two blanks of indent, defaults left out; read
/// again it is the same document.
[[nodiscard]] SIDETAL_API std::string writeJson(const Document& document);

/// Reads an edition policy (JSON with comments; docs/editions.md): what it names replaces the same of what
/// its "base" names, the strict policy or another file, which `load` gives; without it such a base is an
/// error (SID-E016). Rules that are unknown, contradict each other or cannot be are errors. Its part "lint"
/// is read as readLintRules() does. As readDocument().
[[nodiscard]] SIDETAL_API EditionPolicy readEditionPolicy(std::string_view bytes, const std::string& name,
                                                          Diagnostics& diagnostics,
                                                          const StyleLoader& load = {});

/// Reads a catalogue of goals (JSON with comments; docs/goal-matrix.md). As readDocument(); where a matrix is
/// to follow it, `others` are that one's sources (DocumentHeader::sources).
[[nodiscard]] SIDETAL_API GoalCatalogue readGoalCatalogue(std::string_view bytes, const std::string& name,
                                                          Diagnostics& diagnostics,
                                                          const SourceNames& others = {});

/// A goal matrix with what its version of the catalogue says of its goals: words, priority, committees and
/// visions where it has none of its own; a document of another kind as it is. A goal that the version lacks
/// is an error that names the version which has it; words that differ are a warning. As readDocument().
[[nodiscard]] SIDETAL_API Document followCatalogue(const Document& document, const GoalCatalogue& catalogue,
                                                   Diagnostics& diagnostics);

/// What goals are called in the version `to` of a catalogue by their numbers in `from`, an earlier one, where
/// these differ. Throws Error SID-F081 where there is no such version.
[[nodiscard]] SIDETAL_API RenumberedGoals renumberedGoals(const GoalCatalogue& catalogue,
                                                          std::string_view from, std::string_view to);

/// Reads which goals of a matrix are shown (JSON with comments; docs/goal-matrix.md). As readDocument().
[[nodiscard]] SIDETAL_API GoalSelection readGoalSelection(std::string_view bytes, const std::string& name,
                                                          Diagnostics& diagnostics);

/// Adds a condition to a selection, or sets its order, by a key of such a file and a value as text:
/// "committee", "theme", "status", "owner" (once more for each further value), "prioritised" ("true"),
/// "deadlineBefore" ("2026-12-31"), "sort", "group". Throws Error SID-F053, the known ones named.
SIDETAL_API void addToSelection(GoalSelection& selection, std::string_view key, std::string_view value);

/// What the selection shows of a goal matrix, as a matrix: RenderOptions::selection does the same, and says
/// so on the page. Names that the matrix does not have are errors, as is a document of another kind; a
/// selection that shows nothing is a warning. As readDocument().
[[nodiscard]] SIDETAL_API Document selectGoals(const Document& document, const GoalSelection& selection,
                                               Diagnostics& diagnostics);

/// What the three editions make of each field of something closed, in the order of the document: for who
/// answers for a publication, not for what is published; the words themselves are not in it. `recipient`: of
/// the members' edition, empty for any of them. Warnings go to `diagnostics`; `name`, and what is thrown, as
/// of Renderer::render().
[[nodiscard]] SIDETAL_API std::vector<EditionRow>
compareEditions(const Document& document, const EditionPolicy& policy, const std::string& recipient,
                Diagnostics& diagnostics, const std::string& name = {});

/// The JSON Schema (2020-12) of "agenda", "goal-matrix", "minutes", "policy", "style", "lint", "selection",
/// "job" or "catalogue". Throws Error SID-R001 for another name.
[[nodiscard]] SIDETAL_API std::string jsonSchema(std::string_view kind);

/// Lets the numbers of `supplement` go on after those of `main`, its main agenda or the supplement before it,
/// where it does not say itself after which. An error where they are not agendas of one meeting (SID-E060,
/// SID-E061).
SIDETAL_API void continueNumbers(Document& supplement, const Document& main, Diagnostics& diagnostics);

/// The consolidated agenda: `main` with the items of `supplements` after its own, in groups of the same title
/// or, where `main` has groups, in one of their own ("Tillægsdagsorden"), each with the number that it had.
/// What is said of the meeting besides is joined. An error where they are not agendas of one meeting
/// (SID-E060, SID-E061).
[[nodiscard]] SIDETAL_API Document mergeSupplements(const Document& main,
                                                    const std::vector<Document>& supplements,
                                                    Diagnostics& diagnostics);

/// What becomes of a character that no font has.
enum class MissingCharacters : std::uint8_t {
    Error, ///< nothing is printed (SID-T010)
    Box    ///< U+25A1 stands for it, with a warning that names it (SID-T012); it extracts as it was written
};

/// How a document is rendered.
struct RenderOptions {
    Edition edition = Edition::Public;
    EditionPolicy policy{};  ///< what of closed things the edition shows; the strict one unless given
    std::string recipient{}; ///< who gets a members' edition, by a name that the paper has: of items at which
                             ///< he was disqualified he gets what the public does; empty: any member
    std::string copyFor{}; ///< whom the copy is for: "Eksemplar til …" stands in the foot of each page and in
                           ///< the file's description; empty: nobody (docs/batch.md)
    std::optional<StyleSheet> style; ///< nothing: the one that the document names, else its kind's own
    std::string language;            ///< of sidetal's own words; empty: the document's own
    std::optional<DateTime> date;    ///< of the file; nothing: the document's own date, else none
    MissingCharacters missing = MissingCharacters::Error;
    PictureLoader pictures;    ///< of the pictures that the document names; none: naming one is an error
    GoalSelection selection{}; ///< of a goal matrix; all of it unless given
    ExcerptRequest excerpt{};  ///< the items to print; empty: all
    /// The version that this one corrects: what differs, of what the edition shows, is told on the first
    /// page.
    std::shared_ptr<const Document> corrects{};
    /// Of a goal matrix: the last period, which it is compared with (docs/follow-up.md); null: with nothing.
    std::shared_ptr<const Document> lastPeriod{};
    std::optional<Renumbering> renumbered{}; ///< of goals since then; nothing: no table is known
    bool hash = false;                       ///< tell the content's SHA-256 (RenderResult)
    bool embedData = false;                  ///< embed the edition's data as canonical JSON (PDF/A-3a)
    LintWhen lint = LintWhen::Published;     ///< whether render() and check() look through the document too
    LintRules lintRules{};                   ///< what they go by besides the policy's (docs/lint.md)
    /// Documents of 24 pages and more may be compressed by a second thread, which ends before render() does;
    /// false: no thread is ever started. The bytes are the same.
    bool helperThread = true;
};

/// What came of a rendering.
struct RenderResult {
    std::uint32_t pages = 0;
    std::vector<Diagnostic> warnings;
    std::string
        hash{}; ///< SHA-256 (FIPS 180-4) of what is printed, as canonical JSON; where it was asked for
};

/// What came of printing a stage's product.
struct DumpResult {
    std::string text;
    std::vector<Diagnostic> warnings; ///< of that stage and those before it
};

/// Takes the file's bytes in their order.
using ByteSink = std::function<void(std::string_view)>;

/// The stages whose product can be printed.
enum class DumpStage : std::uint8_t { Model, Blocks, Pages, Tags, Outline };

/// A font that documents can use, and where it comes from.
struct FontInfo {
    std::string family;
    std::string style;   ///< "regular", "bold", "italic", "bold italic"
    std::string file;    ///< full path, or FontFile::name; empty where it is missing
    std::string package; ///< the Debian package that has it; empty for one's own
    std::string licence; ///< SPDX; empty for one's own
    /// Of one's own what its licence allows (OS/2 fsType): "installable", "editable" or "preview and print".
    std::string embedding{};
};

/// What should not be published of a document as its edition has it, and what readers who listen cannot
/// follow: personal numbers, paths and hosts inside, words of what is closed, links named "her"
/// (docs/lint.md), by options.lintRules, whatever options.lint says. Pictures are read where there is a
/// loader or they are part of the document. Throws as Renderer::render(); what the rules make errors is
/// thrown too.
[[nodiscard]] SIDETAL_API std::vector<Diagnostic>
lintMessages(const Document& document, const RenderOptions& options, const std::string& name = {});

class CopySet; // sidetal/Report/CopySet.h
struct JoinOptions;
class JoinedFile;

/// Renders documents one after the other, remembering fonts and shaped words between them: one a thread, made
/// once. Not to be used by two threads at a time; any number of renderers may work side by side.
class SIDETAL_API Renderer {
  public:
    /// `fontDirectories` are searched for the files of sidetal's own fonts before the directory that was
    /// installed with the library; `ownFonts` are further ones.
    explicit Renderer(const std::vector<std::filesystem::path>& fontDirectories = {},
                      const OwnFonts& ownFonts = {});
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    /// Another renderer, for another thread, that shares this one's fonts.
    [[nodiscard]] Renderer withSameFonts() const;

    /// Writes the document as PDF/UA-1 and PDF/A-2a (3a with embedded data) to `sink`. Messages name the
    /// input that their place is in; `name`, where it is given, the document's own. The document may have
    /// been built in code: what a reader would have refused is found, with the reader's codes, and what no
    /// file could hold (SID-R003). Same document and options, same bytes. Throws Error with all diagnostics;
    /// faults of the document are found before the first byte is written, but that the file grows too large
    /// (SID-P001 to P003).
    RenderResult render(const Document& document, const RenderOptions& options, const ByteSink& sink,
                        const std::string& name = {});

    /// Everything that render() would find, without a file.
    RenderResult check(const Document& document, const RenderOptions& options, const std::string& name = {});

    /// The document, of which copies for named persons are then made at little cost each
    /// (sidetal/Report/CopySet.h); options.copyFor is not looked at. The renderer must outlive them. Throws
    /// as render().
    [[nodiscard]] CopySet copies(const Document& document, const RenderOptions& options,
                                 const std::string& name = {});

    /// The product of a stage as text, and what was found up to there. Throws as render().
    [[nodiscard]] DumpResult dump(const Document& document, const RenderOptions& options, DumpStage stage,
                                  const std::string& name = {});

    /// Makes one PDF of many documents, or several parts, with this renderer's fonts
    /// (sidetal/Report/JoinedFile.h). `open` gives where a part goes, by its number, from 1 on.
    [[nodiscard]] JoinedFile joinedFile(const JoinOptions& options,
                                        std::function<ByteSink(std::uint32_t part)> open) const;

    [[nodiscard]] std::vector<FontInfo> fonts() const;

  private:
    struct Members;
    explicit Renderer(std::unique_ptr<Members> members);
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
