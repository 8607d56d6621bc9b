#include "Sheets/PartReader.h"

#include "Sheets/Characters.h"
#include "Xml/XmlLibrary.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <exception>
#include <new>

namespace sidetal::sheets {

namespace {

[[nodiscard]] std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

[[nodiscard]] bool isOurs(std::string_view uri) {
    constexpr std::array<std::string_view, 3> kOurs = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships"};
    return std::find(kOurs.begin(), kOurs.end(), uri) != kOurs.end();
}

/// Reads a part from where its bytes come. Nothing is thrown through libxml2's frames: what is thrown
/// meanwhile is kept until the parser has returned.
class PartParser {
  public:
    using Source = std::function<std::size_t(char*, std::size_t)>;

    PartParser(Source source, std::string name, XmlHandler& handler)
        : source_(std::move(source))
        , name_(std::move(name))
        , handler_(handler) {}
    PartParser(const PartParser&) = delete;
    PartParser& operator=(const PartParser&) = delete;
    ~PartParser() = default;

    void parse() {
        const input::XmlSilence silence(keepError, this);
        parser_ = input::makeXmlParser(readMore, handlers(), this);
        (void)xmlParseDocument(parser_.get());
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        if (outOfMemory_) {
            throw std::bad_alloc();
        }
        if (ended_ || parser_->wellFormed == 0) {
            throw Error("SID-X005",
                        fmt::format("part {} is not well formed{}: is the file damaged?", inQuoteMarks(name_),
                                    ended_ ? fmt::format(", line {}", faultLine_) : std::string()));
        }
    }

  private:
    [[nodiscard]] static xmlSAXHandler handlers() {
        xmlSAXHandler out{};
        out.initialized = XML_SAX2_MAGIC;
        out.startElementNs = start;
        out.endElementNs = end;
        out.characters = text;
        out.ignorableWhitespace = text;
        out.cdataBlock = text;
        out.internalSubset = doctype;
        out.serror = keepError;
        return out; // without getEntity only the five predefined entities have a value
    }

    /// Runs what a handler does, unless something was thrown before.
    template <class Take>
    static void guarded(void* self, Take take) {
        auto& parser = *static_cast<PartParser*>(self);
        if (parser.thrown_ || parser.ended_) {
            return;
        }
        try {
            take(parser);
        } catch (...) {
            parser.thrown_ = std::current_exception();
        }
    }

    /// The same of an event, within which parsing can be ended.
    template <class Take>
    static void event(void* self, Take take) {
        guarded(self, take);
        auto& parser = *static_cast<PartParser*>(self);
        if (parser.thrown_) {
            parser.ended_ = true;
            input::XmlInput rest = input::endXmlParser(*parser.parser_);
            parser.rest_ = rest ? std::move(rest) : std::move(parser.rest_);
        }
    }

    static int readMore(void* self, char* to, int size) {
        int got = -1;
        guarded(self, [&](PartParser& parser) {
            got = static_cast<int>(parser.source_(to, static_cast<std::size_t>(size)));
        });
        return got;
    }

    static void start(void* self, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri,
                      int /*namespaces*/, const xmlChar** /*declared*/, int count, int /*defaulted*/,
                      const xmlChar** attributes) {
        event(self, [&](PartParser& parser) {
            if (parser.foreign_ != 0 || !isOurs(viewOf(uri))) {
                ++parser.foreign_;
            } else {
                parser.handler_.start(viewOf(name), XmlAttributes(attributes, count));
            }
        });
    }

    static void end(void* self, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*uri*/) {
        event(self, [&](PartParser& parser) {
            if (parser.foreign_ != 0) {
                --parser.foreign_;
            } else {
                parser.handler_.end(viewOf(name));
            }
        });
    }

    static void text(void* self, const xmlChar* text, int length) {
        event(self, [&](PartParser& parser) {
            if (parser.foreign_ == 0) {
                parser.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
            }
        });
    }

    static void doctype(void* self, const xmlChar* /*name*/, const xmlChar* /*publicId*/,
                        const xmlChar* /*id*/) {
        event(self, [&](PartParser& parser) {
            throw Error("SID-X006", fmt::format("part {} has a DOCTYPE, which workbooks have not",
                                                inQuoteMarks(parser.name_)));
        });
    }

    /// Keeps the first error. Prefixes without a declaration are none for us.
    static void keepError(void* self, xmlErrorPtr error) {
        auto& parser = *static_cast<PartParser*>(self);
        if (error == nullptr) {
            return;
        }
        // Where it has ended there is no room for names, which it takes for memory.
        parser.outOfMemory_ = parser.outOfMemory_ || (!parser.ended_ && error->code == XML_ERR_NO_MEMORY);
        const bool isFault = error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE;
        if (parser.parser_ && (isFault || parser.ended_)) {
            input::endXmlParserAtError(
                *parser.parser_); // again, too: it leaves the state in which it has ended
        }
        if (isFault && !parser.ended_) {
            parser.ended_ = true;
            parser.faultLine_ = error->line;
        }
    }

    Source source_;
    std::string name_;
    XmlHandler& handler_;
    input::XmlInput rest_; ///< what was left of the part when reading ended; outlives the parser
    input::XmlParser parser_;
    std::exception_ptr thrown_;
    int faultLine_ = 0; ///< of the parser's first fault
    bool outOfMemory_ = false;
    bool ended_ = false;      ///< no more events are taken
    std::size_t foreign_ = 0; ///< elements of other namespaces that are open, and all within them
};

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (int i = 0; i < count_; ++i) {
        const xmlChar** attribute = attributes_ + static_cast<std::ptrdiff_t>(i) * 5;
        if (viewOf(attribute[0]) == name) {
            return {reinterpret_cast<const char*>(attribute[3]),
                    static_cast<std::size_t>(attribute[4] - attribute[3])};
        }
    }
    return {};
}

std::optional<std::uint32_t> XmlAttributes::number(std::string_view name) const {
    const std::string_view value = (*this)[name];
    std::uint32_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    return error == std::errc() && end == value.data() + value.size() && !value.empty() ? std::optional(out)
                                                                                        : std::nullopt;
}

bool XmlAttributes::flag(std::string_view name) const {
    const std::string_view value = (*this)[name];
    return value == "1" || value == "true" || value == "on";
}

void readPart(PackagePart part, XmlHandler& handler) {
    PartParser([&](char* to, std::size_t size) { return part.read(to, size); }, part.name(), handler).parse();
}

void readPartText(std::string_view text, const std::string& name, XmlHandler& handler) {
    const auto read = [&text](char* to, std::size_t size) {
        const std::size_t got = text.copy(to, size);
        text.remove_prefix(got);
        return got;
    };
    PartParser(read, name, handler).parse();
}

std::optional<CellName> cellNamed(std::string_view name) {
    CellName out;
    std::size_t at = name.starts_with('$') ? 1 : 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
        out.column = out.column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
        if (out.column > kMostColumns) {
            return std::nullopt;
        }
    }
    at += name.substr(at).starts_with('$') ? 1 : 0;
    const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), out.row);
    const bool isWhole = error == std::errc() && end == name.data() + name.size();
    return isWhole && out.column != 0 && out.row != 0 && out.row <= kMostRows ? std::optional(out)
                                                                              : std::nullopt;
}

std::optional<SheetRange> rangeNamed(std::string_view name) {
    const std::size_t colon = name.find(':');
    const auto first = cellNamed(name.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : cellNamed(name.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    return SheetRange{first->row, first->column, last->row, last->column};
}

} // namespace sidetal::sheets
