import TestSupport
import Testing

extension BallotStoryTests {
  private static let members = """
    members:
      - {id: cleo-chair, name: Cleo Chair, email: cleo@chair.example, affiliation: Secretariat, role: chair}
      - {id: ada-editor, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
      - {id: rune-reviewer, name: Rune Reviewer, email: rune@north.example, affiliation: Germany, role: member}
      - {id: siri-second, name: Siri Second, email: siri@south.example, affiliation: Japan, role: member}
      - {id: fleur-france, name: Fleur France, email: fleur@france.example, affiliation: France, role: member}
      - {id: felix-france, name: Felix France, email: felix@france.example, affiliation: France, role: member}
      - {id: uma-states, name: Uma States, email: uma@states.example, affiliation: United States, role: member}
      - {id: nils-lowland, name: Nils Lowland, email: nils@lowland.example, affiliation: Netherlands, role: member}
      - {id: sven-sweden, name: Sven Sweden, email: sven@sweden.example, affiliation: Sweden, role: member}
      - {id: lea-liaison, name: Lea Liaison, email: lea@dicom.example, affiliation: DICOM, role: member}
    bodies:
      - {id: de, name: Germany, status: p-member, voter: rune-reviewer}
      - {id: dicom, name: DICOM, status: liaison, voter: lea-liaison}
      - {id: fr, name: France, status: p-member, voter: fleur-france, substitute: felix-france}
      - {id: jp, name: Japan, status: p-member, voter: siri-second}
      - {id: nl, name: Netherlands, status: o-member, voter: nils-lowland}
      - {id: se, name: Sweden, status: o-member, voter: sven-sweden}
      - {id: us, name: United States, status: p-member, voter: uma-states}

    """

  /// Proves that a committee with seven bodies comes into a guarded repository by a proposal.
  func committee(_ table: StoryTable, _ office: StoryOffice) throws {
    table.day = "2026-02-02"
    try table.run(.editor, "guard", "install", "--repo", "$TABLE/server.git")
    try table.run(.editor, "status")
    let clone = try table.seat(.editor)
    try clone.write(BallotStoryTests.members, to: "Portfolio/committee.yml")
    try table.run(
      .editor,
      ["propose", "--from-worktree", "--title", "Who is in the committee, and who votes"]
        + Transcript.words + ["--open"])
    try table.run(.editor, "sync")
    // Nobody approves their own.
    try table.run(.editor, "review", "3", "--approve")
    try table.run(.editor, "commit", "3")
    try table.run(.reviewer, "sync")
    try table.run(.reviewer, "review", "3", "--approve")
    try table.run(.reviewer, "sync")
    try table.run(.editor, "sync")
    try table.run(.editor, "commit", "3")
    try table.run(.editor, "sync")
    try table.close("1-committee")
  }
}
