/* Preloaded: the n-th write, sync, truncation or renaming under a folder fails, and, on request, all after it.
   MANDEX_FAIL_UNDER names the folder, MANDEX_FAIL_AT is n, MANDEX_FAIL_WITH the errno; MANDEX_FAIL_ON asks for
   all after it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long seen = 0;

static int under(const char *path) {
    const char *folder = getenv("MANDEX_FAIL_UNDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int under_fd(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return under(path);
}

static int fails(void) {
    const char *at = getenv("MANDEX_FAIL_AT"), *with = getenv("MANDEX_FAIL_WITH"), *on = getenv("MANDEX_FAIL_ON");
    long n = at ? atol(at) : 0;
    seen++;
    if (n && (seen == n || (seen > n && on))) {
        errno = with ? atoi(with) : ENOSPC;
        return 1;
    }
    return 0;
}

#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return under_fd(fd) && fails() ? -1 : real(fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return under_fd(fd) && fails() ? -1 : real(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    return under_fd(fd) && fails() ? -1 : real(fd, data, size, at);
}
int fsync(int fd) {
    REAL(int, "fsync", int);
    return under_fd(fd) && fails() ? -1 : real(fd);
}
int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return under_fd(fd) && fails() ? -1 : real(fd);
}
int ftruncate64(int fd, off64_t size) {
    REAL(int, "ftruncate64", int, off64_t);
    return under_fd(fd) && fails() ? -1 : real(fd, size);
}
int rename(const char *old, const char *new) {
    REAL(int, "rename", const char *, const char *);
    return under(new) && fails() ? -1 : real(old, new);
}
