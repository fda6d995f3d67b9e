import Diagnostics
import PortfolioModel
import Testing

@testable import Records

@Suite("What is read back before it is written")
struct ReadBackTests {
  private static let empty = Snapshot(
    reading: PortfolioFiles([
      "Portfolio/portfolio.yml": .bytes(
        Array(
          """
          id: p
          format: 1
          title: P
          edition: E
          categories:
            - {id: data, name: Data}

          """.utf8)),
      "Portfolio/criteria.yml": .bytes(
        Array(
          "regional: lowest\ngroups:\n  preferred:\n    required:\n      maturity: {at-least: final, basis: b}\n"
            .utf8)),
    ]))

  @Test("A changed text from which two readers get something else is refused, and no other is")
  func difference() {
    let text = "title: T\nnature: editorial\nproposer: A <a@x>\ncreated: 2026-01-01\n"
    let after = Self.empty.replacing([
      (path: "Proposals/0001-p/proposal.yml", text: text),
      (path: "Proposals/0001-p/state.yml", text: "status: draft\n"),
    ])
    func faults(_ isReadAlike: @escaping (String) -> Bool) -> [String] {
      ReadBack(after, insteadOf: Self.empty) { _, path, _ in isReadAlike(path) }.faults
        .map(\.location.path)
    }
    #expect(faults { _ in true } == [])
    #expect(faults { !$0.hasSuffix("state.yml") } == ["Proposals/0001-p/state.yml"])
    #expect(faults { _ in false }.count == 2)
    #expect(ReadBack(after, insteadOf: after) { _, _, _ in false }.faults.isEmpty)
  }
}
