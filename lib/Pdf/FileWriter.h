#pragma once

#include "Pdf/Buffer.h"
#include "Pdf/Deflater.h"
#include "Pdf/Md5.h"
#include "Pdf/Pdf.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Turns objects into the bytes of a PDF 1.7 file, each handed to the sink as soon as it is whole: streams
/// one by one, all else in object streams of 200 (ISO 32000-1, 7.5.7), at the end a cross-reference stream
/// (7.5.8). Throws Error SID-P002 past 2 GiB.
class FileWriter {
  public:
    /// Writes the header. Numbers below `firstNumber` are libharu's; those of reserve() begin there.
    FileWriter(const Sink& sink, std::uint32_t firstNumber);

    /// What a file begins with that several have in common.
    class Beginning;
    /// Goes on from `beginning`, whose bytes are given to the sink at once.
    FileWriter(const Sink& sink, const Beginning& beginning);
    /// What has been written and reserved so far, of which `bytes` is what the sink got. No object stream may
    /// be half full: flush().
    [[nodiscard]] Beginning beginning(std::string bytes) const;
    /// Writes the object stream that is being filled.
    void flush();

    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// A block of `count` consecutive numbers; each must be written once.
    [[nodiscard]] ObjectNumber reserve(std::uint32_t count = 1);
    /// One past the highest number there is.
    [[nodiscard]] std::uint32_t numberCount() const { return static_cast<std::uint32_t>(rows_.size()); }
    [[nodiscard]] bool isWritten(ObjectNumber number) const;

    /// Writes a stream, compressed; `entries` are those of its dictionary but for Filter and Length.
    void writeStream(ObjectNumber number, std::string_view entries, std::string_view data);
    /// Writes a stream that has been compressed already; `entries` as above.
    void writePackedStream(ObjectNumber number, std::string_view entries, std::string_view packed);
    /// Writes a stream as it is; for XMP, which archives find by looking for its text, without reading the
    /// file as PDF.
    void writePlainStream(ObjectNumber number, std::string_view entries, std::string_view data);

    /// Begins an object that is no stream; its value is appended to the buffer, then endObject() is called.
    /// Nothing else may be written between the two.
    [[nodiscard]] Buffer& beginObject(ObjectNumber number);
    void endObject();

    /// Writes what is still held and the end of the file.
    void finish(ObjectNumber catalog, ObjectNumber info);

  private:
    /// Where an object is: in the file at an offset, or in an object stream at an index.
    struct Row {
        enum class Kind : std::uint8_t { Free, InFile, InStream };
        std::uint32_t place = 0; ///< offset, or the number of the object stream
        std::uint8_t index = 0;
        Kind kind = Kind::Free;
    };

    void put(std::string_view bytes);
    void putStream(ObjectNumber number, std::string_view entries, std::string_view data);
    [[nodiscard]] std::string_view crossReferenceRows();
    Row& row(ObjectNumber number) { return rows_[static_cast<std::uint32_t>(number)]; }

    const Sink& sink_;
    std::vector<Row> rows_;
    Deflater deflater_;
    Buffer scratch_;
    Buffer heads_;  ///< of the object stream being filled: number and offset of each member
    Buffer bodies_; ///< room for the heads, and the members' values
    Buffer joined_;
    std::vector<std::uint32_t> members_;
    std::uint64_t offset_ = 0;
    Md5 identity_;
};

class FileWriter::Beginning {
    friend class FileWriter;
    Beginning(std::string bytes, std::vector<Row> rows, const Md5& identity)
        : bytes_(std::move(bytes))
        , rows_(std::move(rows))
        , identity_(identity) {}
    std::string bytes_;
    std::vector<Row> rows_;
    Md5 identity_;
};

} // namespace sidetal
