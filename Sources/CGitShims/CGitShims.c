#include "CGitShims.h"

#include <git2.h>

int rspmaint_enable_fsync(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}
