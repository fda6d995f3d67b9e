import Testing

@Suite("Reviews and states through merges, in memory")
struct MergeStoryTests {
  private static let bob = Story.review("bob")

  static let merges: [ReviewStory] = [
    ReviewStory("two branches with a review each") {
      var side = $0
      try side.review(.siri)
      try $0.review(.bob)
      try $0.merge(side)
    },
    ReviewStory("a merge that drops one side's objection", "review-deleted") {
      var side = $0
      try side.review(.siri, "object")
      try $0.review(.bob)
      try $0.merge(side) { $0[Story.review("siri")] = nil }
    },
    ReviewStory("a merge that keeps an approval its author took back", "review-restored") {
      try $0.review(.bob)
      var side = $0
      try side.review(.bob, "object")
      try $0.commit("Something else", by: .ada)
      let kept = $0.files[bob]
      try $0.merge(side) { $0[bob] = kept }
    },
    ReviewStory("two reviews of one member, of which the objection stays") {
      var side = $0
      try side.review(.bob, "object")
      try $0.review(.bob)
      let objection = side.files[bob]
      try $0.merge(side) { $0[bob] = objection }
    },
    ReviewStory("two reviews of one member, of which the approval stays", "review-restored") {
      var side = $0
      try side.review(.bob, "object")
      try $0.review(.bob)
      let approval = $0.files[bob]
      try $0.merge(side) { $0[bob] = approval }
    },
    ReviewStory("a criss-cross in which each side has the later review") {
      try crissCross(&$0) { story, later, _ in story.files[bob] = later }
    },
    ReviewStory("a criss-cross that ends with the earlier review", "review-restored") {
      try crissCross(&$0) { story, _, earlier in story.files[bob] = earlier }
    },
    ReviewStory("both sides closed it, each in its own way", "closing-not-allowed") {
      var side = $0
      try side.close(ReviewStoryTests.closed("withdrawn", .ada), by: .ada)
      try $0.close(ReviewStoryTests.closed("rejected", .cleo), by: .cleo)
      try $0.merge(side)
    },
    ReviewStory("an acceptance beside an objection", "closing-not-allowed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      var side = $0
      try side.accept()
      try $0.review(.siri, "object")
      try $0.merge(side)
    },
    ReviewStory("an acceptance beside an approval that was taken back", "closing-not-allowed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      var side = $0
      try side.accept()
      try $0.review(.bob, "abstain")
      try $0.merge(side)
    },
    ReviewStory("a review deleted on one side, and a merge with that side", "review-deleted") {
      try $0.review(.bob, "object")
      var side = $0
      side.files[bob] = nil
      try side.commit("Tidy up", by: .eve)
      try $0.commit("Something else", by: .ada)
      try $0.merge(side)
    },
    ReviewStory("a review deleted on one side, and a merge that keeps it") {
      try $0.review(.bob, "object")
      var side = $0
      side.files[bob] = nil
      try side.commit("Tidy up", by: .eve)
      let kept = $0.files[bob]
      try $0.commit("Something else", by: .ada)
      try $0.merge(side) { $0[bob] = kept }
    },
  ]

  @Test("Judges what merges make of reviews and states", arguments: MergeStoryTests.merges)
  func mergeRow(story: ReviewStory) throws {
    var told = try Story()
    try told.propose()
    try story.tell(&told)
    let found = try told.past()
    #expect(found == story.rules)
  }

  /// Two branches merge each other, one with a later review of Bob's; then they are joined.
  private static func crissCross(
    _ story: inout Story,
    _ join: (inout Story, _ later: String?, _ earlier: String?) -> Void
  ) throws {
    try story.review(.bob)
    let earlier = story.files[bob]
    var one = story
    var other = story
    try one.review(.bob, "object")
    let later = one.files[bob]
    try other.review(.siri)
    let (oldOne, oldOther) = (one, other)
    try one.merge(oldOther)
    try other.merge(oldOne)
    try one.commit("Go on", by: .ada)
    try other.commit("Go on as well", by: .bob)
    try one.merge(other)
    join(&one, later, earlier)
    try one.commit("Join", by: .ada)
    story = one
  }
}
