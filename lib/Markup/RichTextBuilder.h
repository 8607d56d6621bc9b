#pragma once

#include "Markup/HiddenMarkup.h"
#include "Markup/HtmlTags.h"
#include "Markup/OpenElements.h"
#include "Model/Rules.h"
#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <cstdint>
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
/// last item.
class RichTextBuilder {
  public:
    /// Messages carry the path of `place`, which must live as long as this.
    explicit RichTextBuilder(const Node& place);

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
        int number = 0; ///< of the item that is open, or was the last
    };

    [[nodiscard]] RichText& container() { return lists_.empty() ? result_ : lists_.back().item; }
    [[nodiscard]] Emphasis emphasis() const { return elements_.emphasis(); }
    void openElement(std::string_view name, std::span<const TagAttribute> attributes);
    void refuseHidden(std::string_view name, std::span<const TagAttribute> attributes);
    void warnOfTag(std::string_view name, std::string_view what);
    void warnOnce(std::string_view code, std::string message);
    void takePicture(std::string_view name, std::span<const TagAttribute> attributes);
    void appendRun(std::string_view run);
    std::string& spanText(Emphasis emphasis);
    void endParagraph();
    void startBlock();
    void endBlock();
    [[nodiscard]] bool inImpliedList() const;
    void endImpliedListAfterItem();
    void openListOf(std::string_view name, std::span<const TagAttribute> attributes);
    void openList(ListMarker marker, int start);
    void closeList();
    void closeListOf(TagRole role);
    void openItem(std::span<const TagAttribute> attributes);
    void ensureItem();
    void closeItem();
    void flushList(OpenList& open, RichText& target);
    [[nodiscard]] int numberOf(std::span<const TagAttribute> attributes, std::string_view name,
                               int otherwise);

    const Node& place_;
    SourcePos position_;
    RichText result_;
    HiddenMarkup hidden_;
    std::vector<OpenList> lists_;
    std::size_t ignoredLists_ = 0; ///< opened past the limit
    TextParagraph paragraph_;
    OpenElements elements_;
    bool pendingSpace_ = false;
    unsigned pendingBreaks_ = 0;
    Emphasis pendingEmphasis_;
    std::vector<std::string> warned_;
};

} // namespace sidetal::input
