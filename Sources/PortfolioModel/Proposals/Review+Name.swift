extension Review.Reviewer {
  /// The name of the person, or the id of a member whom the committee does not know.
  package func name(in committee: Committee?) -> String {
    switch self {
    case .member(let id): committee?.member(id)?.person.name ?? id.text
    case .person(let person): person.name
    }
  }
}
