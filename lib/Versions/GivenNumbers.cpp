#include "Versions/GivenNumbers.h"

namespace sidetal {

void giveNumbers(AgendaItem& item, std::span<const std::string>& numbers) {
    item.number = numbers.front();
    numbers = numbers.subspan(1);
    for (AgendaItem& inner : item.items) {
        giveNumbers(inner, numbers);
    }
}

void giveNumbers(MeetingPaper& paper, std::span<const std::string> numbers) {
    for (AgendaItem& item : paper.items) {
        giveNumbers(item, numbers);
    }
    for (ItemGroup& group : paper.groups) {
        for (AgendaItem& item : group.items) {
            giveNumbers(item, numbers);
        }
    }
}

} // namespace sidetal
