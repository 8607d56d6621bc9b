#pragma once

#include "Model/Fields/Visit.h"
#include "Model/Rules.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal::model {

/// Tells faults of the value at a place of the document; both must live as long as this.
class FaultsAt final : public Faults {
  public:
    FaultsAt(const Place& place, Diagnostics& diagnostics)
        : place_(place)
        , diagnostics_(diagnostics) {}
    void error(std::string_view code, std::string message,
               std::vector<std::string> notes = {}) const override {
        diagnostics_.error(code, std::move(message), place_.position(), place_.path(), std::move(notes));
    }
    void missing(std::string_view key) const override {
        FaultsAt(Place(place_, key, {}), diagnostics_).error("SID-I012", "missing");
    }

  private:
    const Place& place_;
    Diagnostics& diagnostics_;
};

} // namespace sidetal::model
