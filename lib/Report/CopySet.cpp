#include "sidetal/Report/CopySet.h"

#include "Compose/CopyFoot.h"
#include "Layout/Layout.h"
#include "Report/CopySetMembers.h"
#include "Report/RenderStages.h"
#include "Support/Utf8.h"

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

/// A name is one line of text.
void checkName(const std::string& copyFor, Diagnostics& diagnostics) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; };
    if (copyFor.empty() || utf8::findInvalid(copyFor) || std::ranges::any_of(copyFor, isControl)) {
        diagnostics.error("SID-R003",
                          "expected a name, UTF-8 without control characters, of whom the copy is for");
    }
    diagnostics.throwIfErrors();
}

/// Ends each line with a blank: together they are what one leaf shows, and the last word of one is not to run
/// into the first of the next.
void partLines(Page& page) {
    for (std::size_t i = 0; i + 1 < page.ops.size(); ++i) {
        auto* const line = std::get_if<TextOp>(&page.ops[i]);
        const auto* const next = std::get_if<TextOp>(&page.ops[i + 1]);
        if (line != nullptr && next != nullptr && line->baseline != next->baseline) {
            line->spaceAfter = true;
        }
    }
}

} // namespace

CopyFoot::CopyFoot(const StyleSheet& style, const Pages& pages, std::string labelLanguage,
                   MissingCharacters missing)
    : style_(style)
    , info_(*pages.info)
    , hasCover_(pages.copyCover != NodeId::None)
    , labelLanguage_(std::move(labelLanguage))
    , missing_(missing) {
    for (const PageSizes::Stretch& stretch : pages.sizes.stretches()) {
        papers_.push_back(stretch.size);
    }
}

Pages CopyFoot::layOut(const std::string& copyFor, LineBreaker& breaker, Diagnostics& diagnostics) const {
    checkName(copyFor, diagnostics);
    BlockDocument blocks = composeCopyFoot(copyFor, style_, info_, labelLanguage_, papers_, hasCover_);
    blocks.boxesForMissing = missing_ == MissingCharacters::Box;
    Pages pages = sidetal::layOut(std::move(blocks), breaker, diagnostics);
    diagnostics.throwIfErrors();
    if (hasCover_) {
        pages.paint = [paint = std::move(pages.paint),
                       cover = pages.count - 1](std::uint32_t number, LineBreaker& with, Page& page) {
            paint(number, with, page);
            if (number == cover) {
                partLines(page);
            }
        };
    }
    return pages;
}

CopySet::CopySet(std::unique_ptr<Members> members)
    : m_(std::move(members)) {}
CopySet::~CopySet() = default;
CopySet::CopySet(CopySet&&) noexcept = default;
CopySet& CopySet::operator=(CopySet&&) noexcept = default;

RenderResult CopySet::write(const std::string& copyFor, const ByteSink& sink) {
    Diagnostics diagnostics = m_->found;
    bool inSink = false;
    return named(diagnostics, inSink, [&] {
        const Pages foot = m_->foot.layOut(copyFor, m_->breaker, diagnostics);
        m_->writer.write(foot, m_->breaker, watched(sink, inSink));
        RenderResult result = m_->result;
        result.warnings = diagnostics.all();
        return result;
    });
}

} // namespace sidetal
