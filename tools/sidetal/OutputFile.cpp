#include "OutputFile.h"

#include "Common.h"
#include "InputFile.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr int kMaxLinks = 40;         // as Linux: path_resolution(7)
constexpr mode_t kNewFileMode = 0666; // less the umask, as for any new file

/// All that end a program by default, may come from outside and leave it time to clear up.
constexpr std::array kEndingSignals = {SIGINT,  SIGTERM, SIGHUP,    SIGQUIT, SIGALRM,
                                       SIGXCPU, SIGUSR1, SIGVTALRM, SIGPROF, SIGUSR2};

/// The temporary file of the moment, for the signal handler alone.
std::array<char, 4096> pendingName{};
volatile std::sig_atomic_t isPending = 0;

extern "C" void removePendingFile(int signal) {
    if (isPending != 0) {
        ::unlink(pendingName.data());
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// "" for none.
void setPendingFile(const std::string& name) {
    isPending = 0;
    if (!name.empty() && name.size() < pendingName.size()) {
        std::memcpy(pendingName.data(), name.c_str(), name.size() + 1);
        isPending = 1;
    }
}

/// Puts off the signals that end the program, so that none arrives between making a file and noting its name.
class PutOffSignals {
  public:
    PutOffSignals() {
        sigset_t ending;
        ::sigemptyset(&ending);
        for (const int signal : kEndingSignals) {
            ::sigaddset(&ending, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    ~PutOffSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    PutOffSignals(const PutOffSignals&) = delete;
    PutOffSignals& operator=(const PutOffSignals&) = delete;

  private:
    sigset_t before_{};
};

FileIdentity identityOf(const struct stat& status) {
    return {status.st_dev, status.st_ino};
}

/// The descriptor that a path such as /dev/fd/3 stands for. Opening it anew would start at the beginning of a
/// redirected file.
std::optional<int> descriptorOf(const fs::path& path) {
    const std::string text = path.lexically_normal().string();
    if (text == "/dev/stdout") {
        return STDOUT_FILENO;
    }
    if (text == "/dev/stderr") {
        return STDERR_FILENO;
    }
    for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
        if (text.starts_with(folder)) {
            int number = -1;
            const char* end = text.data() + text.size();
            if (std::from_chars(text.data() + folder.size(), end, number).ptr == end) {
                return number;
            }
        }
    }
    return std::nullopt;
}

/// Follows symbolic links to the file itself, which need not exist, or to a path that stands for a
/// descriptor.
fs::path followLinks(const std::string& name) {
    fs::path path = name;
    for (int i = 0; i < kMaxLinks; ++i) {
        std::error_code error;
        if (descriptorOf(path) || !fs::is_symlink(path, error)) {
            return path;
        }
        const fs::path next = fs::read_symlink(path, error);
        if (error) {
            throw fileError("SID-R017", name, "cannot be followed: " + systemMessage(error.value()));
        }
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    throw fileError("SID-R017", name, "cannot be followed: too many symbolic links");
}

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void checkFolder(const OutputTarget& target) {
    const fs::path folder = folderOf(target.path);
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: folder '" + folder.string() + "': " + systemMessage(errno));
    }
    if (!S_ISDIR(status.st_mode)) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: '" + folder.string() + "' is not a directory");
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: folder '" + folder.string() + "': " + systemMessage(errno));
    }
}

/// Remembers how long a regular file is, and where the next writer goes on.
class Restorer {
  public:
    explicit Restorer(const Descriptor& file) {
        struct stat status {};
        if (::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
            size_ = status.st_size;
            offset_ = ::lseek(file.get(), 0, SEEK_CUR);
            file_ = Descriptor(::fcntl(file.get(), F_DUPFD_CLOEXEC, 0));
        }
    }

    /// What others wrote stays, a piece of ours goes. Failing at this too would help nobody.
    void restore() const {
        if (file_.valid() && ::ftruncate(file_.get(), size_) == 0 && offset_ >= 0) {
            static_cast<void>(::lseek(file_.get(), offset_, SEEK_SET));
        }
    }

  private:
    Descriptor file_;
    off_t size_ = 0;
    off_t offset_ = 0;
};

} // namespace

std::optional<FileIdentity> identityOf(const std::string& path) {
    struct stat status {};
    const int result = path == kStandard ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
    return result == 0 ? std::optional(identityOf(status)) : std::nullopt;
}

std::optional<FileIdentity> OutputTarget::identity() const {
    return existing ? std::optional(identityOf(*existing)) : std::nullopt;
}

OutputTarget resolveOutput(const std::string& name) {
    OutputTarget target;
    target.name = name == kStandard ? "<standard output>" : name;
    target.path = name == kStandard ? fs::path("/dev/stdout") : followLinks(name);
    struct stat status {};
    if (const auto descriptor = descriptorOf(target.path)) {
        target.kind = OutputTarget::Kind::Stream;
        target.descriptor = *descriptor;
        if (::fstat(*descriptor, &status) == 0) {
            target.existing = status;
        }
        return target;
    }
    if (::stat(target.path.c_str(), &status) == 0) {
        target.existing = status;
    }
    if (target.existing && S_ISDIR(status.st_mode)) {
        throw fileError("SID-R016", target.name, "is a directory, expected a file");
    }
    if (target.existing && ::access(target.path.c_str(), W_OK) != 0) {
        throw fileError("SID-R015", target.name, "cannot be written: " + systemMessage(errno));
    }
    if (target.existing && !S_ISREG(status.st_mode)) {
        target.kind = OutputTarget::Kind::Into;
        return target;
    }
    checkFolder(target);
    return target;
}

OutputFile::OutputFile(OutputTarget target)
    : target_(std::move(target)) {
    if (target_.kind == OutputTarget::Kind::Replace) {
        openTemporary();
        adoptExistingMode();
    }
}

OutputFile::~OutputFile() {
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        setPendingFile({});
    }
}

void OutputFile::openTemporary() {
    const std::string stem =
        (folderOf(target_.path) / ".sidetal-").string() + std::to_string(::getpid()) + "-";
    const PutOffSignals putOff;
    for (int attempt = 0;; ++attempt) {
        const std::string name = stem + std::to_string(attempt) + ".tmp";
        file_ = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kNewFileMode));
        if (file_.valid()) {
            temporary_ = name;
            setPendingFile(temporary_);
            return;
        }
        if (errno != EEXIST) {
            throw fileError("SID-R015", target_.name, "cannot be written: " + systemMessage(errno));
        }
    }
}

void OutputFile::adoptExistingMode() {
    if (!target_.existing) {
        return;
    }
    // Only root may give a file away; for everybody else the owner changes, as with any program that renames.
    if (::fchown(file_.get(), target_.existing->st_uid, target_.existing->st_gid) != 0) {
        errno = 0;
    }
    if (::fchmod(file_.get(), target_.existing->st_mode & 07777) != 0) {
        fail(errno);
    }
}

void OutputFile::write(std::string_view bytes) {
    buffer_.append(bytes);
    if (target_.kind == OutputTarget::Kind::Replace && buffer_.size() >= kBufferSize) {
        flush();
    }
}

void OutputFile::flush() {
    writeAll(file_.get(), buffer_);
    buffer_.clear();
}

void OutputFile::writeAll(int fd, std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            fail(errno);
        }
    }
}

void OutputFile::commit() {
    if (target_.kind != OutputTarget::Kind::Replace) {
        commitStream();
        return;
    }
    flush();
    // Without fsync() a crash could leave the new name with no content; and a full disk may be told of only
    // now.
    if (::fsync(file_.get()) != 0 || !file_.close()) {
        fail(errno);
    }
    if (::rename(temporary_.c_str(), target_.path.c_str()) != 0) {
        fail(errno);
    }
    temporary_.clear();
    setPendingFile({});
}

void OutputFile::commitStream() {
    file_ = target_.kind == OutputTarget::Kind::Stream
                ? Descriptor(::fcntl(target_.descriptor, F_DUPFD_CLOEXEC, 0))
                : Descriptor(::open(target_.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!file_.valid()) {
        fail(errno);
    }
    const Restorer restorer(file_);
    try {
        flush();
        if (!file_.close()) {
            fail(errno);
        }
    } catch (const Error&) {
        restorer.restore();
        throw;
    }
}

void OutputFile::fail(int error) const {
    throw fileError("SID-R018", target_.name, "cannot be written: " + systemMessage(error));
}

void prepareProcess() {
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            // Opened the wrong way round: using it fails as it would have failed, and open() takes the lowest
            // number free.
            static_cast<void>(::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
        }
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    for (const int signal : kEndingSignals) {
        if (std::signal(signal, removePendingFile) == SIG_IGN) {
            std::signal(signal, SIG_IGN); // nohup: stay ignorant of it
        }
    }
}

} // namespace sidetal::cli
