/// The people who propose, review and accept.
struct Committee {
  struct Member {
    let id: String
    let name: String
    let affiliation: String
    let role: String

    var email: String { "\(id)@\(affiliation.lowercased()).example" }
    var person: String { "\(name) <\(email)>" }
  }

  static let editor = Member(id: "ada", name: "Ada Editor", affiliation: "North", role: "editor")

  /// Neighbours belong to different affiliations.
  static let reviewers: [Member] = [
    ("bo", "Bo Reviewer", "South"), ("cleo", "Cleo Reviewer", "East"),
    ("dan", "Dan Reviewer", "West"), ("eve", "Eve Reviewer", "South"),
    ("finn", "Finn Reviewer", "East"), ("gil", "Gil Reviewer", "West"),
    ("hal", "Hal Reviewer", "South"), ("ines", "Ines Reviewer", "East"),
    ("jo", "Jo Reviewer", "West"),
  ].map { Member(id: $0.0, name: $0.1, affiliation: $0.2, role: "member") }

  static var text: String {
    "members:\n"
      + ([editor] + reviewers).map {
        "  - {id: \($0.id), name: \($0.name), email: \($0.email), affiliation: \($0.affiliation), "
          + "role: \($0.role)}\n"
      }.joined()
  }
}
