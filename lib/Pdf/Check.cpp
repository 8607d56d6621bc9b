// checkPdf(): what cannot become a file.

#include "Pdf/LinkAnnotations.h"
#include "Pdf/Outline.h"
#include "Pdf/Pdf.h"
#include "Pdf/Strings.h"
#include "Pdf/StructureWriter.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

using namespace literals;

constexpr Length kSmallestSide = 3_pt; // ISO 19005-2, 6.1.13
constexpr Length kLargestSide = 14400_pt;

[[noreturn]] void refuse(std::string code, std::string message, SourcePos place = {}) {
    Diagnostic fault;
    fault.code = std::move(code);
    fault.message = std::move(message);
    fault.position = place;
    throw Error(std::vector{std::move(fault)});
}

/// Gives an error found by `find` its place in the input.
template <typename Find>
void checkAt(SourcePos place, Find find) {
    try {
        find();
    } catch (const Error& error) {
        std::vector<Diagnostic> found = error.diagnostics();
        found.front().position = place;
        throw Error(std::move(found));
    }
}

void checkText(std::string_view text, std::string_view what, SourcePos place = {}) {
    // Only a text of this many bytes can be too long for a string of the file: UTF-16 takes two at most for
    // each.
    constexpr std::size_t kMayBeTooLong = (kLongestString - 2) / 2;
    if (text.size() > kMayBeTooLong) {
        checkAt(place, [&] { (void)textStringBytes(text, what); });
    }
}

void checkSide(Length side) {
    if (side < kSmallestSide || side > kLargestSide) {
        refuse("SID-P006", fmt::format("a page side is {} pt, expected 3 to 14400 pt", side.milli() / 1000));
    }
}

/// Whether layout has found a target on a page.
bool isFound(const Pages& pages, TargetId target) {
    return index(target) < pages.targets.size() && pages.target(target).page < pages.count;
}

void checkOutline(const Pages& pages) {
    for (const OutlineEntry& entry : pages.outline) {
        checkText(entry.title, kHeadingInOutline, entry.source);
        if (!isFound(pages, entry.target)) {
            refuse(
                "SID-P013",
                fmt::format("\"{}\" in the outline leads nowhere, expected a place on a page", entry.title),
                entry.source);
        }
    }
}

void checkLink(const Pages& pages, const StructNode& node) {
    const Link* link = pages.tree->link(node);
    if (link == nullptr || link->contents.empty()) {
        refuse("SID-P012", "a link has no text, expected words that say where it leads",
               link != nullptr ? link->source : SourcePos());
    }
    checkText(link->contents, kTextOfLink, link->source);
    checkAt(link->source, [&] { (void)uriBytes(link->uri); });
    if (link->target == TargetId::None ? link->uri.empty() : !isFound(pages, link->target)) {
        refuse("SID-P013",
               fmt::format("the link \"{}\" leads nowhere, expected a place on a page or an address",
                           link->contents),
               link->source);
    }
}

void checkFigure(const StructTree& tree, const StructNode& node) {
    if (tree.alt(node).empty()) {
        refuse("SID-P011", "a figure has no alternative text, expected words that say what it shows",
               tree.altSource(node));
    }
    checkText(tree.alt(node), kTextOfFigure, tree.altSource(node));
}

/// Figures and links that cannot be told to those who do not see them (ISO 14289-1, 7.3 and 7.18.5).
void checkStructure(const Pages& pages) {
    const StructTree& tree = *pages.tree;
    if (!tree.has(Role::Figure) && !tree.has(Role::Link)) {
        return;
    }
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const StructNode& node = tree.node(static_cast<NodeId>(i));
        if (node.role == Role::Link) {
            checkLink(pages, node);
        } else if (node.role == Role::Figure) {
            checkFigure(tree, node);
        }
    }
}

void checkImages(const Pages& pages) {
    for (std::size_t i = 0; i < pages.images.size(); ++i) {
        if (const auto fault = faultOf(*pages.images[i])) {
            refuse("SID-P010", fmt::format("image {} {}", i + 1, *fault));
        }
    }
}

} // namespace

void checkPdf(const Pages& pages, const PdfOptions& options) {
    if (pages.count == 0) {
        refuse("SID-P005", "the document has no page, expected at least one");
    }
    if (pages.sizes.stretches().empty()) {
        checkSide({});
    }
    for (const PageSizes::Stretch& stretch : pages.sizes.stretches()) {
        checkSide(stretch.size.width);
        checkSide(stretch.size.height);
    }
    checkText(pages.info->title, "the title", pages.info->titleSource);
    checkText(pages.info->language, "the language");
    checkOutline(pages);
    checkStructure(pages);
    checkImages(pages);
    if (options.embedded) {
        checkText(options.embedded->name, "the embedded file's name");
        checkText(options.embedded->description, "the embedded file's description");
    }
}

} // namespace sidetal
