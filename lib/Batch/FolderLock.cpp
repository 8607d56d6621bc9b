#include "Batch/FolderLock.h"

#include "Batch/Faults.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <thread>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr std::string_view kHidden = ".sidetal-batch";
constexpr int kLooks = 20; ///< who only looks whether a lock is held has it for a moment
constexpr std::chrono::milliseconds kBetweenLooks{5};
constexpr std::string_view kJournalEnding = ".sqlite";

/// Who holds a lock, by his own words in its file.
std::string holderIn(int fd) {
    std::array<char, 200> words{};
    const ssize_t length = ::pread(fd, words.data(), words.size(), 0);
    std::string out(words.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    out.resize(std::min(out.find('\n'), out.size()));
    return out;
}

} // namespace

std::string hiddenName(BatchShard shard) {
    return shard.of == 1 ? std::string(kHidden) : fmt::format("{}-{}-of-{}", kHidden, shard.number, shard.of);
}

std::optional<BatchShard> shardOfJournal(std::string_view name) {
    BatchShard out;
    constexpr std::string_view kOf = "-of-";
    if (!name.starts_with(kHidden) || !name.ends_with(kJournalEnding)) {
        return std::nullopt;
    }
    const std::string_view middle =
        name.substr(kHidden.size(), name.size() - kHidden.size() - kJournalEnding.size());
    const std::size_t of = middle.find(kOf);
    if (of != std::string_view::npos) {
        const char* end = middle.data() + middle.size();
        std::from_chars(middle.data() + 1, middle.data() + of, out.number);
        std::from_chars(middle.data() + of + kOf.size(), end, out.of);
    }
    return journalName(out) == name ? std::optional(out) : std::nullopt;
}

std::string journalName(BatchShard shard) {
    return hiddenName(shard) + std::string(kJournalEnding);
}

FolderLock::FolderLock(int folder, const BatchFolderOptions& options)
    : folder_(folder) {
    const bool isWhole = options.shard.of == 1;
    whole_ = take(fmt::format("{}.lock", kHidden), isWhole ? LOCK_EX : LOCK_SH, options);
    if (!isWhole) {
        shard_ = take(hiddenName(options.shard) + ".lock", LOCK_EX, options);
    }
    const int own = (isWhole ? whole_ : shard_).get();
    const std::string words = options.holder + "\n";
    // Who it is helps others that come; the lock holds without it.
    if (::ftruncate(own, 0) != 0 ||
        ::pwrite(own, words.data(), words.size(), 0) != static_cast<ssize_t>(words.size())) {
        errno = 0;
    }
}

FolderLock::~FolderLock() {
    // The file stays: who waits for it has it open.
    const Descriptor& own = shard_.valid() ? shard_ : whole_;
    if (::ftruncate(own.get(), 0) != 0) {
        errno = 0;
    }
}

bool FolderLock::isHeld(int folder, BatchShard shard) {
    const std::string name = hiddenName(shard) + ".lock";
    const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC));
    return file.valid() ? ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 : errno != ENOENT;
}

Descriptor FolderLock::take(const std::string& name, int how, const BatchFolderOptions& options) const {
    Descriptor file(::openat(folder_, name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!file.valid()) {
        throw faultOf("SID-B020", options.folder, fmt::format("cannot be used: {}", systemWords(errno)));
    }
    int status = ::flock(file.get(), options.wait ? how : how | LOCK_NB);
    for (int look = 0; status != 0 && (errno == EINTR || (errno == EWOULDBLOCK && look < kLooks)); ++look) {
        std::this_thread::sleep_for(kBetweenLooks);
        status = ::flock(file.get(), options.wait ? how : how | LOCK_NB);
    }
    if (status != 0 && errno == EWOULDBLOCK) {
        const std::string holder = holderIn(file.get());
        throw faultOf("SID-B021", options.folder,
                      fmt::format("another batch is at work here{}{}, expected one at a time",
                                  holder.empty() ? "" : ": ", holder));
    }
    if (status != 0) {
        throw faultOf("SID-B020", options.folder, fmt::format("cannot be locked: {}", systemWords(errno)));
    }
    return file;
}

} // namespace sidetal::batch
