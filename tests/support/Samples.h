#pragma once

#include "sidetal/Report.h"

#include <string>

namespace sidetal::test {

/// A file of the source tree's samples folder, read as a document; throws Error where it has errors.
[[nodiscard]] Document readSample(const std::string& name);

/// The document as PDF, by `renderer` or a fresh one.
std::string render(const Document& document, const RenderOptions& options = {}, Renderer* renderer = nullptr);

} // namespace sidetal::test
