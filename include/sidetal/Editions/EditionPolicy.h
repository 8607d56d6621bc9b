#pragma once

#include "sidetal/Export.h"
#include "sidetal/Lint/LintRules.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace sidetal {

/// Which fields of closed things the public's and the members' edition show (docs/editions.md), in general
/// and by committee. Immutable; copies share what was read, so one policy serves any number of renderers and
/// threads.
class SIDETAL_API EditionPolicy {
  public:
    /// The strict one: the public sees of what is closed no more than the law asks for, members all.
    EditionPolicy();
    ~EditionPolicy();
    EditionPolicy(const EditionPolicy&);
    EditionPolicy& operator=(const EditionPolicy&);

    /// What documents are looked through by before they are published, besides the caller's own rules.
    [[nodiscard]] const LintRules& lintRules() const;

    /// For the library alone.
    struct Members;
    explicit EditionPolicy(std::shared_ptr<const Members> members);
    [[nodiscard]] const Members& members() const { return *m_; }

  private:
    std::shared_ptr<const Members> m_; ///< never null
};

/// What an edition makes of a field of something closed.
enum class FieldView : std::uint8_t {
    Shown,
    Replaced, ///< by the title for the public, or words such as "Lukket punkt"
    Dropped
};

/// A field of something closed that holds something, and what the editions make of it. The words themselves
/// are not here.
struct EditionRow {
    std::string item;  ///< the printed number of the item that it belongs to, without suffix; empty: none
    std::string thing; ///< the path of what is closed, "items[4].decisions[0]"
    std::string kind;  ///< what that is, as policies call it: "item", "section", "decision" …
    std::string field; ///< "title"
    SourcePos source;
    std::array<FieldView, 3> views{}; ///< by Edition
};

} // namespace sidetal
