#pragma once

#include "sidetal/Export.h"
#include "sidetal/Report.h"

#include <memory>
#include <string>

namespace sidetal {

/// A document that was laid out and written once, but for what names whom a copy is for: each copy has these
/// bytes and a few of its own, and they are those of Renderer::render() with RenderOptions::copyFor. Made by
/// Renderer::copies(), which must outlive it and is used by it: one thread at a time may use either. Holds as
/// much memory as a file is long.
class SIDETAL_API CopySet {
  public:
    ~CopySet();
    CopySet(CopySet&&) noexcept;
    CopySet& operator=(CopySet&&) noexcept;

    /// Writes the copy for `copyFor`, which is not empty, to `sink`. What is found of the document itself is
    /// among the warnings of each. Throws Error where the name cannot be printed in the foot (SID-T010,
    /// SID-L007, SID-R003), before the first byte is written.
    RenderResult write(const std::string& copyFor, const ByteSink& sink);

  private:
    friend class Renderer;
    struct Members;
    explicit CopySet(std::unique_ptr<Members> members);
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
