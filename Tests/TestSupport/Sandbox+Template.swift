import Foundation

extension Sandbox {
  /// The repositories that sandboxes start from: made once in a process, then copied.
  private static let templates = Templates()

  static func made(proposals: Bool, committee: Bool) throws -> Sandbox {
    try templates.sandbox(proposals: proposals, committee: committee)
  }

  /// Copies the shipped portfolio from the checkout.
  func copyPortfolio(proposals: Bool, committee: Bool) throws {
    for name in ["Portfolio", ".gitattributes"] + (proposals ? ["Proposals"] : []) {
      try FileManager.default.copyItem(
        atPath: Checkout.root + "/" + name, toPath: root + "/" + name)
    }
    if committee { try write(Sandbox.committee, to: "Portfolio/committee.yml") }
  }

  private final class Templates: @unchecked Sendable {
    private let lock = NSLock()
    private var sandboxes: [[Bool]: Sandbox] = [:]

    func sandbox(proposals: Bool, committee: Bool) throws -> Sandbox {
      try lock.withLock {
        if let known = sandboxes[[proposals, committee]] { return known }
        let made = try Sandbox(makesRoot: true)
        try made.copyPortfolio(proposals: proposals, committee: committee)
        try made.git("init", "-q", "-b", "main")
        try made.commitAll("Import the portfolio")
        sandboxes[[proposals, committee]] = made
        return made
      }
    }
  }
}
