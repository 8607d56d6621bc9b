#pragma once

#include "Text/Face.h"

#include "sidetal/Text/OwnFonts.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A face of a Fonts catalogue: its index there.
enum class FaceId : std::uint16_t {};

/// One line of the font manifest (fonts/README.md), or a font of the caller's own.
struct FontEntry {
    std::string family; ///< "Carlito"
    bool bold = false;
    bool italic = false;
    std::string file;                  ///< "Carlito-Bold.ttf"
    std::string package;               ///< the Debian package that has it; empty for one's own
    std::string licence;               ///< SPDX; empty for one's own
    std::string embedding{};           ///< of one's own: what its licence allows; else empty
    std::shared_ptr<const Face> own{}; ///< one's own
};

/// The families of the built-in manifest, each once, and then those of `own` that it has not.
[[nodiscard]] std::vector<std::string_view> fontFamilies(const OwnFonts& own = {});

/// The fonts there are: immutable once opened, shared by all documents and threads. Faces are mapped on first
/// use.
class Fonts {
  public:
    /// `own` and the catalogue of the built-in manifest, but for families that `own` has; its files sought in
    /// `directories` in turn, then in
    /// ../share/sidetal/fonts beside the program or shared library that this is part of, in the installed
    /// share/sidetal/fonts, at last under /usr/share/fonts/truetype.
    [[nodiscard]] static std::shared_ptr<const Fonts>
    open(const std::vector<std::filesystem::path>& directories = {}, const OwnFonts& own = {});
    /// The same with `directories` alone: what they lack is missing.
    [[nodiscard]] static std::shared_ptr<const Fonts>
    openOnly(const std::vector<std::filesystem::path>& directories, const OwnFonts& own = {});
    ~Fonts();

    [[nodiscard]] std::span<const FontEntry> entries() const;
    /// The file of an entry, or nothing where no directory has it.
    [[nodiscard]] std::optional<std::filesystem::path> find(const FontEntry& entry) const;

    /// The faces tried for a character, the family's own first, then those of its fallback families (Carlito
    /// → DejaVu Sans, DejaVu Sans → Carlito; of other families DejaVu Sans, then Carlito), all in the weight
    /// and slant asked for. Throws Error SID-T001 for an unknown family (the known ones named, and the
    /// nearest) and SID-T002 for a missing file (its Debian package named); another slant is never
    /// substituted.
    [[nodiscard]] std::span<const FaceId> chain(std::string_view family, bool bold, bool italic) const;

    /// A face that chain() has returned, mapped now if it was not before; thread-safe. Throws Error SID-T002
    /// where the file is missing or no usable TrueType font (its Debian package named).
    [[nodiscard]] const Face& face(FaceId id) const;

    /// The hyphenation dictionary of a language, sought as fonts are; nothing for a language that has none in
    /// the manifest. Throws Error SID-T004 where it is in the manifest but missing (its Debian package
    /// named).
    [[nodiscard]] std::optional<std::filesystem::path> hyphenation(std::string_view language) const;

  private:
    struct Members;
    explicit Fonts(std::unique_ptr<Members> members);
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
