#pragma once

#include "Model/Fields/Field.h"
#include "Model/Fields/Visit.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Support/Length.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What must hold of values besides their types: functions of the value, so that they hold for documents that
/// were read and for those that were built in code, with the same codes.

namespace sidetal::model {

/// How deep lists, quotes, definitions and cells may be nested within a text.
inline constexpr std::size_t kDeepestList = 20;
/// The most rows that a cell may span.
inline constexpr std::uint32_t kMostRowSpan = 1'000;

/// Takes what is wrong with a value, and knows where it stands: in a file, where its reader calls the rules,
/// or in a document that is walked (Check.h).
class Faults {
  public:
    virtual void error(std::string_view code, std::string message,
                       std::vector<std::string> notes = {}) const = 0;
    /// SID-I012: the value's member `key` is missing.
    virtual void missing(std::string_view key) const = 0;

  protected:
    ~Faults() = default;
};

/// SID-I012 where a text that is required, UTF-8, shows nothing.
void checkFilled(const std::string& text, const Faults& faults);
void checkFilled(const RichText& text, const Faults& faults);
/// SID-I012 where a list that is required has no members, which are named `element`.
void checkFilled(std::size_t members, std::string_view element, const Faults& faults);

/// True for a language tag (BCP 47, the parts that a document can need: language, script, region, variants).
[[nodiscard]] bool isLanguageTag(std::string_view tag);
/// SID-I019 where it is none.
void checkLanguage(std::string_view tag, const Faults& faults);

/// SID-I016, SID-I017 where there is no such day or time.
void checkDate(Date date, const Faults& faults);
void checkTime(TimeOfDay time, const Faults& faults);
/// SID-I018 outside of the field's range.
void checkRange(std::int64_t value, const FieldInfo& info, const Faults& faults);
void checkRange(Length value, const FieldInfo& info, const Faults& faults);
/// False, and SID-I003 or SID-I035, where it is no UTF-8 or has more combining marks on end than may be.
bool checkText(std::string_view text, const Faults& faults);

/// True for an address that readers may be led to: of http, https, mailto or tel, without blanks and control
/// characters (RFC 3986, section 3.1; RFC 6068; RFC 3966). No other scheme can be followed safely.
[[nodiscard]] bool isFollowed(std::string_view address);
/// True for an address that leads to a file beside the PDF, or from its folder on: it begins with "./" or
/// "../". Only documents that were built in code may have such ones: what is read is followed elsewhere too.
[[nodiscard]] bool isBeside(std::string_view address);
/// SID-I070 where it is neither empty nor followed.
void checkAddress(std::string_view address, const Faults& faults);
/// SID-I060: a picture has no words that stand for it, nor is it decorative (ISO 14289-1, 7.3).
void reportMissingAlt(const Faults& faults);

/// SID-I009: what is called `name` stands in its list already, at `first`.
void reportRepeated(std::string_view name, SourcePos first, const Faults& faults);

/// SID-I009 where one of `earlier` has the same `Member`.
template <auto Member, class T>
void checkOnce(std::span<const T> earlier, const T& value, const Faults& faults) {
    for (const T& other : earlier) {
        if (other.*Member == value.*Member) {
            reportRepeated(nameOf(value.*Member), sourceOf(other), faults);
            return;
        }
    }
}

/// A section needs a title where its key has none of its own (SID-I012, SID-I022).
void checkRules(const Section& section, const Faults& faults);
/// A goal has words, or a number by which a catalogue has them (SID-I012).
void checkRules(const Goal& goal, const Faults& faults);
/// An initiative has a title or a description (SID-I012).
void checkRules(const Initiative& initiative, const Faults& faults);
/// Items stand in the paper or in its groups (SID-I023).
void checkRules(const MeetingPaper& paper, const Faults& faults);

/// What has rules of its own.
template <class T>
concept Ruled = requires(const T& value, const Faults& faults) {
    checkRules(value, faults);
};

/// True for a person of whom nothing is known: a line of the fact block without a name.
[[nodiscard]] inline bool isUnknown(const Person& person) {
    return person.name.empty() && person.role.empty() && person.party.empty();
}

} // namespace sidetal::model
