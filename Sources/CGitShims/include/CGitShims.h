#ifndef CGITSHIMS_H
#define CGITSHIMS_H

/// Loads libgit2; nothing of it may be called before. Ends the process with 71 where it can't be loaded.
void rspmaint_load_libgit2(void);

/// Makes libgit2 flush every object and reference to the disk. Returns a libgit2 status.
int rspmaint_enable_fsync(void);

/// Makes libgit2 open repositories that name their object format, or refuse them again.
int rspmaint_take_object_format(int takes);

/// Gives the folders, parted by colons, that libgit2 searches for the files of a level of
/// configuration, in a `git_buf`: this header names no type of libgit2's, which would then be of two
/// modules. Returns a libgit2 status.
int rspmaint_search_path(int level, void *buffer);

#endif
