import Diagnostics
import PortfolioModel

extension ProposalInterview {
  /// Makes a change if it can be made, and says what it leads to. A change back is none.
  mutating func set(
    _ field: String, _ value: String, of id: Identifier, confirmed factor: Factor? = nil
  ) -> [Hint] {
    step = .menu
    let head = "\(id):\(field)="
    let earlier = request.sets.filter { $0.hasPrefix(head) }
    var tried = request
    tried.sets.removeAll { $0.hasPrefix(head) }
    if let factor { tried.confirms.removeAll { $0 == "\(id):\(factor.rawValue)" } }
    if !earlier.isEmpty, undoes(earlier + [head + value], field, id) {
      request = tried
      prune()
      return ["\(field) is left as it was."] + consequence
    }
    tried.sets.append(head + value)
    // Waivers, explained moves and exceptions are judged afterwards: here only whether the change fits the record.
    tried.waives = []
    tried.explains = []
    tried.holds = []
    tried.exception = nil
    var builder = ChangeBuilder(base)
    builder.add(tried, today: today)
    let problems =
      builder.problems + ValueCheck(ground: base, today: today).problems(builder.list.changes)
    if !problems.isEmpty { return problems.flatMap(\.sentences).flatMap { [$0.text] + $0.help } }
    tried.waives = request.waives
    tried.explains = request.explains
    tried.holds = request.holds
    tried.exception = request.exception
    request = tried
    prune()
    return consequence
  }

  /// Whether the last of the assignments leaves the field as the base has it.
  private func undoes(_ assignments: [String], _ field: String, _ id: Identifier) -> Bool {
    guard let record = base.standards[id],
      let path = FieldAddress(.standard).path(of: field, in: record.fields)
    else { return false }
    var list = ChangeList()
    for assignment in assignments {
      var tried = ProposeRequest()
      tried.sets = [assignment]
      var builder = ChangeBuilder(base, list)
      builder.add(tried, today: today)
      guard builder.problems.isEmpty else { return false }
      list = builder.list
    }
    return !list.hasChange(of: path.description, on: id)
  }

  /// Drops the changes of a factor so far.
  mutating func forget(_ factor: Factor, of id: Identifier) {
    let rating = "\(id):assessment.\(factor.rawValue)"
    request.sets.removeAll {
      $0.hasPrefix("\(id):\(factor.rawValue)=") || $0.hasPrefix(rating + "=")
        || $0.hasPrefix(rating + ".")
    }
    request.confirms.removeAll { $0 == "\(id):\(factor.rawValue)" }
  }

  /// Drops waivers and holds that nothing asks for any more and moves that are not made any more, and the
  /// override with the last of them.
  mutating func prune() {
    guard !(request.waives.isEmpty && request.holds.isEmpty && request.explains.isEmpty) else {
      return
    }
    var bare = completed
    bare.waives = []
    bare.explains = []
    bare.holds = []
    var builder = ChangeBuilder(base)
    builder.add(bare, today: today)
    let after = builder.result
    let judge = Judge(after)
    let needed = after.inTableOrder.flatMap { record in
      judge.blocking(record, in: record.group).map { "\(record.id):\($0.criterion.fullName)" }
    }
    request.waives.removeAll { waive in
      !needed.contains { waive == $0 || waive.hasPrefix($0 + "@") }
    }
    request.holds.removeAll { !judge.needs($0) }
    request.explains.removeAll { id in
      Identifier(id).map { after.standards[$0]?.group == base.standards[$0]?.group } ?? true
    }
    if request.waives.isEmpty, request.holds.isEmpty, request.explains.isEmpty {
      request.override = ProposeRequest.OverrideRequest()
    }
  }

  /// The standards with changes, as far as they miss what their group requires.
  var blocked: [Identifier] {
    let builder = builder
    let after = builder.result
    let judge = Judge(after)
    return builder.list.changes.compactMap { change in
      guard change.subject.kind == .standard, let record = after.standards[change.subject.id],
        !judge.blocking(record, in: record.group).isEmpty
      else { return nil }
      return record.id
    }
  }

  /// The request with the standards that its exception is for: those whose move is not listed.
  var completed: ProposeRequest {
    guard request.exception != nil else { return request }
    var whole = request
    var plain = request
    plain.exception = nil
    var builder = ChangeBuilder(base)
    builder.add(plain, today: today)
    let after = builder.result
    let moved = builder.list.changes.map(\.subject.id).filter { id in
      guard let old = base.standards[id]?.group, let new = after.standards[id]?.group, old != new
      else { return false }
      return base.criteria.move(from: MoveOrigin(old), to: MoveTarget(new)) == nil
    }
    whole.standards = moved.map(\.text)
    if whole.standards.isEmpty { whole.exception = nil }
    return whole
  }
}
