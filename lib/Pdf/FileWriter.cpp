#include "Pdf/FileWriter.h"

#include "Pdf/Strings.h"
#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <string>

namespace sidetal {

namespace {

constexpr std::size_t kObjectsPerStream = 200;
constexpr std::uint64_t kLargestFile = 0x7FFFFFFF; // readers count offsets in signed 32 bits
constexpr std::uint32_t kMostObjects = 8'388'607;  // ISO 19005-2, 6.1.13
constexpr std::size_t kRowBytes = 6;               // W[1 4 1]
// Number and offset of a member with a blank after each, at their longest.
constexpr std::size_t kHeadBytes = sizeof("8388607 2147483647 ") - 1;
// What an object stream begins with is known when all its members are: it is put in front of them, for which
// their buffer begins with this room. A copy of all would be large where one object is, as the kids of the
// document's element.
constexpr std::size_t kHeadsRoom = kObjectsPerStream * kHeadBytes;

} // namespace

FileWriter::FileWriter(const Sink& sink, std::uint32_t firstNumber)
    : sink_(sink)
    , rows_(firstNumber) {
    put("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
}

FileWriter::FileWriter(const Sink& sink, const Beginning& beginning)
    : sink_(sink)
    , rows_(beginning.rows_)
    , identity_(beginning.identity_) {
    put(beginning.bytes_);
}

FileWriter::Beginning FileWriter::beginning(std::string bytes) const {
    assert(members_.empty());
    return {std::move(bytes), rows_, identity_};
}

ObjectNumber FileWriter::reserve(std::uint32_t count) {
    const auto first = static_cast<std::uint32_t>(rows_.size());
    if (count > kMostObjects - first) {
        throw Error("SID-P001",
                    "the document takes more than 8388607 objects, the most that PDF/A allows; split it");
    }
    rows_.resize(rows_.size() + count);
    return static_cast<ObjectNumber>(first);
}

bool FileWriter::isWritten(ObjectNumber number) const {
    return rows_[static_cast<std::uint32_t>(number)].kind != Row::Kind::Free;
}

void FileWriter::put(std::string_view bytes) {
    if (offset_ + bytes.size() > kLargestFile) {
        throw Error(
            "SID-P002",
            "the file grows past 2 GiB, the most that readers can be relied on to open; split the document");
    }
    sink_(bytes);
    offset_ += bytes.size();
}

void FileWriter::putStream(ObjectNumber number, std::string_view entries, std::string_view data) {
    assert(!isWritten(number));
    row(number) = {static_cast<std::uint32_t>(offset_), 0, Row::Kind::InFile};
    scratch_.clear();
    scratch_ << static_cast<std::uint32_t>(number) << " 0 obj\n<<" << entries << "/Length " << data.size()
             << ">>\nstream\r\n";
    const std::uint32_t crc = crc32(crc32(0, scratch_.view()), data);
    put(scratch_.view());
    put(data);
    put("\nendstream\nendobj\n");

    // The file's identifier is the digest of this list: cheap, and two files that agree in it agree in all
    // lengths and checksums.
    scratch_.clear();
    scratch_ << offset_ << ' ' << crc << ' ';
    identity_.update(scratch_.view());
}

void FileWriter::writeStream(ObjectNumber number, std::string_view entries, std::string_view data) {
    writePackedStream(number, entries, deflater_.deflate(data));
}

void FileWriter::writePackedStream(ObjectNumber number, std::string_view entries, std::string_view packed) {
    joined_.clear();
    joined_ << entries << "/Filter/FlateDecode";
    putStream(number, joined_.view(), packed);
}

void FileWriter::writePlainStream(ObjectNumber number, std::string_view entries, std::string_view data) {
    putStream(number, entries, data);
}

Buffer& FileWriter::beginObject(ObjectNumber number) {
    assert(!isWritten(number));
    if (members_.empty()) {
        bodies_.clear();
        static_cast<void>(bodies_.room(kHeadsRoom));
        bodies_.commit(kHeadsRoom);
    }
    heads_ << static_cast<std::uint32_t>(number) << ' ' << bodies_.size() - kHeadsRoom << ' ';
    members_.push_back(static_cast<std::uint32_t>(number));
    return bodies_;
}

void FileWriter::endObject() {
    bodies_ << '\n';
    // The stream's own number is set when it is flushed; the kind now, so that isWritten() is true from here
    // on.
    Row& written = rows_[members_.back()];
    written.kind = Row::Kind::InStream;
    written.index = static_cast<std::uint8_t>(members_.size() - 1);
    if (members_.size() == kObjectsPerStream) {
        flush();
    }
}

void FileWriter::flush() {
    if (members_.empty()) {
        return;
    }
    const ObjectNumber number = reserve();
    for (const std::uint32_t member : members_) {
        rows_[member].place = static_cast<std::uint32_t>(number);
    }
    const std::string entries = fmt::format("/Type/ObjStm/N {}/First {}", members_.size(), heads_.size());
    const std::size_t start = kHeadsRoom - heads_.size();
    bodies_.overwrite(start, heads_.view());
    writeStream(number, entries, bodies_.view().substr(start));
    heads_.clear();
    members_.clear();
}

std::string_view FileWriter::crossReferenceRows() {
    bodies_.clear();
    std::array<unsigned char, kRowBytes> above{};
    for (const Row& r : rows_) {
        const auto kind = static_cast<unsigned char>(r.kind);
        const std::array<unsigned char, kRowBytes> bytes{kind,
                                                         static_cast<unsigned char>(r.place >> 24),
                                                         static_cast<unsigned char>(r.place >> 16),
                                                         static_cast<unsigned char>(r.place >> 8),
                                                         static_cast<unsigned char>(r.place),
                                                         r.index};
        char* to = bodies_.room(kRowBytes + 1);
        *to++ = 2; // PNG's "up": each byte less the one above it
        for (std::size_t i = 0; i < kRowBytes; ++i) {
            *to++ = static_cast<char>(bytes[i] - above[i]);
        }
        bodies_.commit(kRowBytes + 1);
        above = bytes;
    }
    return bodies_.view();
}

void FileWriter::finish(ObjectNumber catalog, ObjectNumber info) {
    flush();
    const std::uint64_t start = offset_;
    const ObjectNumber number = reserve();
    row(number) = {static_cast<std::uint32_t>(start), 0, Row::Kind::InFile};
    const Md5Digest digest = identity_.finish();

    const std::string_view packed = deflater_.deflate(crossReferenceRows());
    scratch_.clear();
    scratch_ << static_cast<std::uint32_t>(number) << " 0 obj\n<</Type/XRef/W[1 4 1]/Size " << rows_.size()
             << "/Root " << catalog << "/Info " << info << "/ID[";
    appendByteString(scratch_, view(digest));
    appendByteString(scratch_, view(digest));
    scratch_ << "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " << kRowBytes << ">>/Length "
             << packed.size() << ">>\nstream\r\n";
    scratch_ << packed << "\nendstream\nendobj\nstartxref\n" << start << "\n%%EOF\n";
    put(scratch_.view());
}

} // namespace sidetal
