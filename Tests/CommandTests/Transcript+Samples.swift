import TestSupport

/// Proposals on the shipped portfolio that several ballots hold.
extension Transcript {
  func preferUPS() throws {
    try propose(
      "Prefer DICOM UPS",
      [
        "dicom-ups", "--set", "product-adoption=moderate", "--set", "site-deployment=moderate",
        "--set", "group=preferred",
      ])
  }

  func listTCE() throws {
    try propose(
      "List IHE TCE as emerging",
      ["ihe-tce", "--set", "group=emerging", "--drop-override", "ihe-tce-as-published"])
  }

  func rateStructuredReports(_ standards: [String]) throws {
    try propose(
      "Survey of structured reports",
      standards.flatMap { ["--set", "\($0):tooling=high"] })
  }

  func keepRadLex() throws {
    try propose(
      "Keep RadLex Playbook in the list while it grows",
      [
        "radlex-playbook", "--set", "product-adoption=pilot", "--waive",
        "emerging.product-adoption@pilot", "--text", "Its use in orders is only starting.",
        "--reason", "Sites are encouraged to consider it.", "--review-by", "2027-11-30",
      ])
  }

  func delistICD9() throws {
    try propose(
      "Delist ICD-9",
      ["--delist", "icd-9", "--because", "Payers have left it.", "--replaced-by", "icd-10"])
  }

  /// An editorial proposal.
  func describeUCUM() throws {
    try sandbox.edit(
      "Portfolio/standards/data/ucum.yml",
      "Coding system for units of measure, such as the unit that accompanies a numeric quantity.",
      "Codes for the units of measure that accompany numeric quantities.")
    try propose("Say what UCUM is for", ["--from-worktree"])
  }

  func addExample() throws {
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
    try propose("Add an example", ["--from-worktree"])
  }
}
