#pragma once

#include "sidetal/Sheets/Sheet.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

/// A workbook's file: parts in a ZIP archive (ISO/IEC 29500-2).

struct zip;
struct zip_file;

namespace sidetal::sheets {

struct ZipDeleter {
    void operator()(zip* archive) const;
};
struct ZipFileDeleter {
    void operator()(zip_file* file) const;
};

class Package;

/// A part that is being unpacked. Throws Error where it is damaged (SID-X002) or grows past a limit
/// (SID-X003), whatever the archive announces.
class PackagePart {
  public:
    PackagePart(Package& package, std::string name, zip_file* file, std::size_t packed);

    /// At most `size` bytes; 0 at the end.
    [[nodiscard]] std::size_t read(char* to, std::size_t size);
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    Package& package_;
    std::string name_;
    std::unique_ptr<zip_file, ZipFileDeleter> file_;
    std::size_t packed_;
    std::size_t unpacked_ = 0;
};

/// The archive. `bytes` must outlive it.
class Package {
  public:
    /// Throws Error: SID-X002 no whole archive, SID-X003 past a limit by what it announces, SID-X004 a part
    /// outside of it.
    Package(std::string_view bytes, const SheetLimits& limits);

    [[nodiscard]] bool has(const std::string& name) const;
    /// Whether a part's first bytes are these.
    [[nodiscard]] bool begins(const std::string& name, std::string_view bytes);
    /// Throws Error SID-X005 where there is no such part.
    [[nodiscard]] PackagePart open(const std::string& name);

    [[nodiscard]] const SheetLimits& limits() const { return limits_; }
    /// Counts what was unpacked of all parts; false past the limit.
    [[nodiscard]] bool count(std::size_t bytes);

  private:
    std::unique_ptr<zip, ZipDeleter> archive_;
    SheetLimits limits_;
    std::size_t unpacked_ = 0;
};

} // namespace sidetal::sheets
