#pragma once

#include "sidetal/Model/Common.h"
#include "sidetal/Model/Correction.h"
#include "sidetal/Support/Length.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

/// A column of the matrix; Theme, Number, Goal, Initiatives, Partners are the default ones.
struct MatrixColumn {
    /// What stands in it.
    enum class Key : std::uint8_t {
        Theme,
        Number,
        Goal,
        Initiatives,
        Partners,
        Status,
        Trend,
        Indicator,
        Owner,
        Deadline,
        FollowUp,
        Committees,
    };
    Key key = Key::Theme;
    std::string title;           ///< empty: the catalogue's
    std::optional<Length> width; ///< nothing: the style's; key "width", in points
    SourcePos source;
    SourcePos titleSource{};
};

/// A measured indicator of a goal (Indikator; docs/domain.md, "Goal matrices").
struct Indicator {
    /// Which way is the better one.
    enum class Better : std::uint8_t { Unspecified, Higher, Lower };
    std::string name;
    std::string unit;         ///< "%"
    std::string baseline;     ///< where it started (udgangspunkt); numbers are kept as they are written
    std::string target;       ///< Måltal
    std::string actual;       ///< the last that was measured
    std::optional<Date> date; ///< when
    std::string source;       ///< whose figures they are (Kilde)
    Better better = Better::Unspecified;
    std::vector<std::pair<Date, std::string>> series; ///< measured over time, oldest first
    SourcePos position;                               ///< where it stood in its input
};

/// How far a goal or initiative is (Status; docs/domain.md, "Goal matrices").
enum class GoalStatus : std::uint8_t { Unspecified, Reached, OnTrack, Partly, NotReached, NotAssessed };

/// Where a goal is heading.
enum class Trend : std::uint8_t { Unspecified, Up, Level, Down };

/// A supporting initiative (Understøttende indsats).
struct Initiative {
    std::string title;
    RichText description;
    RichText partners; ///< Hvem samarbejdes der med?
    GoalStatus status = GoalStatus::Unspecified;
    std::string owner;            ///< who answers for it (Ansvarlig)
    std::optional<Date> deadline; ///< Frist
    RichText followUp;            ///< what came of it (Opfølgning)
    SourcePos source;
    SourcePos titleSource{};
};

/// A goal (Målsætning); without initiatives it is one row with empty cells.
struct Goal {
    std::string number; ///< text: "1.10" is not 1.1
    RichText text;
    bool prioritised = false;            ///< Prioriteret: shown by tint, sign and words
    std::vector<std::string> committees; ///< whose goal it is
    GoalStatus status = GoalStatus::Unspecified;
    Trend trend = Trend::Unspecified;
    std::vector<Indicator> indicators;
    std::vector<Initiative> initiatives;
    SourcePos source;
    SourcePos numberSource{};
};

/// A theme (Tema) with its vision; spans all rows of its goals.
struct Theme {
    std::string title;
    RichText vision;
    std::vector<Goal> goals;
    SourcePos source;
    SourcePos titleSource{};
};

/// A line of the legend: what a mark means.
struct LegendEntry {
    /// What stands before or behind a goal on the page.
    enum class Mark : std::uint8_t { Prioritised };
    Mark mark = Mark::Prioritised;
    std::string text;
    SourcePos source;
    SourcePos textSource{};
};

/// The period that a follow-up covers.
struct Period {
    std::string label; ///< as it is printed: "1. halvår 2021"
    std::optional<Date> from;
    std::optional<Date> to;
};

/// Which version of the goals a matrix follows.
struct Catalogue {
    std::string name;
    std::string version;
    std::string file{}; ///< its file, beside the document's, which namedCatalogue() reads; empty: not said
    SourcePos fileSource{};
};

/// The goal matrix (Målmatrix): a tree, so spans cannot overlap and are derived, never read.
struct GoalMatrix {
    DocumentHeader header;
    std::optional<Committee> committee;
    std::optional<Period> period;
    std::optional<Catalogue> catalogue;
    std::optional<MatrixCorrection> corrects; ///< Rettet udgave
    std::vector<MatrixColumn> columns;        ///< empty: the default five
    std::vector<LegendEntry> legend;          ///< texts that replace the catalogue's
    std::vector<Theme> themes;
};

} // namespace sidetal
