#pragma once

#include "sidetal/Model/MeetingPaper.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sidetal {

/// Items on end in reading order: [from, to), sub-items of the last one included.
struct ItemRange {
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const ItemRange&) const = default;
};

/// What a text such as "5, 7 og 9-11" says: the items that it names, and what it names that is none.
struct NamedItems {
    std::vector<ItemRange> ranges;
    std::optional<std::size_t> last;    ///< the item that is named last
    std::vector<std::string> unknown;   ///< numbers that no item has
    std::vector<std::string> backwards; ///< ranges whose last item comes before the first
};

/// The items of a paper in reading order, an item before its sub-items, found by their printed numbers.
class ItemIndex {
  public:
    /// `numbers` as Model/ItemNumbers gives them; both must outlive this.
    ItemIndex(const MeetingPaper& paper, std::span<const std::string> numbers);

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] const AgendaItem& item(std::size_t index) const { return *places_[index].item; }
    /// The number without suffix, "4" of "4."; empty: it has none.
    [[nodiscard]] const std::string& number(std::size_t index) const { return places_[index].number; }
    /// Past the item's last sub-item.
    [[nodiscard]] std::size_t end(std::size_t index) const { return places_[index].end; }
    /// What it is a sub-item of.
    [[nodiscard]] std::optional<std::size_t> parent(std::size_t index) const {
        return places_[index].parent == index ? std::nullopt : std::optional(places_[index].parent);
    }
    /// True where it or what it stands in is closed.
    [[nodiscard]] bool closed(std::size_t index) const { return places_[index].closed; }
    /// "groups[1].items[2].items[0]"
    [[nodiscard]] std::string path(std::size_t index) const;

    /// The items that an event's text names; an empty text names none.
    [[nodiscard]] NamedItems parse(std::string_view text) const;
    /// The number that is nearest to one that no item has: of a figure by value, else by letters; empty where
    /// there is none.
    [[nodiscard]] std::string nearest(std::string_view number) const;

    /// The items of [from, to) by their numbers, each alone or, from three whose numbers go up by one, by the
    /// first and the last; sub-items with their item where all are in the range. Items without number are
    /// left out.
    /// No more than `most`.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> named(ItemRange range,
                                                                                   std::size_t most) const;
    /// The number of the last item of the range that has one; empty where none has.
    [[nodiscard]] std::string_view lastNumber(ItemRange range) const;

  private:
    struct Place {
        const AgendaItem* item = nullptr;
        std::string number;
        std::size_t end = 0;
        std::size_t parent = 0;   ///< its own index at the top
        std::size_t ordinal = 0;  ///< in its list
        std::size_t group = 0;    ///< from 1; 0: none
        std::size_t run = 0;      ///< of siblings whose numbers go up by one
        std::size_t runPlace = 0; ///< its place in that
        bool closed = false;
    };

    void add(const std::vector<AgendaItem>& items, std::size_t parent, std::size_t group,
             std::span<const std::string> numbers, std::string_view suffix);
    void findRuns();
    [[nodiscard]] std::optional<std::size_t> find(std::string_view number) const;
    void parsePart(std::string_view part, NamedItems& out) const;
    [[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>>
    ends(std::string_view part) const;

    std::vector<Place> places_;
    std::vector<std::vector<std::size_t>> runs_;
    std::unordered_map<std::string_view, std::size_t> byNumber_;
    std::vector<std::pair<std::int64_t, std::size_t>> byValue_; ///< of numbers that are figures, rising
};

} // namespace sidetal
