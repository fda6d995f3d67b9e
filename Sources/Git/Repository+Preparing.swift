import CGitShims

extension Repository {
  /// Begins to load libgit2 beside other work, for a repository that is opened soon.
  package static func prepare() { rspmaint_begin_loading_libgit2() }
}
