import Commands
import Diagnostics
import Git
import History
import PortfolioModel
import Testing

/// What the guard says of a push to a repository whose branch main holds a reviewed proposal.
@Suite("The guard's judgements, in memory")
struct GuardStoryTests {
  private static let main = "refs/heads/main"

  /// Pushes a story to a reference.
  private func push(
    _ story: Story, onto held: Story?, to name: String = main, old: ObjectID? = nil,
    deletes: Bool = false, protecting patterns: [String] = [main], today: String = "2026-06-10"
  ) throws -> GuardVerdict {
    var repository = story.repository
    if let held { repository.references[GuardStoryTests.main] = try held.tip }
    let known = name == GuardStoryTests.main ? try held?.tip : old
    let reference = PushedReference(name: name, old: known, new: deletes ? nil : try story.tip)
    let verdicts = try GuardPush(
      [reference], protection: Protection(patterns), by: Scribbles(), today: try Texts.day(today)
    ).run(in: repository)
    return try #require(verdicts.first)
  }

  private func held() throws -> Story {
    var story = try Story()
    try story.propose()
    try story.review(.bob)
    try story.review(.cleo)
    return story
  }

  @Test("Takes what an audit proves")
  func proved() throws {
    let held = try held()
    var story = held
    try story.accept()
    let verdict = try push(story, onto: held)
    #expect(!verdict.isRefused, "\(verdict.objections)")
    #expect(
      verdict.remarks == [
        "main: 1 commit judged, 1 of them changes the portfolio, each by its proposal. "
          + "Who reviewed is asserted, not proved."
      ])
  }

  @Test("Refuses what an audit finds, with its rule")
  func unproved() throws {
    let held = try held()
    var story = held
    story.files["Portfolio/standards/data/a.yml"]? += "notes: |\n  More.\n"
    try story.commit("Say more", by: .eve)
    let verdict = try push(story, onto: held)
    #expect(verdict.objections.count == 1)
    #expect(verdict.objections.first?.text.contains("[audit-trailer-missing]") == true)
  }

  @Test("Refuses a deletion, a rewound branch and a merge the wrong way round")
  func line() throws {
    let held = try held()
    #expect(
      try push(held, onto: held, deletes: true).objections == [
        "The branch main is protected and can't be deleted."
      ])
    var other = try Story()
    try other.commit("Something else", by: .bob)
    var joined = other
    joined.merge(objectsOf: held)
    #expect(
      try push(joined, onto: held).objections.first?.text.hasPrefix(
        "The push would remove commits from")
        == true)
    var side = try Story()
    try side.commit("Something else", by: .bob)
    try side.merge(held)
    #expect(
      try push(side, onto: held).objections.first?.text.hasPrefix(
        "The merge is the wrong way round")
        == true)
  }

  @Test("Takes a first push on trust, if it holds a portfolio without strays")
  func baseline() throws {
    let story = try held()
    #expect(try push(story, onto: nil).remarks.first?.text.hasPrefix("main is new here") == true)
    let empty = try Story(isEmpty: true)
    #expect(
      try push(empty, onto: nil).objections.first?.text.hasPrefix("It has no folder Portfolio/")
        == true)
    var linked = story
    linked.files["Portfolio/link.yml"] = MemoryRepository.link
    try linked.commit("Link", by: .eve)
    #expect(try push(linked, onto: nil).objections == ["Portfolio/link.yml is a symbolic link."])
  }

  @Test("Refuses commits of a day to come")
  func future() throws {
    let held = try held()
    var story = held
    story.day = "2026-06-12"
    try story.commit("Something else", by: .ada)
    let verdict = try push(story, onto: held)
    #expect(verdict.objections.count == 1)
    #expect(verdict.objections.first?.text.contains("is dated 2026-06-12, but today is ") == true)
    #expect(try !push(story, onto: held, today: "2026-06-11").isRefused)
  }

  @Test("Refuses names that would be taken for others")
  func names() throws {
    let held = try held()
    var story = held
    story.files["portfolio/x.yml"] = "x\n"
    try story.commit("Another", by: .eve)
    let verdict = try push(story, onto: held)
    #expect(
      verdict.objections == [
        "portfolio would be taken for Portfolio on some systems. Give it another name."
      ])
  }

  @Test(
    "Tags editions once, on what a protected branch leads to",
    arguments: [
      ("refs/tags/edition/2020", false, false, false, true),
      ("refs/tags/edition/2020", true, false, false, false),
      ("refs/tags/edition/2020", true, true, false, false),
      ("refs/tags/edition/2020", false, false, true, false),
      ("refs/tags/edition", false, false, false, false),
      ("refs/tags/other", false, false, true, true),
    ])
  func editions(
    name: String, isThere: Bool, isDeleted: Bool, isElsewhere: Bool, isTaken: Bool
  ) throws {
    var held = try held()
    let path = "Portfolio/portfolio.yml"
    held.files[path] = try Texts.canonical(
      (held.files[path] ?? "") + "editions:\n  - {id: \"2020\", stage: CD, date: 2026-06-10}\n",
      .portfolio)
    try held.commit("Cut CD 2020\n\nRSP-Edition: 2020", by: .ada)
    var story = held
    if isElsewhere { try story.commit("Something else", by: .ada) }
    let verdict = try push(
      story, onto: held, to: name, old: isThere ? try held.tip : nil, deletes: isDeleted)
    #expect(verdict.isRefused == !isTaken, "\(verdict.objections)")
  }

  @Test(
    "Judges protected branches alone",
    arguments: [
      ("refs/heads/topic", ["refs/heads/main"], true),
      ("refs/heads/topic", ["refs/heads/top*"], false),
      ("refs/replace/0123456789012345678901234567890123456789", ["refs/heads/main"], false),
      ("refs/heads/0123456789012345678901234567890123456789", ["refs/heads/main"], false),
      ("refs/heads/HEAD", ["refs/heads/main"], false),
    ])
  func protection(name: String, patterns: [String], isTaken: Bool) throws {
    var story = try held()
    let held = story
    story.files["Portfolio/standards/data/a.yml"]? += "notes: |\n  More.\n"
    try story.commit("Say more", by: .eve)
    let verdict = try push(
      story, onto: held, to: name, old: try held.tip, protecting: patterns)
    #expect(verdict.isRefused == !isTaken, "\(verdict.objections)")
  }
}
