import Git

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What holds for any files of attributes.
struct AttributeProperties {
  /// What the files say, of each path and in each way to read them, or why nobody can say it.
  private enum Answer: Equatable {
    case values([[String: AttributeValue]])
    case problem(AttributeProblem)
  }

  private typealias File = (path: String, bytes: [UInt8])

  private static let lineFeed = UInt8(ascii: "\n")
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let files: [File]
  private let paths: [String]
  private let answer: Answer
  private var source: SplitMix64

  init(_ files: [(path: String, bytes: [UInt8])]) {
    self.files = files
    let sum = files.reduce(0) {
      $0 &+ $1.bytes.reduce(UInt64($1.bytes.count)) { $0 &* 31 &+ UInt64($1) }
    }
    source = SplitMix64(seed: sum)
    let start = source.below(HostileAttributes.paths.count)
    paths = (0..<4).map {
      HostileAttributes.paths[(start + $0 * 3) % HostileAttributes.paths.count]
    }
    answer = AttributeProperties.answer(files, paths)
  }

  /// Whether any line speaks of one of the paths.
  var isTelling: Bool {
    guard case .values(let values) = answer else { return false }
    return values.contains { !$0.isEmpty }
  }

  /// What does not hold, in words.
  mutating func broken() -> [String] {
    var broken: [String] = []
    func expectSame(_ files: [File], _ words: String) {
      let other = AttributeProperties.answer(files, paths)
      if !AttributeProperties.areAlike(answer, other) {
        broken.append("\(words) changes the attributes of \(paths)")
      }
    }
    expectSame(files.reversed(), "another order of files")
    for line in [
      "# filter=x", "", " \t\r", "nobody/** filter=x -text a=2", "[attr]nobody filter=x a",
    ] {
      expectSame(inserting(line), "the line \(line.debugDescription)")
    }
    if let quoted = quoting() { expectSame(quoted, "a quoted pattern") }
    return broken + brokenLastLine() + brokenSearch() + brokenPattern()
  }

  // MARK: - Reading

  private static func sources(_ files: [File]) -> AttributeSources {
    var sources = AttributeSources()
    for (path, bytes) in files {
      let folder = path.dropLast("attributes".count)
      if folder.hasPrefix("folder/") {
        sources.add(bytes, inFolder: String(folder.dropFirst("folder/".count)))
      } else if folder.hasPrefix("own/") {
        sources.own = AttributeSources.Outside(place: path, bytes: bytes)
      } else {
        sources.common.append(AttributeSources.Outside(place: path, bytes: bytes))
        sources.common.sort { $0.place < $1.place }
      }
    }
    return sources
  }

  private static func answer(_ files: [File], _ paths: [String]) -> Answer {
    let sources = sources(files)
    do throws(AttributeProblem) {
      guard sources.size <= AttributeSources.maximumSize else { throw .tooMuch }
      return .values(try values(sources, paths))
    } catch {
      return .problem(error)
    }
  }

  /// By way to read, the files on the disk first, then by path.
  private static func values(
    _ sources: AttributeSources, _ paths: [String]
  ) throws(AttributeProblem) -> [[String: AttributeValue]] {
    var values: [[String: AttributeValue]] = []
    for reading in AttributeReading.allCases {
      for ignoresCase in [false, true] {
        for path in paths {
          values.append(
            try sources.values(
              of: HostileAttributes.names, ofPath: path, reading, ignoresCase: ignoresCase))
        }
      }
    }
    return values
  }

  /// Problems count as the same where they only stand on other lines; work that was cut off says
  /// nothing.
  private static func areAlike(_ one: Answer, _ other: Answer) -> Bool {
    switch (one, other) {
    case (.problem(.tooMuch), _), (_, .problem(.tooMuch)): true
    case (.problem(.unclear(let file, _, let why)), .problem(.unclear(let same, _, let because))):
      (file, why) == (same, because)
    default: one == other
    }
  }

  // MARK: - Lines

  private mutating func inserting(_ line: String) -> [File] {
    var files = files
    let index = source.below(files.count)
    var lines = AttributeProperties.lines(files[index].bytes)
    let first = files[index].bytes.starts(with: AttributeProperties.mark) ? 1 : 0
    lines.insert(Array(line.utf8)[...], at: first + source.below(lines.count + 1 - first))
    files[index].bytes = Array(lines.joined(separator: [AttributeProperties.lineFeed]))
    return files
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: lineFeed, omittingEmptySubsequences: false)
  }

  /// The files with the pattern of one line between quotation marks, each byte as its number.
  private mutating func quoting() -> [File]? {
    var files = files
    let index = source.below(files.count)
    var lines = AttributeProperties.lines(files[index].bytes)
    let place = source.below(lines.count)
    let blanks = Array(" \t\r".utf8)
    let text = lines[place].drop { blanks.contains($0) }
    let word = text.prefix { !blanks.contains($0) }
    guard let first = word.first, !Array("\"#".utf8).contains(first), !text.contains(0),
      place > 0 || !files[index].bytes.starts(with: AttributeProperties.mark),
      !String(decoding: text, as: UTF8.self).contains("builtin_"),
      text.count + 3 * word.count < 2_000
    else { return nil }
    let digits = word.flatMap { byte in
      [UInt8(ascii: "\\")] + [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + 0x30 }
    }
    let quote = [UInt8(ascii: "\"")]
    lines[place] = (quote + digits + quote + text[word.endIndex...])[...]
    files[index].bytes = Array(lines.joined(separator: [AttributeProperties.lineFeed]))
    return files
  }

  // MARK: - Oracles

  /// The last line that matches goes before all others, whatever they hold.
  private func brokenLastLine() -> [String] {
    guard case .values = answer else { return [] }
    var broken: [String] = []
    for (setting, wanted) in [
      ("a=last", .text("last")), ("-a", .unset), ("!a", .unspecified), ("b a", .set),
    ] as [(String, AttributeValue)] {
      var files = files.filter { !$0.path.hasPrefix("own/") }
      let own = self.files.first { $0.path.hasPrefix("own/") }?.bytes ?? []
      files.append(("own/attributes", own + Array("\n* \(setting)\n".utf8)))
      guard case .values(let values) = AttributeProperties.answer(files, paths) else { continue }
      // From the index, what follows a zero byte is not read.
      let read = own.contains(0) ? values.prefix(values.count / 2) : values[...]
      if read.contains(where: { $0["a"] != wanted }) {
        broken.append("the last line, '* \(setting)', does not count")
      }
    }
    return broken
  }

  /// A search finds the first path of the first way to read that has such a value.
  private func brokenSearch() -> [String] {
    guard case .values(let values) = answer else { return [] }
    var wanted: [String: String] = [:]
    for (index, found) in values.enumerated() {
      for (name, value) in found where wanted[name] == nil {
        if value == .set { wanted[name] = paths[index % paths.count] }
      }
    }
    do throws(AttributeProblem) {
      let found = try AttributeProperties.sources(files).paths(
        by: HostileAttributes.names, among: paths
      ) { $1 == .set }
      return found == wanted ? [] : ["a search finds \(found), not \(wanted)"]
    } catch {
      return error == .tooMuch || isDoubtful ? [] : ["a search fails: \(error)"]
    }
  }

  /// Whether versions of git may read a line differently, so that a search may be refused.
  private var isDoubtful: Bool {
    files.contains { file in
      String(decoding: file.bytes, as: UTF8.self).contains("builtin_")
        || AttributeProperties.lines(file.bytes).contains { $0.count > 2_046 }
    }
  }

  /// A pattern of letters, `*` and `?` matches what the system's own matching says.
  private mutating func brokenPattern() -> [String] {
    let pieces = [
      "a", "o", "/", "*", "?", ".yml", "Portfolio", "P", "\\a", "x", "standards", "0001",
    ]
    let pattern = (0...source.below(8)).map { _ in source.pick(pieces) }.joined()
    guard !pattern.contains("**"), !pattern.hasSuffix("/"), !pattern.hasPrefix("/") else {
      return []
    }
    let hasSlash = pattern.contains("/")
    let file: [File] = [("own/attributes", Array((pattern + " a").utf8))]
    guard case .values(let values) = AttributeProperties.answer(file, paths) else {
      return ["the pattern \(pattern.debugDescription) is a problem"]
    }
    return zip(paths, values).compactMap { path, values in
      let text = hasSlash ? path : String(path.split(separator: "/").last ?? "")
      let wanted = fnmatch(pattern, text, hasSlash ? FNM_PATHNAME : 0) == 0
      return (values["a"] == .set) == wanted
        ? nil : "\(pattern.debugDescription) on \(path.debugDescription) is not \(wanted)"
    }
  }
}
