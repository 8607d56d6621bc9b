#pragma once

#include "Graphics/Image.h"
#include "Graphics/Path.h"
#include "Structure/DocumentInfo.h"
#include "Structure/StructTree.h"
#include "Text/LineBreaker.h"

#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace sidetal {

/// What page furniture is (ISO 32000-1, 14.8.2.2).
enum class ArtifactKind : std::uint8_t {
    Layout,
    Header,
    Footer,
    PageNumber,
    Continuation,
    Background,
    Watermark
};

/// What an op shows: exactly one structure leaf or one kind of artifact.
class Content {
  public:
    Content() = default; ///< a layout artifact
    Content(NodeId leaf)
        : bits_(index(leaf)) {}
    Content(ArtifactKind kind)
        : bits_(kArtifact + static_cast<std::uint32_t>(kind)) {}
    [[nodiscard]] bool isArtifact() const { return bits_ >= kArtifact; }
    [[nodiscard]] NodeId leaf() const { return static_cast<NodeId>(bits_); }
    [[nodiscard]] ArtifactKind artifact() const { return static_cast<ArtifactKind>(bits_ - kArtifact); }
    bool operator==(const Content&) const = default;

  private:
    static constexpr std::uint32_t kArtifact = 0xFFFFFF00;
    std::uint32_t bits_ = kArtifact;
};

/// How far an op lies above the page: of what is page furniture, and of the ops of one leaf, that in a higher
/// layer is painted over that in a lower one.
enum class Layer : std::uint8_t {
    Background, ///< of the whole page
    Fill,       ///< grounds of cells and texts
    Line,       ///< rules, underlines
    Figure,     ///< drawings and images
    Text,
    Link ///< nothing to be seen
};

/// Words on one baseline in one font and colour.
struct TextOp {
    Content content;
    Length x;
    Length baseline; ///< from the page's top edge
    Length size;
    Colour colour;
    FontId font{};
    std::uint32_t firstPiece = 0; ///< of Page::pieces
    std::uint32_t pieceCount = 0;
    bool spaceAfter = false; ///< a space glyph ends the op: the source has white space here
    Layer layer = Layer::Text;
    /// What is added to each blank before a piece, in hundred-thousandths of an em of `size`: lines that are
    /// justified.
    std::int32_t wider = 0;
};

/// A straight line.
struct LineOp {
    Content content;
    Length x1;
    Length y1;
    Length x2;
    Length y2;
    Length width;
    Colour colour;
    Layer layer = Layer::Line;
};

/// A filled rectangle.
struct FillOp {
    Content content;
    Rect rect;
    Colour colour;
    Layer layer = Layer::Fill;
};

/// A path that is filled, or stroked, or both: then the line lies over the filling.
struct PathOp {
    Content content;
    std::uint32_t firstSegment = 0; ///< of Page::segments
    std::uint32_t segmentCount = 0;
    Layer layer = Layer::Figure;
    FillRule rule = FillRule::NonZero;
    std::optional<Colour> fill{};
    std::optional<Colour> stroke{};
    Length width{}; ///< of the line
    Dash dash{};
};

/// An image, stretched to fill a rectangle.
struct ImageOp {
    Content content;
    ImageId image{}; ///< of Pages::images
    Rect rect;
    Layer layer = Layer::Figure;
};

/// An area that can be followed. A link over several lines or pages has an area on each.
struct LinkOp {
    NodeId link = NodeId::None; ///< a node whose StructTree::link() says where to
    Rect area;
    static constexpr Layer layer = Layer::Link;
};

using Op = std::variant<TextOp, LineOp, FillOp, PathOp, ImageOp, LinkOp>;
static_assert(sizeof(Op) <= 64 && std::is_trivially_copyable_v<Op>, "a page holds up to thousands of ops");

/// A painted page: ops in painting order, leaves in reading order and each in one piece. Refers to words of
/// the shaper it was painted with. Made to be painted into again and again: keeps its memory.
struct Page {
    Size size;
    std::vector<Op> ops;
    std::vector<Piece> pieces;
    std::vector<PathSegment> segments;

    void clear();
    /// Brings the ops into the order in which they are painted: the grounds and lines of page furniture, then
    /// all that belongs to leaves in reading order (readers that go by the content hear what those hear who
    /// go by the tags), then links. What furniture shows above its lines stays behind what it was painted
    /// after; of equal rank ops keep their order.
    void sortForPainting();

  private:
    /// Where an op stands among those of its layer.
    struct Rank {
        std::uint64_t key = 0; ///< of the leaf and the layer
        std::uint32_t op = 0;
        bool operator<(const Rank& other) const { return key < other.key; }
    };
    void sortByReading(std::size_t begin, std::size_t end);

    std::vector<Op> sorted_;
    std::vector<Rank> ranks_;
};

/// The sizes of a document's pages, kept once for each row of equal ones.
class PageSizes {
  public:
    /// A stretch of pages of one size, to where the next one begins.
    struct Stretch {
        std::uint32_t firstPage = 0;
        Size size;
    };

    PageSizes() = default;
    /// All pages have one size.
    PageSizes(Size size) { add(0, size); }
    /// From `firstPage` on pages have this size. The first call is about page 0, and each further one about a
    /// later page than the one before.
    void add(std::uint32_t firstPage, Size size);
    /// The size of a page; there must be one that has been added.
    [[nodiscard]] Size operator[](std::uint32_t page) const { return stretches_[stretchOf(page)].size; }
    /// The index among stretches() of the one that a page belongs to; there must be one.
    [[nodiscard]] std::uint32_t stretchOf(std::uint32_t page) const;
    [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }

  private:
    std::vector<Stretch> stretches_;
};

/// Where a target of the structure tree was found to stand.
struct Target {
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
    NodeId node = NodeId::None;
    std::uint32_t page = kNowhere; ///< counts from 0
    Length top;                    ///< from the page's top edge
    std::uint32_t number = 0;      ///< printed on that page
    bool opensPage = false;        ///< nothing that is read stands above it there, but its table's header
};

/// An entry of the outline, in reading order.
struct OutlineEntry {
    std::string title;
    int level = 1;
    TargetId target = TargetId::None;
    SourcePos source{};    ///< of the words
    bool isClosed = false; ///< a reader is not shown at once what is under it
};

/// Where pages begin to be numbered anew.
struct PageLabel {
    std::uint32_t page = 0;   ///< counts from 0
    std::uint32_t number = 1; ///< printed on it
    bool isNumbered = true;   ///< false: from this page on none is printed
};

/// Where a table that lies whole on one page stands (ISO 32000-1, table 343: BBox).
struct NodeBox {
    NodeId node = NodeId::None;
    std::uint32_t page = 0;
    Rect box;
};

/// A laid out document: how many pages there are is known, and what stands where; each page is painted when
/// it is asked for.
struct Pages {
    std::uint32_t count = 0;
    PageSizes sizes;
    std::vector<PageLabel> labels; ///< in ascending order; empty where pages are numbered from 1 on
    std::vector<Target> targets;   ///< by TargetId
    std::vector<std::shared_ptr<const ImageData>> images; ///< by ImageId
    std::vector<Size>
        imageSizes; ///< by ImageId: how large each is shown at most; those after the last: never
    /// Paints page `number` (from 0) into `page`, replacing what is there: a pure function of the page's
    /// token. May be called in any order and from several threads at once, each with a breaker (and so a
    /// shaper) of its own over the same fonts. The page's words live until that shaper is trimmed, which
    /// paint() itself does before it begins.
    std::function<void(std::uint32_t number, LineBreaker& breaker, Page& page)> paint;
    std::vector<OutlineEntry> outline;
    std::vector<NodeBox> boxes;
    NodeId copyCover = NodeId::None; ///< the leaf of a first page that only named copies fill
    [[nodiscard]] const Target& target(TargetId id) const { return targets[index(id)]; }
    /// Link::contents, the number of the target's page filled in.
    [[nodiscard]] std::string contentsOf(const Link& link) const;

    /// The structure and the document's words about itself; live as long as `paint`.
    const StructTree* tree = nullptr;
    const DocumentInfo* info = nullptr;
};

} // namespace sidetal
