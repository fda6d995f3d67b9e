import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Forged histories")
struct AuditForgeryTests {
  @Test("Catches and names the forgery", arguments: Forgery.all.orSome(8))
  func catches(forgery: Forgery) throws {
    let sandbox = try forgery.template.sandbox(committee: forgery.committee)
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    try forgery.forge(session)
    let outcome = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
    let found = try Audited(outcome.out)
    #expect(found.rules == forgery.rules, "\(outcome.out)\(outcome.err)\(session.text)")
    #expect(outcome.code == 1)
    #expect(outcome.err == "")
  }

  @Test("Has a forged history for every rule of the audit")
  func coverage() {
    let rules =
      RuleID.allCases.map(\.rawValue).filter { $0.hasPrefix("audit-") }
      + [
        "review-deleted", "review-restored", "review-reassigned", "closing-not-allowed",
        "resolution-not-allowed", "closed-proposal-changed", "review-dated-ahead",
      ]
    #expect(Set(rules) == Forgery.all.reduce(into: []) { $0.formUnion($1.rules) })
  }
}

/// The report of an audit, as far as tests ask for it.
struct Audited: Decodable {
  struct Finding: Decodable {
    let rule: String
    let commit: String
    let path: String?
    let message: String
  }

  let start: String
  let commits: Int
  let kinds: [String: Int]
  let approvals: [String: Int]
  let settlements: [String: Int]
  let findings: [Finding]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(Audited.self, from: Data(json.utf8))
  }

  var rules: Set<String> { Set(findings.map(\.rule)) }
}
