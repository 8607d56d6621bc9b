#include "Pdf/Pdf.h"

#include "Pdf/Catalog.h"
#include "Pdf/ContentWriter.h"
#include "Pdf/FileWriter.h"
#include "Pdf/FontEncoder.h"
#include "Pdf/FontObjects.h"
#include "Pdf/IccProfile.h"
#include "Pdf/Marks.h"
#include "Pdf/Md5.h"
#include "Pdf/Outline.h"
#include "Pdf/PageCompressor.h"
#include "Pdf/PageTree.h"
#include "Pdf/Strings.h"
#include "Pdf/StructureWriter.h"
#include "Pdf/Xmp.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

using namespace literals;

constexpr Length kSmallestSide = 3_pt; // ISO 19005-2, 6.1.13
constexpr Length kLargestSide = 14400_pt;

/// From how many pages on a second thread is worth its start.
constexpr std::uint32_t kWorthHelp = 24;

/// Only a text of this many bytes can be too long for a string of the file: UTF-16 takes two at most for
/// each.
constexpr std::size_t kMayBeTooLong = (kLongestString - 2) / 2;

void checkText(std::string_view text, std::string_view what, SourcePos place = {}) {
    if (text.size() <= kMayBeTooLong) {
        return;
    }
    try {
        (void)textStringBytes(text, what);
    } catch (const Error& error) {
        std::vector<Diagnostic> found = error.diagnostics();
        found.front().position = place;
        throw Error(std::move(found));
    }
}

void checkSide(Length side) {
    if (side < kSmallestSide || side > kLargestSide) {
        throw Error("SID-P006",
                    fmt::format("a page side is {} pt, expected 3 to 14400 pt", side.milli() / 1000));
    }
}

/// Whether layout has found a target on a page.
bool isFound(const Pages& pages, TargetId target) {
    return index(target) < pages.targets.size() && pages.target(target).page < pages.count;
}

void checkLink(const Pages& pages, const StructNode& node) {
    const Link* link = pages.tree->link(node);
    if (link == nullptr || link->contents.empty()) {
        throw Error("SID-P012", "a link has no text, expected words that say where it leads");
    }
    if (link->target == TargetId::None ? link->uri.empty() : !isFound(pages, link->target)) {
        throw Error("SID-P013",
                    fmt::format("the link \"{}\" leads nowhere, expected a place on a page or an address",
                                link->contents));
    }
    checkText(link->contents, kTextOfLink);
    (void)uriBytes(link->uri);
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
            if (tree.alt(node).empty()) {
                throw Error("SID-P011", "a figure has no alternative text, expected words that say what it shows");
            }
            checkText(tree.alt(node), kTextOfFigure);
        }
    }
}

/// Writes one document; the members are what its parts share.
class DocumentWriter {
  public:
    DocumentWriter(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink)
        : pages_(pages)
        , breaker_(breaker)
        , options_(options)
        , catalog_(pages, options)
        , file_(sink, catalog_.numberCount())
        , marks_(*pages.tree)
        , encoder_(breaker.shaper())
        , images_(pages.images)
        , content_({*pages.tree, encoder_, marks_, images_, links_}) {
        objects_.count = pages.count;
        objects_.sizes = pages.sizes;
        objects_.firstPage = file_.reserve(pages.count);
        objects_.firstContents = file_.reserve(pages.count);
        objects_.resources = file_.reserve();
    }

    void write() {
        writeContents();
        images_.write(file_);
        writeFonts(file_, encoder_, images_, objects_.resources);
        links_.finish(file_);
        writePageTree(file_, objects_, links_, catalog_.pageTree());
        StructureWriter(file_, {pages_, objects_, marks_, links_, content_.figures()})
            .write(catalog_.structTreeRoot());
        links_.write(file_, pages_, objects_);
        if (!pages_.outline.empty()) {
            writeOutline(file_, pages_, objects_, catalog_.outline());
        }
        writeMetadata();
        if (options_.embedded) {
            writeEmbeddedFile(*options_.embedded);
        }
        writeCatalog();
        file_.finish(catalog_.catalog(), catalog_.information());
    }

  private:
    void writeContents() {
        std::uint32_t written = 0;
        PageCompressor compressor(options_.helperThread && pages_.count >= kWorthHelp,
                                  [&](std::string_view packed) {
                                      file_.writePackedStream(objects_.firstContents + written++, "", packed);
                                  });
        Page page;
        for (std::uint32_t i = 0; i < pages_.count; ++i) {
            pages_.paint(i, breaker_, page);
            compressor.add(content_.write(i, page, breaker_.shaper()));
        }
        compressor.finish();
        marks_.finish();
    }

    void writeMetadata() {
        Buffer xmp;
        appendXmp(xmp, *pages_.info, options_.embedded.has_value());
        file_.writePlainStream(catalog_.metadata(), "/Type/Metadata/Subtype/XML", xmp.view());
        file_.writePackedStream(catalog_.outputProfile(), "/N 3", packedSrgbProfile());
    }

    void writeEmbeddedFile(const EmbeddedFile& file) {
        Buffer entries;
        entries << "/Type/EmbeddedFile/Subtype";
        appendName(entries, file.mediaType);
        entries << "/Params<</Size " << file.data.size() << "/CheckSum";
        appendByteString(entries, view(md5(file.data)));
        if (pages_.info->date) {
            entries << "/ModDate(" << pdfDate(*pages_.info->date) << ')';
        }
        entries << ">>";
        file_.writeStream(catalog_.embeddedFile(), entries.view(), file.data);
    }

    /// libharu's own objects: all whose numbers nothing else was written under.
    void writeCatalog() {
        for (std::uint32_t i = 1; i < catalog_.numberCount(); ++i) {
            const auto number = static_cast<ObjectNumber>(i);
            if (!file_.isWritten(number)) {
                catalog_.serialise(number, file_.beginObject(number));
                file_.endObject();
            }
        }
    }

    const Pages& pages_;
    LineBreaker& breaker_;
    const PdfOptions& options_;
    Catalog catalog_;
    FileWriter file_;
    Marks marks_;
    FontEncoder encoder_;
    ImageObjects images_;
    LinkAnnotations links_;
    ContentWriter content_;
    PageObjects objects_;
};

} // namespace

void checkPdf(const Pages& pages, const PdfOptions& options) {
    if (pages.count == 0) {
        throw Error("SID-P005", "the document has no page, expected at least one");
    }
    for (const PageSizes::Stretch& stretch : pages.sizes.stretches()) {
        checkSide(stretch.size.width);
        checkSide(stretch.size.height);
    }
    for (std::size_t i = 0; i < pages.images.size(); ++i) {
        if (const auto fault = faultOf(*pages.images[i])) {
            throw Error("SID-P010", fmt::format("image {} {}", i + 1, *fault));
        }
    }
    checkStructure(pages);
    checkText(pages.info->title, "the title", pages.info->titleSource);
    checkText(pages.info->language, "the language");
    for (const OutlineEntry& entry : pages.outline) {
        checkText(entry.title, kHeadingInOutline, entry.source);
        if (!isFound(pages, entry.target)) {
            throw Error("SID-P013",
                        fmt::format("\"{}\" in the outline leads nowhere, expected a place on a page", entry.title));
        }
    }
    if (options.embedded) {
        checkText(options.embedded->name, "the embedded file's name");
        checkText(options.embedded->description, "the embedded file's description");
    }
}

void writePdf(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink) {
    checkPdf(pages, options);
    DocumentWriter(pages, breaker, options, sink).write();
}

} // namespace sidetal
