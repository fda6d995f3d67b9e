import Testing

/// A proposal of Ada's: whoever else had a hand in its text may not approve it either.
@Suite("Whose approvals don't count, in memory")
struct PeopleTests {
  static let stories:
    [(name: String, people: [Actor], tell: @Sendable (inout Story) throws -> Void)] =
      [
        ("nobody else", [.ada], { _ in }),
        ("an author of a later text", [.ada, .bob], { try reword(&$0, by: .bob) }),
        (
          "a committer of a later text", [.ada, .bob],
          { try reword(&$0, by: .ada, committer: .bob) }
        ),
        (
          "a co-author", [.ada, .bob],
          { try reword(&$0, by: .ada, "Reword\n\nCo-authored-by: \(Actor.bob.person)") }
        ),
        (
          "a co-author by the name alone", [.ada, .bob],
          { try reword(&$0, by: .ada, "Reword\n\nCo-authored-by: Bob Second") }
        ),
        (
          "whoever signs off", [.ada],
          { try reword(&$0, by: .ada, "Reword\n\nSigned-off-by: \(Actor.bob.person)") }
        ),
        ("whoever reviews", [.ada], { try $0.review(.bob) }),
        (
          "the first proposer, where the text names another", [.ada, .bob],
          { story in
            let text = story.files[Story.proposal]
            story.files[Story.proposal] = text?
              .replacingOccurrences(Actor.ada.person, with: Actor.bob.person)
            try story.commit("Hand over", by: .ada)
          }
        ),
        (
          "an author on another side of a merge", [.ada, .bob],
          { story in
            var side = story
            try reword(&side, by: .bob)
            try story.commit("Something else", by: .ada)
            try story.merge(side)
          }
        ),
        (
          "whoever renames the folder", [.ada],
          { story in
            let other = "Proposals/0001-another"
            try story.rename(to: other, by: .bob)
            try story.rename(from: other, to: Story.folder, by: .bob)
          }
        ),
      ]

  @Test("Finds all who had a hand in the text", arguments: stories.indices)
  func people(index: Int) throws {
    let story = PeopleTests.stories[index]
    var told = try Story()
    try told.propose()
    try story.tell(&told)
    let found = try told.ownPeople()
    #expect(found == story.people.map(\.email).sorted(), "\(story.name)")
  }

  private static func reword(
    _ story: inout Story, by author: Actor, committer: Actor? = nil, _ message: String = "Reword"
  ) throws {
    story.files[Story.proposal] = story.files[Story.proposal]?
      .replacingOccurrences("The tools", with: "All tools")
    try story.commit(message, by: author, committer: committer)
  }
}
