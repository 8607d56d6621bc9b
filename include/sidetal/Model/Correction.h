#pragma once

#include "sidetal/Model/Common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// A field that a correction changes: of an item, of a goal, of the document.
struct FieldChange {
    std::string field; ///< its key: "title"; of a member "meeting.start"
    /// The words of short texts, and the key of a goal's status or trend; empty: not told, or there were
    /// none.
    std::string before;
    std::string after;
    SourcePos source;
};

/// What a correction did to an item, or with neither number nor title to the paper as a whole.
struct Change {
    /// Tilføjet, fjernet, ændret.
    enum class Kind : std::uint8_t { Changed, Added, Removed };
    Kind kind = Kind::Changed;
    std::string number; ///< as printed without suffix: of what is removed the one that it had
    std::string title;
    std::vector<FieldChange> fields; ///< of what was changed
    Access access = Access::Open;    ///< closed where the item is, or was
    SourcePos source;
};

/// Which version a corrected one (Rettet udgave) replaces, and what differs.
struct Correction {
    std::string version;      ///< of the version that was corrected
    std::optional<Date> date; ///< its date
    std::vector<Change> changes;
    SourcePos source;
};

/// What a correction did to a theme, a goal or an initiative, or to the goal matrix as a whole.
struct MatrixChange {
    /// Målmatrixen, tema, mål, indsats.
    enum class Of : std::uint8_t { Matrix, Theme, Goal, Initiative };
    Of of = Of::Matrix;
    Change::Kind kind = Change::Kind::Changed;
    std::string number; ///< of a goal; of an initiative that of its goal; of what is removed as it was
    std::string title;  ///< of a theme or an initiative; of a goal how its words begin
    std::vector<FieldChange> fields; ///< of what was changed
    SourcePos source;
};

/// Which version of a goal matrix a corrected one (Rettet udgave) replaces, and what differs.
struct MatrixCorrection {
    std::string version;      ///< of the version that was corrected
    std::optional<Date> date; ///< its date
    std::vector<MatrixChange> changes;
    SourcePos source;
};

} // namespace sidetal
