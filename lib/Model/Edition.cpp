#include "sidetal/Model/Edition.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace sidetal {

namespace {

void refuse(Diagnostics& diagnostics, SourcePos position, std::string path) {
    diagnostics.error("SID-E001",
                      "closed, and only the full edition may hold it; give '--edition full' to print all",
                      position, std::move(path));
}

void refuseClosed(const std::vector<AgendaItem>& items, const std::string& prefix, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const AgendaItem& item = items[i];
        const std::string path = fmt::format("{}items[{}]", prefix, i);
        if (item.access == Access::Closed) {
            refuse(diagnostics, item.source, path);
        }
        for (std::size_t k = 0; k < item.sections.size(); ++k) {
            if (item.sections[k].access == Access::Closed) {
                refuse(diagnostics, item.sections[k].source, fmt::format("{}.sections[{}]", path, k));
            }
        }
        for (std::size_t k = 0; k < item.enclosures.size(); ++k) {
            if (item.enclosures[k].access == Access::Closed) {
                refuse(diagnostics, item.enclosures[k].source, fmt::format("{}.enclosures[{}]", path, k));
            }
        }
        refuseClosed(item.items, path + ".", diagnostics);
    }
}

} // namespace

std::optional<Document> applyEdition(const Document& document, Edition edition, Diagnostics& diagnostics) {
    const auto* agenda = std::get_if<Agenda>(&document);
    if (edition == Edition::Full || agenda == nullptr) {
        return std::nullopt;
    }
    refuseClosed(agenda->items, "", diagnostics);
    for (std::size_t g = 0; g < agenda->groups.size(); ++g) {
        refuseClosed(agenda->groups[g].items, fmt::format("groups[{}].", g), diagnostics);
    }
    return std::nullopt;
}

} // namespace sidetal
