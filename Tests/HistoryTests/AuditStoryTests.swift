import Git
import Testing

@Suite("What an audit finds, in memory")
struct AuditStoryTests {
  private static let record = "Portfolio/standards/data/a.yml"
  private static let changelog = "Portfolio/CHANGELOG.md"

  static let acceptances: [ReviewStory] = [
    ReviewStory("an acceptance as commit makes it") { try $0.accept() },
    ReviewStory("the next day, in another zone") {
      $0.day = "2026-06-11"
      try $0.accept(dated: "2026-06-10")
    },
    ReviewStory("a change without a proposal", "audit-trailer-missing") {
      try edit(record, "tooling: low", "tooling: high", &$0)
    },
    ReviewStory("a rewritten changelog", "audit-changelog-differs") {
      $0.files[changelog]? += "More.\n"
      try $0.commit("Say more", by: .eve)
    },
    ReviewStory("two proposals named", "audit-trailer-doubled") {
      try $0.accept { $1 += "\nRSP-Proposal: 2" }
    },
    ReviewStory("a trailer out of its form", "audit-trailer-malformed", "audit-trailer-missing") {
      try $0.accept { $1 = $1.replacingOccurrences("RSP-Proposal: 1", with: "RSP-Proposal: 01") }
    },
    ReviewStory("a trailer on a commit that changes nothing", "audit-trailer-unfounded") {
      try $0.commit("Nothing\n\nRSP-Proposal: 1", by: .ada)
    },
    ReviewStory("other reviewers named", "audit-reviewers-differ") {
      try $0.accept { $1 = $1.replacingOccurrences("Bob Second", with: "Eve Evil") }
    },
    ReviewStory("a reviewer named twice", "audit-reviewers-differ") {
      try $0.accept { $1 += "\nReviewed-by: \(Actor.bob.person)" }
    },
    ReviewStory("a proposal that never was", "audit-proposal-unknown") {
      try $0.accept { $1 = $1.replacingOccurrences("RSP-Proposal: 1", with: "RSP-Proposal: 7") }
    },
    ReviewStory("a review that comes with the acceptance", "audit-proposal-smuggled") {
      try $0.accept { files, _ in
        files[Story.review("siri")] = files[Story.review("bob")]?
          .replacingOccurrences("member: bob", with: "member: siri")
      }
    },
    ReviewStory("a proposal accepted twice", "audit-proposal-not-open") {
      try $0.accept()
      try $0.accept { files, _ in files[record]? += "notes: |\n  More.\n" }
    },
    ReviewStory("another record changed with it", "audit-change-smuggled") {
      try $0.accept { files, _ in
        files["Portfolio/standards/data/b.yml"] = files[record]
          .map { $0.replacingOccurrences("position: 10", with: "position: 20") }
      }
    },
    ReviewStory("more of the record changed than was reviewed", "audit-replay-differs") {
      try $0.accept { files, _ in
        files[record] = files[record]?.replacingOccurrences("What A is for", with: "All")
      }
    },
    ReviewStory("a state that does not say when", "audit-replay-differs") {
      try $0.accept { files, _ in files[Story.state] = "status: accepted\n" }
    },
    ReviewStory("another changelog than the proposals make", "audit-changelog-differs") {
      try $0.accept { files, _ in files[changelog]? += "More.\n" }
    },
    ReviewStory("a link in place of a record", "audit-foreign-file", "audit-trailer-missing") {
      $0.files[record] = MemoryRepository.link
      try $0.commit("Link", by: .eve)
    },
    ReviewStory("a file that does not belong there", "audit-foreign-file") {
      $0.files["Proposals/0001-re-rate-a/notes.txt"] = "Notes\n"
      try $0.commit("Notes", by: .eve)
    },
    ReviewStory("a record that can't be read", "audit-trailer-missing", "audit-unreadable") {
      $0.files[record] = "group: ?\n"
      try $0.commit("Break", by: .eve)
    },
    ReviewStory("a review that can't be read", "audit-unreadable") {
      $0.files[Story.review("siri")] = "verdict: object\n"
      try $0.commit("Object", by: .siri)
    },
    ReviewStory("a commit that git would not write", "audit-commit-malformed") {
      try $0.commit("Odd", by: Actor(id: "eve", name: "Eve", email: "eve> <x"))
    },
    ReviewStory("a proposal that its base refuses", "audit-proposal-invalid") {
      $0.files[Story.proposal] = $0.files[Story.proposal]?
        .replacingOccurrences("from: low", with: "from: pilot")
      try $0.commit("Reword", by: .ada)
      try $0.review(.bob)
      try $0.review(.cleo)
      try $0.accept()
    },
    ReviewStory("a deleted objection", "review-deleted") {
      try $0.review(.siri, "object")
      $0.files[Story.review("siri")] = nil
      try $0.commit("Tidy up", by: .eve)
    },
    ReviewStory("an accepted proposal reworded", "closed-proposal-changed") {
      try $0.accept()
      try edit(Story.proposal, "The tools", "All tools", &$0)
    },
  ]

  @Test("Judges an acceptance", arguments: AuditStoryTests.acceptances)
  func acceptance(story: ReviewStory) throws {
    var told = try Story()
    let start = try told.tip
    try told.propose()
    try told.review(.bob)
    try told.review(.cleo)
    try story.tell(&told)
    let found = try told.audit(from: start)
    #expect(found == story.rules)
  }

  static let reviews: [ReviewStory] = [
    ReviewStory("no approval", "audit-not-reviewed") { try $0.accept() },
    ReviewStory("one approval of two", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.accept()
    },
    ReviewStory("an open objection", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      try $0.review(.siri, "object")
      try $0.accept()
    },
    ReviewStory("an approval of another text", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      try edit(Story.proposal, "The tools", "All tools", &$0)
      try $0.accept()
    },
    ReviewStory("a proposer's own approval", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.ada)
      try $0.accept()
    },
    ReviewStory("an approval by a co-author", "audit-not-reviewed") {
      $0.files[Story.proposal] = $0.files[Story.proposal]?
        .replacingOccurrences("The tools", with: "All tools")
      try $0.commit("Reword\n\nCo-authored-by: \(Actor.bob.person)", by: .ada)
      try $0.review(.bob)
      try $0.review(.cleo)
      try $0.accept()
    },
    ReviewStory("approvals by members of one affiliation alone", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.bob)
      try $0.accept()
    },
    ReviewStory("a former member's approval, in the term") {
      try $0.review(.bob)
      try $0.review(.lars)
      try $0.accept()
    },
    ReviewStory("a former member's approval, after the term", "audit-not-reviewed") {
      try $0.review(.bob)
      $0.day = "2026-07-10"
      try $0.review(.lars)
      try $0.accept()
    },
    ReviewStory("an acceptance dated back into a former member's term", "audit-not-reviewed") {
      try $0.review(.bob)
      $0.day = "2026-07-10"
      try $0.review(.lars, dated: "2026-06-20")
      try $0.accept(dated: "2026-06-20")
    },
    ReviewStory("an acceptance dated before its reviews", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      try $0.accept(dated: "2026-06-01")
    },
    ReviewStory("an acceptance of a day to come", "audit-not-reviewed") {
      try $0.review(.bob)
      try $0.review(.cleo)
      try $0.accept(dated: "2026-06-13")
    },
  ]

  @Test("Counts approvals", arguments: AuditStoryTests.reviews)
  func review(story: ReviewStory) throws {
    var told = try Story()
    let start = try told.tip
    try told.propose()
    try story.tell(&told)
    let found = try told.audit(from: start)
    #expect(found == story.rules)
  }

  static let merges: [ReviewStory] = [
    ReviewStory("a merge with the side that changed the portfolio") {
      var side = $0
      try side.accept()
      try $0.commit("Something else", by: .ada)
      try $0.merge(side)
    },
    ReviewStory("a merge that changes the portfolio itself", "audit-merge-dishonest") {
      var side = $0
      try side.review(.siri)
      try $0.commit("Something else", by: .ada)
      try $0.merge(side) { $0[record] = $0[record].map { $0 + "notes: |\n  More.\n" } }
    },
    ReviewStory("a merge that drops the other side's change", "audit-merge-dishonest") {
      var side = $0
      try side.accept()
      try $0.commit("Something else", by: .ada)
      let kept = $0.files
      try $0.merge(side) { $0 = kept.merging([Story.state: $0[Story.state] ?? ""]) { $1 } }
    },
    ReviewStory("a merge of two that both changed it", "audit-merge-dishonest") {
      try $0.accept()
      var side = $0
      try edit(record, "position: 10", "position: 20", &side)
      try edit(record, "What A is for", "All", &$0)
      try $0.merge(side)
    },
  ]

  @Test("Judges merges of the portfolio", arguments: AuditStoryTests.merges)
  func merge(story: ReviewStory) throws {
    var told = try Story()
    let start = try told.tip
    try told.propose()
    try told.review(.bob)
    try told.review(.cleo)
    try story.tell(&told)
    let found = try told.audit(from: start)
    #expect(found.filter { $0 != "audit-trailer-missing" } == story.rules)
  }

  private static func edit(
    _ path: String, _ old: String, _ new: String, _ story: inout Story
  ) throws {
    let text = try #require(story.files[path])
    #expect(text.contains(old))
    story.files[path] = text.replacingOccurrences(old, with: new)
    try story.commit("Edit", by: .ada)
  }
}
