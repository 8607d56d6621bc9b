/* Preloaded into the program: writes how often it asked the system about files to the file that
   SIDETAL_CALL_COUNT names, as the program ends. */
#define _GNU_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long calls = 0;

int stat(const char* path, struct stat* status) {
    ++calls;
    return (int)syscall(SYS_newfstatat, AT_FDCWD, path, status, 0);
}

int lstat(const char* path, struct stat* status) {
    ++calls;
    return (int)syscall(SYS_newfstatat, AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);
}

int access(const char* path, int mode) {
    ++calls;
    return (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}

__attribute__((destructor)) static void tell(void) {
    const char* name = getenv("SIDETAL_CALL_COUNT");
    FILE* file = name == NULL ? NULL : fopen(name, "w");
    if (file != NULL) {
        fprintf(file, "%ld\n", calls);
        fclose(file);
    }
}
