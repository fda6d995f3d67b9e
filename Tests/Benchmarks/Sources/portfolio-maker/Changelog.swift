/// `CHANGELOG.md` as it grows.
struct Changelog {
  private let edition: String
  private var reassessed = ""
  private var editorial = ""
  private var proposals = ""

  init(edition: String) { self.edition = edition }

  mutating func add(_ proposal: PlannedProposal) {
    let line = "- \(proposal.effect) (\(proposal.label))\n"
    if proposal.isEditorial { editorial += line } else { reassessed += line }
    let names = proposal.reviewers.map(\.name).joined(separator: " and ")
    proposals += "- \(proposal.label) \(proposal.title), reviewed by \(names)\n"
  }

  var text: String {
    let heading = """
      # Changelog

      What each accepted proposal changed, by the edition it came after. This file is generated from
      the proposals: `rspmaint changelog` writes it, `rspmaint changelog --check` compares it.

      """
    guard !proposals.isEmpty else { return heading }
    return heading + "\n## Since \(edition)\n"
      + (reassessed.isEmpty ? "" : "\n### Reassessed\n\n" + reassessed)
      + (editorial.isEmpty ? "" : "\n### Editorial\n\n" + editorial)
      + "\n### Proposals\n\n" + proposals
  }
}
