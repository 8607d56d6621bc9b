#pragma once

#include "Sheets/Package.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::sheets {

/// The attributes of an element, valid while its start is handled.
class XmlAttributes {
  public:
    XmlAttributes(const unsigned char** attributes, int count)
        : attributes_(attributes)
        , count_(count) {}
    /// The value by local name, whatever its namespace; empty where there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> number(std::string_view name) const;
    /// "1", "true" or "on".
    [[nodiscard]] bool flag(std::string_view name) const;

  private:
    const unsigned char** attributes_;
    int count_;
};

/// Takes the elements and texts of a part. Elements of other namespaces than SpreadsheetML's (transitional
/// and strict) and of relations, and all within them, are passed over.
class XmlHandler {
  public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

/// Unpacks and reads a part as it comes: no DOCTYPE (SID-X006), no entities but the five of XML, no network.
/// What the handler throws passes through. Throws Error SID-X005 where it is not well formed.
void readPart(PackagePart part, XmlHandler& handler);

/// The same of a text; `name` stands in messages.
void readPartText(std::string_view text, const std::string& name, XmlHandler& handler);

/// The rows and columns of "C14" or "$C$14", and of "A1:C14"; nothing where it is another text or outside of
/// what a sheet can have (row 1,048,576, column XFD).
struct CellName {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};
[[nodiscard]] std::optional<CellName> cellNamed(std::string_view name);
[[nodiscard]] std::optional<SheetRange> rangeNamed(std::string_view name);

inline constexpr std::uint32_t kMostRows = 1'048'576;
inline constexpr std::uint32_t kMostColumns = 16'384;

} // namespace sidetal::sheets
