#pragma once

#include <array>
#include <string_view>

namespace sidetal::bench {

// clang-format off
/// The vocabulary of the measured documents: the words that all figures before ours were measured with.
inline constexpr std::array<std::string_view, 141> kWords{
    "og", "i", "at", "det", "er", "en", "til", "som", "på", "de", "med", "han", "af", "for", "ikke",
    "der", "var", "mig", "sig", "men", "et", "har", "om", "vi", "min", "havde", "ham", "hun", "nu",
    "over", "da", "fra", "du", "ud", "sin", "dem", "os", "op", "man", "hans", "hvor", "eller", "hvad",
    "skal", "selv", "her", "alle", "vil", "blev", "kunne", "ind", "når", "være", "dog", "noget",
    "ville", "jo", "deres", "efter", "ned", "skulle", "denne", "end", "dette", "mit", "også", "under",
    "have", "dig", "anden", "hende", "mine", "alt", "meget", "sit", "sine", "vor", "mod", "disse", "hvis",
    "din", "nogle", "hos", "blive", "mange", "ad", "bliver", "hendes", "været", "kommunen", "afgørelse",
    "borgeren", "sagsnummer", "oplysninger", "ansøgning", "behandling", "forvaltningen", "kontakt",
    "telefon", "åbningstider", "ændringer", "økonomi", "tilskud", "størrelse", "beløbet",
    "udbetales", "måneden", "betaling", "fritagelse", "effektivt", "officielt", "afgift", "Tårnby",
    "Vejle", "Ærø", "Ålborg", "AVATAR", "Wagner", "tilgængelighed", "næste", "første", "fortsætter",
    "retningslinjer", "offentlig", "digital", "selvbetjening", "påbegyndt", "kvittering", "bekræftelse",
    "dokumentation", "undersøgelse", "sundhed", "løbende", "særlig", "vejledning", "rådgivning",
    "klage", "frist", "uger", "dage", "år",
};
// clang-format on

} // namespace sidetal::bench
