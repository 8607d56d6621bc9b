#include "Pdf/DocumentWriter.h"

#include "Pdf/FontObjects.h"
#include "Pdf/IccProfile.h"
#include "Pdf/Md5.h"
#include "Pdf/Outline.h"
#include "Pdf/PageCompressor.h"
#include "Pdf/Strings.h"
#include "Pdf/StructureWriter.h"
#include "Pdf/Xmp.h"

#include <cassert>

namespace sidetal {

namespace {

/// From how many pages on a second thread is worth its start.
constexpr std::uint32_t kWorthHelp = 24;

} // namespace

DocumentWriter::DocumentWriter(const Pages& pages, LineBreaker& breaker, const PdfOptions& options,
                               const Sink& sink)
    : pages_(pages)
    , breaker_(breaker)
    , options_(options)
    , catalog_(pages, options)
    , file_(sink, catalog_.numberCount())
    , marks_(*pages.tree)
    , encoder_(breaker.shaper())
    , images_(pages.images)
    , content_({*pages.tree, encoder_, marks_, images_, forms_, links_}) {
    objects_.count = pages.count;
    objects_.sizes = pages.sizes;
    objects_.firstPage = file_.reserve(pages.count);
    objects_.firstContents = file_.reserve(pages.count);
    objects_.resources = file_.reserve();
}

void DocumentWriter::write() {
    writePages();
    writeMetadata(file_, *pages_.info, options_.embedded.has_value(), catalog_.metadata());
    writeEmbedded();
    writeCatalog();
    file_.finish(catalog_.catalog(), catalog_.information());
}

DocumentWriter::OwnParts DocumentWriter::writeShared() {
    forCopies_ = true;
    const std::uint32_t cover = pages_.copyCover != NodeId::None ? 1 : 0;
    const ObjectNumber forms = forms_.reserveForCopies(file_, stretchCount() + cover);
    writePages();
    writeEmbedded();
    writeCatalog();
    file_.flush();
    return {forms, catalog_.metadata(), catalog_.catalog(), catalog_.information(),
            encoder_.resources().size()};
}

/// The pages with all that belongs to them.
void DocumentWriter::writePages() {
    writeContents();
    images_.write(file_);
    forms_.write(file_);
    writeFonts(file_, encoder_, images_, forms_, objects_.resources);
    links_.finish(file_);
    writePageTree(file_, objects_, links_, catalog_.pageTree());
    StructureWriter(file_, {pages_, objects_, marks_, links_, content_.figures()})
        .write(catalog_.structTreeRoot());
    links_.write(file_, pages_, objects_);
    if (!pages_.outline.empty()) {
        writeOutline(file_, pages_, objects_, catalog_.outline());
    }
    if (!pages_.labels.empty()) {
        writePageLabels(file_, pages_, catalog_.pageLabels());
    }
}

void DocumentWriter::writeContents() {
    std::uint32_t written = 0;
    PageCompressor compressor(options_.helperThread && pages_.count >= kWorthHelp,
                              [&](std::string_view packed) {
                                  file_.writePackedStream(objects_.firstContents + written++, "", packed);
                              });
    Page page;
    for (std::uint32_t i = 0; i < pages_.count; ++i) {
        pages_.paint(i, breaker_, page);
        assert(page.size == pages_.sizes[i]);
        const std::string_view content = content_.write(i, page, breaker_.shaper());
        compressor.add(forCopies_ ? withOwnForm(i, content) : content);
    }
    compressor.finish();
    marks_.finish();
}

/// What a page shows, and over it the form that copies have of their own, in the state that pages begin with.
std::string_view DocumentWriter::withOwnForm(std::uint32_t page, std::string_view content) {
    const bool isCover = page == 0 && pages_.copyCover != NodeId::None;
    shown_.clear();
    shown_ << "q\n" << content << "Q\n";
    if (isCover) {
        shown_ << "/P<</MCID " << marks_.add(pages_.copyCover) << ">>BDC\n";
        FormObjects::appendNameForCopies(shown_, stretchCount());
    } else {
        shown_ << "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
        FormObjects::appendNameForCopies(shown_, pages_.sizes.stretchOf(page));
    }
    shown_ << " Do\nEMC\n";
    return shown_.view();
}

void writeMetadata(FileWriter& file, const DocumentInfo& info, bool embeds, ObjectNumber number) {
    Buffer xmp;
    appendXmp(xmp, info, embeds);
    file.writePlainStream(number, "/Type/Metadata/Subtype/XML", xmp.view());
}

/// The colours' profile, and the embedded file, where there is one.
void DocumentWriter::writeEmbedded() {
    file_.writePackedStream(catalog_.outputProfile(), "/N 3", packedSrgbProfile());
    if (!options_.embedded) {
        return;
    }
    const EmbeddedFile& embedded = *options_.embedded;
    Buffer entries;
    entries << "/Type/EmbeddedFile/Subtype";
    appendName(entries, embedded.mediaType);
    entries << "/Params<</Size " << embedded.data.size() << "/CheckSum";
    appendByteString(entries, view(md5(embedded.data)));
    if (pages_.info->date) {
        entries << "/ModDate(" << pdfDate(*pages_.info->date) << ')';
    }
    entries << ">>";
    file_.writeStream(catalog_.embeddedFile(), entries.view(), embedded.data);
}

/// libharu's own objects: all whose numbers nothing else was or will be written under.
void DocumentWriter::writeCatalog() {
    for (std::uint32_t i = 1; i < catalog_.numberCount(); ++i) {
        const auto number = static_cast<ObjectNumber>(i);
        if (!file_.isWritten(number) && number != catalog_.metadata()) {
            catalog_.serialise(number, file_.beginObject(number));
            file_.endObject();
        }
    }
}

} // namespace sidetal
