import Diagnostics
import Foundation
import PortfolioModel
import Records
import Store
import Testing
import Verbs

/// The shipped portfolio with something wrong in it, and the rule that has to say so.
struct MalformedCase: Sendable, CustomTestStringConvertible {
  /// Files that a case changes.
  struct Files {
    var contents: PortfolioFiles

    mutating func set(_ path: String, _ text: String) { contents[path] = .bytes(Array(text.utf8)) }

    mutating func edit(_ path: String, _ old: String, _ new: String) {
      let text = String(decoding: contents.bytes(path) ?? [], as: UTF8.self)
      precondition(text.contains(old), "\(path) holds no '\(old)'")
      set(path, text.replacingOccurrences(of: old, with: new))
    }

    /// A proposal with its state; `status` and everything that its text holds below the head.
    mutating func propose(
      _ body: String, number: String = "0001", status: String = "open",
      title: String = "title: A title\n", nature: String = "assessment"
    ) {
      set(
        "Proposals/\(number)-case/proposal.yml",
        "\(title)nature: \(nature)\nproposer: Ada <ada@x.example>\ncreated: 2026-01-01\n" + body
          + "evidence:\n  - {title: E, kind: survey, source: S}\nrationale: |\n  Because.\n")
      set("Proposals/\(number)-case/state.yml", "status: \(status)\n")
    }
  }

  let rule: RuleID
  private let change: @Sendable (inout Files) -> Void

  init(_ rule: RuleID, _ change: @escaping @Sendable (inout Files) -> Void) {
    self.rule = rule
    self.change = change
  }

  var testDescription: String { rule.rawValue }

  static let today = "2026-11-23"

  /// The records of the worktree, without its proposals.
  static let shipped: Snapshot = {
    do {
      let files = try Workspace(at: PublishedTablesTests.root.path).snapshot(.worktree).files
      var records = PortfolioFiles()
      for path in files.paths where path.hasPrefix("Portfolio/") { records[path] = files[path] }
      return Snapshot(reading: records)
    } catch {
      preconditionFailure("the shipped portfolio can't be read: \(error)")
    }
  }()

  /// The rules that validating the changed portfolio fires.
  func rules() throws -> Set<RuleID> {
    var files = Files(contents: MalformedCase.shipped.files)
    change(&files)
    guard let day = CalendarDate(MalformedCase.today) else { return [] }
    let validation = Validation(
      Snapshot(reading: files.contents, after: MalformedCase.shipped), today: day)
    return Set(validation.diagnostics.map(\.rule))
  }
}
