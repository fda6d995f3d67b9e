#ifndef CGITSHIMS_H
#define CGITSHIMS_H

/// Loads libgit2; nothing of it may be called before. Ends the process with 71 where it can't be loaded.
void rspmaint_load_libgit2(void);

/// Loads libgit2, or returns why it can't be loaded.
const char *rspmaint_try_libgit2(void);

/// Begins to load libgit2 on a thread of its own, so that other work goes on meanwhile. It need not be
/// called, and nothing goes wrong where the thread can't be had.
void rspmaint_begin_loading_libgit2(void);

/// Makes libgit2 take the objects that it reads for what their ids say, without computing the ids
/// again. To be called before libgit2 is set up.
void rspmaint_trust_objects(void);

/// Makes libgit2 flush every object and reference to the disk, and compute the id of each object that
/// it reads, unless objects are trusted. Returns a libgit2 status.
int rspmaint_set_up(void);

/// Makes libgit2 flush what it writes to the disk, or not. Returns a libgit2 status.
int rspmaint_flush(int flushes);

/// Makes libgit2 open repositories that name their object format, or refuse them again.
int rspmaint_take_object_format(int takes);

/// Gives the folders, parted by colons, that libgit2 searches for the files of a level of
/// configuration, in a `git_buf`: this header names no type of libgit2's, which would then be of two
/// modules. Returns a libgit2 status.
int rspmaint_search_path(int level, void *buffer);

#endif
