#include "Join/JoinNames.h"

#include "Labels/JoinWords.h"
#include "Support/Texts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

namespace sidetal {

namespace {

/// What all documents have the same of something; empty where they differ.
std::string common(const std::vector<JoinNames>& documents, std::string JoinNames::*member) {
    const std::string& first = documents.front().*member;
    const auto isSame = [&](const JoinNames& each) { return each.*member == first; };
    return std::ranges::all_of(documents, isSame) ? first : std::string();
}

std::string_view kindWords(const std::vector<JoinNames>& documents, const Labels& labels) {
    const DocumentKind first = documents.front().kind;
    const auto differs = [&](const JoinNames& each) { return each.kind != first; };
    if (std::ranges::any_of(documents, differs)) {
        return joinWord(labels, JoinWord::Documents);
    }
    switch (first) {
    case DocumentKind::Agenda:
        return joinWord(labels, JoinWord::Agendas);
    case DocumentKind::Minutes:
        return joinWord(labels, JoinWord::Minutes);
    case DocumentKind::GoalMatrix:
        break;
    }
    return joinWord(labels, JoinWord::GoalMatrices);
}

} // namespace

std::string JoinNames::bareTitle() const {
    std::string_view out = title;
    for (const std::string* detail : {&when, &committee}) {
        const std::string ending = ", " + *detail;
        if (!detail->empty() && out.ends_with(ending)) {
            out.remove_suffix(ending.size());
        }
    }
    return std::string(out);
}

std::string commonTitle(const std::vector<JoinNames>& documents, const Labels& labels) {
    assert(!documents.empty());
    std::string title = common(documents, &JoinNames::title);
    if (!title.empty()) {
        return title;
    }
    return joined(std::array{std::string(kindWords(documents, labels)),
                             common(documents, &JoinNames::committee), common(documents, &JoinNames::when)},
                  ", ");
}

std::string commonCreator(const std::vector<JoinNames>& documents) {
    return common(documents, &JoinNames::creator);
}

} // namespace sidetal
