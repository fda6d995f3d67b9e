import Diagnostics
import Foundation
import PortfolioModel
import Store
import Verbs

/// The file of a small edition, as the verbs make it of a portfolio with one standard.
struct SmallEdition {
  let bytes: [UInt8]
  /// The id of its tag.
  let tag: String
  /// Where files are put to be proved.
  let folder: String

  static let maker = "1.0"
  private static let name = "small"
  private static let person = ("Ada Editor", "ada@editors.example")

  /// - Parameter root: The checkout, whose portfolio it is made of.
  init(root: String) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-fuzz-\(UUID().uuidString)").path
    let repository = folder + "/rsp"
    for path in ["portfolio.yml", "criteria.yml", "CHANGELOG.md", "standards/data/ucum.yml"] {
      let place = URL(fileURLWithPath: "\(repository)/Portfolio/\(path)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: URL(fileURLWithPath: "\(root)/Portfolio/\(path)"), to: place)
    }
    for arguments in [
      ["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Import the portfolio"],
    ] { try SmallEdition.git(arguments, in: repository) }
    let file = folder + "/small.zip"
    guard let id = Identifier(SmallEdition.name) else {
      throw CorpusProblem(description: "'\(SmallEdition.name)' is no id")
    }
    do throws(Refusal) {
      let workspace = try Workspace(at: repository)
      _ = try CutEdition(
        id, CutEdition.Request(stage: .committee, date: nil, carried: .all, since: nil),
        maker: SmallEdition.maker, SmallEdition.surroundings
      ).run(in: workspace)
      _ = try BundleEdition(
        SmallEdition.name, output: file, maker: SmallEdition.maker, SmallEdition.surroundings
      ).run(in: workspace)
      tag = try VerifyEdition(
        file, expected: nil, maker: SmallEdition.maker, SmallEdition.surroundings
      ).run().tag
    } catch {
      throw CorpusProblem(description: "the small edition: \(error.message) \(error.details)")
    }
    bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  func remove() throws { try FileManager.default.removeItem(atPath: folder) }

  static let surroundings = Surroundings(
    today: CalendarDate(secondsSince1970: 1_795_435_200), now: 1_795_435_200, offsetMinutes: 0,
    programVariables: ProcessInfo.processInfo.environment.filter {
      ["PATH", "TMPDIR"].contains($0.key)
    },
    environment: variables, skipsHooks: true, skipsSigning: true)

  private static let variables = [
    "GIT_AUTHOR_NAME": person.0, "GIT_AUTHOR_EMAIL": person.1, "GIT_COMMITTER_NAME": person.0,
    "GIT_COMMITTER_EMAIL": person.1, "GIT_AUTHOR_DATE": "@1795435200 +0000",
    "GIT_COMMITTER_DATE": "@1795435200 +0000",
  ]

  private static func git(_ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "commit.gpgsign=false"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = variables.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder]
    ) { $1 }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CorpusProblem(description: "git \(arguments) failed")
    }
  }
}
