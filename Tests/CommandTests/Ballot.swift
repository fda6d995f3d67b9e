import TestSupport

/// A ballot of more than twenty changes, with everything that a report has to tell: moves, an
/// exception, waivers, a survey, an addition, a delisting, prose, criteria, conflicts, reviews.
enum Ballot {
  static let numbers = (1...10).map(String.init)

  static func prepare(_ session: Transcript) throws {
    let sandbox = session.sandbox
    try session.propose(
      "List IHE TCE as emerging",
      ["ihe-tce", "--set", "group=emerging", "--drop-override", "ihe-tce-as-published"])
    try session.propose(
      "Prefer DICOM UPS",
      [
        "dicom-ups", "--set", "product-adoption=moderate", "--set", "site-deployment=moderate",
        "--set", "group=preferred",
      ])
    try session.propose(
      "Survey of structured reports",
      [
        "dicom-echo-sr", "dicom-vascular-sr", "dicom-ob-gyn-sr", "dicom-ct-rdsr", "dicom-sr",
      ].flatMap { ["--set", "\($0):tooling=high"] })
    try session.propose(
      "Keep RadLex Playbook in the list while it grows",
      [
        "radlex-playbook", "--set", "product-adoption=pilot", "--waive",
        "emerging.product-adoption@pilot", "--text", "Its use in orders is only starting.",
        "--reason", "Sites are encouraged to consider it.", "--review-by", "2027-11-30",
      ])
    try session.propose(
      "Delist ICD-9",
      ["--delist", "icd-9", "--because", "Payers have left it.", "--replaced-by", "icd-10"])
    try session.propose("Rate DICOM SR anew", ["dicom-sr", "--set", "tooling=low"])
    try session.propose(
      "Confirm the transports",
      [
        "dicomweb", "--confirm", "maturity", "--confirm", "product-adoption", "--confirm",
        "tooling",
      ]
    )
    try session.propose(
      "Rate XDS by region",
      [
        "--set", "ihe-xds-b:assessment.site-deployment.regions.us=moderate",
        "--set", "icd-10:tooling=high",
      ])
    try sandbox.edit(
      "Portfolio/standards/data/ucum.yml",
      "Coding system for units of measure, such as the unit that accompanies a numeric quantity.",
      "Codes for the units of measure that accompany numeric quantities.")
    try session.run(
      arguments: ["propose", "--from-worktree", "--title", "Say what UCUM is for"]
        + Transcript.words + ["--open"])
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
    try session.run(
      arguments: ["propose", "--from-worktree", "--title", "Add an example"] + Transcript.words
        + ["--open"])
    try session.approve(1, by: .reviewer, .second)
    try session.approve(2, by: .reviewer)
    try session.run(
      arguments: [
        "review", "3", "--object", "--comment",
        "The tools for echo reports were counted twice.\nThe survey has to be read again.",
      ], as: .second)
    try session.approve(4, by: .reviewer)
    try session.run(
      arguments: ["propose", "--update", "4", "--rationale", "Said better."])
  }
}
