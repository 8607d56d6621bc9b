#include "Model/Stages.h"

#include "Model/ItemNumbers.h"

namespace sidetal {

namespace {

/// The printed numbers of each type of document.
struct NumbersOf {
    std::vector<std::string> operator()(const MeetingPaper& paper) const { return printedNumbers(paper); }
    std::vector<std::string> operator()(const GoalMatrix& /*matrix*/) const { return {}; }
};

} // namespace

NumberedDocument::NumberedDocument(const Document& document)
    : document_(&document)
    , numbers_(std::visit(NumbersOf(), document)) {}

} // namespace sidetal
