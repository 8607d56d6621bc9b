#pragma once

#include "sidetal/Batch/BatchReport.h"
#include "sidetal/Model/MeetingPaper.h"

namespace sidetal::batch {

/// What a report says, told one record after the other: first those that failed.
class ReportDocument {
  public:
    /// All that is given outlives it.
    ReportDocument(const BatchPlan& plan, const BatchReportFacts& facts);
    ~ReportDocument();
    ReportDocument(const ReportDocument&) = delete;
    ReportDocument& operator=(const ReportDocument&) = delete;

    void add(const BatchRecord& record);
    /// The whole report, once.
    [[nodiscard]] MeetingPaper paper();

  private:
    struct Members;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal::batch
