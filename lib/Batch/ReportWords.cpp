#include "Batch/ReportWords.h"

namespace sidetal::batch {

namespace {

constexpr ReportWords kDanish = {
    .language = "da",
    .title = "Kørselsrapport",
    .job = "Job",
    .folder = "Mappe",
    .part = "Del",
    .ended = "Afsluttet",
    .stopped = "Standset",
    .program = "Program",
    .partOf = "{} af {}",
    .moment = "{0}.{1}.{2} kl. {3:02}.{4:02} (UTC)",
    .planned = "{} filer skulle laves",
    .plannedOne = "{} fil skulle laves",
    .made = "{} er lavet",
    .kept = "{} var der i forvejen og er uændret",
    .failed = "{} mislykkedes",
    .left = "{} mangler: kørslen kan genoptages med --resume",
    .overview = "Overblik",
    .failures = "Mislykkede filer",
    .warnings = "Filer med advarsler",
    .files = "Filer",
    .others = "Øvrige filer",
    .copyFor = "Eksemplar til {}",
    .edition = "Udgave",
    .style = "Stil",
    .plannedColumn = "Planlagt",
    .there = "Færdige",
    .failedColumn = "Mislykket",
    .pages = "Sider",
    .total = "I alt",
    .file = "Fil",
    .message = "Besked",
    .size = "KB",
    .editions = {"Offentlig", "Medlemmer", "Fuld"},
    .further = "Desuden {} filer.",
    .furtherOne = "Desuden {} fil.",
    .thousands = '.',
};

constexpr ReportWords kEnglish = {
    .language = "en",
    .title = "Batch report",
    .job = "Job",
    .folder = "Folder",
    .part = "Part",
    .ended = "Ended",
    .stopped = "Stopped",
    .program = "Program",
    .partOf = "{} of {}",
    .moment = "{2}-{1:02}-{0:02} {3:02}:{4:02} UTC",
    .planned = "{} files were to be made",
    .plannedOne = "{} file was to be made",
    .made = "{} made",
    .kept = "{} there already and unchanged",
    .failed = "{} failed",
    .left = "{} left: the batch goes on with --resume",
    .overview = "Overview",
    .failures = "Files that failed",
    .warnings = "Files with warnings",
    .files = "Files",
    .others = "Other files",
    .copyFor = "Copy for {}",
    .edition = "Edition",
    .style = "Style",
    .plannedColumn = "Planned",
    .there = "There",
    .failedColumn = "Failed",
    .pages = "Pages",
    .total = "Total",
    .file = "File",
    .message = "Message",
    .size = "KB",
    .editions = {"Public", "Members", "Full"},
    .further = "And {} more files.",
    .furtherOne = "And {} more file.",
    .thousands = ',',
};

} // namespace

const ReportWords& reportWords(bool english) {
    return english ? kEnglish : kDanish;
}

std::string grouped(std::uint64_t number, const ReportWords& words) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;) {
        at -= 3;
        out.insert(at, std::size_t{1}, words.thousands);
    }
    return out;
}

} // namespace sidetal::batch
