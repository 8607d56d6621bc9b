#include "Labels/FieldWords.h"

#include <array>

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

} // namespace

std::string_view fieldWord(const Labels& labels, std::string_view key) {
    for (const FieldRow& row : kFieldRows) {
        if (row.key == key) {
            return labels.language() == "da" ? row.danish : row.english;
        }
    }
    return key;
}

} // namespace sidetal
