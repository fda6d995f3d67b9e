/// Writes the portfolio's history: its import, then each proposal as the tool's verbs would commit it.
struct MadeHistory {
  private var portfolio: MadePortfolio
  private let plan: Plan
  /// How many of the open proposals are reviewed enough.
  private let ready: Int
  private let stream: FastImport

  init(_ portfolio: MadePortfolio, _ plan: Plan, ready: Int, to stream: FastImport) {
    self.portfolio = portfolio
    self.plan = plan
    self.ready = ready
    self.stream = stream
  }

  mutating func write() throws {
    // Next to each other, git stores each as what differs from the one before.
    var changelog = Changelog(edition: portfolio.shipped.edition)
    let first = try stream.blob(changelog.text)
    let changelogs = try plan.accepted.map { proposal in
      changelog.add(proposal)
      return try stream.blob(changelog.text)
    }
    let files =
      portfolio.others()
      + (0..<portfolio.count).map {
        (path: portfolio.path($0), text: portfolio.text($0))
      }
    try stream.commit(
      "Import the portfolio\n", by: Committee.editor, files,
      marked: [("Portfolio/CHANGELOG.md", first)])
    for (proposal, changelog) in zip(plan.accepted, changelogs) {
      let (base, _) = try propose(proposal, reviews: proposal.reviewers.count)
      try accept(proposal, base: base, changelog)
    }
    for (index, proposal) in plan.open.enumerated() {
      let isReady = index < ready
      _ = try propose(proposal, reviews: isReady ? proposal.reviewers.count : index % 2)
    }
    let tip = stream.tip
    for count in [100, 1_000] {
      try stream.start("changed-\(count)", at: tip)
      try change(count)
    }
  }

  /// Commits a proposal and as many of its reviews; returns what it was based on.
  private func propose(
    _ proposal: PlannedProposal, reviews: Int
  ) throws -> (base: String, text: String) {
    let base = try stream.lastCommit()
    let text = proposal.text(created: stream.day)
    try stream.commit(
      "Propose \(proposal.label): \(proposal.title)\n", by: Committee.editor,
      [
        ("\(proposal.folder)/proposal.yml", text),
        ("\(proposal.folder)/state.yml", proposal.state(base: base)),
      ])
    for member in proposal.reviewers.prefix(reviews) {
      try stream.commit(
        "Review proposal \(proposal.label): approve\n", by: member,
        [
          (
            "\(proposal.folder)/reviews/\(member.id).yml",
            PlannedProposal.review(member, of: text, on: stream.day)
          )
        ])
    }
    return (base, text)
  }

  private mutating func accept(
    _ proposal: PlannedProposal, base: String, _ changelog: Int
  ) throws {
    if proposal.isEditorial {
      portfolio.scope[proposal.record] = proposal.to
    } else {
      portfolio.tooling[proposal.record] = proposal.to
    }
    let state = proposal.state(base: base, accepted: (stream.day, portfolio.shipped.edition))
    try stream.commit(
      proposal.message, by: Committee.editor,
      [
        (portfolio.path(proposal.record), portfolio.text(proposal.record)),
        ("\(proposal.folder)/state.yml", state),
      ], marked: [("Portfolio/CHANGELOG.md", changelog)])
  }

  /// Adds a sentence to the descriptions of so many records, or of all: what `diff` compares. Each
  /// is another, since a report says what is the same for several records once.
  private func change(_ count: Int) throws {
    let step = max(1, portfolio.count / count)
    let files = stride(from: 0, to: portfolio.count, by: step).prefix(count).map { number in
      let text = portfolio.text(number)
      let sentence = "  Members looked at it again in round \(number + 1).\n"
      let end = text.range(of: "\nnotes: |\n").map { text.index(after: $0.lowerBound) }
      let place = end ?? text.endIndex
      return (
        path: portfolio.path(number), text: String(text[..<place] + sentence + text[place...])
      )
    }
    try stream.commit("Change \(files.count) records\n", by: Committee.editor, files)
  }
}
