#include "Labels/JoinWords.h"

#include "Labels/Catalogue.h"

namespace sidetal {

namespace {

constexpr Catalogue<JoinWord, kJoinWordCount> kDanishJoining{{
    {JoinWord::NumberOf, "Dokument {number} af {all}"},
    {JoinWord::Number, "Dokument {number}"},
    {JoinWord::For, "Til: {name}"},
    {JoinWord::Agendas, "Dagsordener"},
    {JoinWord::GoalMatrices, "Målmatricer"},
    {JoinWord::Minutes, "Referater"},
    {JoinWord::Documents, "Dokumenter"},
    {JoinWord::Part, "{title}, del {part}"},
}};

constexpr Catalogue<JoinWord, kJoinWordCount> kEnglishJoining{{
    {JoinWord::NumberOf, "Document {number} of {all}"},
    {JoinWord::Number, "Document {number}"},
    {JoinWord::For, "To: {name}"},
    {JoinWord::Agendas, "Agendas"},
    {JoinWord::GoalMatrices, "Goal matrices"},
    {JoinWord::Minutes, "Minutes"},
    {JoinWord::Documents, "Documents"},
    {JoinWord::Part, "{title}, part {part}"},
}};

static_assert(isComplete(kDanishJoining) && isComplete(kEnglishJoining));

} // namespace

std::string_view joinWord(const Labels& labels, JoinWord word) {
    const auto& words = labels.language() == "en" ? kEnglishJoining : kDanishJoining;
    return words[static_cast<std::size_t>(word)].second;
}

} // namespace sidetal
