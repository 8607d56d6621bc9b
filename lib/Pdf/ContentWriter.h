#pragma once

#include "Pdf/Buffer.h"
#include "Pdf/FontEncoder.h"
#include "Pdf/FormObjects.h"
#include "Pdf/ImageObjects.h"
#include "Pdf/LinkAnnotations.h"
#include "Pdf/Marks.h"

#include "Pages/Pages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Writes the content streams of pages (ISO 32000-1, 7.8 and 14.6). Ops that follow each other with the same
/// content share one marked content; marked content never crosses BT or ET; operators that would change
/// nothing are left out.
class ContentWriter {
  public:
    /// What the contents of pages refer to and are referred to by.
    struct Surroundings {
        const StructTree& tree;
        FontEncoder& encoder;
        Marks& marks;
        ImageObjects& images;
        FormObjects& forms;
        LinkAnnotations& links;
    };

    explicit ContentWriter(const Surroundings& surroundings);
    ContentWriter(const ContentWriter&) = delete;
    ContentWriter& operator=(const ContentWriter&) = delete;

    /// The content of page `number`, from 0 on in turn; valid until the next call. `shaper` has the page's
    /// words.
    [[nodiscard]] std::string_view write(std::uint32_t number, const Page& page, Shaper& shaper);

    /// The content of a form that shows the text of `page`; what it is part of is said where it is shown.
    [[nodiscard]] std::string_view writeForm(const Page& page, Shaper& shaper);

    /// What the figures of the pages written so far cover, those on several pages once for each.
    [[nodiscard]] const std::vector<NodeBox>& figures() const { return figures_; }

  private:
    enum class Painting : char { None = 0, Stroke = 'S', Fill = 'f' };
    /// A point in hundredths of a point from the lower left corner.
    struct PdfPoint {
        std::int64_t x = 0;
        std::int64_t y = 0;
    };

    void write(const TextOp& op);
    void write(const LineOp& op);
    void write(const FillOp& op);
    void write(const PathOp& op);
    void write(const ImageOp& op);
    void write(const LinkOp& op);

    // marked content
    void beginContent(Content content, const Rect* area);
    void beginLeaf(NodeId leaf);
    void beginArtifact(ArtifactKind kind, const Rect* area);
    void endContent();
    void cover(const Rect& area);
    [[nodiscard]] Rect areaOf(const TextOp& op) const;

    // text objects and painting
    void enterText(Content content);
    void leaveText();
    void enterPath(Content content, Painting painting, const Rect* area);
    void paintPath();
    void paintForm(const PathOp& op, const Rect& area);
    [[nodiscard]] std::string takeFrom(std::size_t begin);
    void putSegment(const PathSegment& segment);
    void setWidth(Length width);
    void setColour(std::optional<Colour>& current, Colour colour, std::string_view grey,
                   std::string_view rgb);
    [[nodiscard]] PdfPoint toPdf(Length x, Length y) const;
    void putPoint(PdfPoint point);
    void moveText(PdfPoint to);

    // strings
    void putPiece(const Piece& piece);
    void putWord(const Word& word);
    void putGlyphs(std::span<const Glyph> glyphs);
    void putGlyph(const Glyph& glyph);
    void setRise(std::int32_t rise);
    void openString(ResourceId font);
    void closeString();

    const StructTree& tree_;
    FontEncoder& encoder_;
    Marks& marks_;
    ImageObjects& images_;
    FormObjects& forms_;
    LinkAnnotations& links_;
    std::vector<NodeBox> figures_;
    Shaper* shaper_ = nullptr;
    const Page* page_ = nullptr;
    std::uint32_t number_ = 0;
    Buffer out_;

    // what the operators written so far have set
    bool isForm_ = false; ///< which has no marked content of its own
    bool inContent_ = false;
    Content content_;
    NodeId figure_ = NodeId::None; ///< that the content is part of
    bool inText_ = false;
    Painting painting_ = Painting::None;
    std::optional<Colour> fillColour_;
    std::optional<Colour> strokeColour_;
    std::optional<Length> lineWidth_;
    PdfPoint textLine_; ///< where the current text line begins
    ResourceId font_ = ResourceId::None;
    Length fontSize_;
    std::int32_t rise_ = 0; ///< thousandths of the font size

    // the text op being written
    Length opSize_;
    const Word* space_ = nullptr;
    std::int32_t wider_ = 0; ///< TextOp::wider
    bool inString_ = false;
    std::size_t stringBegin_ = 0;
};

} // namespace sidetal
