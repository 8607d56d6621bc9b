#include "Pdf/Outline.h"

#include "Pdf/Strings.h"

#include <vector>

namespace sidetal {

namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// An item and its kin, as indices into the entries; the root is the one after the last.
struct Item {
    std::uint32_t parent = kNone;
    std::uint32_t previous = kNone;
    std::uint32_t next = kNone;
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
    std::uint32_t below = 0; ///< items under it at any depth that are seen once it is open
    bool isClosed = false;
};

std::vector<Item> nest(const std::vector<OutlineEntry>& entries) {
    const auto root = static_cast<std::uint32_t>(entries.size());
    std::vector<Item> items(entries.size() + 1);
    std::vector<std::uint32_t> path{root};
    for (std::uint32_t i = 0; i < root; ++i) {
        while (path.back() != root && entries[path.back()].level >= entries[i].level) {
            path.pop_back();
        }
        Item& parent = items[path.back()];
        items[i].parent = path.back();
        items[i].previous = parent.last;
        if (parent.last == kNone) {
            parent.first = i;
        } else {
            items[parent.last].next = i;
        }
        parent.last = i;
        items[i].isClosed = entries[i].isClosed;
        path.push_back(i);
    }
    for (std::uint32_t i = root; i-- > 0;) {
        items[items[i].parent].below += (items[i].isClosed ? 0 : items[i].below) + 1;
    }
    return items;
}

void appendFamily(Buffer& out, const Item& item, ObjectNumber firstItem) {
    const auto append = [&](std::string_view key, std::uint32_t i) {
        if (i != kNone) {
            out << key << firstItem + i;
        }
    };
    append("/Prev ", item.previous);
    append("/Next ", item.next);
    append("/First ", item.first);
    append("/Last ", item.last);
    if (item.below > 0) {
        out << (item.isClosed ? "/Count -" : "/Count ") << item.below;
    }
}

} // namespace

void writeOutline(FileWriter& file, const Pages& pages, const PageObjects& objects, ObjectNumber root) {
    const std::vector<OutlineEntry>& entries = pages.outline;
    const std::vector<Item> items = nest(entries);
    const ObjectNumber firstItem = file.reserve(static_cast<std::uint32_t>(entries.size()));
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const OutlineEntry& entry = entries[i];
        const Item& item = items[i];
        Buffer& out = file.beginObject(firstItem + i);
        out << "<</Title";
        appendTextString(out, entry.title, kHeadingInOutline);
        out << "/Parent " << (item.parent == entries.size() ? root : firstItem + item.parent);
        appendFamily(out, item, firstItem);
        appendDestination(out, objects, pages.target(entry.target));
        out << ">>";
        file.endObject();
    }
    Buffer& out = file.beginObject(root);
    out << "<</Type/Outlines";
    appendFamily(out, items.back(), firstItem);
    out << ">>";
    file.endObject();
}

} // namespace sidetal
