#include "Compose/LabelledLine.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sidetal {

Paragraph labelledParagraph(Context& context, const std::vector<LinePart>& parts, const Type& type,
                            NodeId leaf, SourcePos source) {
    const bool differs =
        context.labelsDiffer() && std::ranges::any_of(parts, [](const LinePart& p) { return p.ofCatalogue; });
    if (!differs || parts.size() == 1) {
        std::string whole;
        for (const LinePart& part : parts) {
            whole += part.text;
        }
        if (differs) {
            context.setLabelLanguage(leaf);
        }
        return Context::paragraph(context.out.keep(std::move(whole)), type, leaf, source);
    }
    Paragraph out = Context::paragraph({}, type, leaf, source);
    for (const LinePart& part : parts) {
        const NodeId span = context.out.tree.add(leaf, Role::Span);
        if (part.ofCatalogue) {
            context.setLabelLanguage(span);
        }
        out.runs.push_back(Context::run(context.out.keep(part.text), type, span));
    }
    return out;
}

} // namespace sidetal
