#include "Editions/Editions.h"
#include "Editions/Rights.h"
#include "Editions/Viewer.h"
#include "Support/LanguageTag.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace sidetal {

namespace {

using namespace editions;

const Labels& labelsOf(const MeetingPaper& paper) {
    const Labels* found = Labels::find(canonicalLanguage(paper.header.language));
    return found == nullptr ? Labels::danish() : *found;
}

/// What stands beside the fields of the tables. Of the places of keys those within lists are left out: what
/// their paths count may not be there any more.
void keepRest(const MeetingPaper& paper, MeetingPaper& out) {
    out.kind = paper.kind;
    out.header.sources = paper.header.sources;
    for (const KeyPlace& key : paper.header.keyPlaces) {
        if (key.path.find('[') == std::string::npos) {
            out.header.keyPlaces.push_back(key);
        }
    }
}

} // namespace

NumberedDocument applyEdition(NumberedDocument document, const EditionRequest& request,
                              Diagnostics& diagnostics) {
    if (!request.recipient.empty() && request.edition != Edition::Members) {
        diagnostics.error("SID-E012",
                          "a recipient is named, and only the members' edition has rights by recipient");
        return document;
    }
    const auto* paper = std::get_if<MeetingPaper>(&document.document());
    if (paper == nullptr || request.edition == Edition::Full || !holdsClosed(*paper)) {
        return document;
    }
    const ItemIndex items(*paper, document.numbers());
    const Rights rights = rightsOf(*paper, items, request, diagnostics);
    if (rights.showAll()) {
        return document;
    }
    MeetingPaper seen = *Viewer(items, rights, labelsOf(*paper)).view(*paper);
    keepRest(*paper, seen);
    std::vector<std::string> numbers(document.numbers().begin(), document.numbers().end());
    return {std::make_shared<const Document>(std::move(seen)), std::move(numbers)};
}

} // namespace sidetal
