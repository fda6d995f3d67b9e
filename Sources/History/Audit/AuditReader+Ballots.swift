import Diagnostics
import Git
import PortfolioModel
import Records

extension AuditReader {
  /// The faults of a commit's changes to ballots.
  ///
  /// - Parameter parents: The trees of its parents.
  mutating func ballotFaults(
    of commit: Commit, _ parents: [ObjectID], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (parent, ids) in zip(parents, touched) {
      for id in ids {
        let folder = ["ballots/\(id)"]
        let before = try source.snapshot(ofProposals: folder, inTree: parent, after: nil)
        let after = try source.snapshot(ofProposals: folder, inTree: commit.tree, after: before)
        var ground: BallotAudit.Ground?
        if parents.count == 1, let first = commit.parents.first {
          let needs = AuditReader.needsProposals(before.ballot(id), after.ballot(id))
          let snapshot = needs ? try grounds(in: parent, source) : before
          ground = BallotAudit.Ground(
            parent: first.hex, snapshot: snapshot,
            voted: needs ? try voted(before.ballot(id)?.ballot, snapshot, source) : [:],
            baseFault: try baseFault(
              before.ballot(id)?.ballot, after.ballot(id)?.ballot, first, source),
            day: commit.day, author: commit.author.email.asciiLowercased,
            committee: try source.committee(inTree: parent))
        }
        let audit = BallotAudit(from: before.ballot(id), to: after.ballot(id), on: ground)
        let report = Layout.path(of: .report, of: id)
        let isOpened = before.ballot(id) == nil
        let reported =
          isOpened || before.files[report] == after.files[report]
          ? [] : ["the report of what is voted on has changed"]
        // Nothing else is in the two snapshots.
        let own = source.prefix + Layout.ballotStart(id)
        let unread = after.fileDiagnostics.filter {
          $0.severity == .error && $0.location.path.hasPrefix(own)
        }.map(\.message)
        let lost = try after.ballot(id).map { entry throws(Refusal) in
          try originals(of: entry, in: commit.tree, source)
        }
        for fault in audit.faults + reported + unread + (lost ?? []) {
          let finding = commit.finding(
            .auditBallotForged, source.prefix + Layout.path(of: .ballot, of: id),
            "ballot '\(id)' was changed as no verb does: \(fault)")
          if !findings.contains(finding) { findings.append(finding) }
        }
      }
    }
    return findings
  }

  /// Whether a step depends on the proposals as they were: an opening, another round, or a close.
  private static func needsProposals(_ before: BallotEntry?, _ after: BallotEntry?) -> Bool {
    guard let before, let after else { return true }
    return before.result == nil && after.result != nil
      || before.ballot?.rounds.count != after.ballot?.rounds.count
  }

  /// What is wrong with the base of a ballot or a later round that is opened: it is the commit before,
  /// or an earlier one that holds the same proposals.
  private func baseFault(
    _ earlier: Ballot?, _ ballot: Ballot?, _ parent: ObjectID,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> String? {
    guard let ballot, earlier?.rounds.count ?? 0 < ballot.rounds.count else { return nil }
    let (named, items) =
      earlier == nil ? (ballot.base, ballot.items) : (ballot.round.base ?? "", ballot.round.items)
    guard !named.isEmpty, !named.hasSameBytes(as: parent.hex) else { return nil }
    let other = "it names another base than the commit before, or one in its history"
    guard let base = ObjectID(hex: named),
      try source.lineage(of: [parent], from: base).leads(from: [parent], to: base)
    else { return other }
    let snapshot = try source.snapshot(
      ofTree: try source.commit(base).tree, named: base.hex, after: nil)
    let isSame = items.allSatisfy { item in
      let entry = snapshot.proposal(item.number)
      return entry?.content.hasSameBytes(as: item.content) == true && entry?.status == .open
    }
    return isSame ? nil : "its base holds other proposals"
  }

  /// The texts that were voted on of proposals that have others now.
  private func voted(
    _ ballot: Ballot?, _ snapshot: Snapshot, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [Int: Proposal] {
    var voted: [Int: Proposal] = [:]
    for item in ballot?.items ?? [] {
      guard let entry = snapshot.proposal(item.number), let id = ObjectID(hex: item.content),
        !entry.content.hasSameBytes(as: item.content), let text = try source.text(id)
      else { continue }
      voted[item.number] = Proposal(text: text, number: item.number, folder: entry.folder)
    }
    return voted
  }

  /// What is wrong with the files that a ballot keeps as they came: each is named by a record of the
  /// ballot, and is no larger than such files may be.
  private func originals(
    of entry: BallotEntry, in tree: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [String] {
    var faults: [String] = []
    for original in entry.originals {
      let path = source.prefix + Layout.path(ofOriginal: original.name, of: entry.id)
      let found = try source.file(at: path, inTree: tree)
      if found?.hex != original.content {
        faults.append("'\(original.name)' is \(found == nil ? "not there" : "not as it came")")
      }
    }
    let folder = Layout.path(of: .unread, of: entry.id)
    guard let id = try source.folder(at: source.prefix + folder, inTree: tree) else {
      return faults
    }
    let named = Set(entry.originals.map(\.name))
    for file in try source.files(inTree: id) {
      let path = "\(folder)/\(file.path)"
      if !named.contains(file.path) {
        faults.append("'\(file.path)' is kept with what came, and nothing names it")
      } else if try source.content(of: file, at: path) == .tooLarge {
        faults.append("'\(file.path)' is larger than \(Limits.inWords(Limits.original))")
      }
    }
    return faults
  }

  /// The ballots that hold a changed file that is read.
  static func ballots(_ changes: [TreeChange]) -> [Identifier] {
    let ids = changes.compactMap { change -> Identifier? in
      guard case .ballot(let id, let file) = Layout.role(of: change.path),
        file != .unread || Layout.isOriginal(change.path)
      else {
        return nil
      }
      return Identifier(id)
    }
    return Set(ids).sorted()
  }
}

extension VersionSource where Self: ~Copyable {
  /// The committee of a tree; nil where none can be read.
  func committee(inTree tree: ObjectID) throws(Refusal) -> Committee? {
    let path = prefix + Layout.committeeFile
    guard let file = try file(at: path, inTree: tree), let text = try text(file) else { return nil }
    return RecordFile(text, path: path, schema: .committee).fields.flatMap { Committee(fields: $0) }
  }
}
