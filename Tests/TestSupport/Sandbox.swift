import Foundation
import Testing

/// A copy of the shipped portfolio in a git repository of its own, and the built binary on it.
///
/// Own home, cleared environment, fixed dates and identities, so that every run is the same.
public struct Sandbox: FileFolder, Sendable {
  public typealias Outcome = TestSupport.Outcome

  public let root: String
  let home: String

  public static let repositoryRoot = Checkout.root
  public static let binary = Checkout.binary

  /// `proposals`: whether the shipped proposals come along.
  public init(git: Bool = true, proposals: Bool = false, committee: Bool = false) throws {
    guard !git else {
      self = try Sandbox(copying: Sandbox.made(proposals: proposals, committee: committee))
      return
    }
    try self.init(makesRoot: true)
    try copyPortfolio(proposals: proposals, committee: committee)
  }

  /// A copy of another, with a place of its own.
  public init(copying other: Sandbox) throws {
    try self.init(makesRoot: false)
    try FileManager.default.copyItem(atPath: other.root, toPath: root)
    try git("update-index", "-q", "--refresh")
  }

  /// A home, and a root that is made here or by the caller.
  init(makesRoot: Bool) throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-test-\(UUID().uuidString)")
    home = base.appendingPathComponent("home").path
    root = base.appendingPathComponent("rsp").path
    for path in [home] + (makesRoot ? [root] : []) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  public func remove() {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: root).deletingLastPathComponent())
  }

  public static let committee = """
    members:
      - {id: cleo-chair, name: Cleo Chair, email: cleo@chair.example, affiliation: Chair Org, role: chair}
      - {id: ada-editor, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
      - {id: rune-reviewer, name: Rune Reviewer, email: rune@north.example, affiliation: North, role: member}
      - {id: siri-second, name: Siri Second, email: siri@south.example, affiliation: South, role: member}
      - {id: lars-left, name: Lars Left, email: lars@west.example, affiliation: West, role: member, until: 2026-06-30}

    """
}
