#pragma once

#include "Markup/HiddenMarkup.h"
#include "Markup/HtmlTags.h"
#include "Markup/OpenElements.h"
#include "Markup/ParagraphBuilder.h"
#include "Markup/TextTableBuilder.h"

#include "Model/Rules.h"
#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

using model::kDeepestList;
inline constexpr int kHighestListNumber = 100'000; ///< at which a list may begin

/// Builds a RichText from tags and characters in their order, as forgiving as browsers are: nothing has to be
/// closed, or nested rightly. White space is collapsed as in HTML; two or more `<br>` in a row part
/// paragraphs; what has no ink (an `&nbsp;` alone) makes none. An item without text is dropped, and the
/// numbers after it stay what they were. An item outside of a list makes one of its own, which ends with its
/// last item. Text in a table outside of its cells makes a cell; browsers show it before the table.
class RichTextBuilder {
  public:
    /// Messages carry the path of `place`, which must live as long as this.
    explicit RichTextBuilder(const Node& place, TableHeaders headers = TableHeaders::AsMarked);

    /// The place of what comes next; the start of the text until then.
    void setPosition(SourcePos position) { position_ = position; }
    void startTag(std::string_view name, std::span<const TagAttribute> attributes);
    void endTag(std::string_view name);
    void text(std::string_view characters);
    /// Warns that `name` and what it holds are left out.
    void drop(std::string_view name);
    /// Warns that `characters`, which begin with "<", begin no tag and are kept.
    void keepAsText(std::string_view characters);
    /// Warns that the markup that begins with `characters` never ends, and that all from there on is kept as
    /// text.
    void keepUnclosed(std::string_view characters);
    /// Warns of a character reference as ReferenceFault tells it.
    void warnOfReference(std::string_view reference, std::string_view what);
    /// An error (SID-I024) where a tag or an attribute called `name` may have been meant to close something.
    void refuseName(std::string_view name);
    /// Closes what is open.
    [[nodiscard]] RichText finish();

  private:
    struct OpenList {
        TextList list;
        RichText item;
        bool itemOpen = false;
        bool implied = false; ///< by an item outside of any list; the outermost then
        unsigned blocks = 0;  ///< that began its item and are open; of an implied one
        int number = 0;       ///< of the item that is open, or was the last
    };

    /// What holds blocks, and what of it is open: the text as a whole, a cell, a quotation …
    struct Scope {
        enum class Kind : std::uint8_t { Whole, Cell, Caption, Quote, Term, Definition };
        Kind kind = Kind::Whole;
        RichText result;
        TextAlign align = TextAlign::Unsaid; ///< of the cell around it, whose paragraphs need not say it
        std::vector<OpenList> lists;
        std::unique_ptr<TextTableBuilder> table;      ///< whose cells the scopes above this are
        std::unique_ptr<TextDefinitions> definitions; ///< as `table`, of a `<dl>`
    };

    [[nodiscard]] Scope& scope() { return scopes_.back(); }
    [[nodiscard]] std::vector<OpenList>& lists() { return scope().lists; }
    [[nodiscard]] RichText& container() { return lists().empty() ? scope().result : lists().back().item; }
    void openElement(std::string_view name, TagRole role, std::span<const TagAttribute> attributes);
    void startRole(std::string_view name, TagRole role, std::span<const TagAttribute> attributes);
    void endRole(TagRole role);
    void refuseHidden(std::string_view name, std::span<const TagAttribute> attributes);
    void warnOfTag(std::string_view name, std::string_view what);
    void warnOnce(std::string_view code, std::string message);
    void warnOfLink(const ElementStyle& style, std::span<const TagAttribute> attributes);
    void takePicture(std::string_view name, std::span<const TagAttribute> attributes);
    void quotationMark(bool opens);
    void appendRun(std::string_view run);
    void preparePlace();
    void addBlock(RichTextBlock block);
    void endParagraph();
    void startBlock();
    void endBlock();

    [[nodiscard]] bool inImpliedList();
    void endImpliedListAfterItem();
    void openListOf(TagRole role, std::string_view name, std::span<const TagAttribute> attributes);
    void openList(ListMarker marker, int start);
    void closeList();
    void closeListOf(TagRole role);
    void openItem(std::span<const TagAttribute> attributes);
    void ensureItem();
    void closeItem();
    void flushList(OpenList& open, RichText& target);
    [[nodiscard]] int numberOf(std::span<const TagAttribute> attributes, std::string_view name,
                               int otherwise);

    [[nodiscard]] std::size_t depth() const;
    [[nodiscard]] bool mayNest();
    void openScope(Scope::Kind kind);
    void closeContents();
    void closeScope();
    void closeScopesAbove(std::size_t last);
    void closeLastOf(Scope::Kind kind);
    [[nodiscard]] std::optional<std::size_t> lastWith(std::unique_ptr<TextTableBuilder> Scope::*member) const;
    [[nodiscard]] std::optional<std::size_t> lastWith(std::unique_ptr<TextDefinitions> Scope::*member) const;
    void openTable(std::span<const TagAttribute> attributes);
    void inTable(TagRole role, std::string_view name, std::span<const TagAttribute> attributes);
    void openCell(bool header, std::span<const TagAttribute> attributes);
    void closeTable();
    void finishTable();
    void openDefinitions();
    void closeDefinitions();
    void openDefinition(Scope::Kind kind);
    void finishDefinitions();
    void takeDefinition(Scope closed);

    const Node& place_;
    TableHeaders headers_;
    SourcePos position_;
    HiddenMarkup hidden_;
    std::vector<Scope> scopes_;
    std::size_t ignored_ = 0; ///< lists, quotations and tables opened past the limit
    ParagraphBuilder paragraph_;
    OpenElements elements_;
    unsigned quotations_ = 0; ///< open `<q>`
    std::vector<std::string> warned_;
};

} // namespace sidetal::input
