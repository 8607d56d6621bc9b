#pragma once

#include "FollowUp/Comparison.h"
#include "Model/Stages.h"
#include "sidetal/Report.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sidetal {

/// Collects what is found of a document: messages name the source that their place is in, and `name`, where
/// it is given, its own.
[[nodiscard]] Diagnostics diagnosticsFor(const Document& document, const std::string& name);

/// What is wrong with a document; of what is closed the words are told only to who may see them.
void checkContent(const Document& document, Edition edition, Diagnostics& diagnostics);

/// What is wrong with a file's date that was made in code.
void checkMoment(const std::optional<DateTime>& date, Diagnostics& diagnostics);

/// The last period of a goal matrix, as the edition has it, and what differs.
struct LastPeriod {
    NumberedDocument whole;  ///< this period's matrix without a selection: the comparison points into it
    NumberedDocument before; ///< and into this one
    Comparison comparison;
    std::uint32_t sources = 0; ///< where its sources begin among those of the document's messages
};

/// The document ready to be composed: checked, numbered, that of its edition, and the part that is selected.
struct Prepared {
    NumberedDocument numbered;
    std::shared_ptr<const LastPeriod> last{}; ///< null: it is compared with none

    [[nodiscard]] const Document& document() const { return numbered.document(); }
};

/// The goal matrix that a numbered document is.
[[nodiscard]] inline const GoalMatrix& matrixOf(const NumberedDocument& numbered) {
    return std::get<GoalMatrix>(numbered.document());
}

/// The stages before composing, one after the other: check, edition, correction, excerpt, selection. Throws
/// Error with all of `diagnostics` where one of them finds errors.
[[nodiscard]] Prepared prepared(const Document& original, const RenderOptions& options,
                                Diagnostics& diagnostics);

} // namespace sidetal
