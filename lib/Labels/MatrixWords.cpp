#include "Labels/MatrixWords.h"

#include "Labels/Catalogue.h"

namespace sidetal {

namespace {

constexpr Catalogue<MatrixWord, kMatrixWordCount> kDanishMatrix{{
    {MatrixWord::Status, "Status"},
    {MatrixWord::Trend, "Udvikling"},
    {MatrixWord::Indicator, "Indikator"},
    {MatrixWord::Owner, "Ansvarlig"},
    {MatrixWord::Deadline, "Frist"},
    {MatrixWord::FollowUp, "Opfølgning"},
    {MatrixWord::Committees, "Udvalg"},
    {MatrixWord::CommitteeAndTheme, "Udvalg og tema"},
    {MatrixWord::Reached, "Nået"},
    {MatrixWord::OnTrack, "I gang"},
    {MatrixWord::Partly, "Delvist nået"},
    {MatrixWord::NotReached, "Ikke nået"},
    {MatrixWord::NotAssessed, "Ikke opgjort"},
    {MatrixWord::Better, "Bedre"},
    {MatrixWord::Unchanged, "Uændret"},
    {MatrixWord::Worse, "Dårligere"},
    {MatrixWord::WithTarget, "{actual} (mål {target})"},
    {MatrixWord::TargetOnly, "ikke opgjort (mål {target})"},
    {MatrixWord::AtLeast, "mindst"},
    {MatrixWord::AtMost, "højst"},
    {MatrixWord::Baseline, "udgangspunkt {baseline}"},
    {MatrixWord::Measured, "opgjort {date}"},
    {MatrixWord::Series, "Udvikling {from}–{to}: {values}"},
    {MatrixWord::SeriesTarget, "; mål {target}"},
    {MatrixWord::NoInitiatives, "Ingen indsatser"},
}};

constexpr Catalogue<MatrixWord, kMatrixWordCount> kEnglishMatrix{{
    {MatrixWord::Status, "Status"},
    {MatrixWord::Trend, "Trend"},
    {MatrixWord::Indicator, "Indicator"},
    {MatrixWord::Owner, "Owner"},
    {MatrixWord::Deadline, "Deadline"},
    {MatrixWord::FollowUp, "Follow-up"},
    {MatrixWord::Committees, "Committees"},
    {MatrixWord::CommitteeAndTheme, "Committee and theme"},
    {MatrixWord::Reached, "Reached"},
    {MatrixWord::OnTrack, "On track"},
    {MatrixWord::Partly, "Partly reached"},
    {MatrixWord::NotReached, "Not reached"},
    {MatrixWord::NotAssessed, "Not assessed"},
    {MatrixWord::Better, "Better"},
    {MatrixWord::Unchanged, "Unchanged"},
    {MatrixWord::Worse, "Worse"},
    {MatrixWord::WithTarget, "{actual} (target {target})"},
    {MatrixWord::TargetOnly, "not assessed (target {target})"},
    {MatrixWord::AtLeast, "at least"},
    {MatrixWord::AtMost, "at most"},
    {MatrixWord::Baseline, "baseline {baseline}"},
    {MatrixWord::Measured, "measured {date}"},
    {MatrixWord::Series, "Development {from}–{to}: {values}"},
    {MatrixWord::SeriesTarget, "; target {target}"},
    {MatrixWord::NoInitiatives, "No initiatives"},
}};

static_assert(isComplete(kDanishMatrix) && isComplete(kEnglishMatrix));

} // namespace

std::string_view matrixWord(const Labels& labels, MatrixWord word) {
    const auto& words = labels.language() == "en" ? kEnglishMatrix : kDanishMatrix;
    return words[static_cast<std::size_t>(word)].second;
}

} // namespace sidetal
