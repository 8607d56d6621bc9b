#pragma once

#include "sidetal/Export.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The most bytes that a font file of one's own may have: 32 MB.
inline constexpr std::size_t kMostFontBytes = std::size_t{32} << 20;
/// The most font files of one's own that there may be.
inline constexpr std::size_t kMostFontFiles = 200;
/// The most bytes that they may have together: 256 MB.
inline constexpr std::size_t kMostFontBytesInAll = std::size_t{256} << 20;

/// A font file: TrueType (.ttf) or OpenType with CFF outlines (.otf), told apart by content.
struct FontFile {
    std::string name; ///< stands in messages and in Renderer::fonts()
    std::string bytes;
};

/// Fonts beside those of sidetal, a municipality's, say: found by the family that their own name tables
/// give. Immutable; copies share what was read, so one collection serves any number of renderers and threads.
///
/// A file stands under its family of four styles (name 1), as regular, bold, italic or bold italic as OS/2
/// fsSelection says (where that is silent, head macStyle); one of a larger typographic family (name 16) also
/// under that one, where its weight is 400 or 700, its width the usual one, and no other file has that style.
/// A family that sidetal has too is replaced by one's own, whole. Characters that the family lacks come from
/// DejaVu Sans, then from Carlito, as they do in sidetal's own families.
class SIDETAL_API OwnFonts {
  public:
    /// None.
    OwnFonts();
    /// Reads all files, to the last outline. Throws one Error with what is wrong with each file that cannot
    /// be used: SID-T020 damaged or no font, SID-T021 a kind that is not read (a collection, a web font, a
    /// variable font, bitmaps alone), SID-T022 one that its licence forbids to embed, or to cut down (OS/2
    /// fsType), SID-T023 a style of a family that another file has too, SID-T024 too large or too many.
    explicit OwnFonts(std::vector<FontFile> files);
    ~OwnFonts();
    OwnFonts(const OwnFonts&);
    OwnFonts& operator=(const OwnFonts&);

    /// The families, each once, in alphabetical order.
    [[nodiscard]] std::vector<std::string_view> families() const;

    /// For the library alone.
    struct Members;
    [[nodiscard]] const std::shared_ptr<const Members>& members() const { return m_; }

  private:
    std::shared_ptr<const Members> m_; ///< never null
};

} // namespace sidetal
