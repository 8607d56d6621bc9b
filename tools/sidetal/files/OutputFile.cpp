#include "files/OutputFile.h"

#include "Common.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace sidetal::cli {

namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr mode_t kNewFileMode = 0666; // less the umask, as for any new file

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

OutputFile::OutputFile(OutputTarget target)
    : target_(std::move(target)) {
    if (target_.kind != OutputTarget::Kind::Replace) {
        return;
    }
    pending_.emplace(target_.folder(), kNewFileMode);
    if (!pending_->valid()) {
        throw fileError("SID-R015", target_.name, "cannot be written: " + systemMessage(errno));
    }
    adoptExistingMode();
}

void OutputFile::adoptExistingMode() {
    if (!target_.existing) {
        return;
    }
    // Only root may give a file away; for everybody else the owner changes, as with any program that renames.
    if (::fchown(pending_->fd(), target_.existing->st_uid, target_.existing->st_gid) != 0) {
        errno = 0;
    }
    if (::fchmod(pending_->fd(), target_.existing->st_mode & 07777) != 0) {
        fail(errno);
    }
}

void OutputFile::write(std::string_view bytes) {
    if (pending_ && buffer_.size() + bytes.size() >= kBufferSize) {
        flush(pending_->fd());
        writeAll(pending_->fd(), bytes); // what is large is not copied
    } else {
        buffer_.append(bytes);
    }
}

void OutputFile::flush(int fd) {
    writeAll(fd, buffer_);
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

void OutputFile::settle() {
    if (!pending_ || isSettled_) {
        return;
    }
    flush(pending_->fd());
    if (!pending_->close()) {
        fail(errno);
    }
    isSettled_ = true;
}

void OutputFile::commit() {
    if (!pending_) {
        commitStream();
        return;
    }
    settle();
    if (!pending_->renameTo(target_.path)) {
        fail(errno);
    }
}

void OutputFile::commitStream() {
    Descriptor file(target_.kind == OutputTarget::Kind::Stream
                        ? ::fcntl(target_.descriptor, F_DUPFD_CLOEXEC, 0)
                        : ::open(target_.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.valid()) {
        fail(errno);
    }
    const Restorer restorer(file);
    try {
        flush(file.get());
        if (!file.close()) {
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

} // namespace sidetal::cli
