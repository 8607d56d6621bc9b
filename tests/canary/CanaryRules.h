#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>

/// What an edition shows of closed things, said once more and by hand, so that a rule of the library that
/// changes is noticed.
namespace sidetal::canary {

enum class View : std::uint8_t { Show, Replace, Drop };

/// A rule by the names that policies have: "item" and "title".
using Rule = std::pair<std::string_view, std::string_view>;

/// Of each rule what an edition makes of it.
class Views {
  public:
    /// What the public gets where no policy says otherwise.
    [[nodiscard]] static Views strict();
    /// Everything is shown.
    [[nodiscard]] static Views all();
    /// Throws std::out_of_range for a rule that nothing is said of here.
    [[nodiscard]] View of(const Rule& rule) const { return views_.at(rule); }
    [[nodiscard]] bool knows(const Rule& rule) const { return views_.contains(rule); }
    void set(const Rule& rule, View view) { views_.at(rule) = view; }
    [[nodiscard]] const std::map<Rule, View>& rules() const { return views_; }

  private:
    std::map<Rule, View> views_;
};

/// True of what is always shown with what it stands in, whatever a policy says.
[[nodiscard]] bool isAlwaysShown(const Rule& rule);

/// A policy that keeps its own promises: members see what the public sees.
struct RandomPolicy {
    std::string text; ///< of its file
    Views ofPublic;
    Views ofMembers;
};
[[nodiscard]] RandomPolicy randomPolicy(std::mt19937& random);

} // namespace sidetal::canary
