#include "Attendance/Messages.h"

#include <array>
#include <utility>

namespace sidetal {

std::string_view inGeneral(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kMessages = {{
        {"SID-A001", "somebody leaves before arriving, or comes back before leaving"},
        {"SID-A002", "somebody arrives who is there already"},
        {"SID-A003", "somebody leaves who is not there"},
        {"SID-A004", "somebody votes who is not there"},
        {"SID-A005", "there are more votes than members present"},
        {"SID-A006", "somebody votes twice"},
        {"SID-A007", "the count is not that of those who are named"},
        {"SID-A008", "somebody is a substitute for somebody who is there"},
        {"SID-A009", "somebody is a substitute for nobody who is known"},
        {"SID-A011", "a time outside of the meeting"},
        {"SID-A012", "a time earlier than that of an earlier item"},
        {"SID-A013", "somebody votes who is neither a member nor a party"},
        {"SID-A014", "somebody is named who is not known"},
    }};
    for (const auto& [each, message] : kMessages) {
        if (each == code) {
            return message;
        }
    }
    return "this contradicts the rest of the paper";
}

} // namespace sidetal
