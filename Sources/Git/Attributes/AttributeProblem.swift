/// Why nobody can say which attributes paths have.
package enum AttributeProblem: Error, Hashable, Sendable {
  /// Versions of git read a line in different ways; the file, the line from 1, and why.
  case unclear(String, line: Int, String)
  /// A file of attributes is none; the file, and what it is.
  case noFile(String, String)
  /// There is more of it than is worth a judgement.
  case tooMuch
}
