#pragma once

#include "Structure/DocumentInfo.h"
#include "Structure/StructTree.h"
#include "Text/LineBreaker.h"

#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sidetal {

/// What page furniture is (ISO 32000-1, 14.8.2.2).
enum class ArtifactKind : std::uint8_t { Layout, Header, Footer, PageNumber, Continuation, Background };

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
};

/// A straight line; always an artifact.
struct LineOp {
    Content content;
    Length x1;
    Length y1;
    Length x2;
    Length y2;
    Length width;
    Colour colour;
};

/// A filled rectangle; always an artifact.
struct FillOp {
    Content content;
    Rect rect;
    Colour colour;
};

using Op = std::variant<TextOp, LineOp, FillOp>;

/// A painted page: ops in painting order, within each leaf in reading order. Refers to words of the shaper it
/// was painted with.
struct Page {
    Size size;
    std::vector<Op> ops;
    std::vector<Piece> pieces;
    void clear() {
        ops.clear();
        pieces.clear();
    }
};

/// An entry of the outline, in reading order.
struct OutlineEntry {
    std::string title;
    int level = 1;
    NodeId node = NodeId::None;
    std::uint32_t page = 0; ///< counts from 0
    Length top;             ///< from the page's top edge
};

/// Where a table that lies whole on one page stands (ISO 32000-1, table 343: BBox).
struct NodeBox {
    NodeId node = NodeId::None;
    std::uint32_t page = 0;
    Rect box;
};

/// A laid out document: how many pages there are is known, each is painted when it is asked for.
struct Pages {
    std::uint32_t count = 0;
    Size size;
    /// Paints page `number` (from 0) into `page`, replacing what is there: a pure function of the page's
    /// token. May be called in any order and from several threads at once, each with a breaker (and so a
    /// shaper) of its own over the same fonts. The page's words live until that shaper is trimmed, which
    /// paint() itself does before it begins.
    std::function<void(std::uint32_t number, LineBreaker& breaker, Page& page)> paint;
    std::vector<OutlineEntry> outline;
    std::vector<NodeBox> boxes;
    /// The structure and the document's words about itself; live as long as `paint`.
    const StructTree* tree = nullptr;
    const DocumentInfo* info = nullptr;
};

} // namespace sidetal
