#pragma once

#include "sidetal/Model/Common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sidetal {

/// Somebody of a roll, by place in it.
using Who = std::uint32_t;

/// A person's name and party, apart: "Jesper Mathiesen" and "A" of "Jesper  Mathiesen (A)"; what else stands
/// in the brackets, with a small letter, is his role: "(A, formand)", "(formand)".
struct NameAndParty {
    std::string name;
    std::string party;
    std::string role{};
};
[[nodiscard]] NameAndParty nameAndParty(std::string_view name, std::string_view party = {});

/// Finds people by the names that papers call them by: blanks collapsed, the party in brackets or in its key
/// or left out.
class PeopleIndex {
  public:
    void add(const NameAndParty& person, Who who);
    /// The one of that name and party, else the first of that name.
    [[nodiscard]] std::optional<Who> find(const NameAndParty& person) const;
    /// The one of just that name and party.
    [[nodiscard]] std::optional<Who> findExactly(const NameAndParty& person) const;
    /// The known name that is most likely meant; empty where none is near. Costs as much as there are names.
    [[nodiscard]] std::string nearest(std::string_view name) const;

  private:
    std::unordered_map<std::string, Who> byName_;
    std::unordered_map<std::string, Who> byNameAndParty_;
    std::vector<std::string> names_;
};

/// Tells the nearest known names for the first few who are not known: the rest of a hopeless list gets none.
class NearNames {
  public:
    explicit NearNames(const PeopleIndex& people)
        : people_(people) {}
    /// A note for a message, "nearest name: 'Bo Berg'"; none where no name is near.
    [[nodiscard]] std::vector<std::string> notes(std::string_view name);

  private:
    const PeopleIndex& people_;
    std::size_t asked_ = 0;
};

} // namespace sidetal
