#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Model/GoalSelection.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

/// A document on its way to the composer: number → edition → selection → compose, each from one of these to
/// another. The items are numbered first, so that what a later stage takes away does not renumber the rest.
/// The edition (lib/Editions) keeps each item and its place in reading order. What takes parts of a document,
/// an excerpt, goes between edition and compose: it can tell items by these numbers.
class NumberedDocument {
  public:
    /// Numbers the items of `document`, which must outlive this: the first stage, and all of it.
    NumberedDocument(const Document& document); // NOLINT: any document is one whose items can be numbered

    /// A document that a stage has made, with the numbers that its items had before.
    NumberedDocument(std::shared_ptr<const Document> document, std::vector<std::string> numbers)
        : owned_(std::move(document))
        , document_(owned_.get())
        , numbers_(std::move(numbers)) {}

    [[nodiscard]] const Document& document() const { return *document_; }
    /// The printed number of each item in reading order, an item before its sub-items: "2.", "2.1"; empty:
    /// none is printed. Goal matrices have none.
    [[nodiscard]] std::span<const std::string> numbers() const { return numbers_; }
    /// What the document is of a larger goal matrix; nothing where it is the whole as it was written.
    [[nodiscard]] const std::optional<SelectedGoals>& selected() const { return selected_; }
    void setSelected(SelectedGoals selected) { selected_ = std::move(selected); }

  private:
    std::shared_ptr<const Document> owned_; ///< null where it is the one that was given
    const Document* document_;
    std::vector<std::string> numbers_;
    std::optional<SelectedGoals> selected_;
};

} // namespace sidetal
