import Diagnostics
import PortfolioModel

extension DiffReport {
  /// What is compared, on which day, and the verdict in one sentence; then the proposals.
  func head(_ report: inout Report) {
    report.heading(1, input.to.description.title)
    report.bullets([
      [Span("edition "), Span(input.to.description.edition, .strong)],
      [Span("from "), Span(input.base)],
      [Span("to   "), Span(input.head)],
      [Span("on   "), Span(input.today.description)],
    ])
    report.paragraph(Span(verdict, .strong))
    guard !input.proposals.isEmpty else { return }
    report.section("proposals", "Proposals") { section in
      for covered in input.proposals { self.covered(covered, &section) }
    }
  }

  /// One sentence: counts by kind, or that nothing changed, and where the proposals stand.
  var verdict: String {
    let counts = counts.filter { $0.number > 0 }.map(\.phrase)
    let errors = input.findings.count(.error)
    let changed =
      counts.isEmpty
      ? (input.since == nil ? "Nothing changed" : "Nothing is new") : counts.listed
    let mend = errors > 0 ? ["\(errors.counted("error")) to mend"] : []
    let unread =
      input.unread.isEmpty
      ? [] : ["\(input.unread.map(\.text).conjunction) can't be read, so the report leaves it out"]
    return ([changed] + readiness + mend + unread).joined(separator: "; ") + "."
  }

  struct Count {
    let kind: String
    let number: Int
    let phrase: String

    init(_ kind: String, _ number: Int, _ word: String, _ plural: String? = nil) {
      self.kind = kind
      self.number = number
      phrase = number.counted(word, plural: plural)
    }
  }

  /// How many changes of each kind there are, in the order of the report.
  var counts: [Count] {
    let moved = Set(input.moves.map(\.standard))
    let fields = input.differences.filter {
      $0.subject.kind == .standard && $0.kind == .set && $0.factor == nil
        && !($0.field == "group" && moved.contains($0.subject.id))
    }
    let elsewhere = input.differences.filter {
      [.useCase, .criteria, .member, .portfolio].contains($0.subject.kind)
    }
    return [
      Count("moves", input.moves.count { $0.from != .new && $0.to != .delisted }, "move"),
      Count(
        "ratings", input.differences.count { $0.kind == .set && $0.factor != nil }, "rating"),
      Count("confirmations", input.differences.count { $0.kind == .confirm }, "confirmation"),
      Count("additions", input.differences(of: .add, .standard).count, "new standard"),
      Count("delistings", input.differences(of: .delist, .standard).count, "delisting"),
      Count("fields", fields.count, "other field"),
      Count(
        "overrides", ledgerChanges.count,
        "change of the ledger", "changes of the ledger"),
      Count("elsewhere", elsewhere.count, "change elsewhere", "changes elsewhere"),
    ]
  }

  /// Changes of the ledger; the date of review that a confirmation sets is no change of its own.
  private var ledgerChanges: [Difference] {
    let own = input.differences.filter { $0.subject.kind == .override }
    let confirmed = Set(own.filter { $0.kind == .confirm }.map(\.subject))
    return own.filter {
      $0.kind != .confirm && !(confirmed.contains($0.subject) && $0.field == "review-by")
    }
  }

  /// "2 proposals are ready, 1 needs reviews"
  private var readiness: [String] {
    var ready = 0
    var accepted = 0
    var drafts = 0
    var objected = 0
    var waiting = 0
    for covered in input.proposals {
      switch covered.status {
      case .accepted: accepted += 1
      case .draft: drafts += 1
      case _ where covered.isReady: ready += 1
      case _ where covered.standing?.objections.isEmpty == false: objected += 1
      default: waiting += 1
      }
    }
    func phrase(_ count: Int, _ one: String, _ more: String) -> String? {
      count == 0 ? nil : "\(count) proposal\(count == 1 ? " \(one)" : "s \(more)")"
    }
    let phrases = [
      phrase(ready, "is ready to be committed", "are ready to be committed"),
      phrase(waiting, "is waiting for reviews or mending", "are waiting for reviews or mending"),
      phrase(objected, "is objected to", "are objected to"),
      phrase(drafts, "is a draft", "are drafts"),
      phrase(accepted, "was accepted", "were accepted"),
    ].compactMap { $0 }
    return phrases.isEmpty ? [] : [phrases.listed]
  }

  private func covered(_ covered: DiffInput.Covered, _ report: inout Report) {
    let proposal = covered.proposal
    report.heading(3, "\(proposal.label) \(proposal.title)")
    report.bullets([
      [
        Span("\(covered.status.word), \(proposal.nature.rawValue), by \(proposal.proposer), "),
        Span(proposal.created.description),
      ],
      [Span(wording(covered.sentence), covered.isReady ? .met : .plain)],
    ])
    guard !explainsMove(proposal) else { return }
    reasons(of: proposal, &report)
  }

  /// Whether the rationale is printed with a move instead.
  func explainsMove(_ proposal: Proposal) -> Bool {
    let moved = Set(movesBetweenGroups.map(\.standard))
    return proposal.changes.contains {
      $0.subject.kind == .standard && moved.contains($0.subject.id)
    }
  }

  /// Rationale, evidence and the comments that a proposal answers.
  func reasons(of proposal: Proposal, _ report: inout Report) {
    if !proposal.rationale.isEmpty {
      report.paragraph(
        Span("Rationale (\(proposal.label)): ", .dim), Span(proposal.rationale.oneLine))
    }
    report.bullets(
      proposal.evidence.map { evidence in
        let places = ["reference", "source"].compactMap { evidence.text($0) }
        let details = [evidence.text("kind") ?? ""] + places
        let url = evidence.text("url")
        return [
          Span("evidence: ", .dim), Span(evidence.text("title") ?? "", .strong),
          Span(" (\(details.listed))"),
        ] + (url.map { [Span(" "), Span($0, link: $0)] } ?? [])
          + (evidence.text("accessed").map { [Span(", accessed \($0)")] } ?? [])
      })
    report.bullets(
      proposal.fields.list("answers").compactMap(\.fields).map { answer in
        [
          Span(
            "answers comment \(answer.text("comment") ?? "")"
              + (answer.text("by").map { " by \($0)" } ?? "")
              + (answer.text("clause").map { " on \($0)" } ?? ""))
        ]
      })
  }

  /// Changes of an earlier report that are gone.
  func since(_ report: inout Report) {
    guard let earlier = input.since else { return }
    report.section("since", "Since the earlier report") { section in
      section.paragraph(
        Span(
          "The earlier report compared \(earlier.base) with \(earlier.head)"
            + (earlier.date.map { " on \($0)" } ?? "")
            + ". Of its changes \(input.unchangedSince) still stand and are not shown again; "
            + "\(input.differences.count) \(input.differences.count == 1 ? "is" : "are") new, "
            + "\(input.goneSince.count) \(input.goneSince.count == 1 ? "is" : "are") gone."))
      section.bullets(
        input.goneSince.map { change in
          let standard = Identifier(change.subject.id)
          let name = standard.map(input.name) ?? change.subject.id
          return [
            Span("gone: ", .removed), Span(name, .strong),
            Span(" \(change.field ?? change.kind)"),
          ]
        } + input.consequencesGone.map { [Span("no longer follows: ", .removed), Span($0)] })
    }
  }
}
