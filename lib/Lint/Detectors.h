#pragma once

#include "Lint/Figures.h"

#include <cstddef>
#include <string_view>

/// What is looked for in a text, one file each. They are conservative: a case number, an account plan, an EAN
/// or CVR number, a date or an amount must stay silent (docs/lint.md says what tells them apart).

namespace sidetal::lint {

/// Civil registration numbers (CPR), DDMMYY-SSSS with a hyphen, a blank or nothing between: the date has to
/// exist in the century that the seventh figure tells. Those without a valid check digit (modulus 11), which
/// are given since 2007, are likely ones.
void findCivilNumbers(const Figures& figures, Findings& out);

/// Phone numbers: eight figures in groups of two or four, eight together after a word such as "tlf", and
/// whatever begins with "+" and a country's code.
void findPhoneNumbers(const Figures& figures, Findings& out);

/// Bank accounts: a registration number of four figures and an account, after words that say so.
void findBankAccounts(const Figures& figures, Findings& out);

/// International bank account numbers (ISO 13616) whose check digits are right.
void findIbans(std::string_view text, Findings& out);

/// Numbers of payment cards: an issuer's range, its length and the check digit (ISO/IEC 7812-1).
void findCardNumbers(const Figures& figures, Findings& out);

/// E-mail addresses, but of boxes that an authority shares ("post@", "kontakt@").
void findMailAddresses(std::string_view text, Findings& out);

/// Paths of files: "\\server\share", "C:\", "file://".
void findFilePaths(std::string_view text, Findings& out);

/// Hosts that only a network inside knows: in addresses those of one label, anywhere those below .local and
/// its like.
void findInsideHosts(std::string_view text, Findings& out);

/// Addresses of networks inside (RFC 1918): 192.168.x.x, the others in addresses or after a word such as
/// "ip".
void findInsideAddresses(const Figures& figures, Findings& out);

/// Whether the words of a link say nothing of where it leads: "her", "klik her", "læs mere", "read more".
[[nodiscard]] bool isEmptyLinkText(std::string_view text);

/// Whether an alternative text is the name of a file, that of the picture or any.
[[nodiscard]] bool isFileName(std::string_view alt, std::string_view file);

/// How a line begins that is typed as the item of a list.
struct TypedItem {
    enum class Kind : unsigned char { None, Bullet, Number, Letter };
    Kind kind = Kind::None;
    unsigned ordinal = 0; ///< of a number or a letter

    /// Whether this may stand under `before` in one list.
    [[nodiscard]] bool follows(const TypedItem& before) const {
        return kind != Kind::None && kind == before.kind &&
               (kind == Kind::Bullet || ordinal == before.ordinal + 1);
    }
};

[[nodiscard]] TypedItem typedItem(std::string_view line);

/// The language that a paragraph of twelve words or more is plainly in, of da, sv, de and en, where it is
/// plainly not `language` (BCP 47) and that is one of them; else empty.
[[nodiscard]] std::string_view otherLanguage(std::string_view text, std::string_view language);

} // namespace sidetal::lint
