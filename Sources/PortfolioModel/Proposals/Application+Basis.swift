extension Application {
  /// Names the proposal as the basis of a criterion or a ballot rule that it changes, unless it sets
  /// another basis.
  func withBasis(_ fields: Fields, _ before: Fields) -> Fields {
    guard proposal.number > 0, let criteria = Criteria(fields: fields) else { return fields }
    var fields = fields
    for criterion in criteria.criteria {
      let (old, new) = (before.value(at: criterion.path), fields.value(at: criterion.path))
      let path = criterion.path.appending("basis")
      if let old, old != new, before.value(at: path) == fields.value(at: path) {
        _ = fields.set(.text("decided \(proposal.number)"), at: path)
      }
    }
    let (old, new) = (before.fields("ballot"), fields.fields("ballot"))
    if let old, let new, old != new, old.text("basis") == new.text("basis") {
      _ = fields.set(.text("decided \(proposal.number)"), at: FieldPath("ballot.basis"))
    }
    return fields
  }
}
