#include "Documents/Codecs.h"
#include "Documents/KindCodec.h"
#include "Documents/KindSchema.h"
#include "Model/Fields/MeetingFields.h"

namespace sidetal::input {

namespace {

Document readPaper(const Node& root, DocumentKind kind) {
    MeetingPaper out;
    out.kind = kind == DocumentKind::Minutes ? MeetingPaper::Kind::Minutes : MeetingPaper::Kind::Agenda;
    readObject(root, out, true);
    return out;
}

void writePaper(JsonWriter& json, const Document& document) {
    writeMembers(json, std::get<MeetingPaper>(document));
}

} // namespace

const KindCodec kMeetingPapers{readPaper, writePaper, kindSchema<MeetingPaper>};

} // namespace sidetal::input
