/// Why a form can't be read: what is thrown, where a fault in one cell is a ``FormRemark``.
package struct FormProblem: Error, Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    /// The file is of another kind.
    case isOther(FileKind)
    /// The form, or what is packed in it, holds more bytes than this.
    case holdsTooMuch(megabytes: Int)
    case holdsTooManyFiles(most: Int)
    /// The file with this name is encrypted.
    case isEncrypted(String)
    /// The name would lead out of the archive.
    case hasStrangeName(String)
    case hasNameTwice(String)
    /// The archive can't be unpacked, for this reason.
    case isDamaged(String)
    case lacksPart(String)
    /// The part is no XML, for this reason.
    case isMalformed(line: Int, String)
    /// The part declares a document type; no form does.
    case declaresType
    case isTooDeep(most: Int)
    case hasTooManyElements(most: Int)
    case hasTooManyCells(most: Int)
    /// No row of the form holds the headings.
    case hasOtherColumns(expected: [String], found: [String])
    /// A library that reads or writes forms can't be loaded, for this reason.
    case lacksLibrary(String)
    /// The form can't be made, for this reason.
    case isUnwritten(String)
  }

  package let place: FormPlace
  package let fault: Fault

  package init(_ fault: Fault, at place: FormPlace) {
    self.place = place
    self.fault = fault
  }
}

extension FormProblem: CustomStringConvertible {
  /// The place and the sentence.
  package var description: String { "\(place): \(sentence)" }

  /// What is wrong, without the place.
  package var sentence: String {
    switch fault {
    case .isOther(let kind): kind.sentence
    case .holdsTooMuch(let megabytes): "it holds more than \(megabytes) MB"
    case .holdsTooManyFiles(let most): "more than \(most) files are packed in it"
    case .isEncrypted(let name): "'\(name)' in it is encrypted"
    case .hasStrangeName(let name): "'\(name)' is no name for a file in it"
    case .hasNameTwice(let name): "'\(name)' is in it twice"
    case .isDamaged(let reason): "it is damaged: \(reason)"
    case .lacksPart(let name): "it has no '\(name)', which each Word document has"
    case .isMalformed(let line, let reason): "it is damaged: line \(line): \(reason)"
    case .declaresType: "it declares a document type, which no Word document does"
    case .isTooDeep(let most): "it has more than \(most) elements in each other"
    case .hasTooManyElements(let most): "it has more than \(most) elements"
    case .hasTooManyCells(let most): "it has more than \(most) cells"
    case .hasOtherColumns(let expected, let found):
      "no row has the headings \(FormProblem.list(expected)); "
        + (found.isEmpty
          ? "there is no table" : "the nearest row reads \(FormProblem.list(found))")
    case .lacksLibrary(let reason):
      "the library that reads or writes it can't be loaded: \(reason)"
    case .isUnwritten(let reason): "it can't be written: \(reason)"
    }
  }

  private static func list(_ headings: [String]) -> String {
    headings.map { "'\($0)'" }.joined(separator: ", ")
  }
}
