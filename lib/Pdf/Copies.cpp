#include "Pdf/Copies.h"

#include "Pdf/FontObjects.h"

#include <utility>

namespace sidetal {

namespace {

/// Writes what the pages show of one copy as forms from the number `forms` on.
void writeForms(FileWriter& file, const Pages& foot, LineBreaker& breaker, ObjectNumber forms,
                std::size_t fontsBefore) {
    Marks marks(*foot.tree);
    FontEncoder encoder(breaker.shaper());
    ImageObjects images(foot.images);
    FormObjects none;
    LinkAnnotations links;
    ContentWriter content({*foot.tree, encoder, marks, images, none, links});
    const ObjectNumber resources = file.reserve();
    Page page;
    for (std::uint32_t i = 0; i < foot.count; ++i) {
        foot.paint(i, breaker, page);
        Buffer entries;
        entries << "/Type/XObject/Subtype/Form/BBox[0 0 " << coordinate(page.size.width) << ' '
                << coordinate(page.size.height) << "]/Resources " << resources;
        file.writeStream(forms + i, entries.view(), content.writeForm(page, breaker.shaper()));
    }
    writeFonts(file, encoder, images, none, resources, fontsBefore);
}

} // namespace

CopyWriter::CopyWriter(const Pages& pages, LineBreaker& breaker, const PdfOptions& options)
    : embeds_(options.embedded.has_value()) {
    checkPdf(pages, options);
    std::string bytes;
    const Sink keep = [&](std::string_view more) { bytes += more; };
    DocumentWriter writer(pages, breaker, options, keep);
    own_ = writer.writeShared();
    shared_.emplace(writer.file().beginning(std::move(bytes)));
}

void CopyWriter::write(const Pages& foot, LineBreaker& breaker, const Sink& sink) const {
    FileWriter file(sink, *shared_);
    writeForms(file, foot, breaker, own_.forms, own_.fonts);
    writeMetadata(file, *foot.info, embeds_, own_.metadata);
    file.finish(own_.catalog, own_.information);
}

} // namespace sidetal
