#include "Text/Fonts.h"

#include "Text/FontManifest.h"
#include "Text/OwnFaces.h"

#include "Support/MemoryWatch.h"
#include "Support/Names.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <dirent.h>
#include <dlfcn.h>
#include <link.h>
#include <memory>
#include <mutex>
#include <system_error>

namespace sidetal {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSystemFonts = "/usr/share/fonts/truetype";
constexpr const char* kSystemHyphen = "/usr/share/hyphen";
constexpr std::string_view kLastFamily = "DejaVu Sans"; ///< what families without a fallback fall back on

bool isFile(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

/// The file in the first of the directories that has it.
std::optional<fs::path> findIn(const std::vector<fs::path>& directories, std::string_view file) {
    for (const fs::path& directory : directories) {
        if (fs::path path = directory / file; isFile(path)) {
            return path;
        }
    }
    return std::nullopt;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// The members of a folder, in no order; none where it cannot be read. Not by std's directory_iterator, which
/// in libstdc++ ends the process where memory is short.
std::vector<fs::path> membersOf(const fs::path& path) {
    return watchingMemory([&] {
        std::vector<fs::path> out;
        const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
        for (const dirent* entry = nullptr; folder && (entry = ::readdir(folder.get())) != nullptr;) {
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") {
                out.push_back(path / name);
            }
        }
        return out;
    });
}

/// The file in a folder of the system's fonts; sorted, so that the answer does not hang on the file system.
std::optional<fs::path> findInSystem(std::string_view file) {
    std::vector<fs::path> folders = membersOf(kSystemFonts);
    std::ranges::sort(folders);
    return findIn(folders, file);
}

/// The folder of the shared library that this code is in, or of the program; empty where the system does not
/// tell.
fs::path ownFolder() {
    std::error_code error;
    Dl_info info{};
    void* extra = nullptr;
    const auto* self = reinterpret_cast<const void*>(&ownFolder);
    const bool found = ::dladdr1(self, &info, &extra, RTLD_DL_LINKMAP) != 0;
    const auto* module = found ? static_cast<const link_map*>(extra) : nullptr;
    const bool isLibrary = module != nullptr && module->l_name != nullptr && module->l_name[0] != '\0';
    const fs::path file = fs::canonical(isLibrary ? module->l_name : "/proc/self/exe", error);
    return error ? fs::path() : file.parent_path();
}

/// The folders that hold `fonts` and `hyphen`, the first to be asked first.
std::vector<fs::path> dataDirectories() {
    const fs::path own = ownFolder();
    std::vector<fs::path> out;
    for (const std::string_view given : manifest::dataDirectories()) {
        fs::path folder = given;
        if (folder.is_relative() && own.empty()) {
            continue;
        }
        folder = (own / folder).lexically_normal(); // an absolute path stays what it is
        if (std::ranges::find(out, folder) == out.end()) {
            out.push_back(std::move(folder));
        }
    }
    return out;
}

bool hasFamily(const OwnFonts& own, std::string_view family) {
    return std::ranges::find(own.members()->faces, family, &OwnFace::family) != own.members()->faces.end();
}

/// One's own fonts, then those of the manifest in families that are not among them.
std::vector<FontEntry> entriesWith(const OwnFonts& own) {
    std::vector<FontEntry> entries;
    for (const OwnFace& face : own.members()->faces) {
        entries.push_back(
            {face.family, face.bold, face.italic, face.file, "", "", face.embedding, face.face});
    }
    for (const manifest::Font& font : manifest::fonts()) {
        if (!hasFamily(own, font.family)) {
            entries.push_back({std::string(font.family), font.bold, font.italic, std::string(font.file),
                               std::string(font.package), std::string(font.licence)});
        }
    }
    return entries;
}

/// A family, then its fallback families, each once.
std::vector<std::string_view> familyChain(std::string_view family) {
    std::vector<std::string_view> chain{family};
    for (std::size_t i = 0; i < chain.size(); ++i) {
        for (const manifest::Fallback& fallback : manifest::fallbacks()) {
            if (fallback.family == chain[i] && std::ranges::find(chain, fallback.next) == chain.end()) {
                chain.push_back(fallback.next);
            }
        }
        if (chain.size() == 1) {
            chain.push_back(kLastFamily);
        }
    }
    return chain;
}

std::string describe(const FontEntry& entry) {
    return fmt::format("font '{}{}{}'", entry.family, entry.bold ? " bold" : "",
                       entry.italic ? " italic" : "");
}

} // namespace

std::vector<std::string_view> fontFamilies(const OwnFonts& own) {
    std::vector<std::string_view> families;
    const auto add = [&](std::string_view family) {
        if (std::ranges::find(families, family) == families.end()) {
            families.push_back(family);
        }
    };
    for (const manifest::Font& font : manifest::fonts()) {
        add(font.family);
    }
    std::ranges::for_each(own.families(), add);
    return families;
}

struct Fonts::Members {
    /// A face, mapped once by whoever asks first.
    struct Slot {
        std::once_flag once;
        std::unique_ptr<const Face> face;
    };

    Members(const std::vector<fs::path>& given, const OwnFonts& own)
        : ownFonts(own)
        , directories(given)
        , hyphenDirectories(given) {
        buildChains();
    }

    OwnFonts ownFonts;
    std::vector<fs::path> directories;
    std::vector<fs::path> hyphenDirectories;
    bool searchSystem = false;
    std::vector<FontEntry> entries = entriesWith(ownFonts);
    std::vector<std::vector<FaceId>> chains; ///< for each entry, the chain that it heads
    std::unique_ptr<Slot[]> slots = std::make_unique<Slot[]>(entries.size());

    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view family, bool bold, bool italic) const {
        const auto it = std::ranges::find_if(entries, [&](const FontEntry& entry) {
            return entry.family == family && entry.bold == bold && entry.italic == italic;
        });
        return it == entries.end() ? std::nullopt : std::optional<std::size_t>(it - entries.begin());
    }

    void buildChains() {
        for (const FontEntry& head : entries) {
            std::vector<FaceId>& chain = chains.emplace_back();
            for (const std::string_view family : familyChain(head.family)) {
                if (const auto found = indexOf(family, head.bold, head.italic)) {
                    chain.push_back(static_cast<FaceId>(*found));
                }
            }
        }
    }

    [[noreturn]] void failUnknown(std::string_view family, bool bold, bool italic) const {
        const std::vector<std::string_view> known = fontFamilies(ownFonts);
        if (std::ranges::find(known, family) != known.end()) {
            throw Error("SID-T001",
                        fmt::format("font family '{}' has no {}{}{} face", family, bold ? "bold" : "",
                                    bold && italic ? " " : "", italic ? "italic" : ""));
        }
        Diagnostic unknown;
        unknown.code = "SID-T001";
        unknown.message =
            fmt::format("unknown font family '{}', expected '{}'", family, fmt::join(known, "' or '"));
        if (const auto near = nearestName(family, known)) {
            unknown.notes.push_back(fmt::format("nearest known name: '{}'", *near));
        }
        throw Error({std::move(unknown)});
    }
};

Fonts::Fonts(std::unique_ptr<Members> members)
    : m_(std::move(members)) {}

Fonts::~Fonts() = default;

std::shared_ptr<const Fonts> Fonts::open(const std::vector<fs::path>& directories, const OwnFonts& own) {
    auto members = std::make_unique<Members>(directories, own);
    for (const fs::path& data : dataDirectories()) {
        members->directories.push_back(data / "fonts");
        members->hyphenDirectories.push_back(data / "hyphen");
    }
    members->hyphenDirectories.emplace_back(kSystemHyphen);
    members->searchSystem = true;
    return std::shared_ptr<const Fonts>(new Fonts(std::move(members)));
}

std::shared_ptr<const Fonts> Fonts::openOnly(const std::vector<fs::path>& directories, const OwnFonts& own) {
    return std::shared_ptr<const Fonts>(new Fonts(std::make_unique<Members>(directories, own)));
}

std::span<const FontEntry> Fonts::entries() const {
    return m_->entries;
}

std::optional<fs::path> Fonts::find(const FontEntry& entry) const {
    if (entry.own) {
        return entry.file;
    }
    if (auto path = findIn(m_->directories, entry.file)) {
        return path;
    }
    return m_->searchSystem ? findInSystem(entry.file) : std::nullopt;
}

std::span<const FaceId> Fonts::chain(std::string_view family, bool bold, bool italic) const {
    const auto head = m_->indexOf(family, bold, italic);
    if (!head) {
        m_->failUnknown(family, bold, italic);
    }
    for (const FaceId id : m_->chains[*head]) {
        const FontEntry& entry = m_->entries[static_cast<std::size_t>(id)];
        if (!find(entry)) {
            throw Error("SID-T002", fmt::format("{} is missing: no directory has '{}', install Debian's {}",
                                                describe(entry), entry.file, entry.package));
        }
    }
    return m_->chains[*head];
}

const Face& Fonts::face(FaceId id) const {
    const auto index = static_cast<std::size_t>(id);
    if (m_->entries[index].own) {
        return *m_->entries[index].own;
    }
    Members::Slot& slot = m_->slots[index];
    std::call_once(slot.once, [&] {
        const FontEntry& entry = m_->entries[index];
        try {
            const auto path = find(entry);
            slot.face = std::make_unique<const Face>(path.value_or(fs::path(entry.file)));
        } catch (const Error& error) {
            throw Error("SID-T002",
                        fmt::format("{} (Debian's {})", error.diagnostics().front().message, entry.package));
        }
    });
    return *slot.face;
}

std::optional<fs::path> Fonts::hyphenation(std::string_view language) const {
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto dictionaries = manifest::dictionaries();
    const auto it = std::ranges::find(dictionaries, primary, &manifest::Dictionary::language);
    if (it == dictionaries.end()) {
        return std::nullopt;
    }
    if (auto path = findIn(m_->hyphenDirectories, it->file)) {
        return path;
    }
    throw Error("SID-T004", fmt::format("hyphenation dictionary '{}' is missing, install Debian's {}",
                                        it->file, it->package));
}

} // namespace sidetal
