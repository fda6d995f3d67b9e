package import Diagnostics
package import PortfolioModel
package import Records

/// What a standard needs to be added.
package enum NewStandard {
  /// The id that a text gives to a new standard.
  ///
  /// - Throws: `Refusal` where it is not an id, or belongs to a standard or did once.
  package static func identifier(
    _ text: String, in portfolio: Portfolio, _ snapshot: Snapshot?
  ) throws(Refusal) -> Identifier {
    let id = Identifier(text)
    if let id, let holder = portfolio.standard(formerly: id) {
      throw Refusal(
        .usage, "'\(id)' was a name of \(holder.id)",
        help: ["ids are never reused: choose another"])
    }
    let known = StandardNames(portfolio).matches(text, .whole).first
    if let known, let delisted = portfolio.delisted[known] {
      throw Refusal(
        .usage, "'\(known)' belongs to \(delisted.standard.briefName), which was delisted",
        help: ["ids are never reused: choose another"])
    }
    if let known {
      let named = text.hasSameBytes(as: known.text) ? "'\(text)'" : "'\(text)' ('\(known)')"
      throw Refusal(
        .usage, "\(named) is in the portfolio already",
        help: ["change it: \(option: .set, "\(known):FIELD=VALUE")"])
    }
    guard let id else {
      let example = Identifier(slugOf: text).map { ", such as '\($0)'" } ?? ""
      throw Refusal(
        .usage, "'\(text)' is not an id",
        help: ["\(Identifier.help(insteadOf: text))\(example)"])
    }
    if let unread = snapshot?.unreadRecord(id) { throw unread }
    return id
  }

  /// The fields that a record needs and does not have, ratings by their factor.
  static func missing(in content: Fields, _ description: PortfolioDescription) -> [String] {
    let category = content.text("category").flatMap(Category.init)
    let unrated = category.flatMap { description.description(of: $0)?.notApplicable } ?? []
    return Schema.addedStandard.fields.filter(\.isRequired).flatMap { field -> [String] in
      guard field.name == "assessment" else {
        return content[field.name] == nil ? [field.name] : []
      }
      let ratings = content.fields(field.name)
      return Factor.allCases.filter { ratings?[$0.rawValue] == nil && !unrated.contains($0) }
        .map(\.rawValue)
    }
  }

  /// What to type for a field that is missing, with the words that it may have.
  static func advice(on field: String, _ description: PortfolioDescription) -> Hint {
    let value =
      switch field {
      case _ where Factor(rawValue: field) != nil: "LEVEL"
      case "category": "CATEGORY"
      case "group": "GROUP"
      case "sdo": "DEVELOPER"
      default: "TEXT"
      }
    let name = Factor(rawValue: field)?.shortName ?? field
    let words = words(for: field, description).map { ": \($0)" } ?? ""
    return "\(option: .set, "\(name)=\(value)")\(words)"
  }

  /// The words of which a field takes one; nil where it takes something else.
  static func words(for field: String, _ description: PortfolioDescription) -> String? {
    if let factor = Factor(rawValue: field) { return factor.levels.map(\.rawValue).alternatives }
    return switch field {
    case "category": description.categories.map(\.category.rawValue).alternatives
    case "group": Vocabulary.group.words.alternatives
    default: nil
    }
  }
}
