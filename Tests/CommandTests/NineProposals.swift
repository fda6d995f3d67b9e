import TestSupport

/// Nine proposals as a committee gets them before a ballot: a survey that is objected to, two moves, an
/// addition, a delisting, an override, a change of the criteria, an editorial one, and a draft.
enum NineProposals {
  static let numbers = (1...9).map(String.init)

  static func prepare(_ session: Transcript) throws {
    try propose(session)
    try add(session.sandbox, session)
    try session.propose(
      "Delist ICD-9",
      ["--delist", "icd-9", "--because", "Payers have left it.", "--replaced-by", "icd-10"])
    try session.propose(
      "Keep RadLex Playbook in the list while it grows",
      [
        "radlex-playbook", "--set", "product-adoption=pilot", "--waive",
        "emerging.product-adoption@pilot", "--text", "Its use in orders is only starting.",
        "--reason", "Sites are encouraged to consider it.", "--review-by", "2027-11-30",
      ])
    try session.propose(
      "Ask for moderate deployment",
      [
        "--criteria", "preferred.site-deployment=moderate", "--transitions", "--review-by",
        "2027-11-30", "--reason", "Time to follow.",
      ])
    try edit(session.sandbox, session)
    try session.run(
      arguments: [
        "review", "1", "--object", "--comment",
        "The tools for echo reports were counted twice, once under each of their two names.\n"
          + "The survey has to be read again before the tooling of the other three is rated by it.",
      ], as: .second)
    for number in [2, 3, 6, 8] { try session.approve(number, by: .reviewer) }
    try session.approve(3, by: .second)
  }

  /// A survey, and two moves.
  private static func propose(_ session: Transcript) throws {
    try session.propose(
      "Survey of structured reports",
      ["dicom-echo-sr", "dicom-vascular-sr", "dicom-ob-gyn-sr", "dicom-ct-rdsr"].flatMap {
        ["--set", "\($0):tooling=high"]
      })
    try session.propose(
      "Prefer DICOM UPS",
      [
        "dicom-ups", "--set", "product-adoption=moderate", "--set", "site-deployment=moderate",
        "--set", "group=preferred",
      ])
    try session.propose(
      "List IHE TCE as emerging",
      ["ihe-tce", "--set", "group=emerging", "--drop-override", "ihe-tce-as-published"])
  }

  private static func add(_ sandbox: Sandbox, _ session: Transcript) throws {
    try sandbox.write(
      """
      brief-name: DICOM Example
      formal-name: DICOM Example for a test
      scope: A standard that only this ballot knows.
      group: emerging
      position: 900
      assessment:
        maturity: trial-use
        product-adoption: low
        site-deployment: pilot
        tooling: low
      sdo: [DICOM]
      conforms-to: [DICOM PS3]

      """, to: "Portfolio/standards/content/dicom-example.yml")
    try session.propose("Add an example", ["--from-worktree"])
  }

  /// An editorial proposal, and a draft that makes a regional rating plain.
  private static func edit(_ sandbox: Sandbox, _ session: Transcript) throws {
    try sandbox.edit(
      "Portfolio/standards/data/ucum.yml",
      "Coding system for units of measure, such as the unit that accompanies a numeric quantity.",
      "Codes for the units of measure that accompany numeric quantities.")
    try session.propose("Say what UCUM is for", ["--from-worktree"])
    try sandbox.edit(
      "Portfolio/standards/data/icd-10.yml",
      "site-deployment:\n    regions: {us: high, canada: high, elsewhere: low}",
      "site-deployment: moderate")
    try session.run(
      arguments: ["propose", "--from-worktree", "--title", "Rate ICD-10 without regions"]
        + Transcript.words)
  }
}
