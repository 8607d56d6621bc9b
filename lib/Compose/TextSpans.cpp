#include "Compose/TextSpans.h"

#include "Blocks/TextShift.h"
#include "Support/LanguageTag.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

Emphasis joined(const Emphasis& type, const Emphasis& own) {
    Emphasis out = own;
    out.bold = type.bold || own.bold;
    out.italic = type.italic || own.italic;
    return out;
}

/// The language of a span where it is not the document's.
std::string_view languageOf(const SpanDetails& details, const Context& context) {
    const std::string_view language = details.language;
    return canonicalLanguage(language) == context.out.info.language ? std::string_view() : language;
}

/// What there is to say of a span besides its emphasis; nothing of one in the document's own language.
const SpanDetails* detailsOf(const TextSpan& span, const Context& context) {
    const SpanDetails* details = span.details ? &*span.details : nullptr;
    const bool says = details != nullptr && (!details->link.empty() || !details->expansion.empty() ||
                                             details->code || !languageOf(*details, context).empty());
    return says ? details : nullptr;
}

/// What a screen reader is told of by a tag; bold and italic type are looks.
bool isTold(const TextSpan& span, const Context& context) {
    const Emphasis& e = span.emphasis;
    return e.underline || e.struck || e.raised || e.lowered || detailsOf(span, context) != nullptr;
}

std::string_view linkOf(const TextSpan& span) {
    return span.details ? std::string_view(span.details->link) : std::string_view();
}

/// Whether a leaf may hold both.
bool shareLeaf(const TextSpan& a, const TextSpan& b, const Context& context) {
    const auto told = [](Emphasis e) {
        e.bold = e.italic = e.small = false;
        return e;
    };
    const SpanDetails* ofA = detailsOf(a, context);
    const SpanDetails* ofB = detailsOf(b, context);
    const bool same = ofA == nullptr || ofB == nullptr ? ofA == ofB : *ofA == *ofB;
    return same && told(a.emphasis) == told(b.emphasis);
}

std::string withoutScheme(std::string_view address) {
    const std::size_t scheme = address.find("://");
    address = scheme == std::string_view::npos ? shownAddress(address) : address.substr(scheme + 3);
    while (address.ends_with('/')) {
        address.remove_suffix(1);
    }
    return std::string(address);
}

/// Makes runs and their leaves, one span after the other.
class SpanWriter {
  public:
    SpanWriter(Context& context, const Type& type, NodeId node, std::vector<LinkNote>* notes)
        : c_(context)
        , type_(type)
        , node_(node)
        , notes_(notes) {}

    std::vector<Run> write(std::span<const TextSpan> spans) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const bool linked = !linkOf(spans[i]).empty();
            if (linked && (i == 0 || linkOf(spans[i]) != linkOf(spans[i - 1]))) {
                openLink(spans.subspan(i));
            }
            if (i == 0 || link_ != NodeId::None || !shareLeaf(spans[i], spans[i - 1], c_) || closed_) {
                leaf_ = leafOf(spans[i]);
            }
            closed_ = false;
            Emphasis emphasis = joined(type_.emphasis, spans[i].emphasis);
            emphasis.underline = emphasis.underline || linked; // else nobody sees that there is a link
            append(spans[i].text, emphasis, leaf_);
            if (linked && (i + 1 == spans.size() || linkOf(spans[i + 1]) != linkOf(spans[i]))) {
                closeLink(linkOf(spans[i]));
            }
        }
        return std::move(runs_);
    }

  private:
    void append(std::string_view text, const Emphasis& emphasis, NodeId leaf) {
        Run run = Context::run(text, type_, leaf);
        run.emphasis = emphasis;
        runs_.push_back(run);
    }

    /// A link from the first of `spans` on, as far as they lead to the same address.
    void openLink(std::span<const TextSpan> spans) {
        const std::string_view address = linkOf(spans.front());
        std::size_t count = 1;
        while (count < spans.size() && linkOf(spans[count]) == address) {
            ++count;
        }
        words_ = plainWords(spans.first(count));
        std::replace(words_.begin(), words_.end(), '\n', ' ');
        link_ = c_.out.tree.add(node_, Role::Link);
        c_.out.tree.setLink(link_, {TargetId::None, std::string(address), words_});
        one_ = count == 1;
    }

    void closeLink(std::string_view address) {
        link_ = NodeId::None;
        closed_ = true;
        const Role role = c_.out.tree.node(node_).role; // a heading's words are its bookmark, too
        const bool inHeading = role >= Role::H1 && role <= Role::H6;
        const LinkForm form = c_.texts == nullptr || inHeading ? LinkForm::None : c_.texts->links;
        if (form == LinkForm::None || words_.find(withoutScheme(address)) != std::string::npos) {
            return;
        }
        std::string_view& last = runs_.back().text;
        const bool blank = last.size() > 1 && last.ends_with(' ');
        last.remove_suffix(blank ? 1 : 0); // it comes after the address, which belongs to the words
        if (form == LinkForm::Notes && notes_ != nullptr) {
            addReference(address);
            if (blank) {
                append(" ", type_.emphasis, c_.out.tree.add(node_, Role::Span));
            }
            return;
        }
        append(c_.out.keep(fmt::format(" ({}){}", shownAddress(address), blank ? " " : "")), type_.emphasis,
               c_.out.tree.add(node_, Role::Span));
    }

    void addReference(std::string_view address) {
        StructTree& tree = c_.out.tree;
        const LinkNote note{address, ++c_.notes, tree.reserveTarget()};
        const NodeId link = tree.add(tree.add(node_, Role::Reference), Role::Link);
        tree.setLink(link, {note.target, {}, fmt::format("{} {}", c_.labels[Label::Note], note.number)});
        Emphasis raised = type_.emphasis;
        raised.raised = true;
        setStyle(link, {.raised = true});
        append(c_.out.keep(std::to_string(note.number)), raised, link);
        notes_->push_back(note);
    }

    /// The leaf of a span: a link's own where it is all of it and has nothing more to tell.
    NodeId leafOf(const TextSpan& span) {
        StructTree& tree = c_.out.tree;
        const bool code = span.details && span.details->code;
        const std::string_view language = span.details ? languageOf(*span.details, c_) : std::string_view();
        const bool plainLink = link_ != NodeId::None && one_ && !code && language.empty() &&
                               span.details->expansion.empty() && !isTold({{}, span.emphasis}, c_);
        if (plainLink) {
            return link_;
        }
        const NodeId leaf = tree.add(link_ != NodeId::None ? link_ : node_, code ? Role::Code : Role::Span);
        if (!language.empty()) {
            tree.setLanguage(leaf, std::string(language));
        }
        if (span.details && !span.details->expansion.empty()) {
            tree.setExpansion(leaf, span.details->expansion);
        }
        setStyle(leaf, span.emphasis);
        return leaf;
    }

    void setStyle(NodeId leaf, const Emphasis& own) {
        const Length size = c_.sizeOf(type_);
        if (const SpanStyle style{own.underline, own.struck, baselineShift(own, size)};
            style != SpanStyle()) {
            c_.out.tree.setSpanStyle(leaf, style);
        }
    }

    Context& c_;
    const Type& type_;
    NodeId node_;
    std::vector<LinkNote>* notes_;
    std::vector<Run> runs_;
    NodeId leaf_ = NodeId::None;
    NodeId link_ = NodeId::None; ///< the one that is open
    bool one_ = false;           ///< it is one span
    bool closed_ = false;        ///< a link ended before the next span
    std::string words_;          ///< of the link
};

} // namespace

std::vector<Run> runsOf(Context& context, std::span<const TextSpan> spans, const Type& type, NodeId node,
                        std::vector<LinkNote>* notes, bool split) {
    const auto told = [&](const TextSpan& span) { return isTold(span, context); };
    if (split || std::any_of(spans.begin(), spans.end(), told)) {
        return SpanWriter(context, type, node, notes).write(spans);
    }
    std::vector<Run> runs;
    runs.reserve(spans.size());
    for (const TextSpan& span : spans) {
        Run run = Context::run(span.text, type, node);
        run.emphasis = joined(type.emphasis, span.emphasis);
        runs.push_back(run);
    }
    return runs;
}

Paragraph spanParagraph(Context& context, std::span<const TextSpan> spans, const Type& type, NodeId node,
                        SourcePos source, std::vector<LinkNote>* notes) {
    Paragraph out;
    out.format = type.format;
    out.source = source;
    out.runs = runsOf(context, spans, type, node, notes);
    return out;
}

std::string plainWords(std::span<const TextSpan> spans) {
    std::string out;
    for (const TextSpan& span : spans) {
        out += span.text;
    }
    return out;
}

std::string_view shownAddress(std::string_view address) {
    for (const std::string_view scheme : {"mailto:", "tel:"}) {
        if (address.starts_with(scheme)) {
            return address.substr(scheme.size());
        }
    }
    return address;
}

std::string plainWords(const RichText& text) {
    std::string out;
    const auto add = [&](const std::string& words) {
        out += (out.empty() || words.empty() ? "" : " ") + words;
    };
    for (const RichTextBlock& block : text.blocks) {
        if (const auto* paragraph = std::get_if<TextParagraph>(&block)) {
            add(plainWords(paragraph->spans));
        } else if (const auto* list = std::get_if<TextList>(&block)) {
            for (const RichText& item : list->items) {
                add(plainWords(item));
            }
        }
    }
    return out;
}

} // namespace sidetal
