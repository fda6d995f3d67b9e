import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Lets a standard go on under another id.
  mutating func rename(_ wanted: ProposeRequest.Rename) {
    guard let old = identifier(named: wanted.standard), let standard = known(old) else { return }
    guard let new = Identifier(wanted.id) else {
      let example = Identifier(slugOf: wanted.id).map { ", such as '\($0)'" } ?? ""
      refuse(
        "'\(wanted.id)' is not an id", "\(Identifier.help(insteadOf: wanted.id))\(example)")
      return
    }
    guard list.addition(of: new) == nil else {
      refuse("the proposal adds '\(new)'", "choose another id for \(standard.briefName)")
      return
    }
    rename(SubjectID(.standard, old), to: new)
  }
}

extension ProposalJudgement {
  /// A sentence for each standard that is renamed, with how much follows.
  package var renamed: [String] {
    base.renamings(to: result).map { renaming in
      let after = base.following([renaming])
      let counts: [(Int, String, String)] = [
        (
          base.standards.keys.count {
            $0 != renaming.old && base.standards[$0] != after.standards[$0]
          },
          "record", "records"
        ),
        (
          base.useCases.keys.count { base.useCases[$0] != after.useCases[$0] }, "use case",
          "use cases"
        ),
        (
          base.overrides.keys.count { base.overrides[$0] != after.overrides[$0] }, "ledger entry",
          "ledger entries"
        ),
        (
          base.delisted.keys.count { base.delisted[$0] != after.delisted[$0] }, "delisted record",
          "delisted records"
        ),
      ]
      let following = counts.filter { $0.0 > 0 }.map { $0.0.counted($0.1, plural: $0.2) }
      let name = base.name(of: renaming.old)
      let total = counts.reduce(0) { $0 + $1.0 }
      let rest =
        following.isEmpty
        ? "nothing else names it"
        : "\(following.conjunction) that name\(total == 1 ? "s" : "") it follow\(total == 1 ? "s" : "")"
      return "\(name) goes on as \(renaming.new), formerly \(renaming.old): \(rest)."
    }
  }
}
