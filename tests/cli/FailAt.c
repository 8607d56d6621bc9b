/* Preloaded into the program: runs it again and again, each time in a child in which one allocation fails, and
   tells what became of each run. SIDETAL_SWEEP names what is swept over: "FIRST STEP OUTPUT RECORDS", where
   allocations number FIRST, FIRST + STEP … fail (of those from the beginning of main to its end), OUTPUT is
   the file that the program is to write, relative to its folder, and RECORDS the file that gets a line a run:

       NUMBER exited|killed STATUS same|none|other LEFTOVERS TEXT

   the exit status or signal (a run of more than 20 seconds is killed by SIGSEGV); whether OUTPUT is as it is
   without a failure, missing, or something else; how many files with names that begin with ".sidetal" were
   left; and standard error with its line ends as tabs, after a crash with the functions that it happened in.
   The first line is of a run without failures: it has the number of its allocations, and "whole". With
   SIDETAL_SWEEP_TRACE the text begins with where the allocation failed. */
#define _GNU_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);

typedef int Main(int, char**, char**);

static atomic_int isCounting;
static atomic_long allocations;
static long failing = -1;

/* What a run may take; one that takes more hangs. */
enum { kSecondsOfProcessor = 20, kSeconds = 20 };

static int fails(void) {
    if (!isCounting) {
        return 0;
    }
    const long number = ++allocations;
    if (number != failing) {
        return 0;
    }
    if (getenv("SIDETAL_SWEEP_TRACE") != NULL) {
        isCounting = 0;
        void* frames[40];
        backtrace_symbols_fd(frames, backtrace(frames, 40), STDERR_FILENO);
        isCounting = 1;
    }
    errno = ENOMEM;
    return 1;
}

void* malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
    return fails() ? NULL : __libc_calloc(count, size);
}

void* realloc(void* old, size_t size) {
    return fails() ? NULL : __libc_realloc(old, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void* memalign(size_t alignment, size_t size) {
    return aligned_alloc(alignment, size);
}

int posix_memalign(void** memory, size_t alignment, size_t size) {
    *memory = aligned_alloc(alignment, size);
    return *memory == NULL ? ENOMEM : 0;
}

/* "crash: libxml2.so.2:xmlFoo sidetal:? …", innermost first. */
static void tellCrash(int number) {
    isCounting = 0;
    void* frames[24];
    const int count = backtrace(frames, 24);
    dprintf(STDERR_FILENO, "crash:");
    for (int i = 2; i < count; ++i) { /* this function and the kernel's trampoline left out */
        Dl_info info;
        const int known = dladdr(frames[i], &info) != 0;
        const char* file = known && info.dli_fname != NULL ? strrchr(info.dli_fname, '/') : NULL;
        dprintf(STDERR_FILENO, " %s:%s", file != NULL ? file + 1 : "?",
                known && info.dli_sname != NULL ? info.dli_sname : "?");
    }
    dprintf(STDERR_FILENO, "\n");
    signal(number, SIG_DFL);
    raise(number);
}

static char* contents(const char* path, size_t* size) {
    *size = 0;
    FILE* file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    char* bytes = NULL;
    for (size_t got = 1; got > 0;) {
        bytes = realloc(bytes, *size + 65536 + 1);
        got = fread(bytes + *size, 1, 65536, file);
        *size += got;
    }
    fclose(file);
    bytes[*size] = '\0';
    return bytes;
}

static int leftovers(void) {
    int count = 0;
    DIR* folder = opendir(".");
    for (struct dirent* entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (strncmp(entry->d_name, ".sidetal", 8) == 0) {
            ++count;
            unlink(entry->d_name);
        }
    }
    closedir(folder);
    return count;
}

struct Run {
    int status;
    long allocations;
};

static struct Run run(Main* program, int argc, char** argv, char** env, long number) {
    static atomic_long* counted = NULL; /* the child's count, for the parent */
    if (counted == NULL) {
        counted = mmap(NULL, sizeof *counted, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    }
    sigset_t ended;
    sigset_t before;
    sigemptyset(&ended);
    sigaddset(&ended, SIGCHLD);
    sigprocmask(SIG_BLOCK, &ended, &before);
    const pid_t child = fork();
    if (child == 0) {
        sigprocmask(SIG_SETMASK, &before, NULL);
        const struct rlimit none = {0, 0};
        const struct rlimit time = {kSecondsOfProcessor, kSecondsOfProcessor};
        setrlimit(RLIMIT_CORE, &none);
        setrlimit(RLIMIT_CPU, &time);
        const int errors = open("errors.txt", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(errors, STDERR_FILENO);
        for (const int* s = (const int[]){SIGSEGV, SIGBUS, SIGFPE, SIGILL, 0}; *s != 0; ++s) {
            signal(*s, tellCrash);
        }
        failing = number;
        isCounting = 1;
        const int status = program(argc, argv, env);
        isCounting = 0;
        *counted = allocations;
        exit(status);
    }
    const struct timespec most = {kSeconds, 0};
    if (sigtimedwait(&ended, NULL, &most) < 0) {
        kill(child, SIGSEGV); /* tells where it hangs */
    }
    struct Run done;
    waitpid(child, &done.status, 0);
    done.allocations = *counted;
    return done;
}

static void record(FILE* records, long number, struct Run done, const char* kind) {
    size_t size = 0;
    char* errors = contents("errors.txt", &size);
    for (size_t i = 0; i < size; ++i) {
        errors[i] = errors[i] == '\n' ? '\t' : errors[i];
    }
    fprintf(records, "%ld %s %d %s %d %s\n", number, WIFEXITED(done.status) ? "exited" : "killed",
            WIFEXITED(done.status) ? WEXITSTATUS(done.status) : WTERMSIG(done.status), kind, leftovers(),
            errors == NULL ? "" : errors);
    free(errors);
}

static Main* theProgram;

static int sweep(int argc, char** argv, char** env) {
    const char* asked = getenv("SIDETAL_SWEEP");
    long first = 0;
    long step = 0;
    char output[256];
    char recordsPath[256];
    if (asked == NULL) {
        return theProgram(argc, argv, env);
    }
    if (sscanf(asked, "%ld %ld %255s %255s", &first, &step, output, recordsPath) != 4) {
        return 1;
    }
    void* frame;
    backtrace(&frame, 1); /* loads what it needs before memory is short */
    FILE* records = fopen(recordsPath, "w");
    const struct Run whole = run(theProgram, argc, argv, env, -1);
    size_t expectedSize;
    char* expected = contents(output, &expectedSize);
    record(records, whole.allocations, whole, "whole");
    fflush(records); /* else the children write it too */
    for (long number = first; number <= whole.allocations; number += step) {
        unlink(output);
        const struct Run done = run(theProgram, argc, argv, env, number);
        size_t size;
        char* written = contents(output, &size);
        const int same = written != NULL && size == expectedSize && memcmp(written, expected, size) == 0;
        record(records, number, done, written == NULL ? "none" : same ? "same" : "other");
        free(written);
        fflush(records);
    }
    free(expected);
    return fclose(records);
}

int __libc_start_main(Main* program, int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*rtldFini)(void), void* stackEnd) {
    int (*real)(Main*, int, char**, void (*)(void), void (*)(void), void (*)(void), void*);
    *(void**)&real = dlsym(RTLD_NEXT, "__libc_start_main");
    theProgram = program;
    return real(sweep, argc, argv, init, fini, rtldFini, stackEnd);
}
