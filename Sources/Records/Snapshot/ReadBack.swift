package import Diagnostics
package import PortfolioModel

/// Checks that a portfolio with some changes could be read again and keeps the limits. Nothing that
/// the reader would refuse is ever written, committed or accepted by a guard.
///
/// Only new faults count. A file that could not be read before, or was too large, may stay as it
/// is, be repaired in part, be closed or be removed.
package struct ReadBack: Sendable {
  /// The new faults, in the order of paths.
  package let faults: [Diagnostic]
  /// What the later one of the two weighs.
  private let weight: PortfolioWeight

  /// - Parameters:
  ///   - earlier: The same check of the snapshot before, where there was one.
  ///   - isReadAlike: Whether both readers get the same from a text.
  package init(
    _ after: Snapshot, insteadOf before: Snapshot, following earlier: ReadBack? = nil,
    isReadAlike: (_ bytes: [UInt8], _ path: String, _ schema: Schema) -> Bool = RecordFile
      .isReadAlike
  ) {
    let paths = after.files.changes(to: before.files)
    let old = earlier?.weight ?? PortfolioWeight(before)
    guard !paths.isEmpty else {
      (faults, weight) = ([], old)
      return
    }
    weight = PortfolioWeight(after, after: before, old, changed: paths)
    let changed = Set(paths.map { after.files.prefix + $0 })
    var known: [String: Set<RuleID>] = [:]
    for diagnostic in before.fileDiagnostics where diagnostic.severity == .error {
      known[diagnostic.location.path, default: []].insert(diagnostic.rule)
    }
    var faults = after.fileDiagnostics.filter {
      $0.severity == .error && !RecordFile.mendable.contains($0.rule)
        && changed.contains($0.location.path)
        && known[$0.location.path]?.contains($0.rule) != true
    }
    faults += ReadBack.oversizedChangelog(after, insteadOf: before)
    faults += ReadBack.readDifferently(paths, of: after, isReadAlike)
    if faults.isEmpty, after.portfolio == nil, before.portfolio != nil {
      faults.append(
        Diagnostic(
          .unreadableFile,
          at: SourceLocation(path: after.files.prefix + Layout.portfolioFolder),
          "the portfolio can't be read", help: [after.validating]))
    }
    faults += LimitCheck(after, weight, insteadOf: before, old).diagnostics
    // Nothing depends on rejected or withdrawn proposals, and closing must be possible in any
    // state.
    let refused = after.proposals.filter { $0.status == .rejected || $0.status == .withdrawn }
      .map { after.files.prefix + Layout.proposalStart($0.folder) }
    self.faults = faults.filter { fault in
      !refused.contains { fault.location.path.hasPrefix($0) }
    }.inOrder()
  }

  /// The findings on texts from which the reader of canonical texts gets something else than
  /// libyaml. There should be none; what one reader alone sees must not get into a history.
  private static func readDifferently(
    _ paths: [String], of after: Snapshot, _ isReadAlike: ([UInt8], String, Schema) -> Bool
  ) -> [Diagnostic] {
    paths.compactMap { path in
      let place = after.files.prefix + path
      guard after.records[path]?.isCanonical == true, let bytes = after.files.bytes(path),
        let schema = Layout.schema(of: path), !isReadAlike(bytes, place, schema)
      else { return nil }
      return Diagnostic(
        .unreadableFile, at: SourceLocation(path: place),
        "two readers get different fields from this text, which is a fault of this tool",
        help: ["report it with the file, and write the file's values in plain words meanwhile"])
    }
  }

  /// The finding on a changelog that is too large; only this checks its size, as it isn't a record.
  private static func oversizedChangelog(
    _ after: Snapshot, insteadOf before: Snapshot
  ) -> [Diagnostic] {
    let path = Layout.changelogFile
    guard let bytes = after.files.bytes(path)?.count, bytes > Layout.limit(of: path),
      bytes > before.files.bytes(path)?.count ?? 0
    else { return [] }
    return [
      Diagnostic(
        .oversizedFile, at: SourceLocation(path: after.files.prefix + path),
        "the file is larger than \(Limits.inWords(Layout.limit(of: path)))", help: [])
    ]
  }
}

extension Snapshot {
  /// The refusal where these files can't be written, or nil.
  package func refusal(of changes: [(path: String, text: String?)]) -> Refusal? {
    heldRefusal(of: changes) ?? ReadBack(replacing(changes), insteadOf: self).refusal
  }
}

extension ReadBack {
  /// One refusal with all faults, or nil where there are none.
  var refusal: Refusal? {
    guard !faults.isEmpty else { return nil }
    var help: [Hint] = []
    for line in faults.flatMap(\.help) where !help.contains(line) { help.append(line) }
    return Refusal(
      .refused, "this can't be taken into the portfolio, so nothing was written:",
      details: faults.prefix(FindingList.limit).map(\.sentence), help: Array(help.prefix(4)))
  }
}

extension Diagnostic {
  /// The finding on one line, with its place.
  package var sentence: String { "\(location.path): \(message) [\(rule.rawValue)]" }
}
