import Foundation
import Git
import Testing

@Suite("What is read of a repository")
struct ReadingBudgetTests {
  private typealias Place = RepositoryTests.Place

  /// A repository with a text of 1 MiB and some commits.
  private func place(commits: Int) throws -> (place: Place, text: ObjectID, commits: [ObjectID]) {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.write(String(repeating: "a", count: 1 << 20), "large")
    let text = try #require(ObjectID(hex: try place.git("hash-object", "-w", "large").oneLine))
    for number in 0..<commits {
      try place.git(
        "-c", "user.name=A", "-c", "user.email=a@x.example", "commit", "-q", "--allow-empty", "-m",
        "\(number)")
    }
    let found = commits == 0 ? "" : try place.git("rev-list", "HEAD")
    return (place, text, found.split(separator: "\n").compactMap { ObjectID(hex: String($0)) })
  }

  private func readings(of text: ObjectID, in repository: borrowing Repository) -> Int {
    for count in 0..<100 {
      do throws(RepositoryProblem) {
        _ = try repository.blob(text)
      } catch {
        #expect(error.kind == .oversizedReading && error.detail.hasPrefix("more than 3"))
        return count
      }
    }
    return 100
  }

  @Test("Ends at 32 MiB of text, of which each reading counts")
  func ends() throws {
    let (place, text, _) = try place(commits: 0)
    defer { place.remove() }
    #expect(readings(of: text, in: try Repository(discovering: place.path)) == 32)
  }

  @Test("Goes on with the history, whose commits count once each")
  func goesOn() throws {
    let (place, text, commits) = try place(commits: 40)
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    for commit in commits + commits { _ = try repository.commit(commit) }
    #expect(commits.count == 40)
    #expect(readings(of: text, in: repository) == 33)
  }

  @Test("Takes more of what is only compared")
  func compared() throws {
    let (place, text, _) = try place(commits: 0)
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    for _ in 0..<64 { _ = try repository.blob(text, isOnlyCompared: true) }
    #expect(readings(of: text, in: repository) == 30)
  }
}

extension String {
  fileprivate var oneLine: String { trimmingCharacters(in: .newlines) }
}
