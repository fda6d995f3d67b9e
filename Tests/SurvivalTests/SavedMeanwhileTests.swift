import Foundation
import TestSupport
import Testing

@Suite("Files that someone saves while a verb runs")
struct SavedMeanwhileTests {
  /// Stops a run when it has replaced a text in the first of some files, lets someone save the last,
  /// and lets the run go on.
  ///
  /// - Returns: Nil where the run had replaced the last one too before it could be stopped.
  private func run(
    _ place: Place, _ arguments: [String], _ files: [String], replacing text: String,
    saving mine: String
  ) throws -> Outcome? {
    let saved = try #require(files.last)
    let run = try place.start(Checkout.binary, arguments + Place.day)
    while run.isRunning, try place.read(files[0]).contains(text) { usleep(50) }
    run.send(SIGSTOP)
    let isInTime = try place.read(saved).contains(text)
    if isInTime { try place.write(mine, to: saved) }
    run.send(SIGCONT)
    let outcome = try run.wait()
    return isInTime ? outcome : nil
  }

  /// Tries it in fresh places until a run was stopped in time.
  private func inTime(_ work: (Place) throws -> Bool) throws {
    for _ in 0..<40 {
      let place = try Template.place.get().copy()
      defer { place.remove() }
      if try work(place) { return }
    }
    Issue.record("no run was slow enough to be stopped")
  }

  @Test("Formats the others, and names the file that it left")
  func format() throws {
    try inTime(formats)
  }

  private func formats(_ place: Place) throws -> Bool {
    let records = try place.git("ls-files", "Portfolio/standards").split(separator: "\n")
      .map(String.init)
    for path in records {
      try place.write(
        try place.read(path).replacingOccurrences(of: "brief-name: ", with: "brief-name:   "),
        to: path)
    }
    let saved = try #require(records.last)
    let mine = try place.read(saved).replacingOccurrences(of: "name:   ", with: "name:     ")
    guard
      let outcome = try run(
        place, ["format"], records, replacing: "brief-name:   ", saving: mine)
    else { return false }
    #expect(outcome.code == 75, "\(outcome.err)")
    #expect(
      outcome.err.contains("changed while this ran and not overwritten: \(saved)\n"),
      "\(outcome.err)")
    #expect(try place.read(saved) == mine)
    #expect(outcome.out.contains("Formatted \(records[records.count - 2])\n"))
    #expect(try place.rspmaint(["format", "--check"]).code == 1)
    #expect(try place.rspmaint(["format"]).code == 0)
    #expect(try place.read(saved).hasPrefix("brief-name: "))
    return true
  }

  @Test("Restores the others, and tells of the edit that the proposal does not hold")
  func fromWorktree() throws {
    try inTime(restores)
  }

  private func restores(_ place: Place) throws -> Bool {
    let records = try place.git("ls-files", "Portfolio/standards/data").split(separator: "\n")
      .map(String.init).filter { try !place.read($0).contains("scope: \"") }
    for path in records {
      try place.edit(path, "scope: ", "scope: Edited. ")
    }
    let saved = try #require(records.last)
    let mine = try place.read(saved).replacingOccurrences(of: "Edited.", with: "Edited again.")
    guard
      let outcome = try run(
        place, ["propose", "--from-worktree", "--title", "Edits"] + Scenario.words, records,
        replacing: "scope: Edited.", saving: mine)
    else { return false }
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.contains("kept \(saved): it changed while this ran"), "\(outcome.err)")
    #expect(try place.read(saved) == mine)
    #expect(!outcome.out.contains("  \(saved)\n"))
    #expect(try place.git("status", "--porcelain", "--", "Portfolio") == " M \(saved)\n")
    #expect(try place.read("Proposals/0007-edits/proposal.yml").contains("Edited."))
    return true
  }
}
