package import Diagnostics
package import PortfolioModel
package import Store

/// Tells who the user is to git, or writes it into the repository's own configuration.
package struct TellIdentity: Sendable {
  package struct Outcome: Sendable {
    package let author: Person
    /// Where name and address come from, in a phrase each; nil where git can't be asked.
    package let origin: (name: String, email: String)?
    /// Who commits, where that is somebody else.
    package let committer: Person?
  }

  package let surroundings: Surroundings

  package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    let author = try workspace.identity(.author, surroundings).person
    let committer = try workspace.identity(.committer, surroundings).person
    return Outcome(
      author: author, origin: try workspace.originOfAuthor(surroundings),
      committer: committer.key.hasSameBytes(as: author.key) ? nil : committer)
  }

  /// Writes a person into the repository's configuration.
  ///
  /// - Parameter text: As git writes one: `NAME <EMAIL>`.
  package func set(_ text: String, in workspace: borrowing Workspace) throws(Refusal) -> Person {
    guard let person = Person(text), person.isKeptByGit else {
      throw Refusal(
        .usage, "'\(text)' is not a name and an address",
        help: ["write both, the address in angle brackets: \(line: .identity)"])
    }
    try workspace.setIdentity(person, surroundings)
    return person
  }
}

extension Person {
  /// Whether git, which leaves out punctuation at the ends of a name, would keep some of it.
  fileprivate var isKeptByGit: Bool {
    [name, email].allSatisfy { part in
      part.utf8.contains { $0 > 32 && !".,:;<>\"\\'".utf8.contains($0) }
    }
  }
}
