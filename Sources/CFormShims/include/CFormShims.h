#ifndef CFORMSHIMS_H
#define CFORMSHIMS_H

#include <stddef.h>

/// Loads libzip; nothing of it may be called before. Returns NULL, or why it can't be loaded.
const char *rspmaint_load_libzip(void);

/// Loads expat; nothing of it may be called before. Returns NULL, or why it can't be loaded.
const char *rspmaint_load_expat(void);

/// Loads libxlsxwriter; nothing of it may be called before. Returns NULL, or why it can't be loaded.
const char *rspmaint_load_libxlsxwriter(void);

/// Makes an empty file that no other program sees, for a library that only writes to paths: puts the path
/// by which this process reaches it into `path`. Returns its descriptor, or -1.
int rspmaint_scratch_open(char *path, size_t size);

/// How many bytes the file holds; -1 where that can't be told.
long rspmaint_scratch_size(int file);

/// Reads bytes from the start of the file. Returns how many, or -1.
long rspmaint_scratch_read(int file, void *bytes, size_t count);

void rspmaint_scratch_close(int file);

#endif
