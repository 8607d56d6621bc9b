#include "Input/Checker.h"

#include "Support/Marks.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

namespace sidetal::input {

void Checker::text(std::string_view value) const {
    if (const auto at = utf8::findInvalid(value)) {
        error(fmt::format("expected UTF-8, found the byte {:02X} at offset {}",
                          static_cast<unsigned char>(value[*at]), *at));
    } else if (const auto mark = marks::findTooMany(value)) {
        error(marks::tooManyMessage(value, *mark));
    }
}

void Checker::date(Date value) const {
    if (parseDate(formatIso(value)) != value) {
        error(fmt::format("expected a day that exists, found year {}, month {}, day {}", value.year,
                          value.month, value.day));
    }
}

void Checker::time(TimeOfDay value) const {
    if (parseTime(formatIso(value)) != value) {
        error(fmt::format("expected a time from '00:00' to '23:59', found hour {}, minute {}", value.hour,
                          value.minute));
    }
}

void Checker::range(std::int64_t value, std::int64_t least, std::int64_t most) const {
    if (value < least || value > most) {
        error(fmt::format("expected {} to {}, found {}", least, most, value));
    }
}

bool Checker::mayGoDeeper() const {
    constexpr unsigned kDeepest = 256;
    if (depth_ == kDeepest) {
        error("nested deeper than anything that can be printed");
    }
    return depth_ < kDeepest;
}

void Checker::error(std::string message) const {
    std::string path;
    appendPath(path);
    diagnostics_.error("SID-R003", std::move(message), {}, std::move(path));
}

void Checker::appendPath(std::string& path) const {
    if (outer_ == nullptr) {
        return;
    }
    outer_->appendPath(path);
    if (key_.empty()) {
        path += fmt::format("[{}]", index_);
    } else {
        path += path.empty() ? "" : ".";
        path += key_;
    }
}

} // namespace sidetal::input
