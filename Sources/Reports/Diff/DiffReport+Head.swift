import Diagnostics
import PortfolioModel

extension DiffReport {
  /// What this is, the verdict in one sentence, the proposals in a table, and every objection.
  func head(_ report: inout Report) {
    report.heading(1, title)
    report.paragraph(Span(sides, .dim))
    if let asked = input.asked { report.paragraph(Span(asked.sentence, .strong)) }
    report.paragraph(Span(verdict, .strong))
    report.entries(
      [
        "No.", "Proposal", "Effect", input.asked == nil ? "Approvals" : "Reviews", "Objections",
        "State",
      ],
      input.proposals.map(row))
    if input.proposals.contains(where: { $0.standing?.assumesNoCommittee == true }) {
      report.paragraph(
        Span("There is no committee.yml: one approval by someone else is taken as enough.", .dim))
    }
    let objections = input.proposals.reduce(0) { $0 + ($1.standing?.objections.count ?? 0) }
    guard objections > 0 else { return }
    report.heading(2, "Objections (\(objections))")
    for covered in input.proposals { self.objections(covered, &report) }
  }

  /// Whether the proposals are still to be decided on.
  private var isBeforeDecision: Bool { input.proposals.contains { $0.status != .accepted } }

  /// "9 proposals on ISO 21860:2020"
  private var title: String {
    let edition = input.from.description.edition
    let subject = edition.isEmpty ? input.from.description.title : edition
    if input.isFromNothing { return "All of \(subject)" }
    guard isBeforeDecision else { return "Changes to \(subject)" }
    return "\(input.proposals.count.counted("proposal")) on \(subject)"
  }

  /// The portfolio, the two sides as a reader calls them, and the day.
  private var sides: String {
    let head = side(input.head)
    let base = side(input.base)
    let compared =
      isBeforeDecision
      ? "Compared with \(base)" : input.isFromNothing ? "As of \(head)" : "From \(base) to \(head)"
    return "\(input.to.description.title). \(compared), on \(input.today)."
  }

  private func side(_ name: String) -> String {
    if let edition = input.names[name] { return edition }
    return switch name {
    case "worktree": "the files as they are now"
    case "empty": "an empty portfolio"
    default:
      name.hasPrefix(DiffInput.ballot)
        ? "what was voted on in \(name)" : "commit \(name.prefix(12))"
    }
  }

  /// One sentence: counts by kind, or that nothing changed, and where the proposals stand.
  var verdict: String {
    let counts = counts
    let phrases = counts.map { $0.kind.counted($0.number) }
    let changed: String
    switch counts.count {
    case 0: changed = input.since == nil ? "Nothing changed" : "Nothing is new"
    case 1: changed = phrases[0]
    default: changed = "\(input.differences.count) changes (\(phrases.listed))"
    }
    let (conflicts, errors) = (input.conflicts.count, findingsToTell.count(.error))
    let mend =
      (conflicts > 0 ? [conflicts.counted("conflict")] : [])
      + (errors > 0 ? ["\(errors.counted("error")) to mend"] : [])
    return ([changed] + readiness + mend + unread).joined(separator: "; ") + "."
  }

  /// "a and b can't be read, so the report leaves them out"
  private var unread: [String] {
    let names = input.unread.map(\.text)
    guard !names.isEmpty else { return [] }
    let which = names.count > 5 ? names.count.counted("record") : names.conjunction
    return ["\(which) can't be read, so the report leaves \(names.count == 1 ? "it" : "them") out"]
  }

  /// "of 9 proposals 2 are ready to be committed, 1 is objected to"
  private var readiness: [String] {
    guard !input.base.hasPrefix(DiffInput.ballot), input.asked == nil else { return [] }
    let standings = input.proposals.map(standing)
    func phrase(_ wanted: Standing, _ one: String, _ more: String) -> String? {
      let count = standings.count { $0 == wanted }
      guard count > 0 else { return nil }
      return standings.count == 1 ? "the proposal \(one)" : "\(count) \(count == 1 ? one : more)"
    }
    let phrases = [
      phrase(.ready, "is ready to be committed", "are ready to be committed"),
      phrase(.waiting, "waits for reviews or mending", "wait for reviews or mending"),
      phrase(.objected, "is objected to", "are objected to"),
      phrase(.draft, "is a draft", "are drafts"),
      phrase(.accepted, "was accepted", "were accepted"),
    ].compactMap { $0 }
    guard standings.count > 1 else { return phrases }
    return ["of \(standings.count) proposals \(phrases.listed)"]
  }

  private func row(_ covered: DiffInput.Covered) -> Report.EntryRow {
    let number = covered.proposal.number
    let objections = covered.standing?.objections.count ?? 0
    return Report.EntryRow(
      entry: ReportEntry(
        fingerprints: [], kind: "proposal", categories: [], proposals: [number], standards: []),
      cells: [
        [Span(covered.proposal.label, link: "#proposal-\(number)")],
        [Span(covered.proposal.title, .strong)], [Span(part(of: covered).effectPhrase)],
        [Span(approvals(covered))],
        [Span(objections == 0 ? "none" : String(objections), objections == 0 ? .dim : .strong)],
        [Span(state(covered), covered.isReady ? .met : .plain)],
      ])
  }

  /// Each objection in full, under the name of its author.
  private func objections(_ covered: DiffInput.Covered, _ report: inout Report) {
    let proposal = covered.proposal
    for review in covered.standing?.objections ?? [] {
      report.card(
        ReportEntry(
          fingerprints: [], kind: "objection", categories: [], proposals: [proposal.number],
          standards: []),
        Span(person(review), .strong), " objects to ",
        Span("\(proposal.label) \(proposal.title)", link: "#proposal-\(proposal.number)"),
        Span(", \(review.date)")
      ) { card in
        let lines = (review.comment ?? "").split(separator: "\n")
        card.blocks.append(.quote(lines.map { [Span(String($0))] }))
      }
    }
  }

  /// Changes of an earlier report that are gone.
  func since(_ report: inout Report) {
    guard let earlier = input.since else { return }
    report.section("since", "Since the earlier report") { section in
      let (new, gone) = (input.differences.count, input.goneSince.count)
      let day = earlier.date.map { " on \($0)" } ?? ""
      section.paragraph(
        Span(
          "The earlier report compared \(side(earlier.base)) with \(side(earlier.head))\(day)"
            + ". Of its changes \(input.unchangedSince) still stand and are not shown again; "
            + "\(new) \(new == 1 ? "is" : "are") new, \(gone) \(gone == 1 ? "is" : "are") gone."))
      section.bullets(
        input.goneSince.map { change in
          let standard = Identifier(change.subject.id)
          let name = standard.map(input.name) ?? change.subject.id
          let kind = SubjectKind(rawValue: change.subject.kind) ?? .standard
          return [
            Span("gone: ", .removed), Span(name, .strong),
            Span(" \(change.field.map { label(of: $0, kind) } ?? change.kind)"),
          ]
        } + input.consequencesGone.map { [Span("no longer follows: ", .removed), Span($0)] })
    }
  }
}
