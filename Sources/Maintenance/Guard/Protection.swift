import Git
import PortfolioModel

/// Which branches the server's own configuration protects; nothing that is pushed has a say.
struct Protection {
  static let key = "rspmaint.protect"

  /// Full names; one that ends in `*` stands for all that begin so.
  let patterns: [String]

  /// `rspmaint.protect`, as often as it is set, else the branch that HEAD is on.
  init(_ repository: borrowing Repository) throws {
    let given = try repository.strings(forKey: Protection.key)
    guard given.isEmpty else {
      patterns = given.map { $0.hasPrefix("refs/") ? $0 : "refs/heads/" + $0 }
      return
    }
    switch try repository.head() {
    case .branch(let name, _), .unborn(let name): patterns = [name]
    case .detached:
      throw Refusal(
        .refused, "HEAD of this repository is on no branch, so that none is known to be protected",
        help: ["on the server: git config --add \(Protection.key) BRANCH"])
    }
  }

  func covers(_ name: String) -> Bool {
    patterns.contains { pattern in
      pattern.hasSuffix("*")
        ? name.hasPrefix(String(pattern.dropLast())) : pattern.hasSameBytes(as: name)
    }
  }
}
