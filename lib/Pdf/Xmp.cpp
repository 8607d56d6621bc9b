#include "Pdf/Xmp.h"

#include "Pdf/Catalog.h"
#include "Pdf/Strings.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

constexpr std::string_view kHead =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

/// What pdfuaid:part is, as no predefined schema of PDF/A has it (ISO 19005-2, 6.6.2.3).
constexpr std::string_view kExtensionSchema =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li pdfaProperty:name=\"part\" pdfaProperty:valueType=\"Integer\""
    " pdfaProperty:category=\"internal\""
    " pdfaProperty:description=\"Part of ISO 14289\"/></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>";

std::string xmpDate(const DateTime& date) {
    return fmt::format("{}T{:02}:{:02}:{:02}Z", formatIso(date.date), date.hour, date.minute, date.second);
}

} // namespace

void appendXmp(Buffer& out, const DocumentInfo& info, bool embeds) {
    out << kHead;
    if (info.date) {
        const std::string date = xmpDate(*info.date);
        out << " xmp:CreateDate=\"" << date << "\" xmp:ModifyDate=\"" << date << '"';
    }
    out << " pdf:Producer=\"" << kProducer << "\" pdfaid:part=\"" << (embeds ? 3 : 2)
        << "\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\">\n"
        << "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
    appendXmlText(out, info.title);
    out << "</rdf:li></rdf:Alt></dc:title>";
    if (!info.creator.empty()) {
        out << "<dc:creator><rdf:Seq><rdf:li>";
        appendXmlText(out, info.creator);
        out << "</rdf:li></rdf:Seq></dc:creator>";
    }
    if (!info.description.empty()) {
        out << "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        appendXmlText(out, info.description);
        out << "</rdf:li></rdf:Alt></dc:description>";
    }
    out << "<dc:language><rdf:Bag><rdf:li>";
    appendXmlText(out, info.language);
    out << "</rdf:li></rdf:Bag></dc:language>\n"
        << kExtensionSchema << "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

} // namespace sidetal
