import PortfolioModel

extension DiffReport {
  /// `rspmaint.diff/2`; its schema is `Schemas/diff.schema.json`.
  package var json: some Encodable {
    DiffJSON(
      base: input.base, head: input.head, date: input.today.description,
      title: input.to.description.title, edition: input.to.description.edition, verdict: verdict,
      counts: countsByKey,
      changes: input.differences.map(change), moves: input.moves.map(move),
      successions: Succession.all(from: input.from, to: input.to).map {
        DiffJSON.Succession(
          word: $0.word, leaving: $0.leaving.map(\.text), entering: $0.entering.map(\.text))
      },
      proposals: input.proposals.map(covered),
      consequences: input.consequences.map { consequence in
        DiffJSON.Consequence(
          fingerprint: input.consequenceFingerprints[consequence] ?? "",
          kind: consequence.kind.rawValue, standards: consequence.standards.map(\.text),
          sentence: consequence.sentence)
      },
      conflicts: input.conflicts.map {
        DiffJSON.Conflict(
          first: $0.first, second: $0.second, touched: $0.touched, errors: $0.errors)
      },
      findings: input.findings.map { FindingJSON($0, wording) },
      ledger: input.to.overridesInOrder.map { override in
        DiffJSON.Override(
          id: override.id.text, kind: override.kind.rawValue,
          waives: override.waivers.map { waiver in
            DiffJSON.Waiver(
              standard: waiver.standard.text, criterion: waiver.criterion,
              at: Nullable(waiver.level?.rawValue),
              regions: waiver.regions.map {
                DiffJSON.RegionLevel(region: $0.region, level: $0.level.rawValue)
              }, ground: waiver.ground.map(\.text))
          },
          holds: override.holds.map {
            DiffJSON.Hold(standard: $0.standard.text, from: $0.from.rawValue)
          },
          moves: override.moves.map { move in
            DiffJSON.ExplainedMove(
              standard: move.standard.text, from: move.from.rawValue, to: move.to.rawValue)
          }, paraphrased: override.isParaphrase, origin: Nullable(override.origin),
          clause: Nullable(override.clause), reviewBy: Nullable(override.reviewBy),
          reason: override.reason)
      },
      tables: input.changedTables.map { TableJSON($0.table) },
      since: Nullable(
        input.since.map { earlier in
          DiffJSON.Since(
            base: earlier.base, head: earlier.head, date: Nullable(earlier.date),
            unchanged: input.unchangedSince, gone: input.goneSince.map(\.fingerprint))
        }))
  }

  /// The counts by the keys of the schema, which add up to that of `changes`.
  private var countsByKey: [String: Int] {
    var counts = Dictionary(
      Kind.allCases.map { (key(of: $0), 0) } + [("changes", 0)]
    ) { first, _ in first }
    for (kind, number) in self.counts {
      counts[key(of: kind), default: 0] += number
      counts["changes", default: 0] += number
    }
    return counts
  }

  private func key(of kind: Kind) -> String {
    switch kind {
    case .move: "moves"
    case .rating: "ratings"
    case .flattening: "flattenings"
    case .confirmation: "confirmations"
    case .addition: "additions"
    case .delisting: "delistings"
    case .rename, .category, .relation, .field: "fields"
    case .ledger: "overrides"
    case .useCase, .criteria, .committee, .portfolio: "elsewhere"
    }
  }

  private func change(_ difference: Difference) -> DiffJSON.Change {
    DiffJSON.Change(
      fingerprint: input.fingerprints[difference] ?? "", kind: difference.kind.rawValue,
      subject: DiffJSON.Subject(
        kind: difference.subject.kind.rawValue, id: difference.subject.id.text),
      standard: Nullable(
        difference.subject.kind == .standard ? difference.subject.id.text : nil),
      field: Nullable(difference.field), from: Nullable(difference.from.map(JSONValue.init)),
      to: Nullable(difference.to.map(JSONValue.init)), proposals: covering[difference] ?? [],
      steps: Nullable(direction(difference)?.steps))
  }

  private func move(_ move: Move) -> DiffJSON.Move {
    let isInside = move.from != .new && move.to != .delisted
    return DiffJSON.Move(
      standard: move.standard.text, from: move.from.rawValue, to: move.to.rawValue,
      effect: Nullable(isInside ? move.effect : nil),
      reason: Nullable(isInside ? reason(for: move) : nil),
      criteria: move.verdicts.map(VerdictJSON.init), override: Nullable(move.override?.text),
      explainedBy: input.to.overridesInOrder.filter { $0.explains(move) }.map(\.id.text),
      exception: Nullable(move.exception),
      proposals: Set(
        input.differences.filter {
          $0.subject == SubjectID(.standard, move.standard)
            && ($0.kind != .set || $0.field == "group")
        }.flatMap { covering[$0] ?? [] }
      ).sorted())
  }

  private func covered(_ covered: DiffInput.Covered) -> DiffJSON.Covered {
    func reviews(_ reviews: [Review], counts: Bool) -> [DiffJSON.Review] {
      reviews.map { review in
        DiffJSON.Review(
          reviewer: review.file, name: person(review), verdict: review.verdict.rawValue,
          date: review.date.description, comment: Nullable(review.comment), counts: counts)
      }
    }
    let standing = covered.standing
    let part = part(of: covered)
    return DiffJSON.Covered(
      number: covered.proposal.number, title: covered.proposal.title,
      proposer: covered.proposal.proposer.description, status: covered.status.word,
      nature: covered.proposal.nature.rawValue, sentence: wording(covered.sentence),
      ready: covered.isReady, state: state(covered), effect: part.effectPhrase,
      approvals: standing?.approvals.count ?? covered.reviewers.count,
      needed: Nullable(standing?.quorum.approvals), objections: standing?.objections.count ?? 0,
      changes: part.input.differences.compactMap { input.fingerprints[$0] },
      moves: part.input.moves.map(\.standard.text),
      reviews: reviews((standing?.objections ?? []) + (standing?.approvals ?? []), counts: true)
        + reviews(standing?.discounted.map(\.review) ?? [], counts: false))
  }
}
