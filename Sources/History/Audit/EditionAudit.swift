import Diagnostics
import Git
import PortfolioModel
import Records

/// Checks that a commit that names an edition makes it as the verbs do: the stamp in `portfolio.yml`,
/// the changelog that follows from it, and nothing else.
struct EditionAudit {
  private let subject: AuditSubject
  private(set) var findings: [AuditFinding] = []

  init(_ subject: AuditSubject, _ trailers: AuditTrailers) {
    self.subject = subject
    checkMessage(trailers)
    if let objection = subject.objection(toAuthorBesides: MemberRole.officers) {
      add(nil, objection.message, help: objection.help)
    }
    checkRest()
    guard let before = subject.before.portfolio, let after = subject.evidence.description else {
      add(Layout.portfolioFile, "the commit names an edition, but stamps none")
      return
    }
    let id = trailers.editions.first ?? ""
    if after.editions.count > before.description.editions.count, let edition = after.editions.last {
      checkStamp(edition, id, before, after)
    } else {
      checkReview(id, before.description, after)
    }
    checkChangelog(after.releases)
  }

  private mutating func add(_ path: String?, _ message: String, help: [Hint] = []) {
    findings.append(subject.finding(.auditEditionForged, path, message, help: help))
  }

  private mutating func checkMessage(_ trailers: AuditTrailers) {
    if trailers.editions.count > 1 {
      add(nil, "the commit names \(trailers.editions.count) editions: \(trailers.editions.listed)")
    }
    if !trailers.proposals.isEmpty || !trailers.ballots.isEmpty || !trailers.corrections.isEmpty
      || !trailers.reviewers.isEmpty
    {
      add(nil, "the commit names an edition and accepts a proposal")
    }
    for line in trailers.strays {
      findings.append(
        subject.finding(
          .auditTrailerMalformed, nil,
          "'\(line)' is not a trailer of the right form in the right place"))
    }
  }

  /// Nothing changes with an edition but its two files.
  private mutating func checkRest() {
    let own = [Layout.portfolioFile, Layout.changelogFile]
    for change in subject.portfolioChanges + subject.proposalChanges
    where !own.contains(change.path) && !change.isForeign {
      findings.append(
        subject.finding(
          .auditChangeSmuggled, change.path, "an edition does not change this",
          help: ["changes come by proposals: \(run: .verb(.propose))"]))
    }
  }

  private mutating func checkStamp(
    _ edition: Edition, _ id: String, _ before: Portfolio, _ after: PortfolioDescription
  ) {
    if !edition.id.text.hasSameBytes(as: id) {
      add(
        Layout.portfolioFile, "the commit names edition '\(id)', and stamps '\(edition.id)'")
    }
    let description = before.description
    if description.edition(edition.id) != nil {
      add(Layout.portfolioFile, "there was an edition '\(edition.id)' before")
    }
    compare(description.stamped(with: edition, reviewDue: after.systematicReview?.due))
    if let last = description.lastPublished, subject.evidence.baseEditions != [last.id.text] {
      add(
        Layout.portfolioFile,
        "it is to be proved since \(edition.base.map { String($0.prefix(10)) } ?? "the beginning"), "
          + "which is not the commit of \(last.title)")
    }
    if let publication = edition.publication {
      checkPublication(publication, edition, description)
    }
    let day = subject.commit.day ?? edition.date
    let ground = EditionGround(before, subject.before.proposals, subject.before.ballots, on: day)
    let errors = before.findings(on: day).filter { $0.severity == .error }.map {
      "the portfolio has an error: \($0.message) [\($0.rule.rawValue)]"
    }
    for obstacle in ground.obstacles(to: edition) + errors { add(nil, obstacle) }
    if let tagged = subject.evidence.tagged, tagged != subject.commit.id {
      add(
        nil,
        "the tag of edition '\(edition.id)' is on \(tagged.hex.prefix(10)), another commit than "
          + "this one, which makes it",
        help: ["fetch the tag from who made the edition"])
    }
  }

  private mutating func checkPublication(
    _ publication: Edition.Publication, _ edition: Edition, _ before: PortfolioDescription
  ) {
    if EditionName.slug(of: publication.name) != edition.id {
      add(
        Layout.portfolioFile, "'\(edition.id)' is not how \(publication.name) is written as an id")
    }
    if !publication.follows.hasSameBytes(as: before.edition) {
      add(
        Layout.portfolioFile,
        "it says that it follows \(publication.follows), and follows \(before.edition)")
    }
    let draft = before.editions.last
    if draft?.id != publication.draft || draft?.stage == nil {
      add(Layout.portfolioFile, "it publishes '\(publication.draft)', which is not the last draft")
    } else if draft?.base != edition.base {
      add(Layout.portfolioFile, "it is to be proved since another commit than its draft")
    }
  }

  /// A systematic review without a new edition changes its own field alone.
  private mutating func checkReview(
    _ id: String, _ before: PortfolioDescription, _ after: PortfolioDescription
  ) {
    if EditionName.slug(of: before.edition)?.text.hasSameBytes(as: id) != true {
      add(Layout.portfolioFile, "the commit names '\(id)', and reviews \(before.edition)")
    }
    guard let review = after.systematicReview, review.outcome != nil else {
      add(Layout.portfolioFile, "the commit names an edition, but makes and reviews none")
      return
    }
    compare(before.reviewed(review))
  }

  /// Compares the stamped file with the one that follows from the edition.
  private mutating func compare(_ fields: Fields) {
    let text = CanonicalText.of(fields, .portfolio)
    let actual = subject.changes.first { $0.path.hasSameBytes(as: Layout.portfolioFile) }?.new
    guard actual?.id != ObjectID.blob(Array(text.utf8)) || actual?.mode != .file else { return }
    add(Layout.portfolioFile, "more than the edition's own fields changed")
  }

  private mutating func checkChangelog(_ releases: [String: String]) {
    var changelog = subject.changelog
    changelog.releases = releases
    let change = subject.changes.first { $0.path.hasSameBytes(as: Layout.changelogFile) }
    let id = change.map { $0.new?.id } ?? subject.changelogFile
    guard id != ObjectID.blob(Array(changelog.text.utf8)) else { return }
    findings.append(
      subject.finding(
        .auditChangelogDiffers, Layout.changelogFile,
        "the changelog differs from the one that proposals and editions give",
        help: ["\(run: .changelog(revision: subject.commit.id.hex)) prints the right one"]))
  }
}
