import Diagnostics
import PortfolioModel

extension DiffReport {
  /// What the changes do, in a phrase: "IHE IRWF: preferred → legacy; 2 ratings". One or two of a kind
  /// are named, more are counted.
  var effectPhrase: String {
    func name(_ difference: Difference) -> String { input.name(of: difference.subject.id) }
    let phrases =
      each(.move) { "\(name($0)): \($0.from?.text ?? "") → \($0.to?.text ?? "")" }
      + each(.addition) { "\(name($0)): new, \($0.to?.fields?.text("group") ?? "")" }
      + each(.delisting) { "\(name($0)): delisted" }
      + ratingPhrase
      + each(.flattening) { "\(name($0)): \(rating($0)) made plain\(steps($0))" }
      + each(.field) { "\(name($0)): \(rating($0))" }
      + criteriaPhrase
    let told: Set<Kind> = [
      .move, .addition, .delisting, .rating, .flattening, .field, .criteria,
    ]
    let others = counts.filter { !told.contains($0.kind) }.map { $0.kind.counted($0.number) }
    let all = phrases + others
    guard all.isEmpty else { return all.joined(separator: "; ") }
    return input.since == nil ? "nothing that stands" : "nothing new"
  }

  private func each(_ kind: Kind, _ phrase: (Difference) -> String) -> [String] {
    let own = differences(of: kind)
    return own.count > 2 ? [kind.counted(own.count)] : own.map(phrase)
  }

  private var ratingPhrase: [String] {
    let ratings = differences(of: .rating)
    let groups = grouped(ratings)
    guard groups.count == 1, let group = groups.first else {
      return ratings.isEmpty ? [] : [Kind.rating.counted(ratings.count)]
    }
    let change = "\(rating(group.first)) \(arrow(group.first))"
    return [group.all.count < 3 ? "\(group.names): \(change)" : "\(group.all.count) × \(change)"]
  }

  /// Criteria by name, without the basis that goes with each.
  private var criteriaPhrase: [String] {
    let own = differences(of: .criteria)
    let levels = own.filter { FieldPath($0.field ?? "").steps.last != "basis" }
    guard levels.count < 3, !levels.isEmpty else {
      return own.isEmpty ? [] : [Kind.criteria.counted(own.count)]
    }
    return levels.map { "criterion \(label(of: $0.field ?? "", .criteria)) \(arrow($0))" }
  }

  private func arrow(_ difference: Difference) -> String {
    let (old, new) = (difference.from.map(words), difference.to.map(words))
    return "\(old ?? "none") → \(new ?? "none")\(steps(difference))"
  }

  /// " ▲ 1 step", or nothing where no level changes.
  private func steps(_ difference: Difference) -> String {
    direction(difference).map { " \($0.phrase)" } ?? ""
  }
}
