#pragma once

#include "Blocks/Block.h"
#include "Labels/Labels.h"
#include "Pictures/PictureShelf.h"

#include "sidetal/Model/Common.h"
#include "sidetal/Style/StyleSheet.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace sidetal {

/// A text style as blocks refer to it.
struct Type {
    FormatId format{};
    Emphasis emphasis; ///< bold and italic
};

/// A title as it stands outside of pages, in the outline and the file's metadata: without the characters that
/// only tell where a line may break.
[[nodiscard]] std::string outlineText(std::string_view text);

/// The same as a running line takes it: braces would stand for numbers.
[[nodiscard]] std::string runningWords(std::string_view text);

/// What every composer works with: the document that grows, and the words.
struct Context {
    BlockDocument& out;
    const Labels& labels;
    SourcePos style{}; ///< the user's style file, where it is one, for what is its fault alone
    const TextsStyle* texts = nullptr;  ///< how texts look; a text that needs it finds it
    Diagnostics* diagnostics = nullptr; ///< for what only composing finds
    std::uint32_t notes = 0;            ///< that were numbered
    bool toldBoldParagraph = false;     ///< SID-C008 is told once a document
    PictureShelf* pictures = nullptr;   ///< those of its texts
    std::string_view contentHash{};     ///< SHA-256 in hexadecimal, for a foot that shows it

    /// The type of a style; equal styles share a format.
    [[nodiscard]] Type type(const TextStyle& style, Align align = Align::Left);

    /// `type` with its lines at another place, or in another family where that is not empty.
    [[nodiscard]] Type varied(const Type& type, Align align, std::string_view family = {});

    /// The size of a type's em.
    [[nodiscard]] Length sizeOf(const Type& type) const {
        return out.formats[static_cast<std::size_t>(type.format)].size;
    }

    /// A run of `text`, which must live as long as the document.
    [[nodiscard]] static Run run(std::string_view text, const Type& type, NodeId leaf);

    /// A paragraph of one run; with no run where `text` is empty.
    [[nodiscard]] static Paragraph paragraph(std::string_view text, const Type& type, NodeId leaf,
                                             SourcePos source);

    /// The structure type of a heading; `level` 1 to 6.
    [[nodiscard]] static Role headingRole(int level);

    /// Whether the words of the catalogue are of another language than the document.
    [[nodiscard]] bool labelsDiffer() const;

    /// Whether a node is a cell of a table, or lies in one.
    [[nodiscard]] bool standsInCell(NodeId node) const;

    /// The language of a node that holds words of the catalogue, or a date in them, where it is not the
    /// document's (ISO 14289-1, 7.2).
    void setLabelLanguage(NodeId node);

    /// " (udkast)" where the document is a draft, else empty.
    [[nodiscard]] std::string draftRemark(const DocumentHeader& header) const;

    /// Says on all pages of the run that the document is a draft, where it is.
    void markDraft(const DocumentHeader& header);

    /// Appends the document's title as H1 and gives it to the file, followed there by those of `details` that
    /// it does not name itself: a title is to tell one document from the others (ISO 14289-1, 7.1). The
    /// file is from the document's organisation. `fallback`: words of the catalogue, for one without title.
    void addTitle(const DocumentHeader& header, std::string_view fallback, const ParagraphStyle& style,
                  Length measure, std::initializer_list<std::string> details);

    /// Gives the file its title, followed by those of `details` that it does not name itself, and whom it is
    /// from, as addTitle() does.
    void nameFile(const DocumentHeader& header, std::string_view title,
                  std::initializer_list<std::string> details);

    /// Gives the file a description: what is not empty of these, each a sentence.
    void describe(std::initializer_list<std::string> sentences);

  private:
    [[nodiscard]] FormatId formatId(const TextFormat& format);
};

} // namespace sidetal
