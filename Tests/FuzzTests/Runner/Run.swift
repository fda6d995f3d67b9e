import Maintenance
import PortfolioModel
import Records

/// One run: an input made from a number, and what is to hold for it.
struct Run {
  enum Target: String, CaseIterable {
    /// The bytes of one file.
    case bytes
    /// The content of one file, written canonically.
    case content
    /// A proposal on the shipped portfolio.
    case proposal
    /// Several files of one portfolio, checked together.
    case portfolio
  }

  let target: Target
  /// The files that were changed, by path.
  let files: [(path: String, bytes: [UInt8])]
  private let base: Snapshot
  private static let today = CalendarDate(secondsSince1970: 1_795_435_200)

  init(_ number: Int, seed: UInt64, _ corpus: Corpus, _ base: Snapshot, _ mixing: [FieldValue]) {
    self.base = base
    var source = SplitMix64(seed: seed, run: number)
    switch number % 200 {
    case 0..<115: target = .bytes
    case 115..<194: target = .content
    case 194..<199: target = .proposal
    default: target = .portfolio
    }
    let count = target == .portfolio ? 1 + source.below(3) : 1
    var files: [(path: String, bytes: [UInt8])] = []
    for _ in 0..<count {
      let seed =
        target == .proposal
        ? corpus.pick(Schema.proposal.name, &source) : corpus.pick(&source)
      let isContent =
        switch target {
        case .bytes: false
        case .content: true
        case .proposal: source.chance(90)
        case .portfolio: source.chance(60)
        }
      let bytes = Run.mutated(seed, isContent: isContent, corpus, mixing, &source)
      files.append((seed.path, bytes))
    }
    self.files = files
  }

  private static func mutated(
    _ seed: Corpus.Seed, isContent: Bool, _ corpus: Corpus, _ mixing: [FieldValue],
    _ source: inout SplitMix64
  ) -> [UInt8] {
    let inner = SplitMix64(seed: source.next())
    guard isContent else {
      var mutation = ByteMutation(inner, splicing: corpus.pick(&source).bytes)
      return mutation.mutate(seed.bytes)
    }
    var mutation = TreeMutation(inner, mixing: mixing)
    return Array(CanonicalText.of(mutation.mutate(seed.fields, seed.schema), seed.schema).utf8)
  }

  /// What does not hold, in words.
  func broken() -> [String] {
    switch target {
    case .bytes, .content:
      files.flatMap { file in
        Layout.schema(of: file.path).map {
          RecordProperties(file.bytes, path: file.path, schema: $0).broken()
        } ?? []
      }
    case .proposal:
      files.flatMap { file -> [String] in
        let record = RecordFile(file.bytes, path: file.path, schema: .proposal)
        guard let fields = record.fields,
          let proposal = Proposal(number: 7, folder: "0007-x", fields: fields),
          let portfolio = base.portfolio
        else { return [] }
        return ProposalProperties(proposal, on: portfolio, today: Run.today).broken()
      }
    case .portfolio: SnapshotProperties(base.replacing(changed), today: Run.today).broken()
    }
  }

  private var changed: [String: [UInt8]?] {
    var changes: [String: [UInt8]?] = [:]
    for file in files { changes[file.path] = .some(file.bytes) }
    return changes
  }
}
