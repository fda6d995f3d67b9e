import Diagnostics
import Git
import History

extension Protection {
  static let key = "rspmaint.protect"

  /// `rspmaint.protect`, as often as it is set, else the branch that HEAD is on.
  ///
  /// - Throws: `Refusal` where a value could protect nothing at all.
  init(_ repository: borrowing Repository) throws {
    let given = try repository.strings(forKey: Protection.key)
    guard given.isEmpty else {
      self.init(try given.map(Protection.pattern))
      return
    }
    switch try repository.head() {
    case .branch(let name, _), .unborn(let name): self.init([name])
    case .detached:
      throw Refusal(
        .refused, "HEAD of this repository is not on a branch, so no branch is protected",
        help: ["on the server: \(gitLine: .config(.add(Protection.key, "BRANCH")))"])
    }
  }

  private static func pattern(_ value: String) throws(Refusal) -> String {
    let full = value.hasPrefix("refs/") ? value : "refs/heads/" + value
    let example = full.hasSuffix("*") ? full.dropLast() + "x" : full
    guard full.hasPrefix("refs/heads/"), Repository.isReferenceName(example) else {
      throw Refusal(
        .refused, "'\(value)' in \(key) is not the name of a branch, so it would protect nothing",
        help: [
          "give one branch per value; a '*' at the end stands for any ending: "
            + "\(gitLine: .config(.add(key, "release/*")))",
          "what is set: \(gitLine: .config(.readAll(key)))",
        ])
    }
    return full
  }
}
