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
      case .path(let path):
        finding.location.path.hasSameBytes(as: path)
          || finding.location.path.utf8.starts(with: (path + "/").utf8)
      }
    }
  }
}
