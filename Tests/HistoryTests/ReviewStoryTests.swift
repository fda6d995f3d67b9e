import Testing

/// A proposal by Ada, reviewed, and what then happens to its reviews and its state.
struct ReviewStory: CustomTestStringConvertible {
  let name: String
  let rules: [String]
  let requiresSignatures: Bool
  let tell: @Sendable (inout Story) throws -> Void

  init(
    _ name: String, _ rules: String..., requiresSignatures: Bool = false,
    _ tell: @escaping @Sendable (inout Story) throws -> Void
  ) {
    self.name = name
    self.rules = rules
    self.requiresSignatures = requiresSignatures
    self.tell = tell
  }

  var testDescription: String { name }
}

@Suite("What the history has against reviews and states, in memory")
struct ReviewStoryTests {
  private static let bob = Story.review("bob")

  static let reviews: [ReviewStory] = [
    ReviewStory("reviews as they ought to be") {
      try $0.review(.bob)
      try $0.review(.siri, "object")
    },
    ReviewStory("a review that was deleted", "review-deleted") {
      try $0.review(.bob, "object")
      $0.files[bob] = nil
      try $0.commit("Tidy up", by: .eve)
    },
    ReviewStory("a deleted review that is there again") {
      try $0.review(.bob, "object")
      let text = $0.files[bob]
      $0.files[bob] = nil
      try $0.commit("Tidy up", by: .eve)
      $0.files[bob] = text
      try $0.commit("Restore", by: .eve)
    },
    ReviewStory("a deleted review that its author gave again") {
      try $0.review(.bob, "object")
      $0.files[bob] = nil
      try $0.commit("Tidy up", by: .eve)
      try $0.review(.bob)
    },
    ReviewStory("a review that was made unreadable", "review-deleted") {
      try $0.review(.bob, "object")
      $0.files[bob] = "verdict: approve\n"
      try $0.commit("Mend", by: .eve)
    },
    ReviewStory("an older review of the same day restored", "review-restored") {
      try $0.review(.bob)
      let older = $0.files[bob]
      try $0.review(.bob, "object")
      $0.files[bob] = older
      try $0.commit("Restore", by: .eve)
    },
    ReviewStory("a review that is dated back", "review-restored") {
      try $0.review(.bob, "object")
      try $0.review(.bob, dated: "2026-06-09")
    },
    ReviewStory("a review that became another's", "review-reassigned") {
      try $0.review(.bob)
      $0.files[bob] = $0.files[bob]?.replacingOccurrences("member: bob", with: "member: siri")
      try $0.commit("Mend", by: .eve)
    },
    ReviewStory("a review of a day to come", "review-dated-ahead") {
      try $0.review(.bob, dated: "2026-06-12")
    },
    ReviewStory("a review of the next day, somewhere else on earth") {
      try $0.review(.bob, dated: "2026-06-11")
    },
    ReviewStory("a first review that someone else brought, where none are signed") {
      try $0.review(.bob, by: .eve)
    },
    ReviewStory(
      "a first review that someone else brought", "review-not-theirs", requiresSignatures: true
    ) { try $0.review(.bob, by: .eve) },
    ReviewStory("a signed review that someone else brought", requiresSignatures: true) {
      try $0.review(.bob, by: .eve, signature: "GOOD")
    },
    ReviewStory(
      "a review with another's signature", "review-not-theirs", requiresSignatures: true
    ) { try $0.review(.bob, signature: "BAD") },
    ReviewStory(
      "an objection lifted without a signature", "objection-replaced", requiresSignatures: true
    ) {
      try $0.review(.bob, "object", signature: "GOOD")
      try $0.review(.bob)
    },
    ReviewStory(
      "a signed approval replaced without a signature", "review-not-theirs",
      requiresSignatures: true
    ) {
      try $0.review(.bob, signature: "GOOD")
      try $0.review(.bob, "object")
    },
    ReviewStory("a signed review replaced by a signed one", requiresSignatures: true) {
      try $0.review(.bob, "object", signature: "GOOD")
      try $0.review(.bob, signature: "GOOD")
    },
  ]

  @Test("Judges what becomes of reviews", arguments: ReviewStoryTests.reviews)
  func reviewRow(story: ReviewStory) throws { try check(story) }

  static let states: [ReviewStory] = [
    ReviewStory("withdrawn by its proposer") {
      try $0.close(closed("withdrawn", .ada), by: .ada)
    },
    ReviewStory("withdrawn by another", "closing-not-allowed") {
      try $0.close(closed("withdrawn", .eve), by: .eve)
    },
    ReviewStory("withdrawn in its proposer's name", "closing-not-allowed") {
      try $0.close(closed("withdrawn", .ada), by: .eve)
    },
    ReviewStory("rejected by the chair") { try $0.close(closed("rejected", .cleo), by: .cleo) },
    ReviewStory("rejected by a member", "closing-not-allowed") {
      try $0.close(closed("rejected", .bob), by: .bob)
    },
    ReviewStory("withdrawn by nobody", "closing-not-allowed") {
      try $0.close("status: withdrawn\n", by: .ada)
    },
    ReviewStory("rejected on a day to come", "closing-not-allowed") {
      try $0.close(closed("rejected", .cleo, on: "2026-06-12"), by: .cleo)
    },
    ReviewStory("accepted by a commit that does not name it", "closing-not-allowed") {
      try $0.close(accepted, by: .ada)
    },
    ReviewStory("reopened", "closed-proposal-changed") {
      try $0.close(closed("rejected", .cleo), by: .cleo)
      try $0.close("status: open\n", by: .cleo)
    },
    ReviewStory("reviewed after it was closed", "closed-proposal-changed") {
      try $0.close(closed("rejected", .cleo), by: .cleo)
      try $0.review(.bob)
    },
    ReviewStory("with an erratum after it was closed") {
      try $0.close(closed("rejected", .cleo), by: .cleo)
      try $0.close(closed("rejected", .cleo) + "errata: [A word.]\n", by: .ada)
    },
    ReviewStory("an objection settled by the chair") {
      try $0.review(.bob, "object")
      try $0.close(settled, by: .cleo)
    },
    ReviewStory("an objection settled in the chair's name", "resolution-not-allowed") {
      try $0.review(.bob, "object")
      try $0.close(settled, by: .ada)
    },
  ]

  @Test("Judges what becomes of states", arguments: ReviewStoryTests.states)
  func stateRow(story: ReviewStory) throws { try check(story) }

  static let accepted =
    "status: accepted\naccepted: {date: 2026-06-10, reviewers: [Bob Second], edition: First}\n"
  static let settled =
    "status: open\nresolved:\n  - {reviewer: bob, by: cleo, date: 2026-06-10, because: Heard.}\n"

  static func closed(_ status: String, _ actor: Actor, on day: String = "2026-06-10") -> String {
    "status: \(status)\nclosed: {date: \(day), by: \(actor.person), because: Done.}\n"
  }

  private func check(_ story: ReviewStory) throws {
    var told = try Story(requiresSignatures: story.requiresSignatures)
    try told.propose()
    try story.tell(&told)
    let found = try told.past()
    #expect(found == story.rules)
  }
}

extension String {
  func replacingOccurrences(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
