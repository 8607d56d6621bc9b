#include "Batch/Committer.h"

#include "Batch/Faults.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr std::size_t kGroup = 64;        ///< files that are committed together
constexpr std::size_t kMostWaiting = 128; ///< descriptors are open as long
constexpr std::size_t kShareOfOpen = 8; ///< of the files that may be open: as many again are being committed
constexpr std::chrono::milliseconds kLongest{500}; ///< that a file waits for others

std::size_t mostWaiting() {
    rlimit limit{};
    const std::size_t open = ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
    return std::clamp<std::size_t>(open / kShareOfOpen, 1, kMostWaiting);
}

} // namespace

Committer::Committer(int folder, std::string folderName, PendingFiles& pending, Journal& journal,
                     BatchDurability durability)
    : folder_(folder)
    , folderName_(std::move(folderName))
    , pending_(pending)
    , journal_(journal)
    , durability_(durability)
    , mostWaiting_(mostWaiting())
    , fullGroup_(std::min(kGroup, mostWaiting_))
    , thread_([this] { work(); }) {}

Committer::~Committer() {
    {
        const std::lock_guard lock(guard_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
    for (WrittenFile& file : waiting_) {
        if (file.file.valid()) {
            pending_.remove(file.pending);
        }
    }
}

void Committer::throwIfFailed() const {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

void Committer::add(WrittenFile file) {
    std::unique_lock lock(guard_);
    changed_.wait(lock, [&] { return waiting_.size() < mostWaiting_ || failure_; });
    if (failure_ && file.file.valid()) {
        pending_.remove(file.pending);
    }
    throwIfFailed();
    const bool isKept = file.entry.kind == JournalEntry::Kind::Kept; // and on the disk with finish()
    const bool isAwaited = durability_ == BatchDurability::Each && !isKept;
    hasKept_ = hasKept_ || isKept;
    waiting_.push_back(std::move(file));
    const std::uint64_t number = ++added_;
    flush_ = flush_ || isAwaited;
    if (flush_ || waiting_.size() == 1 || waiting_.size() >= fullGroup_) {
        changed_.notify_all();
    }
    if (isAwaited) {
        changed_.wait(lock, [&] { return committed_ >= number || failure_; });
        throwIfFailed();
    }
}

void Committer::finish() {
    std::unique_lock lock(guard_);
    flush_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return committed_ == added_ || failure_; });
    throwIfFailed();
    if (hasKept_ && durability_ != BatchDurability::None && ::syncfs(folder_) != 0) {
        failOnFolder(errno);
    }
}

void Committer::work() {
    std::unique_lock lock(guard_);
    const auto isDue = [&] { return ending_ || failure_ || flush_ || waiting_.size() >= fullGroup_; };
    while (true) {
        changed_.wait(lock, [&] { return ending_ || failure_ || !waiting_.empty(); });
        if (!flush_) {
            changed_.wait_for(lock, kLongest, isDue);
        }
        if (ending_ || failure_) {
            return;
        }
        flush_ = false;
        std::vector<WrittenFile> group = std::exchange(waiting_, {});
        lock.unlock();
        std::exception_ptr failure;
        try {
            commit(group);
        } catch (...) {
            failure = std::current_exception();
            for (const WrittenFile& file : group) {
                if (!file.pending.empty()) {
                    pending_.remove(file.pending);
                }
            }
        }
        const std::size_t count = group.size();
        group.clear();
        lock.lock();
        failure_ = failure;
        committed_ += failure ? 0 : count;
        changed_.notify_all();
    }
}

void Committer::failOn(const WrittenFile& file, int error) const {
    throw faultOf("SID-B024", folderName_ + "/" + file.entry.name,
                  fmt::format("cannot be written: {}", systemWords(error)));
}

void Committer::failOnFolder(int error) const {
    throw faultOf("SID-B024", folderName_, fmt::format("cannot be written: {}", systemWords(error)));
}

void Committer::sync(std::vector<WrittenFile>& group) const {
    for (const WrittenFile& file : group) { // so that the disk has them all before the first is waited for
        if (file.file.valid()) {
            (void)::sync_file_range(file.file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
        }
    }
    for (const WrittenFile& file : group) {
        if (file.file.valid() && ::fsync(file.file.get()) != 0) {
            failOn(file, errno);
        }
    }
}

void Committer::commit(std::vector<WrittenFile>& group) {
    const bool isDurable = durability_ != BatchDurability::None;
    if (isDurable) {
        sync(group);
    }
    std::vector<JournalEntry> entries;
    entries.reserve(group.size());
    bool hasFiles = false;
    for (WrittenFile& file : group) {
        if (file.file.valid()) {
            hasFiles = true;
            if (!file.file.close() || !pending_.rename(file.pending, file.entry.name)) {
                failOn(file, errno);
            }
            file.pending.clear();
        }
        entries.push_back(std::move(file.entry));
    }
    if (hasFiles && isDurable && ::fsync(folder_) != 0) {
        failOnFolder(errno);
    }
    journal_.write(entries);
}

} // namespace sidetal::batch
