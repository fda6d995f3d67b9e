import TestSupport
import Testing

extension BallotStoryTests {
  private static let nine: [(title: String, changes: [String])] = [
    (
      "Prefer DICOM UPS",
      [
        "dicom-ups", "--set", "product-adoption=moderate", "--set", "site-deployment=moderate",
        "--set", "group=preferred",
      ]
    ),
    (
      "Delist ICD-9",
      ["--delist", "icd-9", "--because", "Payers have left it.", "--replaced-by", "icd-10"]
    ),
    (
      "Keep RadLex Playbook in the list while it grows",
      [
        "radlex-playbook", "--set", "product-adoption=pilot", "--waive",
        "emerging.product-adoption@pilot", "--text", "Its use in orders is only starting.",
        "--reason", "Sites are encouraged to consider it.", "--review-by", "2027-11-30",
      ]
    ),
    (
      "Add DICOM Example",
      [
        "--add", "dicom-example", "--set", "category=content", "--set", "brief-name=DICOM Example",
        "--set", "formal-name=DICOM Example, supplement 999", "--set",
        "scope=A standard that only this ballot knows.", "--set", "group=emerging", "--set",
        "maturity=trial-use", "--set", "adoption=low", "--set", "deployment=pilot", "--set",
        "tooling=low", "--set", "sdo=DICOM", "--set", "conforms-to=DICOM PS3",
      ]
    ),
    (
      "Survey of structured reports",
      ["dicom-echo-sr", "dicom-vascular-sr", "dicom-ob-gyn-sr"].flatMap {
        ["--set", "\($0):tooling=high"]
      }
    ),
    (
      "Say what UCUM is for",
      [
        "ucum", "--set",
        "scope=Codes for the units of measure that accompany numeric quantities.",
      ]
    ),
    ("Tools for LOINC are everywhere", ["loinc", "--set", "tooling=high"]),
    (
      "List IHE TCE as emerging",
      ["ihe-tce", "--set", "group=emerging", "--drop-override", "ihe-tce-as-published"]
    ),
    (
      "Confirm the waiver for the licence",
      ["--confirm-override", "snomed-rt-licence", "--review-by", "2029-11-30"]
    ),
  ]

  /// Proves that nine proposals are made, reviewed and objected to in four clones, and come together.
  func propose(_ table: StoryTable, _ office: StoryOffice) throws {
    table.day = "2026-03-02"
    for (title, changes) in BallotStoryTests.nine {
      try table.run(
        .editor, ["propose"] + changes + ["--title", title] + Transcript.words + ["--open"])
    }
    try table.sync(.editor, .reviewer, .second)
    for number in 4...12 { try table.run(.reviewer, "review", "\(number)", "--approve") }
    try table.sync(.reviewer)
    try table.run(
      .second, "review", "4", "--object", "--comment", "The deployment was counted in one country.")
    for number in 5...12 { try table.run(.second, "review", "\(number)", "--approve") }
    try table.run(.second, "sync")
    try table.sync(.chair)
    try table.close("2-propose")
  }
}
