#pragma once

#include "Lint/Codes.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::lint {

/// Something that was found in a text: its bytes from `begin` to before `end`.
struct Finding {
    Code code{};
    std::size_t begin = 0;
    std::size_t end = 0;
};

using Findings = std::vector<Finding>;

/// What stands between two groups of figures.
enum class Joint : std::uint8_t {
    Blank,  ///< one space, of any width
    Hyphen, ///< one hyphen or dash, with or without single spaces around it
    Other
};

/// The groups of figures of a text, which are looked through for numbers of several kinds.
class Figures {
  public:
    struct Group {
        std::size_t begin = 0;
        std::size_t end = 0;
        [[nodiscard]] std::size_t size() const { return end - begin; }
    };

    /// `text` must outlive this.
    explicit Figures(std::string_view text);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t count() const { return groups_.size(); }
    [[nodiscard]] const Group& group(std::size_t i) const { return groups_[i]; }
    [[nodiscard]] std::string_view digits(std::size_t i) const {
        return text_.substr(groups_[i].begin, groups_[i].size());
    }
    /// What stands between group `i` and the next, which must be there.
    [[nodiscard]] Joint joint(std::size_t i) const;
    /// Whether group `i` is no part of a longer word or number on its left: of "A00-3" the 3 is.
    [[nodiscard]] bool startsFree(std::size_t i) const;
    /// The same on its right: of "12-A" the 12 is not free, nor that of "12,50".
    [[nodiscard]] bool endsFree(std::size_t i) const;
    /// Whether a further group stands one blank before group `i`, after it.
    [[nodiscard]] bool followsGroup(std::size_t i) const { return i > 0 && joint(i - 1) == Joint::Blank; }
    [[nodiscard]] bool leadsGroup(std::size_t i) const { return i + 1 < count() && joint(i) == Joint::Blank; }
    /// The figures of the groups `first` to `last`.
    [[nodiscard]] std::string joined(std::size_t first, std::size_t last) const;

  private:
    std::string_view text_;
    std::vector<Group> groups_;
};

} // namespace sidetal::lint
