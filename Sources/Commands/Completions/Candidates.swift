import ArgumentParser
import PortfolioModel
import Records
import Store

/// What a shell offers for a word, from the portfolio at hand; nothing where there is none.
enum Candidates {
  private struct Name {
    let name: String
    let words: [String]
  }

  /// The ids of standards.
  static let standards = from { standards(of: $0) }

  /// The ids of standards, and the numbers of proposals.
  static let subjects = from { standards(of: $0) + $0.proposals.map { "\($0.number)" } }

  /// The numbers of the proposals that are neither accepted nor closed.
  static let proposals = from { snapshot in
    snapshot.proposals.filter { !$0.isClosed }.map { "\($0.number)" }
  }

  static let ballots = from { $0.ballots.map(\.id.text) }

  static let surveys = from { $0.surveys.map(\.id.text) }

  static let members = from { $0.portfolio?.committee?.members.map(\.id.text) ?? [] }

  static let bodies = from { $0.portfolio?.committee?.bodies.map(\.id.text) ?? [] }

  static let overrides = from { sorted($0.portfolio?.overrides.keys.map(\.text)) }

  /// The names of a standard's fields with their '=', and behind it the words that a field takes.
  static let fields = CompletionKind.custom { _, _, word in
    guard let end = word.firstIndex(of: "=") else { return names.map { "\($0.name)=" } }
    let name = word[..<end].split(separator: ":").last ?? ""
    let field = names.first { $0.name.utf8.elementsEqual(name.utf8) }
    // To zsh, a plain colon parts a word from its description.
    let typed = CompletionShell.requesting == .zsh ? word.replacing(":", with: "\\:") : word
    return field?.words.map { "\(typed.prefix { $0 != "=" })=\($0)" } ?? []
  }

  /// The facets' values, each as `FACET=VALUE`.
  static let facets = from { snapshot in
    (snapshot.portfolio?.description.facets ?? []).flatMap { facet in
      facet.values.map { "\(facet.id)=\($0)" }
    }
  }

  static let factors = CompletionKind.list(Factor.allCases.map(\.rawValue))

  /// The fields that a proposal sets, with the words that each takes.
  private static var names: [Name] {
    let factors = Factor.allCases.map { Name(name: $0.rawValue, words: $0.scale.map(\.rawValue)) }
    let fields = Schema.standard.fields.filter { $0.name != "assessment" }.map { field in
      guard case .word(let vocabulary) = field.kind else {
        return Name(name: field.name, words: [])
      }
      return Name(name: field.name, words: vocabulary.words)
    }
    return factors + fields
  }

  private static func standards(of snapshot: Snapshot) -> [String] {
    sorted(snapshot.portfolio?.standards.keys.map(\.text))
  }

  private static func sorted(_ names: [String]?) -> [String] {
    (names ?? []).sorted { $0.precedesBytewise($1) }
  }

  /// Finds candidates in the portfolio that the line's `--repo` names, or the one around.
  private static func from(
    _ find: @escaping @Sendable (Snapshot) -> [String]
  ) -> CompletionKind {
    .custom { words, _, _ in
      let place = words.lastIndex(of: "--repo").map { words.index(after: $0) }
      let path = place.flatMap { words.indices.contains($0) ? words[$0] : nil } ?? "."
      return snapshot(at: path).map(find) ?? []
    }
  }

  /// The portfolio at a path; nil where none can be read. A shell has no place for a message.
  private static func snapshot(at path: String) -> Snapshot? {
    do {
      return try Workspace(
        at: path, gitDirectory: Console.variable("GIT_DIR").map(Console.absolute)
      ).snapshot(.worktree)
    } catch {
      return nil
    }
  }
}
