#pragma once

#include "Pages/Pages.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sidetal {

/// A document on its way into a joined one.
struct JoinedDocument {
    Pages pages;
    std::optional<Pages> sheet{}; ///< stands before it: a separator
    /// What its pages show besides, as named copies do: a page of furniture for each stretch of their sizes,
    /// then that of Pages::copyCover.
    std::optional<Pages> foot{};
    std::string bookmark;               ///< its entry of the outline; not empty
    std::shared_ptr<const void> kept{}; ///< what `pages` refer to
};

/// Makes one document's pages of those of many. Each has a Sect of its own, an entry of the outline that
/// leads there with its own entries under it, and its own page numbers; its pages are painted as they would
/// be alone. Equal images are kept once.
class PageJoiner {
  public:
    /// `duplex`: each document and each sheet begins on a front page, blank pages before it where need be.
    explicit PageJoiner(bool duplex);
    ~PageJoiner();
    PageJoiner(PageJoiner&&) noexcept;
    PageJoiner& operator=(PageJoiner&&) noexcept;

    /// How many pages there would be with a document of so many, after a sheet of so many.
    [[nodiscard]] std::uint32_t countWith(std::uint32_t sheetPages, std::uint32_t documentPages) const;
    /// The first document says what the language of all is, unless one was set.
    void setLanguage(std::string language);
    void add(JoinedDocument document);

    [[nodiscard]] std::uint32_t pages() const;
    [[nodiscard]] std::uint32_t documents() const { return documents_; }

    /// All that was added, for a file that says `info` of itself; its language is the one of the joiner.
    /// Nothing is added after it.
    [[nodiscard]] Pages join(DocumentInfo info);

  private:
    struct Joined;

    [[nodiscard]] std::uint32_t blanksAfter(std::uint32_t pages) const;
    void fillSheet();
    void append(Pages pages, NodeId parent, bool isNumbered);
    void takeOutline(const std::vector<OutlineEntry>& entries, const Appended& to);
    [[nodiscard]] ImageId keep(const std::shared_ptr<const ImageData>& image, Size size);

    bool duplex_;
    std::uint32_t documents_ = 0;
    std::shared_ptr<Joined> joined_; ///< what the pages will refer to
    Pages out_;
    std::unordered_multimap<std::size_t, ImageId> images_; ///< by the hash of their bytes
};

} // namespace sidetal
