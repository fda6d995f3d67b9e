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
    tried.grants = []
    tried.writesTransitions = false
    tried.exception = nil
    var builder = ChangeBuilder(base)
    builder.add(tried, today: today)
    let problems =
      builder.problems + ValueCheck(ground: base, today: today).problems(builder.list.changes)
    if !problems.isEmpty { return problems.flatMap(\.sentences).flatMap { [$0.text] + $0.help } }
    tried.grants = request.grants
    tried.writesTransitions = request.writesTransitions
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

  /// Drops waivers and holds that nothing asks for any more and moves that are not made any more, and
  /// the override with the last of them.
  mutating func prune() {
    guard !request.grants.isEmpty else { return }
    var bare = request
    bare.grants = []
    bare.exception = nil
    var builder = ChangeBuilder(base)
    builder.add(bare, today: today)
    let after = builder.result
    let judge = Judge(after)
    let needed = after.inTableOrder.flatMap { record in
      judge.blocking(record, in: record.group).map { "\(record.id):\($0.criterion.fullName)" }
    }
    for index in request.grants.indices {
      request.grants[index].waives.removeAll { waive in
        !needed.contains { waive == $0 || waive.hasPrefix($0 + "@") }
      }
      request.grants[index].holds.removeAll { hold in
        Identifier(hold.standard).map { !judge.needs(Override.Hold($0, from: hold.from)) } ?? true
      }
      request.grants[index].explains.removeAll { id in
        Identifier(id).map { after.standards[$0]?.group == base.standards[$0]?.group } ?? true
      }
    }
    request.grants.removeAll(where: \.isEmpty)
  }

  /// Puts an override in the place of what earlier ones decide about the same.
  mutating func add(_ grant: ProposeRequest.Grant) {
    for index in request.grants.indices {
      request.grants[index].waives.removeAll { old in
        grant.waives.contains { $0.prefix { $0 != "@" } == old.prefix { $0 != "@" } }
      }
      request.grants[index].holds.removeAll(where: grant.holds.contains)
      request.grants[index].explains.removeAll(where: grant.explains.contains)
    }
    request.grants.append(grant)
    request.grants.removeAll(where: \.isEmpty)
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

  /// The request with the standards that its exception is for: those whose move is not listed; its
  /// first override is the one that its own fields ask for.
  var completed: ProposeRequest {
    var whole = request
    if !whole.grants.isEmpty { whole.grant = whole.grants.removeFirst() }
    guard request.exception != nil else { return whole }
    var plain = request
    plain.exception = nil
    var builder = ChangeBuilder(base)
    builder.add(plain, today: today)
    let after = builder.result
    let moved = builder.list.changes.map(\.subject.id).filter { id in
      let (old, new) = (base.standards[id]?.group, after.standards[id]?.group)
      guard old != new else { return false }
      return base.criteria.move(from: MoveOrigin(old), to: MoveTarget(new)) == nil
    }
    whole.standards = moved.map(\.text)
    if whole.standards.isEmpty { whole.exception = nil }
    return whole
  }
}
