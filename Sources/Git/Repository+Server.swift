extension Repository {
  /// All values of a configuration key, given in lower case, in order; empty where it is not set.
  package func strings(forKey key: String) throws(RepositoryProblem) -> [String] {
    try settings().filter { $0.name.utf8.elementsEqual(key.utf8) }.map { $0.value ?? "" }
  }
}
