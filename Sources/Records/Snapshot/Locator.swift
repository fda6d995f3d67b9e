package import Diagnostics
package import PortfolioModel

/// Finds the place in a file for a finding on the model.
package struct Locator: Sendable {
  private let snapshot: Snapshot
  private let findsNotes: Bool

  /// - Parameter findsNotes: Whether the places of notes are looked for; else their files are known
  ///   alone, which is enough where they are only counted.
  package init(_ snapshot: Snapshot, findsNotes: Bool = true) {
    self.snapshot = snapshot
    self.findsNotes = findsNotes
  }

  package func diagnostic(_ finding: Finding) -> Diagnostic {
    Diagnostic(
      finding.rule, severity: finding.severity, at: location(of: finding),
      standard: finding.standard?.text, finding.message, help: finding.help)
  }

  /// The findings with their places: the hundred most severe ones of each file, and how many more
  /// there are.
  package func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    var byFile: [String: [(finding: Finding, place: SourceLocation)]] = [:]
    for finding in findings {
      let place = location(of: finding)
      byFile[place.path, default: []].append((finding, place))
    }
    return byFile.values.flatMap { found -> [Diagnostic] in
      guard found.count > FindingList.limit else { return found.map { diagnostic($0.finding) } }
      var list = FindingList()
      let gravest = found.sorted {
        ($1.finding.severity, $0.place) < ($0.finding.severity, $1.place)
      }
      for (finding, place) in gravest {
        list.report(
          finding.rule, severity: finding.severity, at: place, standard: finding.standard?.text,
          finding.message, help: finding.help)
      }
      return list.diagnostics
    }
  }

  private func location(of finding: Finding) -> SourceLocation {
    let path = path(of: finding.subject)
    guard findsNotes || finding.severity != .note, let record = snapshot.records[path] else {
      return SourceLocation(path: snapshot.files.prefix + path)
    }
    return record.places.location(of: finding.path, key: finding.isAboutKey)
  }

  /// The file that holds a subject, by path below the prefix.
  package func path(of subject: Subject) -> String {
    switch subject {
    case .portfolio: Layout.portfolioFile
    case .criteria: Layout.criteriaFile
    case .committee: Layout.committeeFile
    case .standard(let id):
      Layout.path(
        of: id, in: snapshot.portfolio?.standards[id]?.category ?? Category.data)
    case .delisted(let id): Layout.path(ofDelisted: id)
    case .override(let id): Layout.path(ofOverride: id)
    case .useCase(let id): Layout.path(ofUseCase: id)
    case .proposal(let number): folder(number).map(Layout.proposalFile) ?? Layout.proposalsFolder
    case .state(let number): folder(number).map(Layout.stateFile) ?? Layout.proposalsFolder
    case .review(let number, let file):
      folder(number).map { Layout.reviewFile($0, file) } ?? Layout.proposalsFolder
    case .ballot(let id): Layout.path(of: .ballot, of: id)
    case .ballotResult(let id): Layout.path(of: .result, of: id)
    case .receipts(let id, let body): Layout.path(of: .receipts(body: body.text), of: id)
    case .replies(let id, let body): Layout.path(of: .replies(body: body.text), of: id)
    case .dispositions(let id, let body): Layout.path(of: .dispositions(body: body.text), of: id)
    case .survey(let id): Layout.path(of: .survey, of: id)
    case .response(let id, let round, let expert):
      Layout.path(of: .response(round: round, expert: expert.text), of: id)
    }
  }

  private func folder(_ number: Int) -> String? { snapshot.proposal(number)?.folder }
}
