#pragma once

#include "Sheets/NumberFormat.h"
#include "Sheets/PartReader.h"

#include <map>
#include <string>
#include <vector>

/// The parts of a workbook beside its sheets (ISO/IEC 29500-1, 12.3, 18.2, 18.4, 18.8).

namespace sidetal::sheets {

/// What a part refers to: part names by identifier, and by the last word of their type ("worksheet").
struct Relations {
    std::map<std::string, std::string, std::less<>> byId;
    std::map<std::string, std::string, std::less<>> byType; ///< the first of each
};

/// The relations of a part, none where it has none; of the package for "".
[[nodiscard]] Relations readRelations(Package& package, const std::string& part);

/// A sheet as the workbook lists it.
struct ListedSheet {
    std::string name;
    std::string id; ///< of its relation
    bool hidden = false;
};

struct WorkbookList {
    std::vector<ListedSheet> sheets;
    bool from1904 = false;
};

[[nodiscard]] WorkbookList readWorkbookList(Package& package, const std::string& part);

/// Texts that cells share, one after the other.
class SharedTexts {
  public:
    void add(std::string_view text) {
        texts_ += text;
        ends_.push_back(texts_.size());
    }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(texts_).substr(begin, ends_[index] - begin);
    }
    [[nodiscard]] std::size_t bytes() const { return texts_.size(); }

  private:
    std::string texts_;
    std::vector<std::size_t> ends_;
};

[[nodiscard]] SharedTexts readSharedTexts(Package& package, const std::string& part);

/// The number format of each cell style.
[[nodiscard]] std::vector<NumberFormat> readFormats(Package& package, const std::string& part);

/// A text in which "_x000D_" stands for a character that XML has not.
[[nodiscard]] std::string unescaped(std::string_view text);

} // namespace sidetal::sheets
