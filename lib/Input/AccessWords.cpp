#include "Input/AccessWords.h"

#include "Input/KeyFolding.h"
#include "Input/Names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;
using Words = std::span<const std::string_view>;

// All lists below are compared in their coarse form (KeyFolding.h), so that "åben" is "aaben" and "aben" too,
// and "lukket" is "luket"; what has "ä", "æ", "ö", "ø" or "ü" is looked for both without the mark and spelt
// out ("offentlich", "oeffentlich").

/// Say that something is closed, wherever in a key they stand, and with any ending.
constexpr std::array kClosedAnywhere = {
    "lukket"sv, "lukkede"sv, "fortrolig"sv, "hemmelig"sv, "skjul"sv, "klassificeret"sv, "klassifisert"sv,
    "tavshed"sv, "taushet"sv, "tilbagehold"sv, "ikkeoffentlig"sv, "uoffentlig"sv, "usynlig"sv, "skjerm"sv,
    "ikkepublic"sv, "upublic"sv, "personfølsom"sv, "personsag"sv,
    "closed"sv, "hidden"sv, "confidenti"sv, "confidential"sv, "classified"sv, "restrict"sv, "restricted"sv, "restriktion"sv, "restriksjon"sv, "withheld"sv, "withhold"sv,
    "embargo"sv, "disclos"sv, "redacted"sv, "invisib"sv, "nonpublic"sv, "notpublic"sv, "unpublish"sv,
    "vanish"sv, "topsecret"sv,
    "hemlig"sv, "sekretess"sv, "tystnad"sv, "osynlig"sv, "konfidenti"sv,
    "vertraulich"sv, "geheim"sv, "nichtöffentlich"sv, "gesperrt"sv, "sperrvermerk"sv, "versteckt"sv,
    "verborgen"sv, "ausgeblendet"sv, "schweigepflicht"sv, "verschwiegen"sv, "eingeschränkt"sv, "unsichtbar"sv,
};

/// The same as words of their own, or with kAround before and after them.
constexpr std::array kClosedWords = {
    "privat"sv, "private"sv, "privata"sv, "privates"sv, "privacy"sv, "secret"sv, "secrets"sv, "secrecy"sv,
    "hide"sv, "hides"sv, "intern"sv, "internt"sv, "interne"sv, "internal"sv, "protected"sv, "beskyttet"sv,
    "beskyttede"sv, "limited"sv, "exempt"sv, "exempted"sv, "undtaget"sv, "unntatt"sv, "begrænset"sv,
    "begrenset"sv, "begränsad"sv, "beschränkt"sv, "lukkes"sv, "incamera"sv, "hiddn"sv, "upubliceret"sv, "stængt"sv,
    "stengt"sv, "stengte"sv, "stängd"sv, "stängt"sv, "stängda"sv, "skyddad"sv, "dold"sv, "dolt"sv, "dolda"sv,
    "döljs"sv, "döljes"sv, "geschlossen"sv, "geschlossene"sv, "verschlossen"sv, "geschützt"sv,
};

/// As kClosedWords, but too near to ordinary words ("sluttet", the end of a meeting) for misspellings.
constexpr std::array kClosedExactly = {
    "sluten"sv, "slutna"sv, "slutetsammanträde"sv, "slutetmöte"sv, "stängs"sv, "lukt"sv, "lucked"sv, "close"sv,
};

/// Say who may see something, or that all may, wherever they stand.
constexpr std::array kSeenAnywhere = {
    "visib"sv, "synlig"sv, "sichtbar"sv, "aktindsigt"sv, "innsyn"sv, "insyn"sv, "behörighet"sv,
    "sikkerhedsklas"sv, "securityclas"sv, "securitylevel"sv, "adgangsniveau"sv, "adgangsbegr"sv,
};

/// As words of their own, or with kAround.
constexpr std::array kSeenWords = {
    "adgang"sv, "tilgang"sv, "tillgång"sv, "åtkomst"sv, "zugang"sv, "zugriff"sv, "public"sv, "publicly"sv,
    "publik"sv, "permission"sv, "permissions"sv, "acl"sv, "gradering"sv, "gradert"sv, "graderet"sv,
    "sensitiv"sv, "sensitive"sv, "sensitivity"sv, "følsom"sv, "følsomt"sv, "følsomhed"sv, "känslig"sv,
    "tilgængelig"sv, "aksess"sv,
};

/// The whole key, but for kAround: they are too common within others.
constexpr std::array kSeenAlone = {
    "show"sv, "shown"sv, "vis"sv, "vises"sv, "visas"sv,
};

/// Say that something is open, as words of their own, or with kAround; with a day or time after them, when it
/// opens.
constexpr std::array kOpenWords = {
    "open"sv,  "åben"sv, "åbent"sv, "åbne"sv,  "åpen"sv,  "åpent"sv,  "åpne"sv,
    "öppen"sv, "öppet"sv, "öppna"sv, "offen"sv, "offene"sv, "offener"sv,
};

/// Say whether something may be published: with a day, a person or a place after them, when or by whom it was.
constexpr std::array kPublishAnywhere = {"offentlig"sv, "öffentlich"sv};
constexpr std::array kPublishWords = {
    "publish"sv,      "published"sv,    "publishing"sv,  "publishable"sv, "publicer"sv,  "publiceres"sv,
    "publiceret"sv,   "publicering"sv,  "publicera"sv,   "publicerad"sv,  "publiceras"sv, "publiser"sv,
    "publiseres"sv,   "publisert"sv,    "publisering"sv, "publiziert"sv,
};

/// What stands before or after them in keys that are written in one: "erlukket", "nonpublic", "lukketpunkt",
/// "accesslevel".
constexpr std::array kAround = {
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
constexpr std::array kInnocent = {
    "enclosed"sv, "internet"sv, "international"sv, "internship"sv, "internat"sv, "interval"sv, "secretar"sv,
    "sekretar"sv, "udelukke"sv, "indelukke"sv, "aflukke"sv, "accessib"sv, "accessor"sv, "accession"sv,
    "accept"sv, "assess"sv, "across"sv, "actress"sv, "abscess"sv, "acres"sv, "address"sv,
    "absent"sv, "afgang"sv, "ankomst"sv, "publisher"sv, "publication"sv, "publikation"sv, "publicity"sv,
    "clarified"sv, "closer"sv, "abgeschlossen"sv, "angeschlossen"sv, "beschlossen"sv, "opens"sv, "primat"sv, "hoffentlich"sv,
};

/// Whole keys whose word for what is open or seen says another thing.
constexpr std::array kInnocentKeys = {
    "opensource"sv, "opendata"sv, "openhouse"sv, "åbenthus"sv, "åbnedata"sv, "publichealth"sv,
    "publictransport"sv, "publicholiday"sv, "publichearing"sv, "publicsector"sv, "publicprocurement"sv,
    "offentlighøring"sv, "offentligtransport"sv, "offentligsektor"sv, "offentligadministration"sv,
    "privateroad"sv, "privatvej"sv, "privatskole"sv, "privateschool"sv, "internalid"sv, "internalnumber"sv,
    "internid"sv, "interntid"sv, "interntnummer"sv, "sensitivityanalysis"sv, "følsomhedsanalyse"sv,
};

/// Last words of keys that tell a day or a time.
constexpr std::array kWhen = {
    "date"sv, "dato"sv, "datum"sv, "day"sv, "dag"sv, "at"sv, "on"sv, "den"sv, "time"sv, "tid"sv, "tidspunkt"sv,
    "timestamp"sv, "zeitpunkt"sv, "utc"sv, "hours"sv, "year"sv, "år"sv,
};
/// … as endings of a word.
constexpr std::array kWhenEndings = {"date"sv, "dato"sv, "datum"sv, "tidspunkt"sv, "timestamp"sv, "zeitpunkt"sv};
/// … and that tell a person, a place or an issue.
constexpr std::array kWhoOrWhere = {
    "by"sv, "af"sv, "av"sv, "von"sv, "url"sv, "link"sv, "sted"sv, "place"sv, "version"sv, "volume"sv,
};

constexpr std::size_t kMostAfterPrefix = 1'000; ///< bytes that are looked at apart

enum class Where : std::uint8_t { Anywhere, Word, Exactly, Alone };

struct Stems {
    Words words;
    Where where;
    bool closed = false;  ///< not merely a word for who sees what
    bool timed = false;   ///< harmless in the name of a day or a time
    bool publish = false; ///< harmless also in that of a person or a place
};

constexpr std::array kStems = {
    Stems{kClosedAnywhere, Where::Anywhere, true, true}, Stems{kClosedWords, Where::Word, true},
    Stems{kClosedExactly, Where::Exactly, true, true},   Stems{kSeenAnywhere, Where::Anywhere},
    Stems{kSeenWords, Where::Word},                      Stems{kSeenAlone, Where::Alone},
    Stems{kOpenWords, Where::Exactly, false, true},
    Stems{kPublishAnywhere, Where::Anywhere, false, true, true},
    Stems{kPublishWords, Where::Exactly, false, true, true},
};

std::string coarse(std::string_view word) {
    std::string out;
    for (const std::string& part : foldedWords(word)) {
        out += coarseForm(part);
    }
    return out;
}

/// The word with its letters that have a mark spelt by two where `spelt`, else by the one below the mark.
std::string withoutMarks(std::string_view word, bool spelt) {
    struct Letter {
        std::string_view letter;
        std::string_view alone;
        std::string_view spelt;
    };
    constexpr std::array kLetters = {
        Letter{"ä", "a", "ae"}, Letter{"æ", "a", "ae"}, Letter{"ö", "o", "oe"},
        Letter{"ø", "o", "oe"}, Letter{"ü", "u", "ue"},
    };
    std::string out(word);
    for (const Letter& letter : kLetters) {
        for (std::size_t at = out.find(letter.letter); at != std::string::npos; at = out.find(letter.letter)) {
            out.replace(at, letter.letter.size(), spelt ? letter.spelt : letter.alone);
        }
    }
    return out;
}

std::vector<std::string> coarse(Words words) {
    std::vector<std::string> out;
    for (const std::string_view word : words) {
        out.push_back(coarse(withoutMarks(word, false)));
        if (std::string spelt = coarse(withoutMarks(word, true)); spelt != out.back()) {
            out.push_back(std::move(spelt));
        }
    }
    return out;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// The lists in their coarse form, made once.
struct Lists {
    struct Group {
        const Stems* stems;
        std::vector<std::string> words;
    };
    std::vector<Group> groups;
    std::vector<std::string> around = coarse(kAround);
    std::vector<std::string> innocent = coarse(kInnocent);
    std::vector<std::string> innocentKeys = coarse(kInnocentKeys);
    std::vector<std::string> when = coarse(kWhen);
    std::vector<std::string> whenEndings = coarse(kWhenEndings);
    std::vector<std::string> whoOrWhere = coarse(kWhoOrWhere);

    Lists() {
        for (const Stems& stems : kStems) {
            groups.push_back({&stems, coarse(stems.words)});
        }
    }
};

const Lists& lists() {
    static const Lists made;
    return made;
}

/// True where one insertion, deletion, replacement or swap of neighbours at most turns one word into the
/// other; the first letter has to be the same, as it nearly always is.
bool isNear(std::string_view word, std::string_view stem) {
    constexpr std::size_t kShortest = 6; ///< of a stem; shorter ones are near to too much
    const std::size_t most = stem.size() >= 11 ? 2 : 1;
    const std::size_t longer = std::max(word.size(), stem.size());
    if (stem.size() < kShortest || word.empty() || word.front() != stem.front() ||
        longer - std::min(word.size(), stem.size()) > most) {
        return false;
    }
    return editDistance(word, stem) <= most;
}

/// Two neighbours swapped, which is also told of short words ("opne").
bool isSwapped(std::string_view word, std::string_view stem) {
    if (word.size() != stem.size() || word.size() < 4 || word.front() != stem.front()) {
        return false;
    }
    const auto [a, b] = std::ranges::mismatch(word, stem);
    return word.end() - a >= 2 && a[0] == b[1] && a[1] == b[0] &&
           std::equal(a + 2, word.end(), b + 2, stem.end());
}

/// Whether a word follows on `text` that says what something is: "newitemsis" + "public".
bool endsAsPredicate(std::string_view text) {
    constexpr std::array kVerbs = {"is"sv, "er"sv, "not"sv, "non"sv, "ike"sv};
    return std::ranges::any_of(kVerbs, [&](std::string_view verb) { return text.ends_with(verb); });
}

/// Whether `text` is nothing but words of kAround, one after the other.
bool isAround(std::string_view text) {
    std::vector<bool> reached(text.size() + 1);
    reached[0] = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!reached[at]) {
            continue;
        }
        for (const std::string& word : lists().around) {
            if (text.substr(at).starts_with(word)) {
                reached[at + word.size()] = true;
            }
        }
    }
    return reached.back();
}

/// `text` without the words of kAround at its beginning and its end, the longest first.
std::string_view core(std::string_view text) {
    constexpr std::size_t kLeast = 4;
    const auto cut = [&](auto fits, auto drop) {
        std::size_t longest = 0;
        for (const std::string& word : lists().around) {
            if (word.size() > std::max<std::size_t>(longest, 1) && word.size() + kLeast <= text.size() && fits(word)) {
                longest = word.size();
            }
        }
        drop(longest);
        return longest != 0;
    };
    while (cut([&](const std::string& word) { return word.front() == text.front() && text.starts_with(word); },
               [&](std::size_t size) { text.remove_prefix(size); })) {
    }
    while (cut([&](const std::string& word) { return word.back() == text.back() && text.ends_with(word); },
               [&](std::size_t size) { text.remove_suffix(size); })) {
    }
    return text;
}

/// A key or a value, as it is looked for in the lists.
class Phrase {
  public:
    explicit Phrase(std::string_view text) {
        for (const std::string& word : foldedWords(text)) {
            addWord(word);
        }
        core_ = core(joined_);
        const std::string last = words_.empty() ? std::string() : words_.back();
        when_ = has(lists().when, last) ||
                std::ranges::any_of(lists().whenEndings, [&](const std::string& s) { return last.ends_with(s); });
        whoOrWhere_ = has(lists().whoOrWhere, last);
        innocent_ = joined_.empty() || has(lists().innocentKeys, joined_);
    }

    [[nodiscard]] bool isInnocent() const { return innocent_; }
    [[nodiscard]] std::size_t wordCount() const { return words_.size(); }

    /// "access", which is short, in its full form: "places" is none.
    [[nodiscard]] bool isAccess() const {
        constexpr std::string_view kAccess = "access";
        constexpr std::size_t kNear = 2;
        constexpr std::size_t kLongestCompound = 24;
        const auto near = [&](std::string_view word) {
            return word.size() >= kAccess.size() - kNear && word.size() <= kAccess.size() + kNear &&
                   word.front() == 'a' &&
                   editDistance(word, kAccess) <= kNear;
        };
        return full_.find("acces") != std::string::npos || std::ranges::any_of(fullWords_, near) || near(full_) ||
               (full_.size() <= kLongestCompound && near(core(full_)));
    }

    [[nodiscard]] bool holds(const Lists::Group& group) const {
        const Stems& stems = *group.stems;
        if ((stems.timed && when_) || (stems.publish && whoOrWhere_)) {
            return false;
        }
        return std::ranges::any_of(group.words, [&](const std::string& stem) { return holds(stem, stems.where); });
    }

    /// Whether the whole of it is one of the words, with an ending at most; of a few words, one is that is
    /// telling anywhere.
    [[nodiscard]] bool is(const Lists::Group& group) const {
        constexpr std::size_t kLongestEnding = 4;
        constexpr std::size_t kFewWords = 3;
        if (group.stems->where == Where::Anywhere && words_.size() <= kFewWords && holds(group)) {
            return true;
        }
        const auto isStem = [&](std::string_view text, const std::string& stem) {
            return text.starts_with(stem) && text.size() <= stem.size() + kLongestEnding;
        };
        return std::ranges::any_of(group.words, [&](const std::string& stem) {
            return isStem(joined_, stem) || isStem(core_, stem);
        });
    }

  private:
    void addWord(const std::string& word) {
        std::string rest = coarseForm(word);
        const auto& innocent = lists().innocent;
        const auto found = std::ranges::find_if(innocent, [&](const std::string& s) { return rest.starts_with(s); });
        if (found != innocent.end()) {
            rest.erase(0, found->size());
            joined_ += '|'; // what stands before and after it makes no word together
            full_ += '|';
        } else {
            full_ += word;
            fullWords_.push_back(word);
        }
        if (!rest.empty()) {
            joined_ += rest;
            words_.push_back(std::move(rest));
        }
    }

    [[nodiscard]] bool holds(const std::string& stem, Where where) const {
        if (where == Where::Alone) {
            return joined_ == stem || core_ == stem;
        }
        if (isMadeOf(stem, where)) {
            return true;
        }
        const auto isMisspelt = [&](std::string_view word) {
            return isSwapped(word, stem) || (where != Where::Exactly && isNear(word, stem));
        };
        return std::ranges::any_of(words_, isMisspelt) || isMisspelt(joined_) || isMisspelt(core_);
    }

    /// Whether the stem is a word of the key, or stands in it as it is written in one: anywhere, or with
    /// nothing around it but kAround. Of a stem that stands there many times the first few are looked at.
    [[nodiscard]] bool isMadeOf(const std::string& stem, Where where) const {
        constexpr int kMostTimes = 4;
        std::size_t at = joined_.find(stem);
        if (at != std::string::npos && has(words_, stem)) {
            return true;
        }
        for (int times = 0; at != std::string::npos && times < kMostTimes; ++times) {
            const std::string_view before = std::string_view(joined_).substr(0, at);
            const std::string_view after = std::string_view(joined_).substr(at + stem.size());
            if (where == Where::Anywhere || ((endsAsPredicate(before) || isAround(before)) && isAround(after))) {
                return true;
            }
            at = joined_.find(stem, at + 1);
        }
        return false;
    }

    std::vector<std::string> words_; ///< in coarse form, without what is innocent
    std::string joined_;
    std::vector<std::string> fullWords_; ///< in folded form
    std::string full_;
    std::string core_;
    bool when_ = false;
    bool whoOrWhere_ = false;
    bool innocent_ = false;
};

} // namespace

bool mayMeanAccess(std::string_view key) {
    const Phrase phrase(key);
    if (phrase.isInnocent()) {
        return false;
    }
    const std::size_t colon = key.rfind(':'); // after a prefix that no namespace was declared for
    return phrase.isAccess() ||
           std::ranges::any_of(lists().groups,
                               [&](const Lists::Group& group) { return phrase.holds(group); }) ||
           (colon != std::string_view::npos && mayMeanAccess(key.substr(colon + 1, kMostAfterPrefix)));
}

bool saysClosed(std::string_view value) {
    constexpr std::size_t kLongest = 60;
    constexpr std::size_t kMostWords = 4;
    if (value.size() > kLongest) {
        return false;
    }
    const Phrase phrase(value);
    return !phrase.isInnocent() && phrase.wordCount() <= kMostWords &&
           std::ranges::any_of(lists().groups, [&](const Lists::Group& group) {
               return group.stems->closed && phrase.is(group);
           });
}

} // namespace sidetal::input
