package import Diagnostics
import PortfolioModel

/// The result of an audit: where it started, what it judged, and what is wrong.
package struct AuditReport {
  package struct Item: Sendable {
    package let rule: RuleID
    /// 40 hexadecimal digits.
    package let commit: String
    package let title: String
    package let path: String?
    package let message: String
    package let help: [String]

    package init(
      rule: RuleID, commit: String, title: String, path: String?, message: String, help: [String]
    ) {
      self.rule = rule
      self.commit = commit
      self.title = title
      self.path = path
      self.message = message
      self.help = help
    }
  }

  /// How many commits there are of each kind.
  package struct Counts: Sendable {
    package let acceptances: Int
    package let merges: Int
    package let free: Int
    package let untouched: Int
    package let editions: Int

    package init(acceptances: Int, merges: Int, free: Int, untouched: Int, editions: Int) {
      self.acceptances = acceptances
      self.merges = merges
      self.free = free
      self.untouched = untouched
      self.editions = editions
    }

    var all: Int { acceptances + merges + free + untouched + editions }
  }

  /// How many approvals or settlements the accepted proposals rest on, and how many are proved.
  package struct Evidence: Sendable {
    package let count: Int
    package let proved: Int

    /// - Parameter proofs: Of each, whether a signature proves it.
    package init(_ proofs: [Bool]) {
      count = proofs.count
      proved = proofs.count { $0 }
    }

    var open: Int { count - proved }
  }

  private let start: String
  private let startName: String
  private let skipped: [String]
  private let tip: String
  private let counts: Counts
  private let approvals: Evidence
  private let settlements: Evidence
  private let findings: [Item]

  /// - Parameter skipped: The full names of tags that are on commits that make no edition.
  package init(
    start: String, startName: String, skipped: [String], tip: String, counts: Counts,
    approvals: Evidence, settlements: Evidence, findings: [Item]
  ) {
    self.start = start
    self.startName = startName
    self.skipped = skipped
    self.tip = tip
    self.counts = counts
    self.approvals = approvals
    self.settlements = settlements
    self.findings = findings
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Audit")
    report.blocks.append(
      .lines(
        [
          [
            Span("start    "), Span(start, .strong),
            Span(start == startName ? "" : " (\(startName))"),
          ],
          [Span("tip      "), Span(tip, .strong)],
          [Span("commits  "), Span(String(counts.all), .strong)],
        ]
          + skipped.map { name in
            [
              Span("skipped  "), Span(name, .strong),
              Span(" is on a commit that makes no edition of that name"),
            ]
          }))
    report.paragraph(Span("What the start holds is taken on trust. \(who)"))
    for group in groups {
      report.heading(3, "\(group[0].commit.prefix(10)) \(group[0].title)")
      report.blocks.append(.lines(group.flatMap(lines)))
    }
    report.paragraph(Span(summary, findings.isEmpty ? .met : .error))
    return report
  }

  /// The findings of each commit together, in the order of the history.
  private var groups: [[Item]] {
    var groups: [[Item]] = []
    for item in findings {
      if groups.last?.first?.commit == item.commit {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    return groups
  }

  private func lines(_ item: Item) -> [[Span]] {
    let place = item.path ?? String(item.commit.prefix(10))
    return [
      [
        Span(place + ": ", .strong), Span("error", .error), Span(": \(item.message) "),
        Span("[\(item.rule.rawValue)]", .dim),
      ]
    ] + item.help.map { [Span("  help: ", .dim), Span($0)] }
  }

  /// Whether the history says who reviewed.
  private var who: String {
    if approvals.count == 0 { return "No approval was checked, because there was none." }
    var open: [String] = []
    for (evidence, name) in [(approvals, "approvals"), (settlements, "settlements")]
    where evidence.open > 0 {
      open.append("\(evidence.open) of \(evidence.count) \(name)")
    }
    guard !open.isEmpty else {
      return "Who reviewed is proved: every approval is signed"
        + (settlements.count == 0 ? "." : ", and every settlement of an objection.")
    }
    return "Who reviewed is asserted, not proved: \(open.joined(separator: " and ")) carry no "
      + "signature that was checked."
  }

  private var summary: String {
    let kinds =
      "\(counts.acceptances.counted("change")) of the portfolio, "
      + (counts.editions == 0 ? "" : "\(counts.editions.counted("step")) of editions, ")
      + "\(counts.merges.counted("merge")), "
      + "\(counts.free.counted("commit")) of unfinished proposals and reviews, "
      + "\(counts.untouched) that touch neither"
    return findings.isEmpty
      ? "Proved: \(kinds)." : "Not proved: \(findings.count.counted("finding")) in \(kinds)."
  }
}

extension AuditReport {
  /// `rspmaint.audit/1`
  package var json: some Encodable {
    JSON(
      start: start, startName: startName, skipped: skipped, tip: tip, commits: counts.all,
      kinds: JSON.Kinds(
        acceptances: counts.acceptances, merges: counts.merges, free: counts.free,
        untouched: counts.untouched, editions: counts.editions),
      approvals: JSON.Evidence(count: approvals.count, proved: approvals.proved),
      settlements: JSON.Evidence(count: settlements.count, proved: settlements.proved),
      findings: findings.map {
        JSON.Finding(
          rule: $0.rule.rawValue, commit: $0.commit, title: $0.title, path: Nullable($0.path),
          message: $0.message, help: $0.help)
      })
  }

  private struct JSON: Encodable {
    struct Kinds: Encodable {
      let acceptances: Int
      let merges: Int
      let free: Int
      let untouched: Int
      let editions: Int
    }

    struct Evidence: Encodable {
      let count: Int
      let proved: Int
    }

    struct Finding: Encodable {
      let rule: String
      let commit: String
      let title: String
      let path: Nullable<String>
      let message: String
      let help: [String]
    }

    let schema = "rspmaint.audit/1"
    let start: String
    let startName: String
    let skipped: [String]
    let tip: String
    let commits: Int
    let kinds: Kinds
    let approvals: Evidence
    let settlements: Evidence
    let findings: [Finding]
  }
}
