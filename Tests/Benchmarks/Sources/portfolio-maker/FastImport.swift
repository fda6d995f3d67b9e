import Foundation

/// A running `git fast-import`, which tells the ids of what it was given.
final class FastImport {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer: [UInt8] = []
  private var marks = 0
  private var instant = Instant.start
  private var branch = "refs/heads/main"

  init(in folder: String) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "git", "-C", folder, "-c", "fastimport.unpackLimit=0", "fast-import", "--quiet", "--done",
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// The day on which the next commit will be.
  var day: String { instant.day }

  func blob(_ text: String) throws -> Int {
    marks += 1
    try write("blob\nmark :\(marks)\n")
    try data(text)
    return marks
  }

  /// Commits files, given as text or as the mark of a blob; the next commit is three hours later.
  func commit(
    _ message: String, by member: Committee.Member, _ files: [(path: String, text: String)],
    marked: [(path: String, mark: Int)] = []
  ) throws {
    marks += 1
    let who = "\(member.person) \(instant.seconds) +0000"
    try write("commit \(branch)\nmark :\(marks)\nauthor \(who)\ncommitter \(who)\n")
    try data(message)
    for file in marked { try write("M 100644 :\(file.mark) \(file.path)\n") }
    for file in files {
      try write("M 100644 inline \(file.path)\n")
      try data(file.text)
    }
    try write("\n")
    instant = instant.later(by: 3 * 3_600)
  }

  /// The id of the last commit.
  func lastCommit() throws -> String {
    try write("get-mark :\(marks)\n")
    try flush()
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The mark of the last commit.
  var tip: Int { marks }

  /// Starts a branch on a commit: what follows is committed there.
  func start(_ name: String, at mark: Int) throws {
    branch = "refs/heads/" + name
    try write("reset \(branch)\nfrom :\(mark)\n\n")
  }

  func finish() throws {
    try write("done\n")
    try flush()
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Problem("git fast-import failed") }
  }

  private func data(_ text: String) throws {
    try write("data \(text.utf8.count)\n\(text)\n")
  }

  private func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count > 1 << 20 { try flush() }
  }

  private func flush() throws {
    try input.fileHandleForWriting.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}

struct Problem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
