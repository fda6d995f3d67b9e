extension RepositoryProblem {
  /// That another git program holds a reference, by the path of its lock file.
  package init(lockedBy file: String) {
    self.init(.referenceLocked(file, seconds: LockFile.age(file) ?? 0))
  }
}
