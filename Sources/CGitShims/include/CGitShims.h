#ifndef CGITSHIMS_H
#define CGITSHIMS_H

/// Makes libgit2 flush every object and reference to the disk. Returns a libgit2 status.
int rspmaint_enable_fsync(void);

/// Makes libgit2 open repositories that name their object format, or refuse them again.
int rspmaint_take_object_format(int takes);

#endif
