#include "Documents/ClosedPlaces.h"

#include "Documents/AccessWords.h"
#include "Model/ClosedWords.h"
#include "Support/Texts.h"
#include "Tree/Values.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace sidetal::input {

namespace {

/// From the first character of something closed to that of what follows it.
struct ClosedPlace {
    SourcePos from;
    SourcePos to;        ///< unknown: to the end of the file
    bool isSaid = false; ///< by "access"; else by a key that may have been meant as that
};

bool isBefore(SourcePos a, SourcePos b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

/// The text of a value or an element, trimmed.
std::string_view textOf(const Tree& value) {
    for (const auto& [key, child] : value) {
        if (child.data().kind == TreeKind::Text) {
            return trim(child.data().text);
        }
    }
    return trim(value.data().text);
}

class PlaceFinder {
  public:
    explicit PlaceFinder(const std::vector<std::string>& acceptedKeys)
        : accepted_(acceptedKeys) {}

    /// No deeper than ReadLimits::depth.
    void walk(const Tree& tree, std::string_view key) {
        const TreeData& data = tree.data();
        const SourcePos from = data.keyPosition.orElse(data.position);
        for (std::size_t i : std::exchange(open_, {})) {
            found_[i].to = from;
        }
        const auto [closed, said] = closedness(tree, key);
        if (closed) {
            found_.push_back({from, {}, said});
        }
        const std::size_t index = found_.size() - 1;
        for (const auto& [name, child] : tree) {
            if (child.data().kind != TreeKind::Text) {
                walk(child, name);
            }
        }
        if (closed) {
            open_.push_back(index);
        }
    }

    [[nodiscard]] std::vector<ClosedPlace> take() && { return std::move(found_); }

  private:
    [[nodiscard]] std::pair<bool, bool> closedness(const Tree& tree, std::string_view key) const {
        bool maybe = false;
        for (const auto& [name, child] : tree) {
            if (name == "access") {
                if (textOf(child) != "open") {
                    return {true, true};
                }
            } else if (!name.empty() && !(key == "meeting" && name == "closed") && mayMeanAccess(name) &&
                       std::ranges::find(accepted_, name) == accepted_.end()) {
                maybe = true;
            }
        }
        return {maybe, false};
    }

    const std::vector<std::string>& accepted_;
    std::vector<ClosedPlace> found_;
    std::vector<std::size_t> open_; ///< those that end where the next value begins
};

/// True for a message that helps to say what "access" is, and can quote nothing else.
bool isAboutAccess(const Diagnostic& d) {
    return (d.code == "SID-I015" || d.code == "SID-I024") && d.path.ends_with(".access");
}

bool isClosed(const Diagnostic& d, const std::vector<ClosedPlace>& places) {
    if (places.empty() || isAboutAccess(d)) {
        return false;
    }
    if (!d.position.known() || d.path.starts_with("meeting.attendance")) {
        return true;
    }
    // The name of a key belongs to what it stands in.
    const bool isOfKey = d.code == "SID-I014" || d.code == "SID-I024";
    return std::ranges::any_of(places, [&](const ClosedPlace& place) {
        return !(isOfKey && d.position == place.from) && !isBefore(d.position, place.from) &&
               (!place.to.known() || isBefore(d.position, place.to)) &&
               (place.isSaid || d.code != "SID-I024");
    });
}

/// True where the file may hold something closed, for all that can be said of one that could not be read.
bool mayHoldClosed(std::string_view bytes) {
    constexpr std::array<std::string_view, 4> kWords = {"closed", "Closed", "lukke", "ortrolig"};
    return std::ranges::any_of(
        kWords, [&](std::string_view word) { return bytes.find(word) != std::string_view::npos; });
}

/// Codes of what is no document yet.
bool isOfSyntax(const Diagnostic& d) {
    constexpr std::array<std::string_view, 4> kCodes = {"SID-I006", "SID-I007", "SID-I008", "SID-I009"};
    return std::ranges::find(kCodes, std::string_view(d.code)) != kCodes.end();
}

} // namespace

Diagnostics withoutClosedWords(const Diagnostics& diagnostics, const Tree& tree, std::string_view bytes,
                               const std::vector<std::string>& acceptedKeys) {
    const auto endedEarly = [](const Diagnostic& d) { return isOfSyntax(d) && d.code != "SID-I009"; };
    const bool inDoubt = std::ranges::any_of(diagnostics.all(), endedEarly) && mayHoldClosed(bytes);
    PlaceFinder finder(acceptedKeys);
    finder.walk(tree, {});
    const std::vector<ClosedPlace> places = std::move(finder).take();
    if (places.empty() && !inDoubt) {
        return diagnostics;
    }
    Diagnostics out;
    out.setSources(diagnostics.sources(), diagnostics.ownSource());
    for (Diagnostic d : diagnostics.all()) {
        if (isClosed(d, places) || (inDoubt && isOfSyntax(d))) {
            withholdWords(d);
        }
        out.add(std::move(d));
    }
    return out;
}

} // namespace sidetal::input
