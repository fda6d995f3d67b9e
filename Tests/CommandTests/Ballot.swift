import TestSupport

/// A ballot of more than twenty changes, with everything that a report has to tell: moves, an
/// exception, waivers, a survey, an addition, a delisting, prose, criteria, conflicts, reviews.
enum Ballot {
  static let numbers = (1...10).map(String.init)

  static func prepare(_ session: Transcript) throws {
    try session.listTCE()
    try session.preferUPS()
    try session.rateStructuredReports([
      "dicom-echo-sr", "dicom-vascular-sr", "dicom-ob-gyn-sr", "dicom-ct-rdsr", "dicom-sr",
    ])
    try session.keepRadLex()
    try session.delistICD9()
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
    try session.describeUCUM()
    try session.addExample()
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
