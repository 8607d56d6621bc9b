#include "sidetal/Text/OwnFonts.h"

#include "Text/FontFacts.h"
#include "Text/GlyfSubset.h"
#include "Text/OwnFaces.h"

#include "Support/Sha256.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Text/FontHash.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <hb.h>
#include <tuple>
#include <utility>

namespace sidetal {

namespace {

/// A file that was read.
struct OwnFile {
    FontFacts facts;
    std::shared_ptr<const Face> face;
    std::string name;

    /// The style's face in a family. Of the larger family weights stand for themselves.
    [[nodiscard]] OwnFace in(const std::string& family, bool bold) const {
        return {family, bold, facts.italic, name, std::string(facts.embedding), face};
    }
};

OwnFile readFile(FontFile& file) {
    if (file.bytes.size() > kMostFontBytes) {
        throw FontFault{"SID-T024",
                        fmt::format("larger than {} MB, the most that is read", kMostFontBytes >> 20)};
    }
    checkFontFile(file.bytes);
    try {
        OwnFile out;
        const std::string stem = std::filesystem::path(file.name).stem().string();
        out.name = file.name;
        out.face = std::make_shared<const Face>(std::move(file.bytes), stem);
        out.facts = readFontFacts(out.face->hbFace());
        out.face->checkOutlines();
        return out;
    } catch (const FontDamage& damage) {
        throw FontFault{"SID-T020", damage.what()};
    }
}

void report(Diagnostics& diagnostics, const std::string& file, const FontFault& fault) {
    Diagnostic diagnostic;
    diagnostic.code = fault.code;
    diagnostic.message = fault.message;
    diagnostic.file = file;
    diagnostics.add(std::move(diagnostic));
}

std::vector<OwnFile> readFiles(std::vector<FontFile> files, Diagnostics& diagnostics) {
    std::size_t bytes = 0;
    for (const FontFile& file : files) {
        bytes += file.bytes.size();
    }
    if (files.size() > kMostFontFiles || bytes > kMostFontBytesInAll) {
        throw Error("SID-T024",
                    fmt::format("{} font files of {} MB, expected at most {} of together {} MB", files.size(),
                                bytes >> 20, kMostFontFiles, kMostFontBytesInAll >> 20));
    }
    std::vector<OwnFile> out;
    for (FontFile& file : files) {
        try {
            out.push_back(readFile(file));
        } catch (const FontFault& fault) {
            report(diagnostics, file.name, fault);
        }
    }
    return out;
}

auto keyOf(const OwnFace& face) {
    return std::tie(face.family, face.bold, face.italic);
}

std::string_view styleName(const OwnFace& face) {
    return face.bold ? face.italic ? "bold italic" : "bold" : face.italic ? "italic" : "regular";
}

/// Each file under its family of four styles.
std::vector<OwnFace> facesOf(const std::vector<OwnFile>& files, Diagnostics& diagnostics) {
    std::vector<OwnFace> faces;
    for (const OwnFile& file : files) {
        OwnFace face = file.in(file.facts.family, file.facts.bold);
        const auto same =
            std::ranges::find_if(faces, [&](const OwnFace& other) { return keyOf(other) == keyOf(face); });
        if (same != faces.end()) {
            report(diagnostics, file.name,
                   {"SID-T023", fmt::format("'{}' {} is in '{}' too, expected one file of each style",
                                            face.family, styleName(face), same->file)});
        } else {
            faces.push_back(std::move(face));
        }
    }
    return faces;
}

/// What files give to the larger family that they say they are of: the styles that it has not got by its own
/// name, each where one file alone could be meant.
std::vector<OwnFace> facesOfLargerFamilies(const std::vector<OwnFile>& files,
                                           const std::vector<OwnFace>& faces) {
    std::vector<OwnFace> wanted;
    for (const OwnFile& file : files) {
        const FontFacts& facts = file.facts;
        if (facts.typographicFamily != facts.family && (facts.weight == 400 || facts.weight == 700) &&
            facts.width == 5) {
            wanted.push_back(file.in(facts.typographicFamily, facts.weight == 700));
        }
    }
    const auto isTaken = [&](const OwnFace& face) {
        const auto same = [&](const OwnFace& other) { return keyOf(other) == keyOf(face); };
        return std::ranges::any_of(faces, same) || std::ranges::count_if(wanted, same) > 1;
    };
    std::vector<OwnFace> out;
    std::ranges::copy_if(wanted, std::back_inserter(out),
                         [&](const OwnFace& face) { return !isTaken(face); });
    return out;
}

} // namespace

OwnFonts::OwnFonts()
    : m_(std::make_shared<const Members>()) {}

OwnFonts::OwnFonts(std::vector<FontFile> files) {
    Diagnostics diagnostics;
    const std::vector<OwnFile> read = readFiles(std::move(files), diagnostics);
    auto members = std::make_shared<Members>();
    members->faces = facesOf(read, diagnostics);
    diagnostics.throwIfErrors();
    std::ranges::move(facesOfLargerFamilies(read, members->faces), std::back_inserter(members->faces));
    std::ranges::sort(members->faces, {}, keyOf);
    m_ = std::move(members);
}

OwnFonts::~OwnFonts() = default;
OwnFonts::OwnFonts(const OwnFonts&) = default;
OwnFonts& OwnFonts::operator=(const OwnFonts&) = default;

std::vector<std::string_view> OwnFonts::families() const {
    std::vector<std::string_view> out;
    for (const OwnFace& face : m_->faces) {
        if (out.empty() || out.back() != face.family) {
            out.push_back(face.family);
        }
    }
    return out;
}

std::string hashOf(const OwnFonts& fonts) {
    std::string all;
    for (const OwnFace& face : fonts.members()->faces) {
        const std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)> blob(
            hb_face_reference_blob(face.face->hbFace()), hb_blob_destroy);
        unsigned length = 0;
        const char* bytes = hb_blob_get_data(blob.get(), &length);
        all += fmt::format("{}\n{}\n{}\n", face.family, styleName(face), sha256({bytes, length}));
    }
    return all.empty() ? all : sha256(all);
}

} // namespace sidetal
