#pragma once

#include "Layout/Layout.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace sidetal::test {

/// The fonts of the manifest, opened once for all tests.
[[nodiscard]] const std::shared_ptr<const Fonts>& fonts();

/// A shaper and its breaker, as each thread has them.
struct Setting {
    Shaper shaper{fonts()};
    LineBreaker breaker{shaper};
};

/// Builds documents of Carlito 10 pt on 12 pt, on pages whose body is 200 by 120 pt at (20, 30): ten lines.
class DocumentBuilder {
  public:
    DocumentBuilder();

    /// A new node of the structure tree.
    NodeId node(Role role, NodeId parent = NodeId::Root) { return document.tree.add(parent, role); }
    /// A paragraph of one run, its leaf a new P unless one is given.
    [[nodiscard]] Paragraph paragraph(std::string text, NodeId leaf);
    [[nodiscard]] Paragraph paragraph(std::string text) { return paragraph(std::move(text), node(Role::P)); }
    /// Page furniture: no leaf.
    [[nodiscard]] Paragraph furniture(std::string text) { return paragraph(std::move(text), NodeId::None); }

    Block& add(decltype(Block::content) content);
    void addParagraph(std::string text) { add(paragraph(std::move(text))); }
    Block& addHeading(std::string text);

    /// Begins another page run: of pages 300 by 100 pt whose body is all of them but 10 pt on each side.
    PageRun& addRun();
    /// A running line at the top left corner of the pages of the last run.
    void addRunning(std::string pattern);

    /// A table of 100 + 100 pt: a header "Tema", "Mål" and a theme that spans a row for each text.
    Table spanTable(std::string theme, const std::vector<std::string>& rows);

    BlockDocument document;
};

/// A laid out document with what was told of it.
struct LaidOutDocument {
    Diagnostics diagnostics;
    Pages pages;
};
[[nodiscard]] LaidOutDocument layOut(DocumentBuilder& builder, Setting& setting);

/// A page as text, a line an op: "text P#3 20,39.36 'ord '", "line 20,30 220,30", "fill 20,30 100x12". Leaves
/// by role and number, artifacts by kind in brackets; a blank at the end of an op stands in the quotes.
[[nodiscard]] std::string print(const Pages& pages, const Page& page, const Shaper& shaper);
/// Paints and prints one page; counts from 1.
[[nodiscard]] std::string printPage(const Pages& pages, std::uint32_t number, Setting& setting);
/// Paints and prints all of them.
[[nodiscard]] std::vector<std::string> printPages(const Pages& pages, Setting& setting);
/// The words that the ops of a page show, furniture left out.
[[nodiscard]] std::string wordsOf(const Page& page, const Shaper& shaper);

/// The messages, a line each, as users see them.
[[nodiscard]] std::string messages(const Diagnostics& diagnostics);

} // namespace sidetal::test
