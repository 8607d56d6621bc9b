#pragma once

#include "Model/Fields/Field.h"
#include "sidetal/Model/Common.h"

#include <array>
#include <tuple>

/// The tables of what every kind of document carries.

namespace sidetal::model {

template <>
struct Words<Access> {
    static constexpr std::array values = {
        Named<Access>{"open", Access::Open, "Åben: anybody may see it."},
        Named<Access>{"closed", Access::Closed, "Lukket: left out of the public edition."},
    };
};

template <>
struct Words<DocumentStatus> {
    static constexpr std::array values = {
        Named<DocumentStatus>{"draft", DocumentStatus::Draft, "Kladde: not approved yet."},
        Named<DocumentStatus>{"final", DocumentStatus::Final, "Endelig: approved.", ValueShown::Unsaid},
    };
};

template <>
struct Table<Person> {
    static constexpr std::string_view name = "person";
    static constexpr std::string_view description =
        "A person, or a group of whom only a name is known; plain text is the name alone.";
    static constexpr auto brief = &Person::name;
    static constexpr std::tuple fields = {
        field<&Person::name>("name", "Navn: the person's or the group's name, as it is printed.")
            .required()
            .placed<&Person::nameSource>(),
        field<&Person::role>("role", "Funktion, such as \"konsulent\": printed after the name and a comma."),
        field<&Person::party>("party",
                              "Parti: the party's letter or name, printed in parentheses after the name."),
    };
};

template <>
struct Table<Logo> {
    static constexpr std::string_view name = "logo";
    static constexpr std::string_view description = "A picture.";
    static constexpr std::tuple fields = {
        field<&Logo::file, form::FileName>("file", "Fil: the picture's file, beside the document's.")
            .required(),
        field<&Logo::alt>("alt", "Alternativ tekst: what a screen reader says for it.").required(),
    };
};

template <>
struct Table<Organisation> {
    static constexpr std::string_view name = "organisation";
    static constexpr std::string_view description = "Afsender: who issues the document (OParl Body).";
    static constexpr std::tuple fields = {
        field<&Organisation::name>("name",
                                   "Kommune: the municipality; in an agenda a line of the sender's block.")
            .placed<&Organisation::nameSource>(),
        field<&Organisation::unit>("unit",
                                   "Forvaltning: the department; in an agenda a line of the sender's block.")
            .placed<&Organisation::unitSource>(),
        field<&Organisation::office>("office",
                                     "Sekretariat: the office; in an agenda a line of the sender's block.")
            .placed<&Organisation::officeSource>(),
        field<&Organisation::logo>("logo", "Logo: on a cover.").within(PagePart::Cover),
    };
};

template <>
struct Words<TableHeaders> {
    static constexpr std::array values = {
        Named<TableHeaders>{"marked", TableHeaders::AsMarked, "Those that are marked, or none."},
        Named<TableHeaders>{"row", TableHeaders::FirstRow, "Where none is marked, the first row."},
        Named<TableHeaders>{"column", TableHeaders::FirstColumn, "Where none is marked, the first column."},
    };
};

template <>
struct Table<TextHints> {
    static constexpr std::string_view name = "texts";
    static constexpr std::string_view description =
        "How texts are meant that say with blanks and signs what markup would say.";
    static constexpr std::tuple fields = {
        field<&TextHints::tableHeaders>("tableHeaders",
                                        "Tabelhoveder: the header cells of tables that mark none."),
        field<&TextHints::typedLists>("typedLists",
                                      "Lines that begin with \"-\", \"1.\" or \"a)\" are lists."),
        field<&TextHints::typedTables>("typedTables",
                                       "Lines whose parts stand apart by runs of blanks are tables."),
    };
};

template <>
struct Table<Fact> {
    static constexpr std::string_view name = "fact";
    static constexpr std::string_view description = "A further fact: a label and what it says.";
    static constexpr std::tuple fields = {
        field<&Fact::label>("label", "Ledetekst: printed with a colon.")
            .required()
            .placed<&Fact::labelSource>(),
        field<&Fact::value>("value", "Indhold: the line is printed even if this is empty."),
    };
};

template <>
struct Table<Committee> {
    static constexpr std::string_view name = "committee";
    static constexpr std::string_view description = "Udvalg: a committee (OParl Organization).";
    static constexpr std::tuple fields = {
        field<&Committee::name>(
            "name", "Udvalgets navn: part of the file's title, where the document's own does not name it.")
            .required(),
        field<&Committee::members>("members", "Medlemmer: in elected order, the chair first.")
            .of("person")
            .within(PagePart::Attendance),
    };
};

/// The field `name` for a member of T's header.
template <class T, auto Member, class Form = form::Plain>
constexpr auto headerField(std::string_view name, std::string_view description) {
    return fieldAt<NestedMember<&T::header, Member>, Form>(name, description);
}

/// As headerField(), with the member of the header that keeps its place.
template <class T, auto Member, auto PlaceMember, class Form = form::Plain>
constexpr auto placedHeaderField(std::string_view name, std::string_view description) {
    return headerField<T, Member, Form>(name, description)
        .template placedAt<NestedMember<&T::header, PlaceMember>>();
}

/// The fields of the header, which stand beside T's own; `printed`: the kind prints all that is not said to
/// be shown by none.
template <class T>
constexpr auto headerFields(bool printed) {
    using H = DocumentHeader;
    const auto either = [printed](std::string_view ofPrinted, std::string_view otherwise) {
        return printed ? ofPrinted : otherwise;
    };
    return std::tuple{
        placedHeaderField<T, &H::language, &H::languageSource, form::Language>(
            "language", "Sprog, BCP 47, \"da\" where it is missing: of the file, its hyphenation and the "
                        "printed labels."),
        placedHeaderField<T, &H::title, &H::titleSource>(
            "title", "Titel: the first heading and the file's title; where it is missing the kind's own "
                     "(\"Dagsorden\", \"Målmatrix\")."),
        headerField<T, &H::organisation>(
            "organisation", either("Afsender: who issues the document, printed in the sender's block.",
                                   "Afsender: who issues the document."))
            .notShown(!printed)
            .within(PagePart::Sender),
        headerField<T, &H::date>(
            "date",
            either("Dato: the document's own date, printed in the sender's block, and the file's date.",
                   "Dato: the document's own date, which is the file's.")),
        placedHeaderField<T, &H::caseNumber, &H::caseNumberSource>(
            "caseNumber", either("Sagsnr.: printed in the sender's block, even if it is empty.", "Sagsnr."))
            .notShown(!printed)
            .within(PagePart::Sender),
        placedHeaderField<T, &H::caseOfficer, &H::caseOfficerSource>(
            "caseOfficer",
            either("Sagsbehandler: printed in the sender's block, even if it is empty.", "Sagsbehandler."))
            .notShown(!printed)
            .within(PagePart::Sender),
        headerField<T, &H::status>("status",
                                   "Status: a draft has it in its titles, in its head and across its pages."),
        headerField<T, &H::version>(
            "version", either("Version: a line of the fact block.", "Version: in the line under the title.")),
        placedHeaderField<T, &H::style, &H::styleSource>(
            "style", "Typografi: name of the built-in style sheet, where it is missing the kind's own."),
        headerField<T, &H::facts>(
            "facts", either("Yderligere oplysninger: further lines of the fact block, in this order.",
                            "Yderligere oplysninger: further facts."))
            .of("fact")
            .notShown(!printed),
        headerField<T, &H::texts>("texts", "Tekster: how the document's texts are to be read."),
    };
}

} // namespace sidetal::model
