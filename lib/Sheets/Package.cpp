#include "Sheets/Package.h"

#include "Sheets/Characters.h"

#include <fmt/format.h>
#include <zip.h>

#include <new>

namespace sidetal::sheets {

namespace {

/// Below this size a part may be packed as well as it likes.
constexpr std::size_t kSmallPart = std::size_t{1} << 20;

[[noreturn]] void failDamaged(const std::string& what) {
    throw Error("SID-X002", what + ": is the file cut off or damaged?");
}

/// As failDamaged(), unless memory was short, of libzip or of zlib below it.
[[noreturn]] void fail(zip_error_t* error, const std::string& what) {
    constexpr int kZlibMemory = -4; // Z_MEM_ERROR
    const int code = error == nullptr ? ZIP_ER_OK : zip_error_code_zip(error);
    if (code == ZIP_ER_MEMORY || (code == ZIP_ER_ZLIB && zip_error_code_system(error) == kZlibMemory)) {
        throw std::bad_alloc();
    }
    failDamaged(what);
}

[[nodiscard]] Error bombError(const std::string& part, const SheetLimits& limits) {
    return {"SID-X003", fmt::format("part {} unpacks to more than {} times its size, which no workbook does",
                                    inQuoteMarks(part), limits.ratio)};
}

[[nodiscard]] Error sizeError(const SheetLimits& limits) {
    return {"SID-X003",
            fmt::format("the workbook unpacks to more than the limit of {} MB", limits.unpacked >> 20)};
}

/// Whether a name leads out of the archive, were it unpacked into a folder.
[[nodiscard]] bool leadsOut(std::string_view name) {
    if (name.starts_with('/') || name.find('\\') != std::string_view::npos || name.substr(1, 1) == ":") {
        return true;
    }
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") {
            return true;
        }
        at = end + 1;
    }
    return false;
}

void checkParts(zip* archive, const SheetLimits& limits) {
    const zip_int64_t parts = zip_get_num_entries(archive, 0);
    if (parts < 0 || static_cast<std::size_t>(parts) > limits.parts) {
        throw Error("SID-X003", fmt::format("more parts than the limit of {}", limits.parts));
    }
    std::size_t total = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(parts); ++i) {
        zip_stat_t stat{};
        if (zip_stat_index(archive, i, 0, &stat) != 0 || stat.name == nullptr) {
            fail(zip_get_error(archive), "the list of parts cannot be read");
        }
        const std::string name = stat.name;
        if (leadsOut(name)) {
            throw Error("SID-X004",
                        fmt::format("part {} leads out of the workbook, expected a name within it",
                                    inQuoteMarks(name)));
        }
        if (stat.encryption_method != ZIP_EM_NONE) {
            throw Error("SID-X001", "the workbook is protected with a password, expected one without");
        }
        const bool isBomb = stat.size > kSmallPart && stat.size / limits.ratio > stat.comp_size;
        if (isBomb) {
            throw bombError(name, limits);
        }
        total += stat.size > limits.unpacked ? limits.unpacked + 1 : stat.size;
        if (total > limits.unpacked) {
            throw sizeError(limits);
        }
    }
}

/// Nothing where there is no archive in `bytes`.
[[nodiscard]] std::unique_ptr<zip, ZipDeleter> opened(std::string_view bytes) {
    zip_error_t error{};
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) {
        throw std::bad_alloc();
    }
    std::unique_ptr<zip, ZipDeleter> out(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!out) {
        zip_source_free(source);
        const bool isMemory = zip_error_code_zip(&error) == ZIP_ER_MEMORY;
        zip_error_fini(&error);
        if (isMemory) {
            throw std::bad_alloc();
        }
    }
    return out;
}

} // namespace

void ZipDeleter::operator()(zip* archive) const {
    zip_discard(archive);
}

void ZipFileDeleter::operator()(zip_file* file) const {
    zip_fclose(file);
}

PackagePart::PackagePart(Package& package, std::string name, zip_file* file, std::size_t packed)
    : package_(package)
    , name_(std::move(name))
    , file_(file)
    , packed_(packed) {}

std::size_t PackagePart::read(char* to, std::size_t size) {
    const zip_int64_t got = zip_fread(file_.get(), to, size);
    if (got < 0) {
        fail(zip_file_get_error(file_.get()), fmt::format("part {} cannot be unpacked", inQuoteMarks(name_)));
    }
    const auto bytes = static_cast<std::size_t>(got);
    unpacked_ += bytes;
    if (unpacked_ > kSmallPart && unpacked_ / package_.limits().ratio > packed_) {
        throw bombError(name_, package_.limits());
    }
    if (!package_.count(bytes)) {
        throw sizeError(package_.limits());
    }
    return bytes;
}

Package::Package(std::string_view bytes, const SheetLimits& limits)
    : limits_(limits) {
    archive_ = opened(bytes);
    if (!archive_) { // it takes a lack of memory for no list of parts: only what is always so is so
        archive_ = opened(bytes);
    }
    if (!archive_) {
        failDamaged("the workbook has no list of its parts at its end");
    }
    checkParts(archive_.get(), limits_);
}

bool Package::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

bool Package::begins(const std::string& name, std::string_view bytes) {
    if (!has(name)) {
        return false;
    }
    PackagePart part = open(name);
    std::string found(bytes.size(), '\0');
    found.resize(part.read(found.data(), found.size()));
    return found == bytes;
}

PackagePart Package::open(const std::string& name) {
    const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t stat{};
    if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
        throw Error("SID-X005",
                    fmt::format("part {} is missing, expected a whole workbook", inQuoteMarks(name)));
    }
    zip_file* file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr) {
        fail(zip_get_error(archive_.get()), fmt::format("part {} cannot be unpacked", inQuoteMarks(name)));
    }
    return {*this, name, file, static_cast<std::size_t>(stat.comp_size)};
}

bool Package::count(std::size_t bytes) {
    unpacked_ += bytes;
    return unpacked_ <= limits_.unpacked;
}

} // namespace sidetal::sheets
