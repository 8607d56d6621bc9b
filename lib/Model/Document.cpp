#include "sidetal/Model/Document.h"

namespace sidetal {

namespace {

/// The kind of each type of document: one that is added does not compile before it has one.
struct KindOf {
    DocumentKind operator()(const MeetingPaper& paper) const {
        return paper.kind == MeetingPaper::Kind::Minutes ? DocumentKind::Minutes : DocumentKind::Agenda;
    }
    DocumentKind operator()(const GoalMatrix& /*matrix*/) const { return DocumentKind::GoalMatrix; }
};

} // namespace

DocumentKind kindOf(const Document& document) {
    return std::visit(KindOf(), document);
}

const DocumentHeader& headerOf(const Document& document) {
    return std::visit([](const auto& d) -> const DocumentHeader& { return d.header; }, document);
}

DocumentHeader& headerOf(Document& document) {
    return std::visit([](auto& d) -> DocumentHeader& { return d.header; }, document);
}

} // namespace sidetal
