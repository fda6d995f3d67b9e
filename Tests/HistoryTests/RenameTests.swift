import History
import Testing

/// What a proposal's past is after its folder got another name.
@Suite("Proposals through renames, in memory")
struct RenameTests {
  private static let other = "Proposals/0002-re-rate-a"
  private static let review = other + "/reviews/bob.yml"

  static let stories: [ReviewStory] = [
    ReviewStory("another number") { try $0.rename(to: other, by: .ada) },
    ReviewStory("another number, and a review deleted on the way", "review-deleted") {
      try $0.rename(to: other, by: .eve)
      $0.files[review] = nil
      try $0.commit("Tidy up", by: .eve)
    },
    ReviewStory("another number, with a review deleted by that very commit", "review-deleted") {
      $0.files[Story.review("bob")] = nil
      try $0.rename(to: other, by: .eve)
    },
    ReviewStory("another title and another text", "review-deleted") {
      $0.files[Story.review("bob")] = nil
      $0.files[Story.proposal] = $0.files[Story.proposal]?
        .replacingOccurrences("The tools", with: "All tools")
      try $0.rename(to: "Proposals/0002-said-anew", by: .eve)
    },
    ReviewStory("a copy of its very text", "repeated-proposal") {
      $0.files[other + "/proposal.yml"] = $0.files[Story.proposal]
      $0.files[other + "/state.yml"] = "status: open\n"
      try $0.commit("Copy", by: .eve)
    },
  ]

  @Test("Follows a proposal through its names", arguments: RenameTests.stories)
  func rename(story: ReviewStory) throws {
    var told = try Story()
    try told.propose()
    try told.review(.bob, "object")
    try story.tell(&told)
    let found = try told.past(of: 2)
    #expect(found == story.rules)
  }
}
