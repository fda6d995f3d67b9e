import Diagnostics
import PortfolioModel

extension ProposalInterview {
  /// The id of a standard that is to be added.
  mutating func takeNewID(_ text: String) -> [Hint] {
    guard request.adds == nil else {
      step = .find
      return ["A guided proposal adds one standard, and this one adds \(request.adds ?? "")."]
    }
    step = .newID
    guard !text.isEmpty else { return ["Its file has this name: type an id, or 'back'."] }
    do throws(Refusal) {
      let id = try NewStandard.identifier(text, in: base, nil)
      request.adds = id.text
      standard = id
    } catch {
      return error.sentences.flatMap { [$0.text] + $0.help }
    }
    return askForNext()
  }

  mutating func takeNewField(_ text: String, _ field: String) -> [Hint] {
    guard let id = standard else { return [] }
    guard !text.isEmpty else { return ["A record needs it; 'back' goes back a step."] }
    let words = words(for: field)
    let numbered = Int(text).flatMap { words.indices.contains($0 - 1) ? words[$0 - 1] : nil }
    var tried = request
    tried.sets.append("\(id):\(field)=\(numbered ?? text)")
    var builder = ChangeBuilder(base)
    builder.add(tried, today: today)
    // That more is missing is what the next question is about.
    var problems = builder.isWhole ? builder.problems : Array(builder.problems.dropLast())
    if builder.isWhole {
      problems += ValueCheck(ground: base, today: today).problems(builder.list.changes)
    }
    guard problems.isEmpty else {
      return problems.flatMap(\.sentences).flatMap { [$0.text] + $0.help }
    }
    request = tried
    return askForNext()
  }

  /// Asks for the next field that the new record needs, or goes on to the menu.
  private mutating func askForNext() -> [Hint] {
    guard let id = standard, let content = builder.list.addition(of: id) else { return [] }
    guard let next = NewStandard.missing(in: content, base.description).first else {
      step = .menu
      return consequence
    }
    step = .newField(next)
    return []
  }

  /// The question for a field of a new record.
  func prompt(for field: String) -> Prompt {
    let words = words(for: field)
    let lines = words.enumerated().map { "  \($0 + 1)  \($1)" as Hint }
    if let factor = Factor(rawValue: field) {
      return Prompt(lines, Hint(factor.phrase.prefix(1).uppercased() + factor.phrase.dropFirst()))
    }
    switch field {
    case "category": return Prompt(lines, "Its category")
    case "group": return Prompt(lines, "Its group")
    default:
      let known = Schema.addedStandard.field(field)
      return Prompt([], "\(field): \(known.map { RecordTemplate.words(on: $0) } ?? "")")
    }
  }

  /// The words that a field of a new record may have; none where any text will do.
  private func words(for field: String) -> [String] {
    if let factor = Factor(rawValue: field) { return factor.levels.map(\.rawValue) }
    switch field {
    case "category": return base.description.categories.map(\.category.rawValue)
    case "group": return Vocabulary.group.words
    default: return []
    }
  }
}
