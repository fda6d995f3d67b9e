// A file for a library that only writes to paths. On Linux it is in memory, and gone with the process;
// elsewhere it is in the folder for temporary files, and has lost its name when it is closed.

#define _GNU_SOURCE
#include "CFormShims.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__linux__)

int rspmaint_scratch_open(char *path, size_t size) {
  int file = memfd_create("workbook", MFD_CLOEXEC);
  if (file >= 0) snprintf(path, size, "/proc/self/fd/%d", file);
  return file;
}

#else

int rspmaint_scratch_open(char *path, size_t size) {
  char name[] = "/tmp/workbook-XXXXXX";
  int file = mkstemp(name);
  if (file < 0) return -1;
  unlink(name);
  snprintf(path, size, "/dev/fd/%d", file);
  return file;
}

#endif

long rspmaint_scratch_size(int file) {
  struct stat status;
  return fstat(file, &status) == 0 ? (long)status.st_size : -1;
}

long rspmaint_scratch_read(int file, void *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t read = pread(file, (char *)bytes + done, count - done, (off_t)done);
    if (read < 0) return -1;
    if (read == 0) break;
    done += (size_t)read;
  }
  return (long)done;
}

void rspmaint_scratch_close(int file) { close(file); }
