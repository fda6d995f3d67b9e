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
    if let factor = Factor(rawValue: field) {
      let words = factor.levels.map(\.rawValue).alternatives
      return "\(option: .set, "\(factor.shortName)=LEVEL"): \(words)"
    }
    switch field {
    case "category":
      let words = description.categories.map(\.category.rawValue).alternatives
      return "\(option: .set, "category=CATEGORY"): \(words)"
    case "group":
      return "\(option: .set, "group=GROUP"): \(Vocabulary.group.words.alternatives)"
    case "sdo": return "\(option: .set, "sdo=DEVELOPER")"
    default: return "\(option: .set, "\(field)=TEXT")"
    }
  }
}
