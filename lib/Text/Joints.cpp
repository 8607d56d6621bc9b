#include "Text/Joints.h"

#include <algorithm>
#include <span>

namespace sidetal {

namespace {

constexpr std::size_t kLeastPart = 3; ///< letters of a part of a compound
constexpr std::size_t kLeastUnknown =
    5; ///< of one that is not known: shorter ones are endings ("borger-nes")

/// What a first part ends in that is no word's end: the s that links it to the next one.
constexpr std::u32string_view kLinked[] = {
    U"heds", U"ings",  U"tions", U"sions", U"skabs",   U"doms",  U"elses",  U"råds",  U"tets",  U"læggs",
    U"lægs", U"slags", U"brugs", U"falds", U"lags",    U"buds",  U"hvervs", U"bejds", U"magts", U"ræts",
    U"teks", U"seums", U"skuds", U"valgs", U"trafiks", U"rifts", U"vands",  U"lands", U"tids",  U"agtigheds",
};

/// Words that come first, with their linking letters. Those that end by chance where other words go on are
/// taken with a known last part alone (kWeakFirst).
constexpr std::u32string_view kFirst[] = {
    U"kommune",  U"kommunal", U"økonomi", U"budget",     U"regnskabs", U"social",      U"kultur",
    U"teknik",   U"miljø",    U"klima",   U"natur",      U"børne",     U"skole",       U"folke",
    U"ældre",    U"hjemme",   U"bolig",   U"trafik",     U"cykel",     U"energi",      U"affald",
    U"spilde",   U"drikke",   U"fjern",   U"stats",      U"regions",   U"dags",        U"døgn",
    U"idræts",   U"svømme",   U"sports",  U"musik",      U"handicap",  U"special",     U"frivillig",
    U"sags",     U"klage",    U"rets",    U"personale",  U"ejendoms",  U"medarbejder", U"ressource",
    U"resultat", U"strategi", U"borger",  U"borgmester", U"møde",      U"bygge",       U"byggeri",
    U"fritids",  U"ungdoms",  U"lokal",   U"industri",   U"projekt",   U"program",     U"familie",
    U"forældre", U"lærer",    U"elev",    U"psykiatri",  U"kirke",     U"havne",       U"havn",
    U"turist",   U"turisme",  U"data",    U"internet",   U"website",   U"telefon",     U"kontrakt",
    U"kontroll", U"kontrol",  U"vinter",  U"sommer",     U"efterårs",  U"forårs",      U"kvartals",
    U"måneds",   U"halvårs",  U"årsags",  U"center",     U"kapital",   U"formue",      U"pensions",
    U"ledelses", U"ledighed", U"tværfag", U"kvalitets",
};

/// First parts that are also the beginning or the end of much else.
constexpr std::u32string_view kWeakFirst[] = {
    U"by",   U"vej",  U"vand", U"sol",   U"vind",   U"dag",  U"syge", U"pleje", U"tand", U"lov", U"valg",
    U"løn",  U"mål",  U"års",  U"grund", U"handle", U"skov", U"park", U"bil",   U"tog",  U"bus", U"hus",
    U"have", U"sund", U"land", U"lands", U"fag",    U"plan", U"leje", U"råd",   U"bus",  U"sti", U"strand",
};

/// Words that come last; what follows them may be an ending or a further part.
constexpr std::u32string_view kLast[] = {
    U"sekretær",    U"sekretariat", U"forvaltning", U"udvalg",      U"direktør",     U"direktion",
    U"bestyrelse",  U"medlem",      U"møde",        U"politik",     U"strategi",     U"indsats",
    U"område",      U"center",      U"skole",       U"institution", U"hjælp",        U"ordning",
    U"tilskud",     U"støtte",      U"tilsyn",      U"kontrol",     U"aftale",       U"bestemmelse",
    U"nævn",        U"kommission",  U"gruppe",      U"arbejde",     U"opgave",       U"behandl",
    U"plads",       U"trafik",      U"areal",       U"bygning",     U"anlæg",        U"værk",
    U"station",     U"system",      U"rapport",     U"notat",       U"bilag",        U"oversigt",
    U"periode",     U"budget",      U"regnskab",    U"konto",       U"ramme",        U"bevilling",
    U"udgift",      U"indtægt",     U"pulje",       U"gebyr",       U"takst",        U"afgift",
    U"personale",   U"medarbejder", U"bruger",      U"borger",      U"familie",      U"pædagog",
    U"tilbud",      U"tilladelse",  U"udvikling",   U"planlægning", U"forsyning",    U"fornyelse",
    U"belysning",   U"parkering",   U"varme",       U"forening",    U"forbrug",      U"sikkerhed",
    U"sortering",   U"beskyttelse", U"tilpasning",  U"vedligehold", U"projekt",      U"program",
    U"proces",      U"kvalitet",    U"standard",    U"revision",    U"beretning",    U"protokol",
    U"orden",       U"opfølgning",  U"forslag",     U"forlig",      U"resultat",     U"uddannelse",
    U"niveau",      U"marked",      U"miljø",       U"løshed",      U"fremstilling", U"nummer",
    U"høring",      U"frist",       U"adgang",      U"givning",     U"grundlag",     U"udøvelse",
    U"samtale",     U"kontrakt",    U"vurdering",   U"skyld",       U"vedtægt",      U"service",
    U"inddragelse", U"rådgiv",      U"kontor",      U"selskab",     U"beredskab",    U"oplysning",
    U"pension",     U"distrikt",    U"fremme",      U"sundhed",     U"kasse",        U"dagpenge",
    U"familier",    U"kommune",     U"region",      U"leder",       U"ledelse",      U"ejer",
    U"plejerske",   U"portal",      U"regulativ",   U"mølle",       U"celle",        U"modning",
    U"opsyn",       U"redegørelse", U"investering", U"fordeling",   U"vejledning",   U"uddeling",
    U"analyse",     U"ansvar",      U"formand",     U"styrelse",    U"lovgivning",   U"sikring",
    U"styrer",      U"rettighed",   U"klub",
};

/// Last parts that are also within much else.
constexpr std::u32string_view kWeakLast[] = {
    U"plan", U"råd",  U"chef", U"pleje", U"hjem", U"have", U"hus",  U"sal",  U"side",  U"sag",  U"lov",
    U"ret",  U"vej",  U"sti",  U"park",  U"net",  U"tal",  U"år",   U"skat", U"løn",   U"barn", U"børn",
    U"læge", U"vand", U"løb",  U"grund", U"hal",  U"part", U"svar", U"liv",  U"giver", U"mål",  U"fond",
    U"bus",  U"time", U"uge",  U"dag",   U"bane", U"land", U"syn",  U"fag",  U"sats",
};

/// What no compound's first part is alone.
constexpr std::u32string_view kPrefixes[] = {
    U"med",  U"for", U"ind",   U"til", U"under", U"over", U"gen",    U"sam", U"mod",
    U"fore", U"mis", U"efter", U"fra", U"frem",  U"hen",  U"gennem", U"vel", U"sær",
};

/// What ends a word: no part of its own.
constexpr std::u32string_view kSuffixes[] = {U"hed", U"ning",   U"else", U"skab",
                                             U"lig", U"mæssig", U"som",  U"ende"};

bool isOneOf(std::u32string_view part, std::span<const std::u32string_view> words) {
    return std::ranges::find(words, part) != words.end();
}

bool endsWithOneOf(std::u32string_view part, std::span<const std::u32string_view> ends) {
    return std::ranges::any_of(ends, [&](std::u32string_view end) { return part.ends_with(end); });
}

bool beginsWithOneOf(std::u32string_view part, std::span<const std::u32string_view> words) {
    return std::ranges::any_of(words, [&](std::u32string_view word) { return part.starts_with(word); });
}

/// Whether there is a joint between `before`, which begins after the joint before it, and `after`.
bool isJoint(std::u32string_view before, std::u32string_view after, bool isOfPatterns) {
    if (before.size() < kLeastPart || after.size() < kLeastPart || beginsWithOneOf(after, kSuffixes)) {
        return false;
    }
    const bool first = endsWithOneOf(before, kLinked) || isOneOf(before, kFirst);
    const bool last = beginsWithOneOf(after, kLast);
    const bool both = first ? last || beginsWithOneOf(after, kWeakLast)
                            : isOneOf(before, kWeakFirst) && (last || beginsWithOneOf(after, kWeakLast));
    const bool one = last || (first && after.size() >= kLeastUnknown);
    return both || (isOfPatterns && one && !isOneOf(before, kPrefixes));
}

} // namespace

std::vector<LetterPlace> placesOf(std::u32string_view letters, const std::vector<bool>& patterns) {
    std::vector<LetterPlace> places;
    std::size_t begin = 0; // of the part at hand
    for (std::size_t at = 1; at < letters.size(); ++at) {
        if (isJoint(letters.substr(begin, at - begin), letters.substr(at), patterns[at])) {
            places.push_back({at, patterns[at] ? HyphenKind::Joint : HyphenKind::NewJoint});
            begin = at;
        } else if (patterns[at]) {
            places.push_back({at, HyphenKind::Plain});
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i) { // no part is as short as what lies between them
        const auto isNear = [&](std::size_t other) {
            return other < places.size() && places[other].kind == HyphenKind::NewJoint &&
                   std::max(places[other].letter, places[i].letter) <
                       std::min(places[other].letter, places[i].letter) + kLeastPart;
        };
        if (places[i].kind == HyphenKind::Plain && (isNear(i + 1) || isNear(i - 1))) {
            places[i].kind = HyphenKind::Doubtful;
        }
    }
    return places;
}

} // namespace sidetal
