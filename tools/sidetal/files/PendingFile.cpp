#include "files/PendingFile.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>

namespace sidetal::cli {

/// One name for the signal handler, or none. Slots make a list that only grows, and are used again.
struct PendingFile::Slot {
    std::atomic<const char*> name = nullptr; ///< nullptr: free
    Slot* next = nullptr;
};

namespace {

using Slot = PendingFile::Slot;

std::atomic<Slot*> firstSlot = nullptr;
std::atomic<bool> isEnding = false; ///< a signal handler runs, and the program ends with it
std::atomic<int> beingMade = 0;     ///< files that may exist already while no slot names them

static_assert(std::atomic<const char*>::is_always_lock_free && std::atomic<bool>::is_always_lock_free &&
              std::atomic<int>::is_always_lock_free);

constexpr const char* kTaken = ""; ///< in a slot whose file is still being made

/// All that end a program by default, may come from outside and leave it fit to clear up.
const sigset_t& endingSignals() {
    static const sigset_t kSignals = [] {
        sigset_t out;
        ::sigemptyset(&out);
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM,
                                 SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGSYS}) {
            ::sigaddset(&out, signal);
        }
#ifdef SIGPWR
        ::sigaddset(&out, SIGPWR);
#endif
#ifdef SIGSTKFLT
        ::sigaddset(&out, SIGSTKFLT);
#endif
        for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) {
            ::sigaddset(&out, signal);
        }
        return out;
    }();
    return kSignals;
}

/// Async-signal-safe: atomics, unlink(), poll(), signal() and raise() alone.
extern "C" void removePendingFiles(int signal) {
    const int error = errno; // of the code that is interrupted: kept, as in any handler
    isEnding = true;
    while (beingMade != 0) { // other threads: the one that makes a file puts signals off
        ::poll(nullptr, 0, 1);
    }
    for (const Slot* slot = firstSlot; slot != nullptr; slot = slot->next) {
        const char* name = slot->name;
        if (name != nullptr && *name != '\0') {
            ::unlink(name);
        }
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal); // comes when this function returns
    errno = error;
}

/// Another thread's handler may be at work: it may hold a name that this thread is about to free, and a file
/// that is made now would be left behind. So this thread ends here, with the program.
void stayIfEnding() {
    while (isEnding) {
        ::pause();
    }
}

/// Puts off the signals that end the program, in this thread, so that none arrives between making a file and
/// noting its name.
class PutOffSignals {
  public:
    PutOffSignals() { ::pthread_sigmask(SIG_BLOCK, &endingSignals(), &before_); }
    ~PutOffSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    PutOffSignals(const PutOffSignals&) = delete;
    PutOffSignals& operator=(const PutOffSignals&) = delete;

  private:
    sigset_t before_{};
};

Slot& takeSlot() {
    for (Slot* slot = firstSlot; slot != nullptr; slot = slot->next) {
        const char* none = nullptr;
        if (slot->name.compare_exchange_strong(none, kTaken)) {
            return *slot;
        }
    }
    Slot* slot = new Slot; // stays: the handler may walk over it at any time
    slot->name = kTaken;
    slot->next = firstSlot;
    while (!firstSlot.compare_exchange_weak(slot->next, slot)) {
    }
    return *slot;
}

} // namespace

PendingFile::PendingFile(const std::filesystem::path& folder, mode_t mode) {
    const std::string stem = (folder / ".sidetal-").string() + std::to_string(::getpid()) + "-";
    int error = EEXIST;
    for (int attempt = 0; error == EEXIST; ++attempt) {
        name_ = stem + std::to_string(attempt) + ".tmp";
        Slot& slot = takeSlot();
        const PutOffSignals putOff;
        ++beingMade;
        if (!isEnding) {
            descriptor_ = Descriptor(::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
            error = descriptor_.valid() ? 0 : errno;
        }
        slot.name = descriptor_.valid() ? name_.c_str() : nullptr;
        slot_ = descriptor_.valid() ? &slot : nullptr;
        --beingMade;
        stayIfEnding();
    }
    errno = error;
}

PendingFile::~PendingFile() {
    if (valid()) {
        ::unlink(name_.c_str());
        forget();
    }
}

bool PendingFile::close() {
    // Without fsync() a crash could leave the new name with no content; and a full disk may be told of only
    // now.
    return ::fsync(descriptor_.get()) == 0 && descriptor_.close();
}

bool PendingFile::renameTo(const std::filesystem::path& path) {
    const bool done = ::rename(name_.c_str(), path.c_str()) == 0;
    const int error = errno;
    stayIfEnding(); // a handler that was faster is no failure to be told
    if (done) {
        forget();
    }
    errno = error;
    return done;
}

void PendingFile::forget() {
    slot_->name = nullptr;
    slot_ = nullptr;
    stayIfEnding();
}

void removePendingFilesOnSignals() {
    struct sigaction action {};
    action.sa_handler = removePendingFiles;
    action.sa_mask = endingSignals();
    action.sa_flags = SA_RESTART;
    for (int signal = 1; signal <= SIGRTMAX; ++signal) {
        struct sigaction before {};
        if (::sigismember(&endingSignals(), signal) == 1 && ::sigaction(signal, nullptr, &before) == 0 &&
            before.sa_handler != SIG_IGN) { // nohup: stay ignorant of it
            ::sigaction(signal, &action, nullptr);
        }
    }
}

} // namespace sidetal::cli
