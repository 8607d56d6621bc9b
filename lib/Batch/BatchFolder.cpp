#include "sidetal/Batch/BatchFolder.h"

#include "Batch/Committer.h"
#include "Batch/Descriptor.h"
#include "Batch/Digest.h"
#include "Batch/Faults.h"
#include "Batch/FolderLock.h"
#include "Batch/Journal.h"
#include "Batch/PendingFiles.h"
#include "sidetal/Version.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <utility>

namespace sidetal {

using namespace batch;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = std::size_t{1} << 18;

/// Makes a folder where it is missing, and those above it. Its name is then on the disk: nothing in it were,
/// else, however often it is synced.
void makeFolder(const fs::path& folder, bool isDurable, std::error_code& error) {
    const fs::path parent = folder.parent_path();
    std::error_code none;
    const bool isThere = fs::is_directory(folder, none);
    if (!isThere && parent != folder && !parent.empty()) {
        makeFolder(parent, isDurable, error);
    }
    if (!isThere && !error) {
        fs::create_directory(folder, error);
    }
    if (isDurable && !error) { // whoever made it may not have cared
        const Descriptor above(
            ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        const bool isSynced = !above.valid() || ::fsync(above.get()) == 0;
        if (!isSynced && errno != EINVAL && errno != EROFS) { // where that is not to be had
            error.assign(errno, std::generic_category());
        }
    }
}

Descriptor openFolder(const std::string& folder, bool isDurable) {
    std::error_code error;
    makeFolder(folder, isDurable, error);
    Descriptor out(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const int cause = !out.valid() && (errno != ENOENT || !error) ? errno : error.value();
    if (cause != 0 || ::access(folder.c_str(), W_OK | X_OK) != 0) {
        throw faultOf("SID-B020", folder,
                      fmt::format("cannot be used: {}", systemWords(cause != 0 ? cause : errno)));
    }
    return out;
}

std::string digestOfFile(int folder, const std::string& name, std::uint64_t expectedBytes) {
    const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
        static_cast<std::uint64_t>(status.st_size) != expectedBytes) {
        return {};
    }
    Digest digest;
    std::string buffer(kBufferSize, '\0');
    while (true) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got == 0) {
            return digest.hex();
        }
        if (got < 0 && errno != EINTR) {
            return {};
        }
        digest.add(std::string_view(buffer).substr(0, got < 0 ? 0 : static_cast<std::size_t>(got)));
    }
}

} // namespace

struct BatchFolder::Members {
    Members(const BatchFolderOptions& asked, Diagnostics& diagnostics)
        : options(asked)
        , folder(openFolder(asked.folder, asked.durability != BatchDurability::None))
        , lock(folder.get(), asked)
        , pending(folder.get(), asked.shard.of == 1 ? hiddenName(asked.shard) : hiddenName(asked.shard) + "-")
        , journal((fs::path(asked.folder) / journalName(asked.shard)).string(), asked.durability, diagnostics)
        , committer(folder.get(), asked.folder, pending, journal, asked.durability) {
        pending.removeLeftOver();
    }

    [[nodiscard]] std::int64_t now() const { return options.now ? options.now() : 0; }

    [[nodiscard]] Error fault(const std::string& name, int error) const {
        return faultOf("SID-B024", (fs::path(options.folder) / name).string(),
                       fmt::format("cannot be written: {}", systemWords(error)));
    }

    BatchFolderOptions options;
    Descriptor folder;
    FolderLock lock;
    PendingFiles pending;
    Journal journal;
    std::vector<std::string> inputs; ///< the plan's, for the journal
    Committer committer;             ///< last: its thread uses all of the others
};

namespace {

/// What is written to: small files are made whole, so that one that fails costs the folder nothing.
template <class Folder>
class FolderFileOf : public BatchFile {
  public:
    FolderFileOf(Folder& folder, const BatchTask& task, std::string input)
        : folder_(folder)
        , name_(task.name)
        , copyFor_(task.copyFor)
        , input_(std::move(input)) {}
    ~FolderFileOf() override {
        if (file_.valid()) {
            folder_.pending.remove(pending_);
        }
    }
    FolderFileOf(const FolderFileOf&) = delete;
    FolderFileOf& operator=(const FolderFileOf&) = delete;

    void write(std::string_view bytes) override {
        buffer_.append(bytes);
        if (buffer_.size() >= kBufferSize) {
            flush();
        }
    }

    void commit(BatchMade made) override {
        flush();
        JournalEntry entry{JournalEntry::Kind::Made, name_, input_, std::move(made), folder_.now(), copyFor_};
        WrittenFile written{std::move(file_), std::move(pending_), std::move(entry)};
        folder_.committer.add(std::move(written));
    }

  private:
    void flush() {
        if (!file_.valid()) {
            file_ = folder_.pending.make(pending_);
        }
        std::string_view left = buffer_;
        while (!left.empty() || !file_.valid()) {
            const ssize_t written = file_.valid() ? ::write(file_.get(), left.data(), left.size()) : -1;
            if (written >= 0) {
                left.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno != EINTR || !file_.valid()) {
                throw folder_.fault(name_, errno);
            }
        }
        buffer_.clear();
    }

    Folder& folder_;
    std::string name_;
    std::string copyFor_;
    std::string input_;
    std::string buffer_;
    std::string pending_;
    Descriptor file_;
};

} // namespace

BatchFolder::BatchFolder(const BatchFolderOptions& options, Diagnostics& diagnostics)
    : m_(std::make_unique<Members>(options, diagnostics)) {}
BatchFolder::~BatchFolder() = default;

void BatchFolder::start(const BatchPlan& plan) {
    std::vector<std::string> names;
    for (const BatchInputFile& input : plan.inputs) {
        m_->inputs.push_back(input.file);
        std::error_code error;
        const fs::path path(input.file);
        if (path.extension() == ".pdf" &&
            fs::equivalent(path.parent_path().empty() ? "." : path.parent_path(), m_->options.folder,
                           error)) {
            names.push_back(path.filename().string());
        }
    }
    for (const BatchTask& task : plan.tasks) {
        if (std::ranges::find(names, task.name) != names.end()) {
            throw faultOf("SID-B013", task.name, "would be written over an input of the batch");
        }
    }
    m_->journal.start(plan, m_->now());
    for (const BatchRefusal& refusal : plan.refusals) {
        for (std::uint32_t i = 0; i < refusal.files; ++i) {
            const std::string& input = plan.inputs[refusal.input].file;
            // No name that a file may have (fillName()).
            JournalEntry entry{
                JournalEntry::Kind::Failed, fmt::format("<{}> {}", input, i), input, {}, m_->now()};
            entry.made.messages = refusal.messages;
            m_->committer.add({{}, {}, std::move(entry)});
        }
    }
}

bool BatchFolder::isDone(const BatchTask& task, const BatchOrigin& origin,
                         const std::function<std::string(const std::string& picture)>& hashOfPicture) {
    if (!m_->options.resume) {
        return false;
    }
    const auto proof = m_->journal.proofOf(task.name);
    if (!proof || proof->program != SIDETAL_VERSION || proof->origin != origin ||
        std::ranges::any_of(proof->pictures,
                            [&](const BatchPicture& p) { return hashOfPicture(p.name) != p.hash; }) ||
        digestOfFile(m_->folder.get(), task.name, proof->bytes) != proof->hash) {
        return false;
    }
    m_->committer.add(
        {{}, {}, JournalEntry{JournalEntry::Kind::Kept, task.name, m_->inputs[task.input], {}, 0}});
    return true;
}

std::unique_ptr<BatchFile> BatchFolder::begin(const BatchTask& task) {
    return std::make_unique<FolderFileOf<Members>>(*m_, task, m_->inputs[task.input]);
}

void BatchFolder::failed(const BatchTask& task, BatchMade made) {
    m_->committer.add({{},
                       {},
                       JournalEntry{JournalEntry::Kind::Failed, task.name, m_->inputs[task.input],
                                    std::move(made), m_->now(), task.copyFor}});
}

void BatchFolder::finish(const BatchOutcome& outcome) {
    m_->committer.finish();
    m_->journal.end(outcome.stopped ? "stopped" : "ended", m_->now());
}

void BatchFolder::abandon() noexcept {
    m_->pending.abandon();
}

void BatchFolder::eachRecord(const std::function<void(const BatchRecord&)>& tell) const {
    m_->journal.eachRecord([&](BatchRecord record) {
        if (record.name.starts_with('<')) {
            record.name.clear();
        }
        tell(record);
    });
}

std::vector<BatchStatus> BatchFolder::status(const std::string& folder) {
    std::vector<BatchStatus> out;
    std::error_code error;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        names.push_back(entry.path().filename().string());
    }
    if (error) {
        throw faultOf("SID-B020", folder, fmt::format("cannot be read: {}", systemWords(error.value())));
    }
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (const std::string& name : names) {
        if (const auto shard = shardOfJournal(name)) {
            const std::string file = (fs::path(folder) / name).string();
            BatchStatus status = Journal::status(file, *shard);
            if (status.state == "running" && !FolderLock::isHeld(open.get(), *shard)) {
                status = Journal::status(file, *shard); // it may have ended just now
                status.state = status.state == "running" ? "broken off" : status.state;
            }
            out.push_back(std::move(status));
        }
    }
    if (out.empty()) {
        throw faultOf("SID-B020", folder, "holds no batch, expected a folder that sidetal batch wrote to");
    }
    std::ranges::sort(out, {}, [](const BatchStatus& s) { return std::pair(s.shard.of, s.shard.number); });
    return out;
}

} // namespace sidetal
