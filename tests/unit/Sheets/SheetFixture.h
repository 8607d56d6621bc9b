#pragma once

#include "sidetal/Sheets/MatrixSheet.h"
#include "sidetal/Sheets/Sheet.h"

#include <string>
#include <vector>

namespace sidetal::test {

/// The cells of the first sheet, "B2 number 1.1", a line each.
[[nodiscard]] std::string cellsOf(const Workbook& workbook);

/// What reading said, errors thrown or warnings, each as format() has it.
[[nodiscard]] std::vector<std::string> messagesOf(const std::string& bytes, const std::string& name,
                                                  const SheetMapping& mapping = {});

/// The matrix of a file whose reading says nothing.
[[nodiscard]] GoalMatrix matrixOf(const std::string& bytes, const std::string& name,
                                  const SheetMapping& mapping = {});

/// The same as canonical JSON.
[[nodiscard]] std::string jsonOf(const std::string& bytes, const std::string& name,
                                 const SheetMapping& mapping = {});

/// A CSV file of lines whose cells are parted by "|".
[[nodiscard]] std::string csvOf(std::string table);

} // namespace sidetal::test
