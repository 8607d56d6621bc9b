#include "sidetal/Jobs/Recipients.h"

#include "Selection/GoalNames.h"
#include "Support/Names.h"
#include "Support/Texts.h"
#include "sidetal/Tables/Sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace sidetal {

namespace {

using selection::folded;

/// What a column of a list can say.
enum class Column : std::uint8_t { Name, Committees, Edition, Member, Style };

/// A word, folded, and what it means; of those that mean the same the first is the one that is told.
template <class Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};

constexpr std::array<Word<Column>, 13> kHeadings = {{{"navn", Column::Name},
                                                     {"name", Column::Name},
                                                     {"modtager", Column::Name},
                                                     {"recipient", Column::Name},
                                                     {"udvalg", Column::Committees},
                                                     {"committee", Column::Committees},
                                                     {"committees", Column::Committees},
                                                     {"udgave", Column::Edition},
                                                     {"edition", Column::Edition},
                                                     {"medlem", Column::Member},
                                                     {"member", Column::Member},
                                                     {"stil", Column::Style},
                                                     {"style", Column::Style}}};

constexpr std::array<Word<Edition>, 12> kEditions = {{{"public", Edition::Public},
                                                      {"åben", Edition::Public},
                                                      {"offentlig", Edition::Public},
                                                      {"åben udgave", Edition::Public},
                                                      {"members", Edition::Members},
                                                      {"lukket", Edition::Members},
                                                      {"medlemmer", Edition::Members},
                                                      {"lukket udgave", Edition::Members},
                                                      {"full", Edition::Full},
                                                      {"samlet", Edition::Full},
                                                      {"fuld", Edition::Full},
                                                      {"samlet udgave", Edition::Full}}};

template <class Meaning, std::size_t N>
std::optional<Meaning> meaningOf(const std::array<Word<Meaning>, N>& words, std::string_view text) {
    const std::string asked = folded(text);
    const auto found = std::ranges::find(words, asked, &Word<Meaning>::word);
    return found != words.end() ? std::optional(found->meaning) : std::nullopt;
}

template <class Meaning, std::size_t N>
std::vector<std::string> nearestNote(const std::array<Word<Meaning>, N>& words, std::string_view text) {
    std::vector<std::string_view> names;
    for (const auto& [word, meaning] : words) {
        names.push_back(word);
    }
    const std::string asked = folded(text);
    const auto nearest = nearestName(asked, names);
    return nearest ? std::vector{fmt::format("nearest known word: '{}'", *nearest)}
                   : std::vector<std::string>();
}

class ListReader {
  public:
    ListReader(const Sheet& sheet, const std::vector<std::string>& ignored, Diagnostics& diagnostics)
        : sheet_(sheet)
        , diagnostics_(diagnostics) {
        for (const std::string& heading : ignored) {
            ignored_.insert(folded(heading));
        }
    }

    std::vector<BatchRecipient> read() {
        const auto& cells = sheet_.cells();
        auto at = readHeadings();
        if (!columns_.contains(Column::Name)) {
            diagnostics_.error("SID-B002",
                               "no column is headed 'Navn' or 'Name', expected the recipients' names",
                               {cells.empty() ? 1 : sheet_.place(cells.front()).line, 1, sheet_.source});
            return {};
        }
        std::vector<BatchRecipient> out;
        while (at != cells.end()) {
            const auto end =
                std::find_if(at, cells.end(), [&](const auto& cell) { return cell.row != at->row; });
            readLine({at, end}, out);
            at = end;
        }
        if (out.empty() && !diagnostics_.hasErrors()) {
            diagnostics_.error("SID-B006", "has headings alone, expected a line for each recipient",
                               sheet_.place(cells.front()));
        }
        return out;
    }

  private:
    using Cells = std::vector<SheetCell>::const_iterator;

    [[nodiscard]] std::string textOf(const SheetCell& cell) const { return collapse(sheet_.text(cell)); }

    /// Reads the first line; what stands behind it.
    Cells readHeadings() {
        const auto& cells = sheet_.cells();
        auto at = cells.begin();
        for (; at != cells.end() && at->row == cells.front().row; ++at) {
            const std::string heading = textOf(*at);
            if (isBlank(heading) || ignored_.contains(folded(heading))) {
                passedOver_.insert(at->column);
            } else if (const auto column = meaningOf(kHeadings, heading); !column) {
                unknown_.emplace(at->column, &*at);
            } else if (const auto [other, isNew] = columns_.emplace(*column, at->column); !isNew) {
                passedOver_.insert(at->column);
                diagnostics_.error(
                    "SID-B003",
                    fmt::format("the column {} says the same as another one, expected one of them",
                                inQuotes(heading)),
                    sheet_.place(*at));
            } else {
                meanings_.emplace(at->column, *column);
            }
        }
        return at;
    }

    void readLine(std::pair<Cells, Cells> line, std::vector<BatchRecipient>& out) {
        BatchRecipient recipient;
        bool says = false;
        for (auto at = line.first; at != line.second; ++at) {
            if (isBlank(sheet_.text(*at)) || passedOver_.contains(at->column)) {
                continue;
            }
            const auto meaning = meanings_.find(at->column);
            if (meaning == meanings_.end()) {
                tellUnknown(*at);
                continue;
            }
            says = true;
            take(*at, meaning->second, recipient);
        }
        if (says && recipient.name.empty()) {
            diagnostics_.error("SID-B004", "a line without a name, expected whom the copies are for",
                               {sheet_.place(*line.first).line, 1, sheet_.source});
        } else if (says) {
            out.push_back(std::move(recipient));
        }
    }

    void take(const SheetCell& cell, Column column, BatchRecipient& out) {
        switch (column) {
        case Column::Name:
            out.name = textOf(cell);
            out.source = sheet_.place(cell);
            return;
        case Column::Committees:
            takeCommittees(cell, out);
            return;
        case Column::Edition:
            out.edition = meaningOf(kEditions, sheet_.text(cell));
            if (!out.edition) {
                diagnostics_.error("SID-B005",
                                   fmt::format("{} is no edition, expected 'public', 'members' or 'full', in "
                                               "Danish 'åben', 'lukket' or 'samlet'",
                                               inQuotes(sheet_.text(cell))),
                                   sheet_.place(cell), {}, nearestNote(kEditions, sheet_.text(cell)));
            }
            return;
        case Column::Member:
            out.member = textOf(cell);
            out.memberSource = sheet_.place(cell);
            return;
        case Column::Style:
            break;
        }
        out.style = textOf(cell);
        out.styleSource = sheet_.place(cell);
    }

    /// Names of committees have commas in them: "Klima-, Miljø- og Teknikudvalget".
    void takeCommittees(const SheetCell& cell, BatchRecipient& out) const {
        const std::string_view text = sheet_.text(cell);
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find_first_of("|;\n", at), text.size());
            if (std::string name = collapse(text.substr(at, end - at)); !name.empty()) {
                out.committees.push_back({std::move(name), sheet_.place(cell)});
            }
            at = end + 1;
        }
        if (out.committees.empty()) { // "|": whose committees are not known gets nothing of any
            diagnostics_.error("SID-B004", "separators alone, expected names of committees",
                               sheet_.place(cell));
        }
    }

    /// Once a column.
    void tellUnknown(const SheetCell& cell) {
        if (!passedOver_.insert(cell.column).second) {
            return;
        }
        const auto heading = unknown_.find(cell.column);
        if (heading == unknown_.end()) {
            diagnostics_.error(
                "SID-B003",
                fmt::format("{} stands under no heading; nothing is guessed where it may say who "
                            "gets what",
                            inQuotes(sheet_.text(cell))),
                sheet_.place(cell), {}, {"a text that has the separator in it stands in double quotes"});
            return;
        }
        const std::string text = textOf(*heading->second);
        std::vector<std::string> notes = nearestNote(kHeadings, text);
        notes.push_back(
            fmt::format("where it does not say who gets what, name it in \"ignored\" of the job's "
                        "recipients: {}",
                        inQuotes(text)));
        diagnostics_.error(
            "SID-B003",
            fmt::format("no column of a list of recipients is called {}, expected Navn, Udvalg, "
                        "Udgave, Medlem or Stil (name, committees, edition, member, style)",
                        inQuotes(text)),
            sheet_.place(*heading->second), {}, std::move(notes));
    }

    const Sheet& sheet_;
    Diagnostics& diagnostics_;
    std::set<std::string> ignored_;
    std::map<Column, std::uint32_t> columns_;
    std::map<std::uint32_t, Column> meanings_;
    std::map<std::uint32_t, const SheetCell*> unknown_; ///< headings by column
    std::set<std::uint32_t> passedOver_;
};

} // namespace

std::vector<BatchRecipient> readRecipients(std::string_view bytes, const std::string& name,
                                           const std::vector<std::string>& ignored,
                                           Diagnostics& diagnostics) {
    Diagnostics own;
    own.setFile(name);
    std::vector<BatchRecipient> out;
    try {
        const Workbook list = readCsv(bytes, name, own);
        out = ListReader(list.sheets.front(), ignored, own).read();
    } catch (const Error&) {
        // What readCsv() throws it has told.
    }
    diagnostics.append(own);
    own.throwIfErrors();
    return out;
}

} // namespace sidetal
