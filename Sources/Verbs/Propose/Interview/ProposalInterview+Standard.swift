import Diagnostics
import PortfolioModel

extension ProposalInterview {
  mutating func takeName(_ text: String) -> [Hint] {
    switch text {
    case "": return ["Type a part of its name, or 'quit'."]
    case "add":
      step = .newID
      return []
    case "criterion":
      step = .criterion
      return []
    case "done" where request.hasChanges: return finishChanges()
    default: break
    }
    let names = StandardNames(base)
    let exact = names.matches(text, .whole).filter { base.standards[$0] != nil }
    if exact.count == 1 { return pick(exact[0]) }
    let found = names.search([text])
    let hits = base.inTableOrder.filter { found.contains($0.id) }
    switch hits.count {
    case 0:
      let near = names.near(text).first.map { " Did you mean \($0)?" } ?? ""
      return ["There is no standard of that name.\(near)"]
    case 1: return pick(hits[0].id)
    default:
      step = .choose(hits.map(\.id))
      return hits.enumerated().map { "  \($0 + 1)  \($1.briefName) (\($1.group.rawValue))" }
    }
  }

  mutating func takeChoice(_ text: String, _ hits: [Identifier]) -> [Hint] {
    guard let number = Int(text) else {
      step = .find
      return takeName(text)
    }
    guard hits.indices.contains(number - 1) else {
      return ["Type a number from 1 to \(hits.count), or another part of its name."]
    }
    return pick(hits[number - 1])
  }

  private mutating func pick(_ id: Identifier) -> [Hint] {
    standard = id
    step = .menu
    return portrait
  }

  mutating func takeMenu(_ text: String) -> [Hint] {
    switch text {
    case "1", "2", "3", "4":
      region = nil
      let factor = Factor.allCases[(Int(text) ?? 1) - 1]
      guard let id = standard, record(id)?.assessment[factor] != nil else {
        return ["It is not rated on \(factor.phrase)."]
      }
      step = regions(factor).isEmpty ? .level(factor) : .region(factor)
    case "5": step = .group
    case "6": step = .field
    case "7":
      if missed.isEmpty, move == nil {
        guard let ground = heldFrom else {
          return ["Nothing is missed, no move is made, and it is not due: no override is needed."]
        }
        step = .holdReason(ground)
      } else {
        step = .overrideText
      }
    case "8": step = .find
    case "9": return finishChanges()
    case "delist": return beginDelisting()
    default: return ["Type a number from 1 to 9, 'delist', 'back' or 'quit'."]
    }
    return []
  }

  /// Goes on to the words, unless a standard still needs an override.
  private mutating func finishChanges() -> [Hint] {
    guard request.hasChanges else { return ["Nothing is changed yet."] }
    if let first = blocked.first {
      standard = first
      step = .overrideText
      return ["\(name(of: first)) needs an override before this can be open."]
    }
    toWords()
    return []
  }

  mutating func takeLevel(_ text: String, _ factor: Factor) -> [Hint] {
    guard let id = standard else { return [] }
    if text.asciiLowercased == "same" {
      forget(factor, of: id)
      request.confirms.append("\(id):\(factor.rawValue)")
      prune()
      step = .menu
      return ["\(factor.phrase) is confirmed."]
    }
    let numbered = Int(text).flatMap { number in
      factor.levels.indices.contains(number - 1) ? factor.levels[number - 1] : nil
    }
    guard let level = numbered ?? Level(rawValue: text.asciiLowercased),
      factor.levels.contains(level)
    else { return ["'\(text)' is not a level of \(factor.phrase)."] }
    let field =
      region.map { "assessment.\(factor.rawValue).regions.\($0)" } ?? factor.rawValue
    region = nil
    return set(field, level.rawValue, of: id, confirmed: factor)
  }

  mutating func takeRegion(_ text: String, _ factor: Factor) -> [Hint] {
    guard regions(factor).contains(text) else {
      return ["The regions are: \(regions(factor).listed)."]
    }
    region = text
    step = .level(factor)
    return []
  }

  mutating func takeGroup(_ text: String) -> [Hint] {
    guard let id = standard, let group = Group(rawValue: text) else {
      return ["'\(text)' is not a group."]
    }
    return set("group", group.rawValue, of: id)
  }

  mutating func takeField(_ text: String) -> [Hint] {
    guard let id = standard, let record = record(id),
      let path = FieldAddress(.standard).path(
        of: base.description.field(named: text), in: record.fields)
    else { return ["A record has no field '\(text)'."] }
    if path.steps.count == 2, path.steps[0] == "assessment",
      let factor = Factor(rawValue: path.steps[1]), !regions(factor).isEmpty
    {
      step = .region(factor)
      return []
    }
    step = .fieldValue(text)
    return []
  }

  mutating func takeValue(_ text: String, _ field: String) -> [Hint] {
    guard let id = standard else { return [] }
    return set(field, text, of: id, confirmed: Factor(rawValue: field))
  }
}
