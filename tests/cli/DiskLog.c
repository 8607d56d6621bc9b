/* Preloaded into the program: writes down all that happens to the folder SIDETAL_DISK, in order, to the file
   SIDETAL_DISK_LOG, so that disk.py can tell what of it a power loss may leave. Each record is a line of a
   letter and three numbers, the last one the length of the bytes after it:

       C FOLDER FILE    a file of this name is made     W FILE OFFSET    bytes are written
       M FOLDER NEW     a folder of this name is made   T FILE LENGTH    a file is cut or made longer
       R FROM TO        "old\0new": is renamed          S ANY            is on the disk (nothing really waits)
       U FOLDER         the name is removed             A                all are on the disk
       P                is printed on standard output

   Files and folders are named by their inodes. With SIDETAL_DISK_CUT, a number to begin with, writes are cut
   short or interrupted by chance. With SIDETAL_DISK_FAILS, "CALL ERROR", all that takes room or has to be on
   the disk fails with this errno from the so-manieth such call on. */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { kDescriptors = 4096, kLogDescriptor = 1000 };

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static ino_t inodes[kDescriptors]; /* of what is open in the folder */
static int logFd = -1;
static int cuts;
static unsigned chance;
static long failsAt = -1;
static int failure;
static long calls;

__attribute__((constructor)) static void begin(void) {
    const char* folder = getenv("SIDETAL_DISK");
    const char* log = getenv("SIDETAL_DISK_LOG");
    const char* cut = getenv("SIDETAL_DISK_CUT");
    const char* fails = getenv("SIDETAL_DISK_FAILS");
    if (folder == NULL || realpath(folder, root) == NULL) {
        return;
    }
    if (log != NULL) {
        const int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        logFd = fcntl(fd, F_DUPFD_CLOEXEC, kLogDescriptor);
        syscall(SYS_close, fd);
    }
    cuts = cut != NULL;
    chance = cuts ? (unsigned)atoi(cut) : 0;
    if (fails != NULL) {
        sscanf(fails, "%ld %d", &failsAt, &failure);
    }
}

static void writeWhole(const void* bytes, size_t size) {
    for (const char* at = bytes; size > 0;) {
        const ssize_t written = syscall(SYS_write, logFd, at, size);
        if (written < 0) {
            abort();
        }
        at += written;
        size -= (size_t)written;
    }
}

static void note(char kind, unsigned long first, long second, const void* bytes, size_t size) {
    if (logFd >= 0) {
        char line[80];
        writeWhole(line, (size_t)snprintf(line, sizeof line, "%c %lu %ld %zu\n", kind, first, second, size));
        writeWhole(bytes, size);
    }
}

/* Whether this call fails; the caller has the guard. */
static int isRefused(void) {
    if (failsAt >= 0 && ++calls >= failsAt) {
        errno = failure;
        return 1;
    }
    return 0;
}

/* Where a path leads: the folder's inode, 0 where it is not in the folder that is looked at. */
struct Place {
    ino_t folder;
    const char* name;
};

static ino_t inodeOf(int fd) {
    struct stat status;
    return fstat(fd, &status) == 0 ? status.st_ino : 0;
}

static struct Place placeOf(int at, const char* path) {
    const char* slash = strrchr(path, '/');
    struct Place out = {0, slash == NULL ? path : slash + 1};
    char parent[PATH_MAX] = ".";
    if (root[0] == '\0' || strlen(path) >= sizeof parent) {
        return out;
    }
    if (slash != NULL) {
        snprintf(parent, sizeof parent, "%.*s", (int)(slash == path ? 1 : slash - path), path);
    }
    const int fd = (int)syscall(SYS_openat, at, parent, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        char link[64];
        char real[PATH_MAX];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        const ssize_t length = readlink(link, real, sizeof real - 1);
        const size_t rootLength = strlen(root);
        if (length >= (ssize_t)rootLength && memcmp(real, root, rootLength) == 0 &&
            (length == (ssize_t)rootLength || real[rootLength] == '/')) {
            out.folder = inodeOf(fd);
        }
        syscall(SYS_close, fd);
    }
    return out;
}

/* The inode of what is open, 0 where it is not in the folder that is looked at. */
static ino_t inodeIn(int fd) {
    return fd >= 0 && fd < kDescriptors && inodes[fd] != 0 && inodeOf(fd) == inodes[fd] ? inodes[fd] : 0;
}

static int openIn(int at, const char* path, int flags, mode_t mode) {
    pthread_mutex_lock(&guard);
    struct Place place = placeOf(at, path);
    struct stat status;
    const int isThere = fstatat(at, path, &status, 0) == 0;
    int fd = -1;
    if (place.folder == 0 || isThere || (flags & O_CREAT) == 0 || !isRefused()) {
        fd = (int)syscall(SYS_openat, at, path, flags, mode);
    }
    if (fd >= 0 && fd < kDescriptors) {
        if (place.folder == 0 && isThere && S_ISDIR(status.st_mode) && placeOf(fd, ".").folder != 0) {
            place.folder = status.st_ino; /* the folder itself, or that above what is opened */
        }
        inodes[fd] = place.folder == 0 ? 0 : inodeOf(fd);
        if (place.folder != 0 && !isThere) {
            note('C', place.folder, (long)inodes[fd], place.name, strlen(place.name));
        } else if (place.folder != 0 && (flags & O_TRUNC) != 0) {
            note('T', inodes[fd], 0, "", 0);
        }
    }
    pthread_mutex_unlock(&guard);
    return fd;
}

#define MODE_OF(flags)                                                                                       \
    mode_t mode = 0;                                                                                         \
    if (((flags) & (O_CREAT | O_TMPFILE)) != 0) {                                                            \
        va_list arguments;                                                                                   \
        va_start(arguments, flags);                                                                          \
        mode = va_arg(arguments, mode_t);                                                                    \
        va_end(arguments);                                                                                   \
    }

int open(const char* path, int flags, ...) {
    MODE_OF(flags)
    return openIn(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    MODE_OF(flags)
    return openIn(AT_FDCWD, path, flags, mode);
}

int openat(int at, const char* path, int flags, ...) {
    MODE_OF(flags)
    return openIn(at, path, flags, mode);
}

int openat64(int at, const char* path, int flags, ...) {
    MODE_OF(flags)
    return openIn(at, path, flags, mode);
}

static ssize_t writeTo(int fd, const void* bytes, size_t count, off_t offset, int isAt) {
    pthread_mutex_lock(&guard);
    const ino_t inode = inodeIn(fd);
    if (inode == 0) {
        pthread_mutex_unlock(&guard);
        return isAt ? syscall(SYS_pwrite64, fd, bytes, count, offset) : syscall(SYS_write, fd, bytes, count);
    }
    ssize_t written = -1;
    if (cuts && rand_r(&chance) % 4 == 0) {
        errno = EINTR;
    } else if (!isRefused()) {
        const off_t from = isAt ? offset : lseek(fd, 0, SEEK_CUR);
        const size_t part =
            cuts && count > 1 && rand_r(&chance) % 2 == 0 ? 1 + (size_t)rand_r(&chance) % count : count;
        written = syscall(SYS_pwrite64, fd, bytes, part, from);
        if (written > 0) {
            note('W', inode, from, bytes, (size_t)written);
            if (!isAt) {
                lseek(fd, from + written, SEEK_SET);
            }
        }
    }
    pthread_mutex_unlock(&guard);
    return written;
}

ssize_t write(int fd, const void* bytes, size_t count) {
    return writeTo(fd, bytes, count, 0, 0);
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
    return writeTo(fd, bytes, count, offset, 1);
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off_t offset) {
    return writeTo(fd, bytes, count, offset, 1);
}

int ftruncate(int fd, off_t length) {
    pthread_mutex_lock(&guard);
    const ino_t inode = inodeIn(fd);
    struct stat status;
    const int grows = inode != 0 && fstat(fd, &status) == 0 && status.st_size < length;
    const int result = grows && isRefused() ? -1 : (int)syscall(SYS_ftruncate, fd, length);
    if (result == 0 && inode != 0) {
        note('T', inode, length, "", 0);
    }
    pthread_mutex_unlock(&guard);
    return result;
}

int ftruncate64(int fd, off_t length) {
    return ftruncate(fd, length);
}

int fsync(int fd) {
    pthread_mutex_lock(&guard);
    const ino_t inode = inodeIn(fd);
    int result = 0;
    if (inode == 0) {
        result = (int)syscall(SYS_fsync, fd);
    } else if (isRefused()) {
        result = -1;
    } else {
        note('S', inode, 0, "", 0);
    }
    pthread_mutex_unlock(&guard);
    return result;
}

int fdatasync(int fd) {
    return fsync(fd);
}

int syncfs(int fd) {
    pthread_mutex_lock(&guard);
    int result = 0;
    if (inodeIn(fd) == 0) {
        result = (int)syscall(SYS_syncfs, fd);
    } else if (isRefused()) {
        result = -1;
    } else {
        note('A', 0, 0, "", 0);
    }
    pthread_mutex_unlock(&guard);
    return result;
}

static int renameIn(int fromAt, const char* from, int toAt, const char* to) {
    pthread_mutex_lock(&guard);
    const struct Place old = placeOf(fromAt, from);
    const struct Place new = placeOf(toAt, to);
    const int result = (int)syscall(SYS_renameat, fromAt, from, toAt, to);
    if (result == 0 && old.folder != 0) {
        char names[2 * NAME_MAX + 2];
        const int length = snprintf(names, sizeof names, "%s%c%s", old.name, '\0', new.name);
        note('R', old.folder, (long)new.folder, names, (size_t)length);
    }
    pthread_mutex_unlock(&guard);
    return result;
}

int rename(const char* from, const char* to) {
    return renameIn(AT_FDCWD, from, AT_FDCWD, to);
}

int renameat(int fromAt, const char* from, int toAt, const char* to) {
    return renameIn(fromAt, from, toAt, to);
}

int unlinkat(int at, const char* path, int flags) {
    pthread_mutex_lock(&guard);
    const struct Place place = placeOf(at, path);
    const int result = (int)syscall(SYS_unlinkat, at, path, flags);
    if (result == 0 && place.folder != 0) {
        note('U', place.folder, 0, place.name, strlen(place.name));
    }
    pthread_mutex_unlock(&guard);
    return result;
}

int unlink(const char* path) {
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char* path) {
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int remove(const char* path) {
    const int result = unlink(path);
    return result != 0 && errno == EISDIR ? rmdir(path) : result;
}

int mkdir(const char* path, mode_t mode) {
    pthread_mutex_lock(&guard);
    const struct Place place = placeOf(AT_FDCWD, path);
    const int result =
        place.folder != 0 && isRefused() ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    struct stat status;
    if (result == 0 && place.folder != 0 && stat(path, &status) == 0) {
        note('M', place.folder, (long)status.st_ino, place.name, strlen(place.name));
    }
    pthread_mutex_unlock(&guard);
    return result;
}

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* file) {
    if (file == stdout) {
        pthread_mutex_lock(&guard);
        note('P', 0, 0, bytes, size * count);
        pthread_mutex_unlock(&guard);
    }
    flockfile(file);
    const size_t written = fwrite_unlocked(bytes, size, count, file);
    funlockfile(file);
    return written;
}
