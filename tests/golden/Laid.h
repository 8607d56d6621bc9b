#pragma once

#include "Blocks/Block.h"
#include "Dump/PaintedText.h"
#include "Pages/Pages.h"
#include "Text/LineBreaker.h"

#include "sidetal/Model/Document.h"
#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <memory>
#include <string>
#include <vector>

namespace sidetal::test {

/// A sample, read, composed and laid out, every stage's product at hand.
class Laid {
  public:
    /// `file` is one of the samples folder, `style` a built-in sheet. Throws where anything but silence comes
    /// of it.
    Laid(const std::string& file, const std::string& style);
    Laid(const std::string& file, const StyleSheet& style);

    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const Pages& pages() const { return pages_; }
    [[nodiscard]] const std::string& blocks() const { return blocks_; }
    [[nodiscard]] LineBreaker& breaker() { return breaker_; }

  private:
    Document document_;
    Shaper shaper_;
    LineBreaker breaker_;
    std::string blocks_; ///< their dump: the blocks themselves have moved into the pages
    Pages pages_;
};

/// The three documents that goldens are kept of: name of the golden, sample, style.
struct SampleCase {
    std::string name;
    std::string file;
    std::string style;
};
/// Names the test of the case.
inline void PrintTo(const SampleCase& sample, std::ostream* out) {
    *out << sample.name;
}
[[nodiscard]] const std::vector<SampleCase>& sampleCases();

/// A file's bytes; empty where it is missing.
[[nodiscard]] std::string readFile(const std::string& path);

/// The path of a file of this folder.
[[nodiscard]] std::string goldenPath(const std::string& name);

/// Fails unless `actual` is what the golden of this name holds; writes it where SIDETAL_UPDATE_GOLDENS is
/// set.
void compareWithGolden(const std::string& name, const std::string& actual);

} // namespace sidetal::test
