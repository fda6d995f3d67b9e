/// A section of the changelog, in the order in which it is written.
package enum ChangelogSection: String, CaseIterable, Sendable {
  case moved = "Moved"
  case reassessed = "Reassessed"
  case confirmed = "Confirmed"
  case added = "Added"
  case splitAndMerged = "Split and merged"
  case renamed = "Renamed"
  case recategorized = "Recategorized"
  case delisted = "Delisted"
  case overrides = "Overrides"
  case criteria = "Criteria"
  case committee = "Committee"
  case corrected = "Corrected"
  case editorial = "Editorial"
}

/// One line of the changelog: the effect of one change of one accepted proposal.
package struct ChangelogEntry: Hashable, Sendable {
  package let section: ChangelogSection
  /// What happened, in Markdown, without a full stop.
  package let text: String
  /// The changed standard, or nil.
  package let standard: Identifier?
  package let proposal: Int
}

extension ChangelogEntry {
  /// The entries of one proposal, made from its text alone; long texts are cut.
  package static func entries(
    of proposal: Proposal, cutBy abridgement: Abridgement
  ) -> [ChangelogEntry] {
    proposal.changes.flatMap { change in
      lines(of: change, in: proposal, abridgement).map { section, text in
        let exception = change.exception.map(abridgement.quoted)
        let note = exception.map { " (exception: \(MarkdownText.escaped($0)))" } ?? ""
        return ChangelogEntry(
          section: section, text: abridgement.line(text + note),
          standard: change.subject.kind == .standard ? change.subject.id : nil,
          proposal: proposal.number)
      }
    }
  }

  private static func lines(
    of change: Change, in proposal: Proposal, _ abridgement: Abridgement
  ) -> [(ChangelogSection, String)] {
    let nature = proposal.nature
    let name = MarkdownText.code(change.subject.id.text)
    switch (change.subject.kind, change.action) {
    case (.standard, .set(let fields)):
      let moves: [(ChangelogSection, String)] =
        fields.isEmpty && change.place != nil
        ? [(other(nature), "\(name) takes another place")] : []
      let isMove = fields.contains { $0.field == "group" }
      return moves
        + fields.map { field in
          let line = line(of: field, name, nature, abridgement)
          return isMove && field.isRelation ? (.moved, line.1) : line
        }
    case (.standard, .add(let content)):
      return [addition(of: content, name, change.continues, abridgement)]
    case (.standard, .delist(let delisting)):
      let replacements = delisting.replacedBy.map { MarkdownText.code($0.text) }
      let instead =
        replacements.isEmpty ? "" : ", replaced by \(replacements.conjunction)"
      return [
        (
          .delisted,
          "\(name), was \(delisting.group.rawValue)\(instead): "
            + MarkdownText.escaped(abridgement.quoted(delisting.because))
        )
      ]
    case (.standard, .rename(let new)):
      return [(.renamed, "\(name) is \(MarkdownText.code(new.text)) now")]
    case (.standard, .confirm(let factors)):
      return [(.confirmed, "\(name): \(factors.map(\.phrase).conjunction)")]
    case (.override, .add(let content)):
      return [
        (
          .overrides,
          "\(name) granted: \(decisions(of: content, cutBy: abridgement).joined(separator: "; "))"
        )
      ]
    case (.override, .confirmOverride):
      let end = reviewDate(of: change.subject, in: proposal)
      return [(.overrides, "\(name) confirmed\(end.map { ", next review \($0)" } ?? "")")]
    case (.override, .remove): return [(.overrides, "\(name) dropped")]
    case (let kind, .add): return [(section(of: kind, nature), "\(name) added")]
    case (let kind, .remove): return [(section(of: kind, nature), "\(name) removed")]
    case (let kind, .set(let fields)):
      // A confirmation says the date of the next review itself.
      let isConfirmed = kind == .override && proposal.confirmsOverride(change.subject.id)
      return fields.filter { !isConfirmed || $0.field != "review-by" }.map {
        (section(of: kind, nature), "\(name) \(MarkdownText.changed($0, cutBy: abridgement))")
      }
    default: return []
    }
  }

  private static func addition(
    of content: Fields, _ name: String, _ origins: [Identifier], _ abridgement: Abridgement
  ) -> (ChangelogSection, String) {
    let group = MarkdownText.word(content.text("group") ?? "")
    let continued = origins.map { MarkdownText.code($0.text) }
    let ratings = Factor.allCases.compactMap { factor in
      content.fields("assessment")?[factor.rawValue].flatMap { Rating($0, of: factor) }.map {
        "\(factor.phrase) \($0.phrase)"
      }
    }
    let brief = MarkdownText.escaped(abridgement.quoted(content.text("brief-name") ?? ""))
    let text = "\(name) (\(brief)) as \(group): \(ratings.listed)"
    return continued.isEmpty
      ? (.added, text) : (.splitAndMerged, "\(text), continues \(continued.conjunction)")
  }

  private static func line(
    of field: FieldChange, _ name: String, _ nature: Nature, _ abridgement: Abridgement
  ) -> (ChangelogSection, String) {
    let text = "\(name) \(MarkdownText.changed(field, cutBy: abridgement))"
    let head = FieldPath(field.field).steps.first ?? ""
    switch head {
    case "group":
      return (
        .moved,
        "\(name) from \(MarkdownText.word(field.from?.text ?? "nothing")) "
          + "to \(MarkdownText.word(field.to?.text ?? "nothing"))"
      )
    case "assessment" where nature != .correction: return (.reassessed, text)
    case _ where Factor(rawValue: head) != nil && nature != .correction:
      return (.reassessed, text)
    case "brief-name", "formerly": return (.renamed, text)
    case "category": return (.recategorized, text)
    default: return (other(nature), text)
    }
  }

  private static func section(of kind: SubjectKind, _ nature: Nature) -> ChangelogSection {
    switch kind {
    case .override: .overrides
    case .criteria: .criteria
    case .member, .body: .committee
    default: other(nature)
    }
  }

  private static func other(_ nature: Nature) -> ChangelogSection {
    nature == .editorial ? .editorial : .corrected
  }
}

extension FieldChange {
  /// Whether the field is a relation, or the notes of the relations.
  fileprivate var isRelation: Bool {
    RelationKind(rawValue: field) != nil || field == "relation-notes"
  }
}
