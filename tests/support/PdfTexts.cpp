#include "support/PdfTexts.h"

#include <zlib.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sidetal::test {

namespace {

using Visit = std::function<void(std::string_view)>;

int hexValue(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// The string in parentheses that begins before `at`, which goes behind it.
std::string literalString(std::string_view text, std::size_t& at) {
    std::string out;
    int depth = 1;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
            ++at;
            break;
        }
        if (c != '\\' || at + 1 == text.size()) {
            out += c;
            continue;
        }
        const char escaped = text[++at];
        if (escaped >= '0' && escaped <= '7') {
            int value = 0;
            std::size_t end = at;
            for (; end < text.size() && end < at + 3 && text[end] >= '0' && text[end] <= '7'; ++end) {
                value = value * 8 + (text[end] - '0');
            }
            out += static_cast<char>(value);
            at = end - 1;
        } else if (escaped == '\r' || escaped == '\n') {
            at += escaped == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 1 : 0;
        } else {
            out += escaped; // of \n and its like a letter, which no word begins or ends with
        }
    }
    return out;
}

/// The string in hexadecimal figures that begins before `at`, which goes behind it; not moved where it is
/// none.
std::string hexString(std::string_view text, std::size_t& at) {
    std::string out;
    int half = -1;
    std::size_t end = at;
    for (; end < text.size() && text[end] != '>'; ++end) {
        const int value = hexValue(text[end]);
        if (value < 0 && !isSpace(text[end])) {
            return {};
        }
        if (value >= 0 && half >= 0) {
            out += static_cast<char>(half * 16 + value);
            half = -1;
        } else if (value >= 0) {
            half = value;
        }
    }
    if (half >= 0) {
        out += static_cast<char>(half * 16);
    }
    at = end;
    return out;
}

/// What a name means, where it is written with escapes.
std::string nameMeant(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const int high = i + 2 < name.size() && name[i] == '#' ? hexValue(name[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(name[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += name[i];
        }
    }
    return out;
}

/// Characters by their codes, as a font's ToUnicode table has them; all that are not ASCII are left out.
struct CodeTable {
    std::size_t bytes = 1; ///< of a code
    std::map<unsigned, std::string> characters;

    [[nodiscard]] std::string textOf(std::string_view codes) const {
        std::string out;
        for (std::size_t at = 0; at + bytes <= codes.size(); at += bytes) {
            unsigned code = 0;
            for (std::size_t i = 0; i < bytes; ++i) {
                code = code * 256 + static_cast<unsigned char>(codes[at + i]);
            }
            const auto found = characters.find(code);
            out += found == characters.end() ? std::string() : found->second;
        }
        return out;
    }
};

unsigned numberOf(std::string_view bytes) {
    unsigned out = 0;
    for (const char c : bytes) {
        out = out * 256 + static_cast<unsigned char>(c);
    }
    return out;
}

/// The ASCII letters of UTF-16BE.
std::string asciiOf(std::string_view utf16, unsigned more = 0) {
    std::string out;
    for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
        const unsigned c = numberOf(utf16.substr(i, 2)) + more;
        if (c < 0x80) {
            out += static_cast<char>(c);
        }
    }
    return out;
}

/// The hexadecimal strings of a text in their order.
std::vector<std::string> hexStrings(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        out.push_back(hexString(text, ++at));
    }
    return out;
}

/// The table of a stream with "begincmap".
CodeTable codeTable(std::string_view map) {
    CodeTable out;
    const auto between = [&](std::string_view begin, std::string_view end, const auto& each) {
        for (std::size_t at = map.find(begin); at != std::string_view::npos; at = map.find(begin, at)) {
            const std::size_t to = map.find(end, at);
            each(hexStrings(map.substr(at, to - at)));
            at += begin.size();
        }
    };
    between("beginbfchar", "endbfchar", [&](const std::vector<std::string>& strings) {
        for (std::size_t i = 0; i + 1 < strings.size(); i += 2) {
            out.bytes = strings[i].size();
            out.characters[numberOf(strings[i])] = asciiOf(strings[i + 1]);
        }
    });
    between("beginbfrange", "endbfrange", [&](const std::vector<std::string>& strings) {
        for (std::size_t i = 0; i + 2 < strings.size(); i += 3) {
            out.bytes = strings[i].size();
            const unsigned first = numberOf(strings[i]);
            for (unsigned code = first; code <= numberOf(strings[i + 1]); ++code) {
                out.characters[code] = asciiOf(strings[i + 2], code - first);
            }
        }
    });
    return out;
}

/// A stretch of bytes with what is in it.
struct Part {
    std::string bytes;
    std::vector<std::string> strings{}; ///< joined as long as they are in one font
};

void readStrings(Part& part, const Visit& visit) {
    const std::string_view text = part.bytes;
    part.strings.emplace_back();
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '(') {
            part.strings.back() += literalString(text, at);
        } else if (c == '<') {
            part.strings.back() += hexString(text, at);
        } else if (c == '/') {
            std::size_t end = at;
            while (end < text.size() && !isSpace(text[end]) &&
                   std::string_view("()<>[]{}/%").find(text[end]) == std::string_view::npos) {
                ++end;
            }
            const std::string_view name = text.substr(at, end - at);
            if (name.find('#') != std::string_view::npos) {
                visit(nameMeant(name));
            }
            at = end;
        } else if (c == 'T' && at < text.size() && text[at] == 'f') {
            part.strings.emplace_back();
        }
    }
}

/// The bytes that a zlib stream holds, as far as it is whole.
std::string inflated(std::string_view bytes) {
    std::string out;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return out;
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    int state = Z_OK;
    char buffer[16'384];
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer, sizeof buffer - stream.avail_out);
    }
    inflateEnd(&stream);
    return out;
}

/// The file in parts: what stands outside of streams, and each stream.
std::vector<Part> partsOf(std::string_view file) {
    constexpr std::string_view kBegin = "stream";
    constexpr std::string_view kEnd = "endstream";
    std::vector<Part> out;
    std::size_t from = 0;
    for (std::size_t at = file.find(kBegin); at != std::string_view::npos; at = file.find(kBegin, from)) {
        std::size_t begin = at + kBegin.size();
        begin += begin < file.size() && file[begin] == '\r' ? 1 : 0;
        if (begin >= file.size() || file[begin] != '\n') {
            out.push_back({std::string(file.substr(from, begin - from))});
            from = begin;
            continue;
        }
        ++begin;
        const std::string_view head = file.substr(from, at - from);
        out.push_back({std::string(head)});
        const std::size_t found = file.find(kEnd, begin);
        const std::size_t end = found == std::string_view::npos ? file.size() : found;
        const std::size_t object = head.rfind(" obj");
        const std::string_view dictionary = head.substr(object == std::string_view::npos ? 0 : object);
        const std::string_view bytes = file.substr(begin, end - begin);
        if (dictionary.find("/Length1 ") == std::string_view::npos) { // no font file
            std::string unpacked = inflated(bytes);
            out.push_back({unpacked.empty() ? std::string(bytes) : std::move(unpacked)});
        }
        from = found == std::string_view::npos ? end : end + kEnd.size();
    }
    out.push_back({std::string(file.substr(from))});
    return out;
}

} // namespace

void eachPdfText(std::string_view file, const Visit& visit) {
    std::vector<Part> parts = partsOf(file);
    std::vector<CodeTable> tables;
    for (Part& part : parts) {
        visit(part.bytes);
        visit({"\n"});
        readStrings(part, visit);
        for (const std::string& strings : part.strings) {
            visit(strings);
        }
        if (part.bytes.find("begincmap") != std::string::npos) {
            tables.push_back(codeTable(part.bytes));
        }
    }
    for (const Part& part : parts) {
        for (const std::string& strings : part.strings) {
            for (const CodeTable& table : tables) {
                if (!strings.empty()) {
                    visit(table.textOf(strings));
                }
            }
        }
    }
}

} // namespace sidetal::test
