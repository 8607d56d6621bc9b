#pragma once

#include "sidetal/Style/StyleLoader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The files that a style sheet or a policy is made of, each based on the next: from the one that is asked
/// for, by the names that their "base" gives.
class FileChain {
  public:
    /// What became of a base.
    enum class Outcome : std::uint8_t {
        Loaded,
        Again,   ///< it is in the chain already
        TooMany, ///< the chain has as many files as it may
        Fault    ///< the loader says what
    };
    struct Base {
        Outcome outcome = Outcome::Loaded;
        std::string bytes;
        std::string fault; ///< of a Fault
    };

    /// `name` is the first file's, as messages have it; at most `most` files.
    FileChain(const std::string& name, std::size_t most)
        : most_(most)
        , folder_(name.substr(0, name.rfind('/') + 1)) // all of nothing where there is no folder
        , files_{name.substr(folder_.size())} {}

    /// Adds the file that the last one names as its base, and has it loaded where that may be.
    [[nodiscard]] Base add(std::string_view base, const StyleLoader& load);

    /// The last file, as messages have it.
    [[nodiscard]] std::string last() const { return shown(files_.back()); }
    /// All of them, likewise.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::size_t size() const { return files_.size(); }

    /// True for a name with a folder or an extension: another is meant as that of something built in, so that
    /// one that is misspelt is answered with the known ones.
    [[nodiscard]] static bool looksLikeFile(std::string_view name) {
        return name.find_first_of("/.") != std::string_view::npos;
    }

  private:
    [[nodiscard]] std::string shown(const std::string& file) const {
        return file.starts_with('/') ? file : folder_ + file;
    }

    std::size_t most_;
    std::string folder_; ///< of the first file, with its "/"
    std::vector<std::string> files_;
};

} // namespace sidetal
