import TestSupport

/// Nine proposals as a committee gets them before a ballot: a survey that is objected to, two moves, an
/// addition, a delisting, an override, a change of the criteria, an editorial one, and a draft.
enum NineProposals {
  static let numbers = (1...9).map(String.init)

  static func prepare(_ session: Transcript) throws {
    try session.rateStructuredReports(
      ["dicom-echo-sr", "dicom-vascular-sr", "dicom-ob-gyn-sr", "dicom-ct-rdsr"])
    try session.preferUPS()
    try session.listTCE()
    try session.addExample()
    try session.delistICD9()
    try session.keepRadLex()
    try session.propose(
      "Ask for moderate deployment",
      [
        "--criteria", "preferred.site-deployment=moderate", "--transitions", "--review-by",
        "2027-11-30", "--reason", "Time to follow.",
      ])
    try session.describeUCUM()
    try flatten(session)
    try session.run(
      arguments: [
        "review", "1", "--object", "--comment",
        "The tools for echo reports were counted twice, once under each of their two names.\n"
          + "The survey has to be read again before the tooling of the other three is rated by it.",
      ], as: .second)
    for number in [2, 3, 6, 8] { try session.approve(number, by: .reviewer) }
    try session.approve(3, by: .second)
  }

  /// A draft that makes a regional rating plain.
  private static func flatten(_ session: Transcript) throws {
    try session.sandbox.edit(
      "Portfolio/standards/data/icd-10.yml",
      "site-deployment:\n    regions: {us: high, canada: high, elsewhere: low}",
      "site-deployment: moderate")
    try session.run(
      arguments: ["propose", "--from-worktree", "--title", "Rate ICD-10 without regions"]
        + Transcript.words)
  }
}
