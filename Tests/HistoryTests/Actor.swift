/// Who acts in a story; all but Eve are members of its committee.
struct Actor {
  /// The member's id.
  let id: String
  let name: String
  let email: String

  static let cleo = Actor(id: "cleo", name: "Cleo Chair", email: "cleo@chair.example")
  static let ada = Actor(id: "ada", name: "Ada Editor", email: "ada@editors.example")
  static let bob = Actor(id: "bob", name: "Bob Second", email: "bob@south.example")
  static let siri = Actor(id: "siri", name: "Siri Third", email: "siri@north.example")
  /// Whose membership ends with June 2026.
  static let lars = Actor(id: "lars", name: "Lars Left", email: "lars@west.example")
  static let eve = Actor(id: "eve", name: "Eve Evil", email: "eve@x.example")

  /// As files and trailers name someone.
  var person: String { "\(name) <\(email)>" }
}
