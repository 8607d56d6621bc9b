#pragma once

#include "Support/JsonWriter.h"
#include "Tree/Node.h"
#include "sidetal/Model/Document.h"

#include <string>

namespace sidetal::input {

/// How documents of one type are read, written and described. Each type's tables are compiled in a
/// file of their own; codecOf() in Documents.cpp says which kind is which.
struct KindCodec {
    /// Reads the outermost object; faults go to the node's Diagnostics.
    Document (*read)(const Node& root, DocumentKind kind);
    /// Writes the members of the outermost object, the kind's own word left out.
    void (*write)(JsonWriter& json, const Document& document);
    std::string (*schema)(DocumentKind kind);
};

/// Makes the tree's places those of another source. No deeper than ReadLimits::depth.
void setTreeSource(Tree& tree, std::uint32_t source);

extern const KindCodec kMeetingPapers; ///< agendas and minutes
extern const KindCodec kGoalMatrices;

} // namespace sidetal::input
