/// Why the attributes of paths can't be known.
package enum AttributeProblem: Error, Hashable, Sendable {
  /// Versions of git read a line differently: the file, the line from 1, and why.
  case unclear(String, line: Int, String)
  /// Something that is not a file is in an attribute file's place: the path, and what it is.
  case noFile(String, String)
  /// There are more attributes than are judged.
  case tooMuch
}
