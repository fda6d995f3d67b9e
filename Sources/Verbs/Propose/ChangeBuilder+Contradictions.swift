import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// What one call sets: the subject, where in it, and to what.
  struct Setting {
    let subject: SubjectID
    let path: FieldPath
    let to: FieldValue?
  }

  /// Notes what is set, unless the same call has set it, or a part of it, to something else.
  ///
  /// A part that is set after the whole adds to it, unless the whole sets the part too.
  mutating func agrees(
    _ subject: SubjectID, _ path: FieldPath, _ to: FieldValue?, called name: (FieldPath) -> String
  ) -> Bool {
    let new = Setting(subject: subject, path: path, to: to)
    for old in settings where old.subject == subject && old.path.overlaps(path) {
      let isPart = path.steps.count > old.path.steps.count
      let (whole, part) = isPart ? (old, new) : (new, old)
      let rest = FieldPath(Array(part.path.steps.dropFirst(whole.path.steps.count)))
      let said = whole.to?.value(at: rest)
      if said == part.to || isPart && said == nil && whole.to != nil { continue }
      let (first, second) = isPart ? (said, part.to) : (part.to, said)
      refuse(
        "\(name(part.path)) is set to \(first.inWords) and to \(second.inWords)",
        "do one of the two")
      return false
    }
    settings.append(new)
    return true
  }

  /// As ``agrees(_:_:_:called:)``, of a field of a standard.
  mutating func agrees(_ record: Record, _ path: FieldPath, _ to: FieldValue?) -> Bool {
    agrees(SubjectID(.standard, record.id), path, to) { part in
      let isRating = part.steps.count == 2 && part.steps[0] == "assessment"
      return "\(isRating ? part.steps[1] : part.description) of \(record.briefName)"
    }
  }

  /// Whether this call sets a rating, or a part of it.
  func sets(_ factor: Factor, of record: Record) -> Bool {
    let rating = FieldPath(["assessment", factor.rawValue])
    return settings.contains {
      $0.subject == SubjectID(.standard, record.id) && $0.path.overlaps(rating)
    }
  }
}

extension FieldValue? {
  fileprivate var inWords: String { map { Abridgement.byBlob.quoted($0.inlineBare) } ?? "nothing" }
}
