#include "Pdf/Catalog.h"

#include "Pdf/Strings.h"

#include <fmt/format.h>

namespace sidetal {

std::string pdfDate(const DateTime& date) {
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", date.date.year, date.date.month, date.date.day,
                       date.hour, date.minute, date.second);
}

Catalog::Catalog(const Pages& pages, const PdfOptions& options) {
    pageTree_ = addPlaceholder("Pages"); // replaces libharu's, whose arrays end at 32,767 kids
    structTreeRoot_ = addPlaceholder("StructTreeRoot");
    metadata_ = addPlaceholder("Metadata");
    if (!pages.outline.empty()) {
        outline_ = addPlaceholder("Outlines");
        store_.addName(store_.catalog(), "PageMode", "UseOutlines");
    }
    if (!pages.labels.empty()) {
        pageLabels_ = addPlaceholder("PageLabels");
    }
    store_.addTrue(store_.addDictionary(store_.catalog(), "MarkInfo"), "Marked");
    store_.addTrue(store_.addDictionary(store_.catalog(), "ViewerPreferences"), "DisplayDocTitle");
    describe(*pages.info);
    addOutputIntent();
    if (options.embedded) {
        embed(*options.embedded);
    }
}

ObjectNumber Catalog::catalog() const {
    return HaruStore::numberOf(store_.catalog());
}

ObjectNumber Catalog::information() const {
    return HaruStore::numberOf(store_.information());
}

ObjectNumber Catalog::addPlaceholder(const char* key) {
    HPDF_Dict const object = store_.placeholder();
    store_.addReference(store_.catalog(), key, object);
    return HaruStore::numberOf(object);
}

void Catalog::describe(const DocumentInfo& info) {
    store_.addString(store_.catalog(), "Lang", textStringBytes(info.language, "the language"));
    HPDF_Dict const information = store_.information();
    store_.addString(information, "Title", textStringBytes(info.title, "the title"));
    store_.addString(information, "Producer", kProducer);
    if (info.date) {
        store_.addString(information, "CreationDate", pdfDate(*info.date));
        store_.addString(information, "ModDate", pdfDate(*info.date));
    }
}

/// The colours of the file are sRGB (ISO 19005-2, 6.2.3 and 6.2.4.3).
void Catalog::addOutputIntent() {
    HPDF_Dict const profile = store_.placeholder();
    outputProfile_ = HaruStore::numberOf(profile);
    HPDF_Dict const intent = store_.addDictionary(store_.addArray(store_.catalog(), "OutputIntents"));
    store_.addName(intent, "Type", "OutputIntent");
    store_.addName(intent, "S", "GTS_PDFA1");
    store_.addString(intent, "OutputConditionIdentifier", "sRGB IEC61966-2.1");
    store_.addString(intent, "Info", "sRGB IEC61966-2.1");
    store_.addReference(intent, "DestOutputProfile", profile);
}

/// A file specification that the catalog's AF and the names tree share (ISO 19005-3, 6.8; ISO 14289-1, 7.11).
void Catalog::embed(const EmbeddedFile& file) {
    HPDF_Dict const stream = store_.placeholder();
    embeddedFile_ = HaruStore::numberOf(stream);
    const std::string name = textStringBytes(file.name, "the embedded file's name");

    HPDF_Dict const specification = store_.placeholder();
    store_.addName(specification, "Type", "Filespec");
    store_.addString(specification, "F", name);
    store_.addString(specification, "UF", name);
    store_.addName(specification, "AFRelationship", "Source");
    store_.addString(specification, "Desc",
                     textStringBytes(file.description, "the embedded file's description"));
    HPDF_Dict const streams = store_.addDictionary(specification, "EF");
    store_.addReference(streams, "F", stream);
    store_.addReference(streams, "UF", stream);

    store_.addReference(store_.addArray(store_.catalog(), "AF"), specification);
    HPDF_Dict const names = store_.addDictionary(store_.catalog(), "Names");
    HPDF_Array const embedded = store_.addArray(store_.addDictionary(names, "EmbeddedFiles"), "Names");
    store_.addString(embedded, name);
    store_.addReference(embedded, specification);
}

} // namespace sidetal
