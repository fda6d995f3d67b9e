import Diagnostics
import Git
import PortfolioModel
import Records

extension AcceptanceAudit {
  /// Compares the reviewers that the commit names with those who approved.
  mutating func compareReviewers(_ plan: CommitPlan) {
    let wanted = plan.reviewers.map(\.description)
    let actual = trailers.reviewers
    let isSame =
      wanted.count == actual.count && zip(wanted, actual).allSatisfy { $0.hasSameBytes(as: $1) }
    guard !isSame || !trailers.isInOrder else { return }
    func sorted(_ names: [String]) -> [String] { names.sorted { $0.precedesBytewise($1) } }
    let how =
      sorted(wanted) == sorted(actual)
      ? "in another order" : Set(actual).count < actual.count ? "one of them twice" : "others"
    add(
      .auditReviewersDiffer, nil,
      "the commit names as reviewers \(actual.isEmpty ? "nobody" : actual.listed) (\(how)); "
        + "those who approved are \(wanted.listed)")
  }

  /// Compares the files of the commit with those that the acceptance gives.
  mutating func compare(_ plan: CommitPlan, skipping skipped: Set<String>) {
    let actual = Dictionary(subject.changes.map { ($0.path, $0) }) { first, _ in first }
    for (path, text) in plan.files where !skipped.contains(path) {
      let wanted = text.map(blobID)
      let change = actual[path]
      let isChangelog = path.hasSameBytes(as: Layout.changelogFile)
      let id =
        change.map { $0.new?.id.hex }
        ?? (isChangelog
          ? subject.changelogFile?.hex
          : subject.before.files.bytes(path).map { ObjectID.blob($0).hex })
      guard id != wanted || (change?.new.map { $0.mode != .file } ?? false) else { continue }
      if isChangelog {
        add(
          .auditChangelogDiffers, path,
          "the changelog differs from the one that the accepted proposals give",
          help: ["\(run: .changelog(revision: subject.commit.id.hex)) prints the right one"])
      } else {
        add(
          .auditReplayDiffers, path,
          "this differs from the result of proposal \(plan.entry.label): "
            + "expected \(AcceptanceAudit.name(wanted)), found \(AcceptanceAudit.name(id))")
      }
    }
    let touched = Set(plan.files.map(\.path))
    for change in subject.portfolioChanges
    where !touched.contains(change.path) && !change.isForeign {
      add(
        .auditChangeSmuggled, change.path,
        "proposal \(plan.entry.label), which the commit names, does not change this")
    }
  }

  private static func name(_ id: String?) -> String {
    id.map { "blob \($0.prefix(10))" } ?? "no file"
  }
}
