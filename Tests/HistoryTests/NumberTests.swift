import Testing

/// Two clones gave one name, and so one number, to a proposal each.
@Suite("Proposals of one number on two sides, in memory")
struct NumberTests {
  private static let other = "Proposals/0002-re-rate-a"

  /// Ada's 0001 with Siri's objection, and Bob's, which gets the number 0002 on its own side.
  private func sides() throws -> (Story, Story) {
    var story = try Story()
    var side = story
    try story.propose()
    try story.review(.siri, "object")
    try side.propose(by: .bob, tooling: "high")
    try side.review(.cleo, "object")
    return (story, side)
  }

  @Test("Follows each one through its own numbers alone", arguments: [true, false])
  func apart(isFirst: Bool) throws {
    var (story, side) = try sides()
    try side.rename(to: NumberTests.other, by: .eve)
    if isFirst { swap(&story, &side) }
    try story.merge(side)
    #expect(try story.past(of: 1) == [] && story.past(of: 2) == [])
    #expect(try story.ownPeople(of: 1) == [Actor.ada.email])
    #expect(try story.ownPeople(of: 2) == [Actor.bob.email])
    // Another number once more.
    try story.rename(from: NumberTests.other, to: "Proposals/0003-re-rate-a", by: .eve)
    #expect(try story.past(of: 3) == [])
    #expect(try story.ownPeople(of: 3) == [Actor.bob.email])
  }

  @Test("Misses an objection, whichever of the two lost it", arguments: [1, 2])
  func lost(number: Int) throws {
    var (story, side) = try sides()
    try side.rename(to: NumberTests.other, by: .eve)
    try story.merge(side)
    story.files[number == 1 ? Story.review("siri") : NumberTests.other + "/reviews/cleo.yml"] = nil
    try story.commit("Tidy up", by: .eve)
    #expect(try story.past(of: number) == ["review-deleted"])
    #expect(try story.past(of: 3 - number) == [])
  }

  /// An objection, and another's hand in the text, on the side where the proposal gets another number.
  /// The other side keeps the number and is from before both.
  private static func kept(
    _ change: (inout Story) throws -> Void = { _ in }
  ) throws -> Story {
    var story = try Story()
    try story.propose()
    var side = story
    try change(&side)
    story.files[Story.proposal] = story.files[Story.proposal]?
      .replacingOccurrences("The tools", with: "All tools")
    try story.commit("Reword", by: .bob)
    try story.review(.siri, "object")
    try story.rename(to: other, by: .eve)
    let old = side.files(below: Story.folder)
    try story.merge(side, by: .eve) { $0.merge(old) { $1 } }
    return story
  }

  static let forgeries: [(name: String, change: @Sendable (inout Story) throws -> Void)] = [
    ("as it was", { _ in }),
    (
      "with another text",
      { side in
        side.files[Story.proposal] = side.files[Story.proposal]?
          .replacingOccurrences("The tools", with: "Some tools")
        try side.commit("Reword", by: .ada)
      }
    ),
    (
      "after other numbers",
      { side in
        try side.rename(to: "Proposals/0007-re-rate-a", by: .eve)
        try side.rename(from: "Proposals/0007-re-rate-a", to: Story.folder, by: .eve)
      }
    ),
  ]

  @Test(
    "Rids no proposal of what was said of it, by giving that another number",
    arguments: NumberTests.forgeries.indices)
  func forged(index: Int) throws {
    let story = try NumberTests.kept(NumberTests.forgeries[index].change)
    #expect(try story.past(of: 1) == ["review-deleted"])
    #expect(try story.ownPeople(of: 1) == [Actor.ada.email, Actor.bob.email])
  }

  @Test("Lets no copy of a text pass for another proposal with its number")
  func copied() throws {
    var (story, side) = try sides()
    side.files[Story.proposal] = story.files[Story.proposal]
    try side.commit("Copy", by: .eve)
    try story.rename(to: NumberTests.other, by: .eve)
    try story.merge(side, by: .eve)
    #expect(try story.past(of: 1).contains("repeated-proposal"))
  }
}
