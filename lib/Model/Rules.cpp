#include "Model/Rules.h"

#include "Model/Fields/MeetingFields.h"
#include "Support/Ascii.h"
#include "Support/Marks.h"
#include "Support/Names.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal::model {

bool isLanguageTag(std::string_view tag) {
    bool first = true;
    for (;;) {
        const std::size_t end = std::min(tag.find('-'), tag.size());
        const std::string_view part = tag.substr(0, end);
        const bool letters = std::all_of(part.begin(), part.end(), ascii::isLetter);
        const bool good = first ? letters && part.size() <= 3
                                : std::all_of(part.begin(), part.end(), ascii::isLetterOrDigit);
        if (!good || part.size() < 2 || part.size() > 8) {
            return false;
        }
        if (end == tag.size()) {
            return true;
        }
        tag.remove_prefix(end + 1);
        first = false;
    }
}

namespace {

/// Without blanks and control characters.
bool isOneWord(std::string_view address) {
    return std::none_of(address.begin(), address.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

} // namespace

bool isFollowed(std::string_view address) {
    static constexpr std::array<std::string_view, 4> kSchemes = {"http://", "https://", "mailto:", "tel:"};
    const bool scheme = std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view each) {
        return address.size() > each.size() && ascii::lowered(address.substr(0, each.size())) == each;
    });
    return scheme && isOneWord(address);
}

bool isBeside(std::string_view address) {
    return (address.starts_with("./") || address.starts_with("../")) && isOneWord(address);
}

void checkAddress(std::string_view address, const Faults& faults) {
    if (!address.empty() && !isFollowed(address)) {
        faults.error("SID-I070", "expected an address that begins with https:// or http://");
    }
}

void reportMissingAlt(const Faults& faults) {
    faults.error("SID-I060",
                 "the picture has no alternative text, expected 'alt' with the words that stand for "
                 "it, or that it is decorative");
}

void checkFilled(const std::string& text, const Faults& faults) {
    if (isBlank(text)) {
        faults.error("SID-I012", "empty, expected text");
    }
}

void checkFilled(const RichText& text, const Faults& faults) {
    if (text.empty()) {
        faults.error("SID-I012", "empty, expected text");
    }
}

void checkFilled(std::size_t members, std::string_view element, const Faults& faults) {
    if (members == 0) {
        faults.error("SID-I012", fmt::format("empty, expected at least one {}", element));
    }
}

void checkLanguage(std::string_view tag, const Faults& faults) {
    if (!isLanguageTag(tag)) {
        faults.error("SID-I019",
                     fmt::format("expected a language tag such as 'da' or 'en-GB', found {}", inQuotes(tag)));
    }
}

void checkDate(Date date, const Faults& faults) {
    if (parseDate(formatIso(date)) != date) {
        faults.error("SID-I016", fmt::format("expected a day that exists, found year {}, month {}, day {}",
                                             date.year, date.month, date.day));
    }
}

void checkTime(TimeOfDay time, const Faults& faults) {
    if (parseTime(formatIso(time)) != time) {
        faults.error("SID-I017",
                     fmt::format("expected a time from '00:00' to '23:59', found hour {}, minute {}",
                                 time.hour, time.minute));
    }
}

void checkRange(std::int64_t value, const FieldInfo& info, const Faults& faults) {
    if (value < info.least || value > info.most) {
        faults.error("SID-I018", fmt::format("expected a whole number from {} to {}, found {}", info.least,
                                             info.most, value));
    }
}

void checkRange(Length value, const FieldInfo& info, const Faults& faults) {
    if (value.milli() < info.least || value.milli() > info.most) {
        faults.error("SID-I018", fmt::format("expected a number from {} to {}, found {}",
                                             formatPoints(Length::milli(info.least)),
                                             formatPoints(Length::milli(info.most)), formatPoints(value)));
    }
}

bool checkText(std::string_view text, const Faults& faults) {
    if (const auto at = utf8::findInvalid(text)) {
        faults.error("SID-I003", fmt::format("expected UTF-8, found the byte {:02X} at offset {}",
                                             static_cast<unsigned char>(text[*at]), *at));
        return false;
    }
    const auto mark = marks::findTooMany(text);
    if (mark) {
        faults.error("SID-I035", marks::tooManyMessage(text, *mark));
    }
    return !mark;
}

void reportRepeated(std::string_view name, SourcePos first, const Faults& faults) {
    const std::string place = first.known() ? fmt::format(", at {}:{}", first.line, first.column) : "";
    faults.error("SID-I009", fmt::format("{} stands there already{}", inQuotes(name), place));
}

void checkRules(const Section& section, const Faults& faults) {
    if (utf8::findInvalid(section.title) || utf8::findInvalid(section.key) || !isBlank(section.title)) {
        return;
    }
    if (section.key.empty()) {
        faults.missing("key");
    } else if (std::find(kSectionKeys.begin(), kSectionKeys.end(), section.key) == kSectionKeys.end()) {
        std::vector<std::string> notes;
        if (const auto near = nearestName(section.key, kSectionKeys)) {
            notes.push_back(fmt::format("nearest known section: '{}'", *near));
        }
        faults.error(
            "SID-I022",
            fmt::format("section {} has no heading of its own, expected its title", inQuotes(section.key)),
            std::move(notes));
    }
}

void checkRules(const Goal& goal, const Faults& faults) {
    if (!utf8::findInvalid(goal.number) && isBlank(goal.number) && goal.text.empty()) {
        faults.missing("text");
    }
}

void checkRules(const Initiative& initiative, const Faults& faults) {
    if (!utf8::findInvalid(initiative.title) && isBlank(initiative.title) && initiative.description.empty()) {
        faults.missing("title");
    }
}

void checkRules(const MeetingPaper& paper, const Faults& faults) {
    if (!paper.items.empty() && !paper.groups.empty()) {
        faults.error("SID-I023", "'items' and 'groups' exclude each other, expected one of them");
    }
}

} // namespace sidetal::model
