import CGitShims

extension Repository {
  /// Begins to load libgit2 beside other work, for a repository that is opened soon.
  package static func prepare() { rspmaint_begin_loading_libgit2() }

  /// Takes objects for what their ids say, without computing the ids again, which takes half of the
  /// time of reading them. It holds for the whole process, from the first use of libgit2 on.
  package static func trustObjects() { rspmaint_trust_objects() }
}
