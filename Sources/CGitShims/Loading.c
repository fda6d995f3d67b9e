// Loads libgit2 when git is first needed. With it come a dozen libraries for connections and
// certificates, and to load them takes longer than most of what only reads a worktree.

#include "CGitShims.h"

#if defined(__linux__)

#include <CLoading.h>
#include <dlfcn.h>
#include <git2.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#define FUNCTIONS(F)\
  F(git_blob_create_from_buffer) F(git_blob_free) F(git_blob_lookup) F(git_blob_rawcontent)      \
  F(git_blob_rawsize) F(git_branch_upstream_name) F(git_buf_dispose)                             \
  F(git_commit_create_with_signature) F(git_config_delete_entry) F(git_config_free)              \
  F(git_config_get_path)                                                                         \
  F(git_config_get_string) F(git_config_get_string_buf) F(git_config_iterator_free)              \
  F(git_config_iterator_glob_new) F(git_config_iterator_new) F(git_config_next)                  \
  F(git_config_open_level) F(git_config_open_ondisk) F(git_config_parse_bool)                    \
  F(git_config_set_string) F(git_error_clear) F(git_error_last)                                  \
  F(git_filter_list_apply_to_buffer) F(git_filter_list_apply_to_file) F(git_filter_list_free)    \
  F(git_filter_list_load) F(git_index_add) F(git_index_entrycount) F(git_index_free)             \
  F(git_index_get_byindex) F(git_index_get_bypath) F(git_index_open) F(git_index_read)           \
  F(git_index_read_tree) F(git_index_remove) F(git_index_write) F(git_index_write_tree_to)       \
  F(git_libgit2_init) F(git_libgit2_opts) F(git_libgit2_version) F(git_mempack_new) F(git_object_free) \
  F(git_object_id) F(git_object_peel) F(git_odb_add_backend) F(git_odb_add_disk_alternate)       \
  F(git_odb_exists) F(git_odb_exists_prefix) F(git_odb_free) F(git_odb_hash)                     \
  F(git_odb_object_data) F(git_odb_object_free) F(git_odb_object_size) F(git_odb_object_type)    \
  F(git_odb_open) F(git_odb_read) F(git_odb_read_header) F(git_odb_refresh) F(git_odb_write)     \
  F(git_reference_create) F(git_reference_create_matching) F(git_reference_free)                 \
  F(git_reference_iterator_free) F(git_reference_iterator_glob_new) F(git_reference_list)        \
  F(git_reference_lookup) F(git_reference_name) F(git_reference_name_is_valid)                   \
  F(git_reference_name_to_id) F(git_reference_next) F(git_reference_resolve)                     \
  F(git_reference_symbolic_target) F(git_reference_target) F(git_reflog_entry_byindex)           \
  F(git_reflog_entry_id_new) F(git_reflog_entrycount) F(git_reflog_free) F(git_reflog_read)      \
  F(git_repository_commondir) F(git_repository_config) F(git_repository_config_snapshot)         \
  F(git_repository_discover) F(git_repository_free) F(git_repository_head)                       \
  F(git_repository_head_detached) F(git_repository_index) F(git_repository_is_bare)              \
  F(git_repository_is_shallow) F(git_repository_odb) F(git_repository_open)                      \
  F(git_repository_open_ext) F(git_repository_path) F(git_repository_set_ident)                  \
  F(git_repository_state) F(git_repository_workdir) F(git_revparse_single)                       \
  F(git_strarray_dispose) F(git_tree_create_updated) F(git_tree_entry_byindex)                   \
  F(git_tree_entry_filemode) F(git_tree_entry_id) F(git_tree_entry_name) F(git_tree_entrycount)  \
  F(git_tree_free) F(git_tree_lookup) F(git_worktree_free) F(git_worktree_list)                  \
  F(git_worktree_lookup) F(git_worktree_path)

FUNCTIONS(RSPMAINT_DEFINE)

static const struct rspmaint_function functions[] = {FUNCTIONS(RSPMAINT_ENTRY)};

static const char *const libraries[] = {"libgit2.so." LIBGIT2_SOVERSION, NULL};

const char *rspmaint_try_libgit2(void) {
  // It waits for the thread that loads it, where there is one.
  return rspmaint_load(libraries, functions, sizeof functions / sizeof *functions);
}

void rspmaint_load_libgit2(void) {
  const char *problem = rspmaint_try_libgit2();
  if (!problem) return;
  fprintf(stderr, "rspmaint: libgit2 can't be loaded: %s\n", problem);
  exit(71);
}

static void *load_alone(void *unused) {
  (void)unused;
  dlopen(libraries[0], RTLD_LAZY | RTLD_LOCAL);
  return NULL;
}

void rspmaint_begin_loading_libgit2(void) {
  pthread_attr_t attributes;
  sigset_t all, before;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // Signals are the other threads' to handle.
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_create(&thread, &attributes, load_alone, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
}

#else

const char *rspmaint_try_libgit2(void) { return 0; }

void rspmaint_load_libgit2(void) {}

void rspmaint_begin_loading_libgit2(void) {}

#endif
