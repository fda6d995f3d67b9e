#include "CGitShims.h"

#include <git2.h>

static int trusts_objects = 0;

void rspmaint_trust_objects(void) { trusts_objects = 1; }

int rspmaint_flush(int flushes) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, flushes);
}

int rspmaint_set_up(void) {
  int error = rspmaint_flush(1);
  return error ? error : git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, !trusts_objects);
}

int rspmaint_take_object_format(int takes) {
  const char *names[] = {"objectformat"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, takes ? (size_t)1 : (size_t)0);
}

int rspmaint_search_path(int level, void *buffer) {
  return git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, level, (git_buf *)buffer);
}

/// Takes the place of mbedTLS's function in libgit2, which would read all certificates of the system
/// at its start: half of what a short run takes. libgit2 opens no connection here, since what is sent
/// and fetched goes through the user's own git; if it did, it would trust no server.
int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
