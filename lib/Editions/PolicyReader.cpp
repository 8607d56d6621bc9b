#include "Editions/PolicyReader.h"

#include "Editions/PolicyChecks.h"
#include "Editions/PolicyRules.h"
#include "Lint/Lint.h"
#include "Lint/RulesReader.h"
#include "Style/FileChain.h"
#include "Tree/Node.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace sidetal::editions {

namespace {

using input::Members;
using input::Node;

constexpr std::array<std::string_view, 3> kWords = {"show", "replace", "drop"}; // as FieldView
constexpr std::array<std::string_view, 2> kEditions = {"public", "members"};    // as Edition

/// Reads the files that a policy is made of, the most basic one first.
class PolicyReader {
  public:
    explicit PolicyReader(const std::string& name)
        : files_(name, kMostPolicyFiles) {}

    void read(std::string_view bytes, const StyleLoader& load) {
        std::optional<std::string> next{bytes};
        while (next) {
            next = readFile(*next, load);
        }
        for (PolicyLayer& layer : layers_) {
            if (layer.readable) {
                readRules(layer);
            }
        }
        checkPolicy(settings_, committees_);
    }

    /// What all files together say.
    [[nodiscard]] EditionPolicy::Members policy(const std::string& name) const {
        EditionPolicy::Members out;
        out.name = name;
        out.lint = lint_;
        out.general = rulesOf(settings_, {});
        for (const std::string& committee : committees_) {
            out.committees.emplace(committee, rulesOf(settings_, committee));
        }
        return out;
    }

    /// What was found, the file that was asked for first.
    void tell(Diagnostics& diagnostics) const {
        for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
            for (Diagnostic d : layer->diagnostics.all()) {
                d.severity = d.code == "SID-I014" ? Severity::Error : d.severity;
                diagnostics.add(std::move(d));
            }
        }
    }

  private:
    /// Puts the file that was named last before the others; the bytes of its base, where that is a file.
    std::optional<std::string> readFile(std::string_view bytes, const StyleLoader& load) {
        PolicyLayer& layer = layers_.emplace_front();
        layer.diagnostics.setFile(files_.last());
        layer.readable = input::readJson(bytes, {}, layer.diagnostics, layer.tree);
        const Node root(layer.tree, layer.diagnostics);
        layer.readable = layer.readable && root.expectObject();
        const auto base = layer.readable ? root.member("base") : std::nullopt;
        const auto named = base ? base->line() : std::nullopt;
        return named && *named != "strict" ? loadBase(*base, *named, load) : std::nullopt;
    }

    std::optional<std::string> loadBase(const Node& base, const std::string& name, const StyleLoader& load) {
        if (!FileChain::looksLikeFile(name) || !load) {
            base.error("SID-E016", fmt::format("no policy {} to be based on, expected 'strict'{}",
                                               inQuotes(name), load ? " or a file" : ""));
            return std::nullopt;
        }
        FileChain::Base added = files_.add(name, load);
        const std::string file = inQuotes(files_.last());
        switch (added.outcome) {
        case FileChain::Outcome::Loaded:
            return std::move(added.bytes);
        case FileChain::Outcome::Again:
            base.error("SID-E017", fmt::format("{} is based on itself", file));
            break;
        case FileChain::Outcome::TooMany:
            base.error("SID-E017",
                       fmt::format("{} would be file {} that the policy is made of, expected at most {}",
                                   file, files_.size(), kMostPolicyFiles));
            break;
        case FileChain::Outcome::Fault:
            base.error("SID-E016", fmt::format("{} {}", file, added.fault));
            break;
        }
        return std::nullopt;
    }

    void readRules(PolicyLayer& layer) {
        layer_ = &layer;
        const Node root(layer.tree, layer.diagnostics);
        Members members(root);
        for (const std::string_view text : {"$schema", "name", "description", "base"}) {
            if (const auto node = members.get(text)) {
                (void)node->line();
            }
        }
        committee_.clear();
        readEditions(members);
        if (const auto committees = members.get("committees")) {
            committees->eachMember([&](const Node& node) { readCommittee(node); });
        }
        if (const auto lint = members.get("lint")) {
            lint_ = joinedRules(lint_, lint::readRules(*lint));
        }
        members.finish();
    }

    void readCommittee(const Node& node) {
        committee_ = collapse(node.key());
        if (committee_.empty()) {
            node.error("SID-I012", "missing: the name of a committee");
            return;
        }
        if (std::find(committees_.begin(), committees_.end(), committee_) == committees_.end()) {
            committees_.push_back(committee_);
        }
        Members members(node);
        readEditions(members);
        members.finish();
    }

    void readEditions(Members& members) {
        for (std::size_t i = 0; i < kEditions.size(); ++i) {
            if (const auto node = members.get(kEditions[i])) {
                edition_ = i;
                Members kinds(*node);
                eachKind([&](auto kind) {
                    using T = typename decltype(kind)::Type;
                    if (const auto rules = kinds.get(ClosedRules<T>::name)) {
                        readKind<T>(*rules);
                    }
                });
                kinds.finish();
            }
        }
        if (const auto full = members.get("full")) {
            full->error("SID-E010", "the full edition shows all, expected rules of 'public' or 'members'");
        }
    }

    template <class T>
    void readKind(const Node& node) {
        if (node.isText()) {
            constexpr std::array<std::string_view, 2> kWhole = {"show", "drop"};
            if (const auto word = node.choice(kWhole)) {
                setAll<T>(node, *word == 0 ? FieldView::Shown : FieldView::Dropped);
            }
            return;
        }
        Members fields(node);
        std::size_t at = offsetOf<T>();
        for (const ClosedRule& rule : closedRules<T>()) {
            if (const auto field = fields.get(rule.field)) {
                readRule(*field, rule, at);
            }
            ++at;
        }
        fields.finish();
    }

    template <class T>
    void setAll(const Node& node, FieldView view) {
        std::size_t at = offsetOf<T>();
        for (const ClosedRule& rule : closedRules<T>()) {
            if (!rule.fixed) {
                set(node, at, view == FieldView::Dropped && !rule.mayDrop ? FieldView::Replaced : view,
                    false);
            }
            ++at;
        }
    }

    void readRule(const Node& node, const ClosedRule& rule, std::size_t at) {
        if (rule.fixed) {
            node.error("SID-E010", "always shown, no rule can change that");
            return;
        }
        const auto word = node.choice(kWords);
        if (!word) {
            return;
        }
        const auto view = static_cast<FieldView>(*word);
        if (view == FieldView::Replaced && !rule.mayReplace) {
            node.error("SID-E010", "nothing can stand in its place, expected 'show' or 'drop'");
        } else if (view == FieldView::Dropped && !rule.mayDrop) {
            node.error("SID-E010", "has to stand there, expected 'show' or 'replace'");
        } else {
            set(node, at, view, true);
        }
    }

    void set(const Node& node, std::size_t rule, FieldView view, bool alone) {
        settings_.push_back({committee_, edition_, rule, view, alone, layer_, node.position(), node.path()});
    }

    FileChain files_;
    std::deque<PolicyLayer> layers_;
    std::vector<PolicySetting> settings_;
    std::vector<std::string> committees_;
    LintRules lint_;
    // Where the reading is.
    PolicyLayer* layer_ = nullptr;
    std::string committee_;
    std::size_t edition_ = 0;
};

} // namespace

EditionPolicy readPolicy(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                         const StyleLoader& load) {
    PolicyReader reader(name);
    reader.read(bytes, load);
    reader.tell(diagnostics);
    diagnostics.throwIfErrors();
    return EditionPolicy(std::make_shared<const EditionPolicy::Members>(reader.policy(name)));
}

} // namespace sidetal::editions
