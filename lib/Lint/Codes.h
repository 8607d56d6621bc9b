#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sidetal::lint {

/// What can be found; the order is that of the table in Codes.cpp.
enum class Code : std::uint8_t {
    CivilNumber,
    LikelyCivilNumber,
    MailAddress,
    PhoneNumber,
    BankAccount,
    Iban,
    CardNumber,
    FilePath,
    InsideHost,
    InsideAddress,
    ForbiddenName,
    ClosedWords,
    SkippedHeading,
    LinkText,
    LongAlt,
    FileNameAlt,
    TypedList,
    OtherLanguage,
    PicturePlace,
    PictureAuthor,
};

/// A row of what can be found.
struct CodeInfo {
    std::string_view code;    ///< "SID-N001"
    std::string_view message; ///< what a message says
    std::size_t shown = 0;    ///< how many characters of what was found a message may show; 0: none
};

[[nodiscard]] const CodeInfo& infoOf(Code code);

/// All of them, in the order of the codes.
[[nodiscard]] std::span<const CodeInfo> codeTable();

/// What a message tells of what was found, so that it does not spread it: the first characters, then "x" for
/// letters and figures ("010203-xxxx"); empty where nothing may be told.
[[nodiscard]] std::string masked(Code code, std::string_view found);

} // namespace sidetal::lint
