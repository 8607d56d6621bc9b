#include "canary/CanaryPaper.h"

#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"
#include "canary/PaperText.h"
#include "support/PictureFiles.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <optional>
#include <random>
#include <type_traits>

namespace sidetal::canary {

namespace {

using model::AccessKind;

/// What policies call a type; empty for those that are seen with what they stand in.
template <class T>
constexpr std::string_view kKind = {};
template <>
constexpr std::string_view kKind<AgendaItem> = "item";
template <>
constexpr std::string_view kKind<Section> = "section";
template <>
constexpr std::string_view kKind<Decision> = "decision";
template <>
constexpr std::string_view kKind<VoteEvent> = "voteEvent";
template <>
constexpr std::string_view kKind<Vote> = "vote";
template <>
constexpr std::string_view kKind<Enclosure> = "enclosure";
template <>
constexpr std::string_view kKind<AttendanceEvent> = "attendance";
template <>
constexpr std::string_view kKind<Change> = "change";

/// The field by which something beside the items names some.
template <class F>
constexpr bool kNamesItems = (std::is_same_v<typename F::Owner, AttendanceEvent> && F::info.name == "item") ||
                             (std::is_same_v<typename F::Owner, Change> && F::info.name == "number");

/// A PNG file of one pixel that says something besides.
std::string pictureSaying(const std::string& words) {
    using test::pngChunk;
    static const std::string kPixel = [] {
        std::string row("\0\xff\xff\xff", 4);
        std::string out(64, '\0');
        uLongf size = out.size();
        compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(row.data()),
                 row.size());
        out.resize(size);
        return out;
    }();
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", std::string("\0\0\0\1\0\0\0\1\x08\2\0\0\0", 13)) +
           pngChunk("tEXt", std::string("Comment\0", 8) + words) +
           pngChunk("iTXt", std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) + "<x>" + words + "</x>") +
           pngChunk("IDAT", kPixel) + pngChunk("IEND", {});
}

class PaperMaker {
  public:
    PaperMaker(std::uint64_t seed, Words& words, PaperOptions options)
        : random_(static_cast<std::mt19937::result_type>(seed))
        , words_(words)
        , options_(options)
        , xml_(one(4)) {}

    CanaryPaper make() {
        static const std::vector<std::string> kStyles = {"agenda", "council", "administrative"};
        Value paper = Value::object();
        paper.add("date", Value::ofText("2021-10-26"));
        paper.add("title", Value::ofText("Møde"));
        paper.add("style", Value::ofText(kStyles[below(3)]));
        paper.add("committee", committee());
        const std::string root = coin() ? "agenda" : "minutes";
        Value items = itemList();
        Value meeting = Value::object();
        meeting.add("attendance", attendance());
        paper.add("meeting", std::move(meeting));
        if (coin()) {
            paper.add("corrects", correction());
        }
        if (one(4)) {
            Value group = Value::object();
            group.add("title", Value::ofText("Sager"));
            group.add("items", std::move(items));
            Value groups = Value::list();
            groups.add("group", std::move(group));
            paper.add("groups", std::move(groups));
        } else {
            paper.add("items", std::move(items));
        }
        out_.text = xml_ ? asXml(paper, root, coin()) : asJson(paper, root);
        return std::move(out_);
    }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    bool coin() { return below(2) == 0; }
    bool one(std::size_t of) { return below(of) == 0; }

    static Value committee() {
        Value members = Value::list();
        members.add("person", Value::ofText(std::string(kRecipient)));
        members.add("person", Value::ofText("Eva Ring"));
        Value out = Value::object();
        out.add("name", Value::ofText("Byrådet"));
        out.add("members", std::move(members));
        return out;
    }

    // The paper's open part.

    Value itemList() {
        std::vector<Value> all;
        const auto openItem = [](std::string title, std::string body) {
            Value out = Value::object();
            out.add("title", Value::ofText(std::move(title)));
            out.add("body", Value::ofText(std::move(body)));
            return out;
        };
        const std::size_t count = 3 + below(3);
        const std::size_t certain = below(count); // one at least is closed
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t kind = i == certain ? 1 : below(4);
            words_.setWithheldItem(kind != 0 && one(3));
            if (words_.atWithheldItem()) {
                disqualifiedAt_.push_back(i);
            }
            if (kind == 0) {
                all.push_back(openItem("Meddelelser", "Intet nyt."));
            } else if (kind == 3) {
                all.push_back(mixedItem());
            } else {
                all.push_back(closedObject<AgendaItem>({}, 1));
                closedAt_.push_back(i);
            }
        }
        Value out = Value::list();
        for (Value& each : all) {
            out.add("item", std::move(each));
        }
        return out;
    }

    /// An open item with open and closed parts.
    Value mixedItem() {
        Value out = Value::object();
        out.add("title", Value::ofText("Blandet"));
        const auto parts = [&](const char* key, const char* element, Value open, Value closed) {
            Value list = Value::list();
            list.add(element, std::move(open));
            list.add(element, std::move(closed));
            if (coin()) {
                std::swap(list.members[0], list.members[1]);
            }
            out.add(key, std::move(list));
        };
        const auto open = [](const char* key, const char* text) {
            Value part = Value::object();
            part.add(key, Value::ofText(text));
            return part;
        };
        Value section = open("body", "Kort.");
        section.add("key", Value::ofText("resume"));
        parts("sections", "section", std::move(section), closedObject<Section>({}, 0));
        parts("decisions", "decision", open("body", "Godkendt."), closedObject<Decision>({}, 0));
        parts("enclosures", "enclosure", open("title", "Kort"), closedObject<Enclosure>({}, 0));
        return out;
    }

    // Who was there: events at open, closed and unknown items.

    Value attendance() {
        Value out = Value::list();
        for (const std::size_t item : disqualifiedAt_) {
            Value event = Value::object();
            event.add("person", Value::ofText(std::string(kRecipient)));
            event.add("event", Value::ofText("disqualified"));
            event.add("item", Value::ofText(std::to_string(item + 1)));
            out.add("event", std::move(event));
        }
        for (std::size_t more = 1 + below(3); more > 0; --more) {
            out.add("event", about<AttendanceEvent>());
        }
        return out;
    }

    // What a corrected version says: changes of open, closed and unknown items, all marked as closed.

    Value correction() {
        Value changes = Value::list();
        for (std::size_t more = 1 + below(3); more > 0; --more) {
            changes.add("change", about<Change>());
        }
        Value out = Value::object();
        out.add("version", Value::ofText("1"));
        out.add("changes", std::move(changes));
        return out;
    }

    /// Something beside the items that is about one or several.
    template <class T>
    Value about() {
        const std::size_t closed = closedAt_[below(closedAt_.size())];
        const bool range = one(3);
        const bool unknown = one(6);
        const auto inRange = [&](std::size_t item) { return range ? item <= closed : item == closed; };
        words_.setWithheldItem(!unknown && std::ranges::any_of(disqualifiedAt_, inRange));
        named_ = unknown               ? "99"
                 : range && closed > 0 ? fmt::format("1-{}", closed + 1)
                                       : std::to_string(closed + 1);
        return closedObject<T>({}, 0);
    }

    // What is closed, by the tables of the model.

    /// An object of T in something closed, or itself closed where nothing is needed but its own rules.
    template <class T>
    Value closedObject(const Needs& outer, int depth) {
        Value out = Value::object();
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            constexpr bool needed =
                F::info.required || kNamesItems<F> || (std::is_same_v<T, Section> && F::info.name == "title");
            if (!needed && F::info.access != AccessKind::Access && one(6)) {
                return;
            }
            if (auto value = fieldValue<F, T>(outer, depth)) {
                out.add(std::string(F::info.name), std::move(*value));
            }
        });
        addHidden(out);
        if (!xml_ || coin()) {
            std::shuffle(out.members.begin(), out.members.end(), random_);
        }
        return out;
    }

    /// Comments, unknown keys, and now and then what no reader takes.
    void addHidden(Value& out) {
        const auto hidden = [&] { return Value::ofText(words_.addNever()); };
        if (one(2)) {
            out.add(words_.addNever(), hidden());
        }
        if (one(4)) {
            Value object = Value::object();
            object.add(words_.addNever(), hidden());
            out.add(words_.addNever(), std::move(object));
        }
        if (one(2) && !out.members.empty()) {
            out.members[below(out.members.size())].second.comment = words_.addNever();
        }
        if (options_.faults && one(600)) {
            Value fault = Value::object();
            fault.add(words_.addNever(), hidden());
            out.add("title", std::move(fault)); // twice, or a key that is not known
            out_.faulty = true;
        }
    }

    template <class F, class T>
    std::optional<Value> fieldValue(const Needs& outer, int depth) {
        using V = typename F::Value;
        constexpr Rule rule{kKind<T>, F::info.name};
        const bool own = !kKind<T>.empty() && !isAlwaysShown(rule);
        Needs needs = own ? with(outer, {rule}) : outer;
        if (own) {
            (void)Views::strict().of(rule); // what is not said by hand throws
        }
        if constexpr (F::info.access == AccessKind::Access) {
            // Closed by itself; what stands in something closed is closed, whatever it says itself.
            const bool within = !outer.empty() || (std::is_same_v<T, AgendaItem> && depth == 0);
            return !within || one(3) ? std::optional(Value::ofText("closed"))
                   : one(2)          ? std::optional(Value::ofText("open"))
                                     : std::nullopt;
        } else if constexpr (F::info.access == AccessKind::StandIn) {
            return one(3) ? std::optional(Value::ofText("Personalesag " + words_.add({}))) : std::nullopt;
        } else if constexpr (F::info.name == "number" && std::is_same_v<T, AgendaItem>) {
            return std::nullopt; // events name items by their count
        } else if constexpr (kNamesItems<F>) {
            return Value::ofText(named_);
        } else {
            if (rule == Rule{"section", "body"}) {
                needs.push_back({{"section", "key"}, {"section", "title"}});
            }
            return value<F>(static_cast<const V*>(nullptr), needs, depth);
        }
    }

    // A value of a type, told apart by a pointer to it.

    template <class F>
    Value value(const std::string* /*type*/, const Needs& needs, int /*depth*/) {
        const std::string word = words_.add(needs);
        if constexpr (std::is_same_v<typename F::Form, model::form::Address>) {
            return Value::ofText("https://x.dk/" + word);
        } else if constexpr (std::is_same_v<typename F::Form, model::form::FileName>) {
            return Value::ofText(word + ".pdf");
        } else {
            static const std::vector<std::string> kMore = {"",       "",          "",    " på Ærø",
                                                           " – 5 €", " (a) \\ b", " & c"};
            return Value::ofText(word + kMore[below(kMore.size())]);
        }
    }
    template <class F>
    std::optional<Value> value(const RichText* /*type*/, const Needs& needs, int /*depth*/) {
        return text(needs);
    }
    template <class F>
    Value value(const int* /*type*/, const Needs& /*needs*/, int /*depth*/) {
        return Value::ofWord(std::to_string(1 + below(9)));
    }
    template <class F>
    Value value(const Date* /*type*/, const Needs& /*needs*/, int /*depth*/) {
        return Value::ofText(fmt::format("2020-0{}-1{}", 1 + below(9), below(10)));
    }
    template <class F>
    Value value(const TimeOfDay* /*type*/, const Needs& /*needs*/, int /*depth*/) {
        return Value::ofText(fmt::format("1{}:30", below(10)));
    }
    template <class F, class E>
    requires std::is_enum_v<E> Value value(const E* /*type*/, const Needs& /*needs*/, int /*depth*/) {
        const auto& values = model::Words<E>::values;
        return Value::ofText(std::string(values[below(values.size())].name));
    }
    template <class F, class V>
    std::optional<Value> value(const std::optional<V>* /*type*/, const Needs& needs, int depth) {
        return value<F>(static_cast<const V*>(nullptr), needs, depth);
    }
    template <class F, model::Described V>
    Value value(const V* /*type*/, const Needs& needs, int depth) {
        if (std::is_same_v<V, Person> && coin()) {
            return value<F>(static_cast<const std::string*>(nullptr), needs, depth); // its name alone
        }
        return closedObject<V>(needs, depth);
    }
    template <class F, class V>
    std::optional<Value> value(const std::vector<V>* /*type*/, const Needs& needs, int depth) {
        constexpr bool within = std::is_same_v<V, typename F::Owner>;
        if (within && depth == 0) {
            return std::nullopt;
        }
        Value out = Value::list();
        for (std::size_t more = 1 + (one(4) ? 1 : 0); more > 0; --more) {
            if constexpr (std::is_same_v<V, std::string>) {
                out.add(std::string(F::info.element), value<F>(static_cast<const V*>(nullptr), needs, depth));
            } else {
                out.add(std::string(F::info.element), closedObject<V>(needs, depth - (within ? 1 : 0)));
            }
        }
        return out;
    }

    // A text, which holds words also where no page shows them.

    Value text(const Needs& needs) {
        const auto word = [&] { return words_.add(needs); };
        const auto never = [&] { return words_.addNever(); };
        switch (below(12)) {
        case 0:
            return Value::ofHtml(
                fmt::format("<p class=\"{0}\">{1}<!-- {2} --></p>", never(), word(), never()));
        case 1:
            return Value::ofHtml(
                fmt::format("<table><caption>{}</caption><tr><th>{}</th></tr><tr><td>{}</td></tr></table>",
                            word(), word(), word()));
        case 2:
            return Value::ofHtml(fmt::format("<h2>{}</h2><ul><li>{}</li><li>b</li></ul>", word(), word()));
        case 3:
            return Value::ofHtml(
                fmt::format("<p><a href=\"https://x.dk/{}\">{}</a> <a href=\"mailto:{}@x.dk\">her</a></p>",
                            word(), word(), word()));
        case 4:
            return Value::ofHtml(fmt::format("<p>a <{0}>{1}</{0}></p>", word(), word()));
        case 5:
            return Value::ofHtml(fmt::format("<p><img src=\"{}\" alt=\"{}\"/></p>", picture(word()), word()));
        case 6:
            return Value::ofHtml(fmt::format("<p>1 <abbr title=\"{}\">{}</abbr> <b>{}</b><i>{}</i></p>",
                                             word(), word(), word(), word()));
        case 7:
            return Value::ofHtml(fmt::format(
                "<blockquote><p>{}</p></blockquote><dl><dt>{}</dt><dd>{}</dd></dl>", word(), word(), word()));
        case 8:
            return Value::ofHtml(
                fmt::format("<p style=\"{}: {}; color: {}\" lang=\"en\">{} kl. 12, CPR 010203-1008</p>",
                            never(), never(), never(), word()));
        default:
            return Value::ofText(word() + (one(3) ? " – æ €" : ""));
        }
    }

    /// A picture of that name.
    std::string picture(const std::string& word) {
        const std::string name = word + ".png";
        out_.pictures[name] = pictureSaying(words_.addNever());
        return name;
    }

    std::mt19937 random_;
    Words& words_;
    PaperOptions options_;
    bool xml_;
    CanaryPaper out_;
    std::vector<std::size_t> closedAt_;       ///< the outer items that are closed
    std::vector<std::size_t> disqualifiedAt_; ///< those at which the recipient was disqualified
    std::string named_;                       ///< the items that the next thing beside them names
};

} // namespace

CanaryPaper canaryPaper(std::uint64_t seed, Words& words, PaperOptions options) {
    return PaperMaker(seed, words, options).make();
}

} // namespace sidetal::canary
