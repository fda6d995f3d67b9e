#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension TemporaryFolder {
  /// Moves something that was made in this folder to its place, which must be free or an empty folder.
  ///
  /// - Parameter name: Its name in this folder, or a path below it.
  /// - Parameter place: An absolute path on the same file system.
  /// - Throws: `FileProblem` for which `isTaken` holds where something is at the place.
  package func move(_ name: String, to place: String) throws(FileProblem) {
    guard !Path.exists(place) || Path.isFolder(place) else {
      throw FileProblem.taken("make", place)
    }
    guard rename(path + "/" + name, place) == 0 else { throw FileProblem.last("make", place) }
  }

  /// Takes back what was moved; what another program has made of it meanwhile comes along.
  package func takeBack(_ place: String, as name: String) throws(FileProblem) {
    guard rename(place, path + "/" + name) == 0 else { throw FileProblem.last("remove", place) }
  }
}
