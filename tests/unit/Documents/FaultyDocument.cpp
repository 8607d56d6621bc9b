#include "unit/Documents/FaultyDocument.h"

#include "unit/Documents/DocumentTesting.h"
#include "unit/Documents/RandomModel.h"

#include "Support/JsonText.h"
#include "Tree/Node.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <vector>

namespace sidetal::input::testing {
namespace {

/// The elements that lists have in XML, by the list's key.
const std::map<std::string, std::string, std::less<>> kElements = {
    {"absent", "person"},        {"approvals", "approval"},
    {"attendance", "event"},     {"changes", "change"},
    {"columns", "column"},       {"committees", "committee"},
    {"decisions", "decision"},   {"dissent", "opinion"},
    {"enclosures", "enclosure"}, {"facts", "fact"},
    {"fields", "field"},         {"goals", "goal"},
    {"groups", "group"},         {"guests", "person"},
    {"indicators", "indicator"}, {"initiatives", "initiative"},
    {"items", "item"},           {"legend", "mark"},
    {"members", "person"},       {"participants", "person"},
    {"partners", "partner"},     {"people", "person"},
    {"sections", "section"},     {"series", "point"},
    {"themes", "theme"},         {"voteEvents", "event"},
    {"voters", "person"},        {"votes", "vote"},
};

bool isContainer(const Tree& tree) {
    return tree.data().kind == TreeKind::Object || tree.data().kind == TreeKind::Array;
}

void appendJson(std::string& out, const Tree& tree) {
    const TreeKind kind = tree.data().kind;
    if (!isContainer(tree)) {
        if (kind == TreeKind::String) {
            appendJsonString(out, tree.data().text);
        } else {
            out += tree.data().text;
        }
        return;
    }
    out += kind == TreeKind::Object ? "{" : "[";
    for (const auto& [key, child] : tree) {
        if (out.back() != '{' && out.back() != '[') {
            out += ", ";
        }
        if (kind == TreeKind::Object) {
            appendJsonString(out, key);
            out += ": ";
        }
        appendJson(out, child);
    }
    out += kind == TreeKind::Object ? "}" : "]";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool asItIs =
            static_cast<unsigned char>(c) >= 0x20 && c != '<' && c != '&' && c != '>' && c != '"';
        out += asItIs ? std::string(1, c) : "&#" + std::to_string(static_cast<unsigned char>(c)) + ";";
    }
    return out;
}

/// Writes an object's plain members as attributes or as elements, as `random` has it.
class XmlWriter {
  public:
    explicit XmlWriter(std::mt19937& random)
        : random_(random) {}

    std::string document(const Tree& tree) {
        const auto kind = tree.find("document");
        const std::string word = kind == tree.not_found() ? "agenda" : kind->second.data().text;
        append(word == "goal-matrix" ? "goalMatrix" : word, {}, tree);
        return std::move(out_);
    }

  private:
    /// The element `name` of the member `key`.
    void append(const std::string& name, std::string_view key, const Tree& tree) {
        out_ += "<" + name;
        if (!isContainer(tree)) {
            out_ += ">" + escaped(tree.data().text) + "</" + name + ">";
            return;
        }
        const bool isPoint = key == "series.";
        std::vector<const Tree::value_type*> elements;
        std::size_t index = 0;
        for (const auto& child : tree) {
            const std::string written = isPoint ? (index++ == 0 ? "date" : "value") : child.first;
            const bool asAttribute = !isContainer(child.second) && !written.empty() &&
                                     written != "document" &&
                                     tree.count(child.first) == (isPoint ? tree.size() : 1) &&
                                     (isPoint || written == "html" || random_() % 2 == 0);
            if (asAttribute) {
                out_ += " " + written + "=\"" + escaped(child.second.data().text) + "\"";
            } else if (written != "document") {
                elements.push_back(&child);
            }
        }
        out_ += ">";
        const auto member = kElements.find(key);
        const std::string element = member == kElements.end() ? "x" : member->second;
        for (const auto* child : elements) {
            append(child->first.empty() ? element : child->first,
                   child->first.empty() ? (key == "series" ? "series." : "") : child->first, child->second);
        }
        out_ += "</" + name + ">";
    }

    std::mt19937& random_;
    std::string out_;
};

class Spoiler {
  public:
    Spoiler(Tree& tree, std::mt19937& random)
        : tree_(tree)
        , random_(random) {}

    /// Spoils one thing, `alone` where that is all; what, in words.
    std::string spoil(bool alone) {
        alone_ = alone;
        members_.clear();
        collect(tree_, "");
        Member& member = members_[random_() % members_.size()];
        const std::string what = spoil(member);
        return what.empty() ? what : what + " at " + member.path + "; ";
    }

  private:
    struct Member {
        Tree* parent;
        Tree::iterator at;
        std::string path;
    };

    template <std::size_t N>
    const char* one(const std::array<const char*, N>& of) {
        return of[random_() % N];
    }

    void collect(Tree& tree, const std::string& path) {
        for (auto at = tree.begin(); at != tree.end(); ++at) {
            if (tree.data().kind != TreeKind::Object || at->first == "document" || at->first == "html" ||
                at->first == "deep") {
                continue;
            }
            const std::string here = path + "." + at->first;
            members_.push_back({&tree, at, here});
            collect(at->second, here);
            for (auto& item : at->second) {
                if (at->second.data().kind == TreeKind::Array) {
                    collect(item.second, here + "[]");
                }
            }
        }
    }

    static Tree value(TreeKind kind, std::string text) {
        Tree out;
        out.data().kind = kind;
        out.data().text = std::move(text);
        return out;
    }

    static bool isRichText(std::string_view key) {
        static constexpr std::array kTexts = {"body",        "value",    "vision", "text",
                                              "description", "partners", "effect", "followUp"};
        return std::find(kTexts.begin(), kTexts.end(), key) != kTexts.end();
    }

    std::string spoil(Member& member) {
        static constexpr std::array kUnknown = {"ukendt", "titel", "x", "dato", "Æ", "a-b", "body2"};
        static constexpr std::array kAccess = {"closed", "fortrolig", "Access", "acces", "adgang", "lukket"};
        static constexpr std::array kWrong = {
            "",     " ",   "2021-02-30", "31-12-2021", "2021-13-01", "25:00",  "7:5",    "nej", "closed",
            "Open", "1.5", "en_GB",      "d\u00e6nsk", "\u0001",     "\u0085", "agenda", "a3",  "  x  "};
        static constexpr std::array kHtml = {"<div hidden>x</div>",
                                             "<table><tr><td>x</td></tr></table>",
                                             "<b>x",
                                             "<script>x</script>",
                                             "a < b",
                                             "<ol start='x'><li>y</li></ol>",
                                             "",
                                             "<p style='display:none'>x</p>"};
        Tree& parent = *member.parent;
        Tree& node = member.at->second;
        const bool isText = node.data().kind == TreeKind::String;
        const bool isList = node.data().kind == TreeKind::Array;
        switch (random_() % 11) {
        case 0:
            parent.push_back({one(kUnknown), value(TreeKind::String, "x")});
            return "an unknown key";
        case 1:
            parent.push_back({one(kAccess), value(TreeKind::String, one(kWrong))});
            if (parent.count(parent.back().first) > 1) {
                parent.pop_back(); // "closed" of a meeting is a time
                return {};
            }
            return "a key like access";
        case 2:
            parent.erase(member.at);
            return "a key left out";
        case 3:
        case 4:
            if (!isText) {
                return {};
            }
            node.data().text = one(kWrong);
            return "a wrong value '" + node.data().text + "'";
        case 5:
            if (node.data().kind != TreeKind::Number) {
                return {};
            }
            node.data().text = one(std::array{"-1", "99999999999999999999", "1.5", "1.23456", "0.0001"});
            return "a wrong number";
        case 6: {
            if (isList || isRichText(member.at->first)) {
                return {}; // elements and attributes in a list or in a text are something else
            }
            Tree object = value(TreeKind::Object, {});
            object.push_back({"y", value(TreeKind::String, "y")});
            node = object;
            return "an object";
        }
        case 7: {
            const Tree text = value(TreeKind::String, one(kWrong));
            if (!isText && isBlank(text.data().text)) {
                return {}; // an empty element is an empty object or list as well
            }
            if (node.data().kind == TreeKind::Number && text.data().text == "1.5") {
                return {}; // JSON alone tells numbers from texts
            }
            node = text;
            return "a text '" + node.data().text + "'";
        }
        case 8:
            if (!alone_) {
                return {}; // JSON finds them also where nothing is read
            }
            parent.push_back(*member.at);
            return "a key twice";
        case 9: {
            if (isList) {
                return {};
            }
            Tree object = value(TreeKind::Object, {});
            object.push_back({"html", value(TreeKind::String, one(kHtml))});
            node = object;
            return "markup";
        }
        default: {
            Tree deep = value(TreeKind::Object, {});
            for (int depth = 0; depth < 210; ++depth) {
                Tree outer = value(TreeKind::Object, {});
                outer.push_back({"x", deep});
                deep.swap(outer);
            }
            if (random_() % 8 != 0) {
                return {};
            }
            parent.push_back({"deep", deep});
            return "nested too deeply";
        }
        }
    }

    Tree& tree_;
    std::mt19937& random_;
    std::vector<Member> members_;
    bool alone_ = false;
};

} // namespace

BothFormats faultyDocument(unsigned seed, int faults) {
    std::mt19937 random(seed);
    Loaded loaded(writeJson(randomDocument(seed)));
    BothFormats out;
    const bool alone = faults == 1;
    for (Spoiler spoiler(loaded.tree, random); faults > 0; --faults) {
        out.faults += spoiler.spoil(alone);
    }
    appendJson(out.json, loaded.tree);
    out.xml = XmlWriter(random).document(loaded.tree);
    return out;
}

} // namespace sidetal::input::testing
