#pragma once

#include "sidetal/Export.h"
#include "sidetal/Report.h"
#include "sidetal/Support/DateTime.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sidetal {

/// How documents are joined to one file.
struct JoinOptions {
    /// Blank pages, each of the size of the page before, let every document begin on a front page when the
    /// file is printed on both sides; so does each separator sheet.
    bool duplex = false;
    /// A sheet before each document names it: its number in the row, its committee, its title.
    bool separators = false;
    /// A part has at most so many pages, blank ones and separator sheets counted; a document is never
    /// divided: one that is longer is a part of its own, with a warning (SID-R004). 0: all is one part.
    std::uint32_t mostPages = 0;
    std::uint32_t documents = 0; ///< how many there will be, for separator sheets ("3 af 12"); 0: not known
    std::string title{};         ///< of the file; empty: what its documents have in common
    std::string language{};      ///< of the file and of sidetal's own words in it; empty: that of the part's
                                 ///< first document
    std::optional<DateTime> date{}; ///< of the file; nothing: the latest of its documents'
    bool helperThread = true;       ///< as RenderOptions::helperThread
};

/// What was joined.
struct JoinResult {
    std::uint32_t parts = 0;
    std::uint32_t documents = 0;
    std::uint64_t pages = 0; ///< blank ones and separator sheets counted
};

/// One PDF of many documents, PDF/UA-1 and PDF/A-2a: each is laid out as Renderer::render() does, with its
/// own page numbers, and has a Sect, a bookmark and page labels of its own; fonts are in the file once.
/// Documents are given one after the other and need not stay; what the pages of a part need is kept until
/// that is written. Made by Renderer::joinedFile(); not to be used by two threads at a time.
class SIDETAL_API JoinedFile {
  public:
    ~JoinedFile();
    JoinedFile(JoinedFile&&) noexcept;
    JoinedFile& operator=(JoinedFile&&) noexcept;

    /// Adds a document, which is kept. Where it has no room in the part any more, that is written first.
    /// `bookmark`: what it is called in the outline and on its separator sheet; empty: its title, in the
    /// outline its recipient too. The rest, and what is thrown, as of Renderer::render(); a document that
    /// throws is left out, and others may follow. RenderOptions::embedData does nothing here, but for a
    /// warning (SID-R005). What the sink throws passes through; where a part could not be written the file is
    /// worthless, and this throws ever after (SID-R006).
    RenderResult add(std::shared_ptr<const Document> document, const RenderOptions& options,
                     const std::string& name = {}, const std::string& bookmark = {});

    /// Writes what is left; nothing without a document. Only once, and nothing is added after it.
    JoinResult finish();

  private:
    friend class Renderer;
    struct Members;
    explicit JoinedFile(std::unique_ptr<Members> members);
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
