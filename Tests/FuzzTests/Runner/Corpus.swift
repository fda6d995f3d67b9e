import Foundation
import PortfolioModel
import Records

/// The files that mutations start from: the shipped portfolio with its proposals, and a few made by
/// hand for the kinds of files that it does not hold.
struct Corpus {
  struct Seed {
    /// The path from the root of the portfolio's repository.
    let path: String
    let bytes: [UInt8]
    let schema: Schema
    /// What the file holds.
    let fields: Fields
  }

  /// In the order of their paths.
  let seeds: [Seed]
  /// The names of the schemas, in the order of their first seed.
  let kinds: [String]
  /// The seeds of each kind; every kind is mutated as often as the others.
  private let byKind: [String: [Seed]]

  /// Reads the files below the root of the repository and of the hand-made corpus.
  init(root: String) throws {
    var seeds: [String: Seed] = [:]
    for top in [root, root + "/Tests/FuzzTests/Corpus"] {
      for folder in ["Portfolio", "Proposals"] {
        let base = top + "/" + folder
        let names = FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? []
        for name in names where name.hasSuffix(".yml") {
          let path = folder + "/" + name
          guard let schema = Layout.schema(of: path) else {
            throw CorpusProblem(description: "\(top)/\(path) is no file of a portfolio")
          }
          let data = try Data(contentsOf: URL(fileURLWithPath: top + "/" + path))
          let bytes = Array(data)
          let record = RecordFile(bytes, path: path, schema: schema)
          guard let fields = record.fields, record.isCanonical else {
            throw CorpusProblem(description: "\(top)/\(path) is not in its canonical form")
          }
          seeds[path] = Seed(path: path, bytes: bytes, schema: schema, fields: fields)
        }
      }
    }
    self.seeds = seeds.values.sorted { $0.path < $1.path }
    byKind = Dictionary(grouping: self.seeds, by: \.schema.name)
    kinds = byKind.keys.sorted()
  }

  /// Any seed, each kind as likely as the others.
  func pick(_ source: inout SplitMix64) -> Seed { pick(source.pick(kinds), &source) }

  func pick(_ kind: String, _ source: inout SplitMix64) -> Seed {
    source.pick(byKind[kind] ?? seeds)
  }

  /// The few files of a small portfolio, by path.
  var few: [(path: String, bytes: [UInt8])] {
    seeds.filter { seed in
      switch Layout.role(of: seed.path) {
      case .standard(_, _, let stem): ["loinc", "ihe-tce"].contains(stem)
      case .override, .useCase, .delisted: false
      default: true
      }
    }.map { ($0.path, $0.bytes) }
  }

  /// All files as a portfolio in memory.
  var files: PortfolioFiles {
    var files = PortfolioFiles()
    for seed in seeds { files[seed.path] = .bytes(seed.bytes) }
    return files
  }
}

/// Why no corpus could be read.
struct CorpusProblem: Error, CustomStringConvertible {
  let description: String
}
