#include "sidetal/Batch/FileHost.h"

#include "Batch/Descriptor.h"
#include "Batch/Faults.h"
#include "sidetal/Report.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <new>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace sidetal {

namespace {

namespace fs = std::filesystem;
using namespace batch;

constexpr std::size_t kMostFileBytes = std::size_t{64} << 20;
/// A main agenda may be a supplement itself, and name another one.
constexpr int kMostMainAgendas = 20;

/// What came of reading a file.
struct Bytes {
    std::string bytes;
    std::string
        fault{}; ///< the end of a sentence that begins with the file's name; empty where there is none
};

Bytes unreadable(int error) {
    if (error == ENOMEM) {
        throw std::bad_alloc(); // says nothing of the file
    }
    return {{},
            error == ENOENT || error == ENOTDIR ? "does not exist"
                                                : fmt::format("cannot be read: {}", systemWords(error))};
}

Bytes tooLarge(std::size_t most) {
    return {{}, fmt::format("is larger than {} MB, the most that is read", most >> 20)};
}

/// Reads a file, whatever it is, to its end.
Bytes readOpen(const Descriptor& file, std::size_t most) {
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0) {
        return unreadable(errno);
    }
    if (S_ISDIR(status.st_mode)) {
        return {{}, "is a folder, expected a file"};
    }
    Bytes out;
    const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    // One byte more than a regular file has, so that its end is found without growing.
    out.bytes.resize(std::min(std::max(size + 1, std::size_t{1} << 14), most + 1));
    std::size_t filled = 0;
    while (filled <= most) {
        const ssize_t got = ::read(file.get(), out.bytes.data() + filled, out.bytes.size() - filled);
        if (got == 0) {
            out.bytes.resize(filled);
            return out;
        }
        if (got < 0 && errno != EINTR) {
            return unreadable(errno);
        }
        filled += got < 0 ? 0 : static_cast<std::size_t>(got);
        if (filled == out.bytes.size()) {
            out.bytes.resize(std::min(2 * filled, most + 1));
        }
    }
    return tooLarge(most);
}

std::string readWhole(const std::string& file) {
    Bytes read = readOpen(Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)), kMostFileBytes);
    if (!read.fault.empty()) {
        throw faultOf("SID-B050", file, std::move(read.fault));
    }
    return std::move(read.bytes);
}

/// What is wrong with a name before anything is looked for; empty for nothing.
std::string faultOfName(const std::string& name) {
    const fs::path path(name);
    if (name.empty() || name.find('\0') != std::string::npos) {
        return "is no name of a file";
    }
    if (name.find("://") != std::string::npos || name.starts_with("file:")) {
        return "is an address, expected a file";
    }
    if (name.front() == '/' || name.find('\\') != std::string::npos ||
        std::find(path.begin(), path.end(), "..") != path.end()) {
        return "is not within the folder of the file that names it, expected such as 'folder/name'";
    }
    return {};
}

/// Reads a file that another one names from the folder of that one, in it or below.
Bytes readBelow(const fs::path& folder, const std::string& name, std::size_t most) {
    if (std::string fault = faultOfName(name); !fault.empty()) {
        return {{}, std::move(fault)};
    }
    std::error_code error;
    const fs::path root = fs::canonical(folder.empty() ? "." : folder, error);
    const fs::path file = error ? fs::path() : fs::canonical(root / name, error);
    if (error) {
        return unreadable(error.value());
    }
    const fs::path below = file.lexically_relative(root);
    if (below.empty() || *below.begin() == "..") {
        return {{}, "is reached by a link that leads out of the folder of the file that names it"};
    }
    // Step by step and following no link, so that what was found stays what is read.
    Descriptor at(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (auto part = below.begin(); at.valid() && part != below.end(); ++part) {
        // A pipe without a writer is not waited for.
        const int how = std::next(part) == below.end() ? O_NONBLOCK | O_NOCTTY : O_DIRECTORY;
        at = Descriptor(::openat(at.get(), part->c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | how));
    }
    struct stat status {};
    if (at.valid() && ::fstat(at.get(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode)) {
        return {{}, "is a device or a pipe, expected a file"};
    }
    return readOpen(at, most);
}

/// Loads `File`s from the folder of `first`.
template <class File>
auto loaderBeside(const std::string& first, std::size_t most) {
    return [folder = fs::path(first).parent_path(), most](const std::string& name) {
        Bytes read = readBelow(folder, name, most);
        return File{std::move(read.bytes), std::move(read.fault)};
    };
}

/// The supplement that a document is and that names its main agenda's file without saying after which number
/// it goes on; else null.
const Supplement* openSupplement(const Document& document) {
    const auto* paper = std::get_if<MeetingPaper>(&document);
    const bool open = paper != nullptr && paper->supplements && paper->supplements->after.empty() &&
                      !paper->supplements->file.empty();
    return open ? &*paper->supplements : nullptr;
}

/// Lets a supplement go on from its main agenda.
struct Continuation {
    const ReadOptions& options;
    const std::function<void(std::string_view)>& alsoRead;
    Diagnostics& diagnostics;

    void operator()(Document& document, const fs::path& folder, int left) const {
        const Supplement* supplement = openSupplement(document);
        if (supplement == nullptr) {
            return;
        }
        if (left == 0) {
            throw fault(document, *supplement,
                        ": the agendas that name each other as the main one do not end");
        }
        const Bytes read = readBelow(folder, supplement->file, kMostFileBytes);
        if (!read.fault.empty()) {
            throw fault(document, *supplement, " " + read.fault);
        }
        if (alsoRead) {
            alsoRead(read.bytes);
        }
        const fs::path path = folder / supplement->file;
        Diagnostics known; // its own messages are told with itself
        Document main = readDocument(read.bytes, path.string(), known, options);
        (*this)(main, path.parent_path(), left - 1);
        Diagnostics own; // what is thrown is not told twice
        continueNumbers(document, main, own);
        diagnostics.append(own);
    }

    static Error fault(const Document& document, const Supplement& supplement, const std::string& words) {
        Diagnostics out;
        const DocumentHeader& header = headerOf(document);
        out.setSources(header.sources, header.source.source);
        out.error("SID-B051", fmt::format("'{}'{}", supplement.file, words), supplement.source,
                  "supplements.file");
        return Error(out.all());
    }
};

} // namespace

BatchHost fileBatchHost() {
    BatchHost out;
    out.read = readWhole;
    const auto sheets = [](const std::string& file) { return loaderBeside<StyleFile>(file, kMostFileBytes); };
    out.stylesBeside = sheets;
    out.policiesBeside = sheets;
    out.cataloguesBeside = sheets;
    out.picturesBeside = [](const std::string& file) {
        return loaderBeside<PictureFile>(file, kMostPictureBytes);
    };
    out.document = [](std::string_view bytes, const BatchInputFile& input, Diagnostics& diagnostics,
                      const ReadOptions& options, const std::function<void(std::string_view)>& alsoRead) {
        Document document = readDocument(bytes, input.file, diagnostics, options);
        ReadOptions mains;
        mains.acceptedKeys = options.acceptedKeys;
        Continuation{mains, alsoRead, diagnostics}(document, fs::path(input.file).parent_path(),
                                                   kMostMainAgendas);
        return document;
    };
    return out;
}

} // namespace sidetal
