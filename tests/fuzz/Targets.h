#pragma once

#include <cstddef>
#include <cstdint>

/// The fuzz targets: each takes any bytes and must neither crash, hang nor throw anything but sidetal::Error;
/// what it reads must survive being written and read again. 0 always, as libFuzzer asks.
namespace sidetal::fuzz {

int fuzzJson(const std::uint8_t* data, std::size_t size);
int fuzzXml(const std::uint8_t* data, std::size_t size);
/// XML as it comes: any bytes after each way to declare an encoding, which the first byte picks.
int fuzzXmlBytes(const std::uint8_t* data, std::size_t size); ///< in XmlBytesTarget.cpp
int fuzzHtml(const std::uint8_t* data, std::size_t size);
/// A text with markup: as the document's, and as a style of one that holds a secret.
int fuzzRichText(const std::uint8_t* data, std::size_t size);
/// A PNG or JPEG file: what is read of it can be written, and is read again as the same.
int fuzzPicture(const std::uint8_t* data, std::size_t size); ///< in PictureTarget.cpp
/// A font file: as the tables of a TrueType font, of which what is cut is cut again, and as a font of
/// somebody's own.
int fuzzFont(const std::uint8_t* data, std::size_t size); ///< in FontTarget.cpp

/// A CSV file: what is read of it, as a table and as a goal matrix, is written and read again.
int fuzzCsv(const std::uint8_t* data, std::size_t size); ///< in SheetTarget.cpp
/// What stands in the XML part of a workbook's sheet, and in its shared texts.
int fuzzSheetXml(const std::uint8_t* data, std::size_t size);
int fuzzWorkbook(const std::uint8_t* data, std::size_t size); ///< in SheetTarget.cpp

} // namespace sidetal::fuzz
