import Foundation
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
    /// What else is read of what others wrote: an earlier report, a journal.
    case reader
    /// Files of git's attributes.
    case attributes
    /// A tree of git's, as objects.
    case tree
    /// A form that came back: a Word document or CSV.
    case form
    /// The file of an edition.
    case bundle
  }

  /// How far a run came: a mutation that no reader gets past shows little.
  enum Reach: Int, Comparable {
    case bytes
    /// The value of the model that the file stands for.
    case typed
    /// The one rule set, and every report.
    case judged

    static func < (lhs: Reach, rhs: Reach) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  let target: Target
  /// The files that were changed, by path.
  let files: [(path: String, bytes: [UInt8])]
  private let base: Snapshot
  private let store: ObjectStore
  private let edition: SmallEdition
  /// Whether reports are made too; they take most of the time.
  private let isReported: Bool
  private static let today = CalendarDate(secondsSince1970: 1_795_435_200)

  /// `only`: the one target of all runs; nil for each in its turn.
  init(
    _ number: Int, seed: UInt64, only: Target?, _ corpus: Corpus, _ base: Snapshot,
    _ mixing: [FieldValue], _ store: ObjectStore, _ edition: SmallEdition
  ) {
    self.base = base
    (self.store, self.edition) = (store, edition)
    isReported = number % 7 == 0
    var source = SplitMix64(seed: seed, run: number)
    target = only ?? Run.target(of: number)
    let count = target == .portfolio ? 1 + source.below(3) : 1
    switch target {
    case .reader:
      files = [EarlierProperties.input(&source)]
      return
    case .attributes:
      var attributes = HostileAttributes(source)
      files = attributes.files()
      return
    case .tree:
      var trees = HostileTrees(source)
      files = trees.objects(corpus.few)
      return
    case .form:
      files = [HostileForms.input(&source)]
      return
    case .bundle:
      files = [HostileBundles.input(&source, of: edition)]
      return
    case .bytes, .content, .proposal, .portfolio: break
    }
    var files: [(path: String, bytes: [UInt8])] = []
    for _ in 0..<count {
      let seed =
        switch target {
        case .proposal: corpus.pick(Schema.proposal.name, &source)
        case .portfolio where source.chance(50): corpus.pick(Run.living(&source), &source)
        default: corpus.pick(&source)
        }
      let isContent =
        switch target {
        case .bytes, .reader, .attributes, .tree, .form, .bundle: false
        case .content: true
        case .proposal: source.chance(95)
        case .portfolio: source.chance(85)
        }
      // What a reader refuses at once never comes to be judged.
      let retries = target == .proposal || target == .portfolio ? 12 : 0
      let bytes = Run.mutated(
        seed, isContent: isContent, retries: retries, corpus, mixing, &source)
      files.append((seed.path, bytes))
    }
    self.files = files
  }

  private static func target(of number: Int) -> Target {
    switch number % 200 {
    case 0..<53: .bytes
    case 53: .bundle
    case 54..<62: .form
    case 62..<138: .content
    case 138..<172: .proposal
    case 172..<184: .portfolio
    case 184..<188: .reader
    case 188..<198: .attributes
    default: .tree
    }
  }

  /// The kinds of files that proposals and their reviews hang on.
  private static func living(_ source: inout SplitMix64) -> String {
    source.pick([
      Schema.proposal.name, Schema.review.name, Schema.committee.name, Schema.state.name,
      Schema.criteria.name,
    ])
  }

  /// The run that ``save(in:name:)`` kept, or nil where the folder holds none.
  init?(
    kept folder: String, _ base: Snapshot, _ store: ObjectStore, _ edition: SmallEdition
  ) throws {
    let name = folder.split(separator: "/").last?.split(separator: "-").first
    guard let target = name.flatMap({ Target(rawValue: String($0)) }) else { return nil }
    self.target = target
    self.base = base
    (self.store, self.edition) = (store, edition)
    isReported = true
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    files = try names.sorted().compactMap { name in
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return (name, Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }
  }

  /// Keeps the run's files, so that they are run again by each test from now on.
  func save(in folder: String, name: String) throws {
    for file in files {
      let url = URL(fileURLWithPath: "\(folder)/\(target.rawValue)-\(name)/\(file.path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  private static func mutated(
    _ seed: Corpus.Seed, isContent: Bool, retries: Int, _ corpus: Corpus, _ mixing: [FieldValue],
    _ source: inout SplitMix64
  ) -> [UInt8] {
    let inner = SplitMix64(seed: source.next())
    guard isContent else {
      var mutation = ByteMutation(inner, splicing: corpus.pick(&source).bytes)
      return mutation.mutate(seed.bytes)
    }
    var mutation = TreeMutation(inner, mixing: mixing)
    var fields = mutation.mutate(seed.fields, seed.schema)
    for _ in 0..<retries where !TypedView.exists(fields, seed.schema) {
      fields = mutation.mutate(seed.fields, seed.schema)
    }
    return Array(CanonicalText.of(fields, seed.schema).utf8)
  }

  /// What does not hold, in words, and how far the input came.
  func outcome() throws -> (broken: [String], reach: Reach) {
    guard let file = files.first else { return ([], .bytes) }
    switch target {
    case .bytes, .content:
      guard let schema = Layout.schema(of: file.path) else { return ([], .bytes) }
      let record = RecordProperties(file.bytes, path: file.path, schema: schema)
      return (record.broken(), record.isTyped ? .typed : .bytes)
    case .proposal:
      let record = RecordFile(file.bytes, path: file.path, schema: .proposal)
      guard let fields = record.fields,
        let proposal = Proposal(number: 7, folder: "0007-x", fields: fields),
        let portfolio = base.portfolio
      else { return ([], .bytes) }
      let properties = ProposalProperties(proposal, on: portfolio, today: Run.today)
      return (properties.broken() + (isReported ? properties.brokenReport() : []), .judged)
    case .portfolio:
      let properties = SnapshotProperties(base.replacing(changed), today: Run.today)
      return (
        properties.broken() + (isReported ? properties.brokenTables() : []),
        properties.isReadable ? .judged : .bytes
      )
    case .reader:
      let earlier = EarlierProperties(file.bytes)
      return (earlier.broken(), earlier.isReport ? .typed : .bytes)
    case .attributes:
      var attributes = AttributeProperties(files)
      return (attributes.broken(), attributes.isTelling ? .typed : .bytes)
    case .tree:
      let tree = try TreeProperties(files, in: store, today: Run.today)
      // What is refused may take long to read, and is read once.
      let repetition = isReported && tree.isRead ? tree.brokenRepetition() : []
      return (tree.broken() + repetition, tree.isRead ? .judged : .bytes)
    case .form:
      let form = FormProperties(file.bytes)
      return (form.broken(), form.isRead ? .typed : .bytes)
    case .bundle:
      let bundle = try BundleProperties(file.bytes, of: edition)
      return (bundle.broken(), bundle.isRead ? .judged : .bytes)
    }
  }

  private var changed: [String: [UInt8]?] {
    var changes: [String: [UInt8]?] = [:]
    for file in files { changes[file.path] = .some(file.bytes) }
    return changes
  }
}
