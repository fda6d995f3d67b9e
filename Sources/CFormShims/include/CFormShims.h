#ifndef CFORMSHIMS_H
#define CFORMSHIMS_H

/// Loads libzip; nothing of it may be called before. Returns NULL, or why it can't be loaded.
const char *rspmaint_load_libzip(void);

/// Loads expat; nothing of it may be called before. Returns NULL, or why it can't be loaded.
const char *rspmaint_load_expat(void);

#endif
