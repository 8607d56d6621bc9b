#include "Labels/FieldWords.h"

#include <array>
#include <span>

namespace sidetal {

namespace {

struct FieldRow {
    std::string_view key;
    std::string_view danish;
    std::string_view english;
};

constexpr std::array kFieldRows = {
    // Of an item.
    FieldRow{"number", "punktnummer", "number"},
    FieldRow{"title", "overskrift", "title"},
    FieldRow{"publicTitle", "offentlig overskrift", "public title"},
    FieldRow{"access", "adgang", "access"},
    FieldRow{"kind", "sagstype", "kind"},
    FieldRow{"status", "status", "status"},
    FieldRow{"caseNumber", "sagsnr.", "case no."},
    FieldRow{"caseOfficer", "sagsbehandler", "case officer"},
    FieldRow{"competence", "beslutningskompetence", "competence"},
    FieldRow{"presenter", "oplægsholder", "presenter"},
    FieldRow{"body", "tekst", "text"},
    FieldRow{"sections", "afsnit", "sections"},
    FieldRow{"decisions", "beslutning", "decision"},
    FieldRow{"enclosures", "bilag", "enclosures"},
    FieldRow{"group", "del af dagsordenen", "part of the agenda"},
    FieldRow{"order", "rækkefølge", "order"},
    // Of the paper.
    FieldRow{"language", "sprog", "language"},
    FieldRow{"organisation", "afsender", "sender"},
    FieldRow{"facts", "oplysninger", "facts"},
    FieldRow{"committee", "udvalg", "committee"},
    FieldRow{"supplements", "hoveddagsorden", "main agenda"},
    FieldRow{"numbering", "punktnummerering", "numbering"},
    FieldRow{"firstPage", "første sidetal", "first page number"},
    FieldRow{"introduction", "forsidetekst", "introduction"},
    FieldRow{"signatures", "underskrifter", "signatures"},
    FieldRow{"groups", "dele af dagsordenen", "parts of the agenda"},
    FieldRow{"excerpt", "udskriftens punkter", "items of the excerpt"},
    FieldRow{"meeting.date", "mødedato", "date of the meeting"},
    FieldRow{"meeting.start", "mødets begyndelse", "beginning of the meeting"},
    FieldRow{"meeting.end", "mødets afslutning som planlagt", "planned end of the meeting"},
    FieldRow{"meeting.place", "mødested", "place"},
    FieldRow{"meeting.kind", "mødetype", "kind of meeting"},
    FieldRow{"meeting.chair", "mødeleder", "chair"},
    FieldRow{"meeting.secretary", "referent", "secretary"},
    FieldRow{"meeting.participants", "mødedeltagere", "participants"},
    FieldRow{"meeting.absent", "fraværende", "absent"},
    FieldRow{"meeting.guests", "gæster", "guests"},
    FieldRow{"meeting.attendance", "fremmøde", "attendance"},
    FieldRow{"meeting.closed", "mødets slutning", "end of the meeting"},
};

/// Of a goal matrix, where its fields are called otherwise than those of a paper.
constexpr std::array kMatrixRows = {
    FieldRow{"number", "nummer", "number"},
    FieldRow{"period", "periode", "period"},
    FieldRow{"catalogue", "målkatalog", "catalogue"},
    FieldRow{"columns", "kolonner", "columns"},
    FieldRow{"legend", "signaturforklaring", "legend"},
    FieldRow{"vision", "vision", "vision"},
    FieldRow{"theme", "tema", "theme"},
    FieldRow{"text", "ordlyd", "wording"},
    FieldRow{"prioritised", "prioritering", "priority"},
    FieldRow{"committees", "udvalg", "committees"},
    FieldRow{"trend", "udvikling", "trend"},
    FieldRow{"indicators", "tal", "figures"},
    FieldRow{"description", "beskrivelse", "description"},
    FieldRow{"partners", "samarbejdspartnere", "partners"},
    FieldRow{"owner", "ansvarlig", "owner"},
    FieldRow{"deadline", "frist", "deadline"},
    FieldRow{"followUp", "opfølgning", "follow-up"},
};

/// Empty where the key has no word among them.
std::string_view wordAmong(std::span<const FieldRow> rows, const Labels& labels, std::string_view key) {
    for (const FieldRow& row : rows) {
        if (row.key == key) {
            return labels.language() == "da" ? row.danish : row.english;
        }
    }
    return {};
}

} // namespace

std::string_view fieldWord(const Labels& labels, std::string_view key) {
    const std::string_view word = wordAmong(kFieldRows, labels, key);
    return word.empty() ? key : word;
}

std::string_view matrixFieldWord(const Labels& labels, std::string_view key) {
    const std::string_view word = wordAmong(kMatrixRows, labels, key);
    return word.empty() ? fieldWord(labels, key) : word;
}

} // namespace sidetal
