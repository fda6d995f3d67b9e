import Foundation
import TestSupport
import Testing

/// Runs a session on a fresh sandbox whose every step is held against what it should print: an inline
/// text, a piece in `Snapshots/FOLDER`, or, where that was proved before, success alone.
func story(
  _ folder: String, committee: Bool = false, proposals: Bool = false, git: Bool = true,
  _ location: SourceLocation = #_sourceLocation, _ work: (Transcript) throws -> Void
) throws {
  let sandbox = try Sandbox(git: git, proposals: proposals, committee: committee)
  defer { sandbox.remove() }
  try story(folder, on: sandbox, location, work)
}

/// As ``story(_:committee:proposals:git:_:_:)``, on a sandbox that is there.
func story(
  _ folder: String, on sandbox: Sandbox, _ location: SourceLocation = #_sourceLocation,
  _ work: (Transcript) throws -> Void
) throws {
  let session = Transcript(sandbox, pieces: folder)
  try work(session)
  #expect(session.pending.map(\.command) == [], "no piece holds these", sourceLocation: location)
  let path = Sandbox.repositoryRoot + "/Tests/CommandTests/Snapshots/" + folder
  let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  #expect(
    Set(files).subtracting(session.pieces) == [], "no step proves these", sourceLocation: location)
}

extension Transcript {
  /// Compares what was run since the last piece with `Snapshots/FOLDER/NAME.txt`.
  ///
  /// - Parameter places: Paths, each with what stands for it.
  func expect(
    _ name: String, replacing places: [(path: String, name: String)] = [],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let text = places.reduce(taken().map(\.text).joined(separator: "\n")) {
      $0.replacingOccurrences(of: $1.path, with: $1.name)
    }
    // Git fills up what a server says with spaces.
    let lines = text.components(separatedBy: "\n").map {
      $0.hasPrefix("remote: ") ? $0.replacing(#/ +$/#, with: "") : $0
    }
    try expect(lines.joined(separator: "\n"), as: name, location)
  }

  /// Compares what was run since the last piece with a text, which leaves out the commands.
  func expect(says words: String, _ location: SourceLocation = #_sourceLocation) {
    expect(taken().map(\.printed).joined(separator: "\n"), says: words, location)
  }

  /// Compares part of what a command printed with `Snapshots/FOLDER/NAME.txt`.
  func expect(
    _ part: String, as name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try #require(folder, "the session is no story", sourceLocation: location)
    pieces.insert(name + ".txt")
    try expectSame(normalized(part), asSnapshot: "\(folder)/\(name).txt", location)
  }

  func expect(
    _ part: String, says words: String, _ location: SourceLocation = #_sourceLocation
  ) {
    expectSame(normalized(part), words + "\n", "what it says", location)
  }

  /// Expects that what was run since the last piece succeeded; other pieces hold such words.
  func expectDone(_ location: SourceLocation = #_sourceLocation) {
    for step in taken() where step.code != 0 {
      Issue.record("\(step.text)", sourceLocation: location)
    }
  }

  private func taken() -> [Step] {
    defer { pending = [] }
    return pending
  }

  /// The text with the sandbox's path as `$ROOT` and object ids numbered.
  private func normalized(_ text: String) -> String {
    var text = text.replacingOccurrences(of: sandbox.root, with: "$ROOT")
    // The age of a lock file hangs on how fast the machine is.
    text = text.replacingOccurrences(
      of: " for [0-9]+ s\n", with: " for <age> s\n", options: .regularExpression)
    let found = text.matches(of: #/\b[0-9a-f]{7,64}\b/#).map { String($0.output) }
      .filter { $0.contains { $0.isNumber } }
    for id in found where !ids.contains(where: { $0.hasPrefix(id) || id.hasPrefix($0) }) {
      ids.append(id)
    }
    for id in Set(found).sorted(by: { $0.count > $1.count }) {
      guard let index = ids.firstIndex(where: { $0.hasPrefix(id) || id.hasPrefix($0) }) else {
        continue
      }
      text = text.replacingOccurrences(of: id, with: "<id \(index + 1)>")
    }
    return text
  }
}
