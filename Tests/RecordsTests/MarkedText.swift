/// An input text in which markers such as `⟦1⟧` stand at the places that a test speaks of.
struct MarkedText {
  /// The text without its markers.
  let text: String
  /// Line and column of each marker, both from 1; columns count Unicode scalars.
  let places: [Int: Place]

  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  init(_ marked: String) {
    var clean = String.UnicodeScalarView()
    var places: [Int: Place] = [:]
    var digits: String?
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch (scalar, digits) {
      case ("⟦", _): digits = ""
      case ("⟧", let number?):
        places[Int(number) ?? 0] = Place(line: line, column: column)
        digits = nil
      case (_, let number?): digits = number + String(scalar)
      case (_, nil):
        clean.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    text = String(clean)
    self.places = places
  }
}
