#pragma once

#include "sidetal/Model/RichText.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal {

// Where a thing stood in its input is its `source`; of a text that is printed and has no place of its own
// `<member>Source` beside it. Places are unknown in documents that were built, are not written, and count for
// nothing where documents are compared; so do the names of the inputs.

/// A person, or a group where only a name is known (Popolo Person).
struct Person {
    std::string name;
    std::string role;  ///< "konsulent"; empty where unknown
    std::string party; ///< party letter or name (Parti); empty where unknown
    SourcePos source;
    SourcePos nameSource{}; ///< of the name where it is a key of its own
};

/// A picture file with its alternative text.
struct Logo {
    std::string file; ///< its name, beside the document's
    std::string alt;  ///< what a screen reader says for it
};

/// Who issues the document (OParl Body, Organization).
struct Organisation {
    std::string name;   ///< the municipality (Kommune)
    std::string unit;   ///< department (Forvaltning), first line of the sender block
    std::string office; ///< secretariat (Sekretariat), second line of the sender block
    std::optional<Logo> logo;
    SourcePos nameSource{};
    SourcePos unitSource{};
    SourcePos officeSource{};
};

/// A further line of the fact block.
struct Fact {
    std::string label; ///< with or without its colon
    RichText value;
    SourcePos source;
    SourcePos labelSource{};
};

/// Who may see a thing (Åben, Lukket; OS2web_meetings access 1 and 2).
enum class Access : std::uint8_t { Open, Closed };

/// Where a document stands (Kladde, Endelig).
enum class DocumentStatus : std::uint8_t { Unspecified, Draft, Final };

/// Where a key stood in its input.
struct KeyPlace {
    std::string path; ///< "items[2].kind"
    SourcePos place;
};

/// What every kind of document carries.
struct DocumentHeader {
    std::string language = "da"; ///< BCP 47
    std::string title;           ///< empty: the kind's own ("Dagsorden")
    std::optional<Organisation> organisation;
    std::optional<Date> date;               ///< the document's own date (Dato)
    std::optional<std::string> caseNumber;  ///< Sagsnr.
    std::optional<std::string> caseOfficer; ///< Sagsbehandler
    DocumentStatus status = DocumentStatus::Unspecified;
    std::string version; ///< of the document, as it is printed
    std::string style;   ///< name of the style sheet asked for; empty: the kind's own
    std::vector<Fact> facts;
    std::optional<TextHints> texts{}; ///< how the document's texts were read
    SourceNames sources{}; ///< the inputs that places of the document are counted in; empty: built in code
    std::vector<KeyPlace> keyPlaces{}; ///< of keys that the pages may leave out, where each stood first
    SourcePos source;
    SourcePos languageSource{};
    SourcePos titleSource{};
    SourcePos caseNumberSource{};
    SourcePos caseOfficerSource{};
    SourcePos styleSource{};
};

/// A committee (Udvalg; OParl Organization).
struct Committee {
    std::string name;
    std::vector<Person> members;
};

} // namespace sidetal
