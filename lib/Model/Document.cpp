#include "sidetal/Model/Document.h"

namespace sidetal {

std::string_view kindName(DocumentKind kind) {
    return kind == DocumentKind::Agenda ? "agenda" : "goal-matrix";
}

DocumentKind kindOf(const Document& document) {
    return std::holds_alternative<Agenda>(document) ? DocumentKind::Agenda : DocumentKind::GoalMatrix;
}

const DocumentHeader& headerOf(const Document& document) {
    return std::visit([](const auto& d) -> const DocumentHeader& { return d.header; }, document);
}

DocumentHeader& headerOf(Document& document) {
    return std::visit([](auto& d) -> DocumentHeader& { return d.header; }, document);
}

} // namespace sidetal
