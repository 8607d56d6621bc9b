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

#include <cassert>

namespace sidetal {

namespace {

/// From how many pages on a second thread is worth its start.
constexpr std::uint32_t kWorthHelp = 24;

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
        , content_({*pages.tree, encoder_, marks_, images_, forms_, links_}) {
        objects_.count = pages.count;
        objects_.sizes = pages.sizes;
        objects_.firstPage = file_.reserve(pages.count);
        objects_.firstContents = file_.reserve(pages.count);
        objects_.resources = file_.reserve();
    }

    void write() {
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
            assert(page.size == pages_.sizes[i]);
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
    FormObjects forms_;
    LinkAnnotations links_;
    ContentWriter content_;
    PageObjects objects_;
};

} // namespace

void writePdf(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink) {
    checkPdf(pages, options);
    DocumentWriter(pages, breaker, options, sink).write();
}

} // namespace sidetal
