#pragma once

#include "Text/Face.h"

#include "sidetal/Text/OwnFonts.h"

#include <memory>
#include <string>
#include <vector>

namespace sidetal {

/// A style of a family of one's own. A file may stand under two families.
struct OwnFace {
    std::string family;
    bool bold = false;
    bool italic = false;
    std::string file;      ///< its name
    std::string embedding; ///< what OS/2 fsType allows: "installable", "editable", "preview and print"
    std::shared_ptr<const Face> face;
};

/// What OwnFonts holds.
struct OwnFonts::Members {
    std::vector<OwnFace> faces; ///< by family, then regular, bold, italic, bold italic
};

} // namespace sidetal
