import PortfolioModel
import TestSupport
import Testing

@Suite("Differences made into a proposal and applied")
struct DiffThenApplyTests {
  /// The changes that lead from one portfolio to another, as a proposal lists them.
  private func changes(from base: Portfolio, to head: Portfolio) throws -> [Change] {
    let diff = PortfolioDiff(from: base, to: head)
    let bySubject = Dictionary(grouping: diff.differences, by: \.subject)
    return try bySubject.keys.sorted().map { subject in
      let differences = bySubject[subject] ?? []
      let first = try #require(differences.first)
      switch first.kind {
      case .add: return Change(subject, .add(first.to?.fields ?? Fields()))
      case .remove: return Change(subject, .remove)
      case .delist:
        let standard = try #require(base.standards[subject.id])
        return Change(
          subject,
          .delist(
            Delisting(
              because: "B", replacedBy: [], group: standard.group,
              assessment: standard.fields.fields("assessment") ?? Fields())))
      case .set, .confirm:
        return Change(
          subject,
          .set(
            differences.filter { $0.field != "position" }
              .map { FieldChange($0.field ?? "", from: $0.from, to: $0.to) }))
      }
    }
  }

  private func base() throws -> Portfolio {
    let rows = ["One", "Row v2.5", "Row v2.5.1", "\u{E9}", "e\u{301}"].map {
      "  - name: \($0)\n    category: data\n    standards: [a, b]\n    note: N\n"
    }
    return try Sample.portfolio(
      [
        try Sample.standard("a"), try Sample.standard("b", at: 20),
        try Sample.standard("c", .legacy), try Sample.standard("d", .emerging),
      ],
      overrides: [
        try Sample.override(
          "o", "kind: transition\nwaives:\n  - {standard: a, criterion: b}\nreason: R\n")
      ], useCases: [try Sample.useCase("u", "title: U\nrows:\n" + rows.joined())])
  }

  private func edited(_ base: Portfolio, _ edits: inout RandomEdits) throws -> Portfolio {
    var head = base
    for id in base.standards.keys.sorted() {
      let standard = try #require(base.standards[id])
      switch edits.number(below: 6) {
      case 0: head.standards[id] = nil
      case 1, 2, 3:
        var fields = edits.record(standard.fields)
        let moves = edits.number(below: 3) == 0
        if moves { fields["group"] = .text(Group.legacy.rawValue) }
        let isSet = head.set(fields, of: SubjectID(.standard, id))
        #expect(isSet)
        if moves, standard.group != .legacy { _ = head.put(id, at: .last) }
      default: break
      }
    }
    let new = try Sample.standard("new\(edits.number(below: 50))", .emerging)
    var fields = edits.record(new.fields)
    // With the id of one that is gone among its former names, it would be that one renamed.
    fields["formerly"] = nil
    head.standards[new.id] = Standard(id: new.id, category: .content, fields: fields)
    let useCase = try Sample.id("u")
    let rows = edits.useCase(try #require(base.useCases[useCase]).fields)
    let isSet = head.set(
      edits.number(below: 5) == 0 ? nil : rows, of: SubjectID(.useCase, useCase))
    #expect(isSet)
    if edits.number(below: 2) == 0 { head.overrides = RecordTable() }
    return head
  }

  @Test("Give what was edited, for random edits", arguments: Array(0..<40).orSome(10))
  func property(seed: Int) throws {
    var edits = RandomEdits(seed: UInt64(seed))
    let base = try base()
    for _ in 0..<15 {
      let head = try edited(base, &edits)
      let proposal = try #require(Proposal.provisional(try changes(from: base, to: head)))
      let application = Application(proposal, to: base)
      #expect(application.findings == [])
      let left = PortfolioDiff(from: application.portfolio, to: head).differences
      #expect(left.isEmpty)
      guard application.findings.isEmpty, left.isEmpty else { return }
      #expect(application.portfolio.useCases == head.useCases)
      #expect(application.portfolio.overrides == head.overrides)
      #expect(application.portfolio.standards.keys.sorted() == head.standards.keys.sorted())
      for standard in head.standards.values {
        #expect(
          application.portfolio.standards[standard.id]?.fields.without("position")
            == standard.fields.without("position"))
      }
    }
  }
}

extension Fields {
  fileprivate func without(_ name: String) -> Fields {
    var fields = self
    fields[name] = nil
    return fields
  }
}
