#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// The words by which AccessWords.cpp tells keys that say who may see what, in Danish, English, Norwegian,
/// Swedish and German.
namespace sidetal::input::accessLists {

using namespace std::string_view_literals;
using Words = std::span<const std::string_view>;

// All lists below are compared in their coarse form (KeyFolding.h), so that "åben" is "aaben" and "aben" too,
// and "lukket" is "luket"; what has "ä", "æ", "ö", "ø" or "ü" is looked for both without the mark and spelt
// out ("offentlich", "oeffentlich").

/// Say that something is closed, wherever in a key they stand, and with any ending.
inline constexpr std::array kClosedAnywhere = {
    "lukket"sv, "lukkede"sv, "fortrolig"sv, "hemmelig"sv, "skjul"sv, "klassificeret"sv, "klassifisert"sv,
    "tavshed"sv, "taushet"sv, "tilbagehold"sv, "ikkeoffentlig"sv, "uoffentlig"sv, "usynlig"sv, "skjerm"sv,
    "ikkepublic"sv, "upublic"sv, "personfølsom"sv, "personsag"sv,
    "closed"sv, "hidden"sv, "confidenti"sv, "confidential"sv, "classified"sv, "restrict"sv, "restricted"sv,
    "restriktion"sv, "restriksjon"sv, "withheld"sv, "withhold"sv,
    "embargo"sv, "disclos"sv, "redacted"sv, "invisib"sv, "nonpublic"sv, "notpublic"sv, "unpublish"sv,
    "vanish"sv, "topsecret"sv,
    "hemlig"sv, "sekretess"sv, "tystnad"sv, "osynlig"sv, "konfidenti"sv,
    "vertraulich"sv, "geheim"sv, "nichtöffentlich"sv, "gesperrt"sv, "sperrvermerk"sv, "versteckt"sv,
    "verborgen"sv, "ausgeblendet"sv, "schweigepflicht"sv, "verschwiegen"sv, "eingeschränkt"sv, "unsichtbar"sv,
};

/// The same as words of their own, or with kAround before and after them.
inline constexpr std::array kClosedWords = {
    "privat"sv, "private"sv, "privata"sv, "privates"sv, "privacy"sv, "secret"sv, "secrets"sv, "secrecy"sv,
    "hide"sv, "hides"sv, "intern"sv, "internt"sv, "interne"sv, "internal"sv, "protected"sv, "beskyttet"sv,
    "beskyttede"sv, "limited"sv, "exempt"sv, "exempted"sv, "undtaget"sv, "unntatt"sv, "begrænset"sv,
    "begrenset"sv, "begränsad"sv, "beschränkt"sv, "lukkes"sv, "incamera"sv, "hiddn"sv, "upubliceret"sv, "stængt"sv,
    "stengt"sv, "stengte"sv, "stängd"sv, "stängt"sv, "stängda"sv, "skyddad"sv, "dold"sv, "dolt"sv, "dolda"sv,
    "döljs"sv, "döljes"sv, "geschlossen"sv, "geschlossene"sv, "verschlossen"sv, "geschützt"sv,
};

/// As kClosedWords, but too near to ordinary words ("sluttet", the end of a meeting) for misspellings.
inline constexpr std::array kClosedExactly = {
    "sluten"sv, "slutna"sv, "slutetsammanträde"sv, "slutetmöte"sv, "stängs"sv, "lukt"sv, "lucked"sv, "close"sv,
};

/// Say who may see something, or that all may, wherever they stand.
inline constexpr std::array kSeenAnywhere = {
    "visib"sv, "synlig"sv, "sichtbar"sv, "aktindsigt"sv, "innsyn"sv, "insyn"sv, "behörighet"sv,
    "sikkerhedsklas"sv, "securityclas"sv, "securitylevel"sv, "adgangsniveau"sv, "adgangsbegr"sv,
};

/// As words of their own, or with kAround.
inline constexpr std::array kSeenWords = {
    "adgang"sv, "tilgang"sv, "tillgång"sv, "åtkomst"sv, "zugang"sv, "zugriff"sv, "public"sv, "publicly"sv,
    "publik"sv, "permission"sv, "permissions"sv, "acl"sv, "gradering"sv, "gradert"sv, "graderet"sv,
    "sensitiv"sv, "sensitive"sv, "sensitivity"sv, "følsom"sv, "følsomt"sv, "følsomhed"sv, "känslig"sv,
    "tilgængelig"sv, "aksess"sv,
};

/// The whole key, but for kAround: they are too common within others.
inline constexpr std::array kSeenAlone = {
    "show"sv, "shown"sv, "vis"sv, "vises"sv, "visas"sv,
};

/// Say that something is open, as words of their own, or with kAround; with a day or time after them, when it
/// opens.
inline constexpr std::array kOpenWords = {
    "open"sv,  "åben"sv, "åbent"sv, "åbne"sv,  "åpen"sv,  "åpent"sv,  "åpne"sv,
    "öppen"sv, "öppet"sv, "öppna"sv, "offen"sv, "offene"sv, "offener"sv,
};

/// Say whether something may be published: with a day, a person or a place after them, when or by whom it was.
inline constexpr std::array kPublishAnywhere = {"offentlig"sv, "öffentlich"sv};
inline constexpr std::array kPublishWords = {
    "publish"sv,      "published"sv,    "publishing"sv,  "publishable"sv, "publicer"sv,  "publiceres"sv,
    "publiceret"sv,   "publicering"sv,  "publicera"sv,   "publicerad"sv,  "publiceras"sv, "publiser"sv,
    "publiseres"sv,   "publisert"sv,    "publisering"sv, "publiziert"sv,
};

/// What stands before or after them in keys that are written in one: "erlukket", "nonpublic", "lukketpunkt",
/// "accesslevel".
inline constexpr std::array kAround = {
    "is"sv, "er"sv, "has"sv, "har"sv, "was"sv, "ist"sv, "skal"sv, "kan"sv, "må"sv, "may"sv, "must"sv, "can"sv,
    "not"sv, "non"sv, "no"sv, "un"sv, "in"sv, "ikke"sv, "ej"sv, "icke"sv, "inte"sv, "nicht"sv, "u"sv, "delvis"sv,
    "delvist"sv, "partly"sv, "helt"sv, "top"sv, "only"sv, "kun"sv, "nur"sv, "bare"sv, "endast"sv, "for"sv,
    "to"sv, "til"sv, "by"sv, "if"sv, "hvis"sv, "item"sv, "items"sv, "punkt"sv, "punkter"sv, "sag"sv, "sager"sv,
    "sak"sv, "saker"sv, "ärende"sv, "case"sv, "meeting"sv, "møde"sv, "møte"sv, "möte"sv, "sitzung"sv, "session"sv,
    "agenda"sv, "dagsorden"sv, "dagsordenpunkt"sv, "dagsordenspunkt"sv, "dagsordenspunkter"sv, "dagordning"sv,
    "tagesordnung"sv, "part"sv, "del"sv, "teil"sv, "section"sv, "afsnit"sv, "bilag"sv, "enclosure"sv,
    "attachment"sv, "anlage"sv, "document"sv, "dokument"sv, "doc"sv, "dok"sv, "file"sv, "fil"sv, "text"sv,
    "tekst"sv, "body"sv, "title"sv, "titel"sv, "note"sv, "notat"sv, "info"sv, "data"sv, "user"sv, "level"sv,
    "niveau"sv, "nivå"sv, "code"sv, "kode"sv, "type"sv, "kind"sv, "status"sv, "state"sv, "flag"sv, "mark"sv,
    "class"sv, "right"sv, "rights"sv, "control"sv, "policy"sv, "name"sv, "navn"sv, "id"sv, "value"sv, "mode"sv,
    "reason"sv, "grund"sv, "årsag"sv, "begrundelse"sv, "hjemmel"sv, "begrænsning"sv, "område"sv, "area"sv, "group"sv,
    "the"sv, "public"sv, "dør"sv, "døre"sv, "doors"sv, "dele"sv, "s"sv,
};

/// Words that begin as others do, and mean nothing of the kind: they are passed over in a key.
inline constexpr std::array kInnocent = {
    "enclosed"sv, "internet"sv, "international"sv, "internship"sv, "internat"sv, "interval"sv, "secretar"sv,
    "sekretar"sv, "udelukke"sv, "indelukke"sv, "aflukke"sv, "accessib"sv, "accessor"sv, "accession"sv,
    "accept"sv, "assess"sv, "across"sv, "actress"sv, "abscess"sv, "acres"sv, "address"sv,
    "absent"sv, "afgang"sv, "ankomst"sv, "publisher"sv, "publication"sv, "publikation"sv, "publicity"sv,
    "clarified"sv, "closer"sv, "abgeschlossen"sv, "angeschlossen"sv, "beschlossen"sv, "opens"sv, "primat"sv, "hoffentlich"sv,
};

/// Whole keys whose word for what is open or seen says another thing.
inline constexpr std::array kInnocentKeys = {
    "opensource"sv, "opendata"sv, "openhouse"sv, "åbenthus"sv, "åbnedata"sv, "publichealth"sv,
    "publictransport"sv, "publicholiday"sv, "publichearing"sv, "publicsector"sv, "publicprocurement"sv,
    "offentlighøring"sv, "offentligtransport"sv, "offentligsektor"sv, "offentligadministration"sv,
    "privateroad"sv, "privatvej"sv, "privatskole"sv, "privateschool"sv, "internalid"sv, "internalnumber"sv,
    "internid"sv, "interntid"sv, "interntnummer"sv, "sensitivityanalysis"sv, "følsomhedsanalyse"sv,
};

/// Last words of keys that tell a day or a time.
inline constexpr std::array kWhen = {
    "date"sv, "dato"sv, "datum"sv, "day"sv, "dag"sv, "at"sv, "on"sv, "den"sv, "time"sv, "tid"sv, "tidspunkt"sv,
    "timestamp"sv, "zeitpunkt"sv, "utc"sv, "hours"sv, "year"sv, "år"sv,
};
/// … as endings of a word.
inline constexpr std::array kWhenEndings = {"date"sv, "dato"sv, "datum"sv, "tidspunkt"sv, "timestamp"sv, "zeitpunkt"sv};
/// … and that tell a person, a place or an issue.
inline constexpr std::array kWhoOrWhere = {
    "by"sv, "af"sv, "av"sv, "von"sv, "url"sv, "link"sv, "sted"sv, "place"sv, "version"sv, "volume"sv,
};

/// Where in a key a stem is telling: anywhere, as a word, as one that has no misspellings, as the whole key.
enum class Where : std::uint8_t { Anywhere, Word, Exactly, Alone };

/// A list and what it means.
struct Stems {
    Words words;
    Where where;
    bool closed = false;  ///< not merely a word for who sees what
    bool timed = false;   ///< harmless in the name of a day or a time
    bool publish = false; ///< harmless also in that of a person or a place
};

inline constexpr std::array kStems = {
    Stems{kClosedAnywhere, Where::Anywhere, true, true}, Stems{kClosedWords, Where::Word, true},
    Stems{kClosedExactly, Where::Exactly, true, true},   Stems{kSeenAnywhere, Where::Anywhere},
    Stems{kSeenWords, Where::Word},                      Stems{kSeenAlone, Where::Alone},
    Stems{kOpenWords, Where::Exactly, false, true},
    Stems{kPublishAnywhere, Where::Anywhere, false, true, true},
    Stems{kPublishWords, Where::Exactly, false, true, true},
};

} // namespace sidetal::input::accessLists
