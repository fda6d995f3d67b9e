import Diagnostics
import PortfolioModel

extension SnapshotReader {
  /// The ballot of a folder, or nil where the folder's name is no id.
  mutating func ballot(_ name: String) -> BallotEntry? {
    guard let id = Identifier(name) else { return nil }
    let path = Layout.path(of: .ballot, of: id)
    if files[path] == nil {
      report(
        .missingFile, path, "the ballot's folder has no ballot.yml",
        "get it back where the history has it: \(gitLine: .restore([files.prefix + path]))")
    }
    var (receipts, replies): ([Identifier: [Receipt]], [Identifier: [Reply]]) = ([:], [:])
    var lost: [Identifier: [LostReply]] = [:]
    var dispositions: [Identifier: [Disposition]] = [:]
    var negatives: [Identifier: [JudgedNegative]] = [:]
    var satisfactions: [Identifier: [Satisfaction]] = [:]
    for (path, file) in ballotFiles[name, default: []] {
      guard let fields = records[path]?.fields, let stem = file.body else { continue }
      guard let body = Identifier(stem) else {
        report(.invalidFileName, path, "'\(stem)' is not an id", Identifier.help(insteadOf: stem))
        continue
      }
      switch file {
      case .receipts:
        receipts[body] = Receipt.all(in: fields)
        lost[body] = LostReply.all(in: fields)
      case .replies: replies[body] = Reply.all(in: fields)
      case .dispositions:
        dispositions[body] = Disposition.all(in: fields)
        negatives[body] = JudgedNegative.all(in: fields)
        satisfactions[body] = Satisfaction.all(in: fields)
      case .ballot, .result, .report, .unread: break
      }
    }
    let result = Layout.path(of: .result, of: id)
    return BallotEntry(
      id: id, ballot: records[path]?.fields.flatMap { Ballot(id: id, fields: $0) },
      receipts: receipts, lost: lost, replies: replies, dispositions: dispositions,
      negatives: negatives,
      satisfactions: satisfactions,
      result: records[result]?.fields.flatMap { BallotResult(fields: $0) })
  }
}
