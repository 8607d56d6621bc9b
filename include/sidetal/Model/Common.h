#pragma once

#include "sidetal/Model/RichText.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// A person, or a group where only a name is known (Popolo Person).
struct Person {
    std::string name;
    std::string role;  ///< "konsulent"; empty where unknown
    std::string party; ///< party letter or name (Parti); empty where unknown
    SourcePos source;
};

/// A picture file with its alternative text.
struct Logo {
    std::string file;
    std::string alt;
};

/// Who issues the document (OParl Body, Organization).
struct Organisation {
    std::string name;   ///< the municipality (Kommune)
    std::string unit;   ///< department (Forvaltning), first line of the sender block
    std::string office; ///< secretariat (Sekretariat), second line of the sender block
    std::optional<Logo> logo;
};

/// A further line of the fact block.
struct Fact {
    std::string label;
    RichText value;
    SourcePos source;
};

/// Who may see a thing (Åben, Lukket; OS2web_meetings access 1 and 2).
enum class Access : std::uint8_t { Open, Closed };

/// Where a document stands (Kladde, Endelig).
enum class DocumentStatus : std::uint8_t { Unspecified, Draft, Final };

/// What every kind of document carries (model.md, Common).
struct DocumentHeader {
    std::string language = "da"; ///< BCP 47
    std::string title;           ///< empty: the kind's own ("Dagsorden")
    std::optional<Organisation> organisation;
    std::optional<Date> date;               ///< the document's own date (Dato)
    std::optional<std::string> caseNumber;  ///< Sagsnr.
    std::optional<std::string> caseOfficer; ///< Sagsbehandler
    DocumentStatus status = DocumentStatus::Unspecified;
    std::string version;
    std::string style; ///< name of the style sheet asked for; empty: the kind's own
    std::vector<Fact> facts;
    SourcePos source;
};

/// A committee (Udvalg; OParl Organization).
struct Committee {
    std::string name;
    std::vector<Person> members;
};

} // namespace sidetal
