/// Where a text stops being YAML, and what libyaml says of it.
struct YAMLFault: Error {
  /// Line and column, both from 1.
  let line: Int
  let column: Int
  /// What libyaml found there, such as "found unexpected end of stream".
  let problem: String
  /// What libyaml was reading, such as "while scanning a quoted scalar"; empty where it says nothing.
  let context: String
  /// Where that began.
  let opening: (line: Int, column: Int)
}
