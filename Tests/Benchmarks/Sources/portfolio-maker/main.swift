import Foundation

// portfolio-maker FOLDER --base CHECKOUT [--records N] [--accepted N] [--open N] [--ready N] [--seed N]
//
// Makes a git repository at FOLDER, which must not exist. The same numbers make the same commits.
var arguments = Array(CommandLine.arguments.dropFirst())
var numbers = ["--records": 83, "--accepted": 0, "--open": 0, "--ready": 0, "--seed": 1]
var base = "."

/// Runs git and waits for it.
func git(_ arguments: [String]) throws {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["git"] + arguments
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw Problem("git \(arguments.joined(separator: " ")) failed")
  }
}

do {
  guard !arguments.isEmpty else { throw Problem("name the folder to make") }
  let folder = arguments.removeFirst()
  while let option = arguments.first {
    guard arguments.count > 1 else { throw Problem("\(option) needs a value") }
    if option == "--base" {
      base = arguments[1]
    } else {
      guard numbers[option] != nil, let number = Int(arguments[1]), number >= 0 else {
        throw Problem("\(option) \(arguments[1]): not understood")
      }
      numbers[option] = number
    }
    arguments.removeFirst(2)
  }
  guard !FileManager.default.fileExists(atPath: folder) else {
    throw Problem("\(folder) exists")
  }
  let (records, open) = (max(1, numbers["--records"] ?? 83), numbers["--open"] ?? 0)
  // Each is about a record of its own, and a third reword scopes, which not all records allow.
  guard open <= records / 2 else { throw Problem("too many open proposals for \(records) records") }
  let seed = UInt64(numbers["--seed"] ?? 1)
  let portfolio = MadePortfolio(try Shipped(at: base), count: records, seed: seed)
  let plan = Plan(
    for: portfolio, accepted: numbers["--accepted"] ?? 0, open: open, seed: seed)
  try git(["init", "-q", "-b", "main", folder])
  let stream = try FastImport(in: folder)
  var history = MadeHistory(portfolio, plan, ready: numbers["--ready"] ?? 0, to: stream)
  try history.write()
  try stream.finish()
  try git(["-C", folder, "reset", "-q", "--hard"])
} catch {
  FileHandle.standardError.write(Data("portfolio-maker: \(error)\n".utf8))
  exit(1)
}
