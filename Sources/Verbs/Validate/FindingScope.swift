package import Diagnostics
import PortfolioModel
package import Records

/// The part of a portfolio whose findings are wanted: standards, proposals, files and folders.
package struct FindingScope: Sendable {
  private enum Part: Sendable {
    case standard(Identifier)
    /// A file, or a folder with all that is below it, as findings write paths.
    case path(String)
  }

  private let parts: [Part]
  private let prefix: String

  /// - Parameter words: Each an id or a name of a standard, the number of a proposal, an id of
  ///   another file, or a path below the prefix.
  /// - Throws: `Refusal` for all words that name nothing.
  package init(_ words: [String], in snapshot: Snapshot) throws(Refusal) {
    var parts: [Part] = []
    var unknown: [Refusal] = []
    for word in words {
      do throws(Refusal) {
        parts += try FindingScope.parts(word, snapshot)
      } catch {
        unknown.append(error)
      }
    }
    if let refusal = Refusal(all: unknown) { throw refusal }
    self.parts = parts
    prefix = snapshot.files.prefix
  }

  private static func parts(_ word: String, _ snapshot: Snapshot) throws(Refusal) -> [Part] {
    let prefix = snapshot.files.prefix
    let path = word.hasSuffix("/") ? String(word.dropLast()) : word
    if snapshot.files.paths.contains(where: { $0 == path || $0.hasPrefix(path + "/") }) {
      return [.path(prefix + path)]
    }
    if let number = Int(word) {
      return [.path(prefix + Layout.proposalFolder(try snapshot.existing(number).folder))]
    }
    let files = Identifier(word).map { id in
      snapshot.files.paths.filter { path in
        switch Layout.role(of: path) {
        case .override(let stem), .useCase(let stem): stem.hasSameBytes(as: id.text)
        default: false
        }
      }
    }
    if let files, !files.isEmpty { return files.map { .path(prefix + $0) } }
    return [.standard(try snapshot.standard(named: word))]
  }

  package func holds(_ finding: Diagnostic) -> Bool {
    parts.contains { part in
      switch part {
      case .standard(let id): finding.standard?.hasSameBytes(as: id.text) ?? false
      case .path(let path): FindingScope.covers(finding.location.path, path)
      }
    }
  }

  /// Whether a file below the prefix belongs to the part: a standard's record, or a file at or below
  /// a path.
  func covers(_ file: String) -> Bool {
    parts.contains { part in
      switch (part, Layout.role(of: file)) {
      case (.path(let path), _): FindingScope.covers(prefix + file, path)
      case (.standard(let id), .standard(_, _, let stem)),
        (.standard(let id), .delisted(let stem)):
        stem.hasSameBytes(as: id.text)
      case (.standard, _): false
      }
    }
  }

  private static func covers(_ path: String, _ top: String) -> Bool {
    path.hasSameBytes(as: top) || path.utf8.starts(with: (top + "/").utf8)
  }
}
