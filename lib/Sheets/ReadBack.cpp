#include "Sheets/ReadBack.h"

#include "Sheets/Characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::sheets {

namespace {

/// How many differences are told.
constexpr std::size_t kMostTold = 3;

[[nodiscard]] bool isSame(std::string_view a, std::string_view b) {
    return a == b || tidy(a, true) == tidy(b, true);
}

class Comparison {
  public:
    Comparison(const MatrixTable& written, const MatrixTable& read, Diagnostics& diagnostics)
        : written_(written)
        , read_(read)
        , diagnostics_(diagnostics) {}

    void tell() {
        if (written_.above != read_.above) {
            tellAbove();
        }
        const std::size_t rows = std::min(written_.rows.size(), read_.rows.size());
        for (std::size_t row = 0; row < rows && told_ < kMostTold; ++row) {
            tellRow(row);
        }
        if (told_ == 0 && written_.rows.size() != read_.rows.size()) {
            warn(fmt::format("the sheet has {} rows and is read as {}", written_.rows.size(),
                             read_.rows.size()));
        }
    }

  private:
    void warn(std::string message) {
        ++told_;
        diagnostics_.warning("SID-X033", std::move(message));
    }

    void tellAbove() {
        for (const auto& line : written_.above) {
            if (std::find(read_.above.begin(), read_.above.end(), line) == read_.above.end()) {
                warn(fmt::format("{} of {} is read from the sheet as something else",
                                 inQuoteMarks(line.second), inQuoteMarks(line.first)));
                return;
            }
        }
    }

    void tellRow(std::size_t row) {
        for (std::size_t field = 0; field < kFields; ++field) {
            const std::string& was = written_.rows[row][field];
            const std::string& is = read_.rows[row][field];
            if (isSame(was, is)) {
                continue;
            }
            warn(fmt::format("{} under {} in row {} of the sheet is read from it as {}", inQuoteMarks(was),
                             inQuoteMarks(headingOf(static_cast<Field>(field), written_.language)),
                             row + 1 + headingRow(written_), inQuoteMarks(is)));
            return;
        }
    }

    const MatrixTable& written_;
    const MatrixTable& read_;
    Diagnostics& diagnostics_;
    std::size_t told_ = 0;
};

} // namespace

void checkReadBack(const MatrixTable& written, std::string_view bytes, decltype(readCsv)& read,
                   Diagnostics& diagnostics) {
    Diagnostics said;
    try {
        const GoalMatrix matrix = matrixOfSheets(read(bytes, "", said, {}), {}, said);
        Comparison(written, tableOf(matrix, said), diagnostics).tell();
    } catch (const Error& error) {
        const Diagnostic& first = error.diagnostics().front();
        diagnostics.warning("SID-X033", "the sheet is not read back as it is: " + first.message, {}, {},
                            first.notes);
    }
}

} // namespace sidetal::sheets
