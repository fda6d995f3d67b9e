/// What a form holds that was read in a way its sender should know of.
package struct FormRemark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Tracked changes were taken as shown: what was inserted is in, what was deleted is out.
    case hasTrackedChanges
    /// Comments in the margin were left out.
    case hasMarginComments
    /// Footnotes were left out.
    case hasFootnotes
    case hasPicture
    /// A file embedded in the document was left out.
    case hasEmbeddedFile
    /// A field of the form still shows what asks for its text, which was left out.
    case hasPrompt
    /// Hidden text was left out.
    case hasHiddenText
    /// The text of a table within the cell was taken as lines.
    case hasTableInCell
    /// A cell that is merged across these columns stands in the first.
    case isMerged([String])
    /// The texts of cells that stand below one heading were joined.
    case isSplit(String)
    /// The cell stands below no heading.
    case isBeyondHeadings
    /// The form has a column that was not asked for.
    case hasOtherColumn(String)
    /// The quotes of the cell do not match.
    case hasStrangeQuotes
    /// Bytes that are no characters were replaced.
    case hasStrangeBytes
  }

  package let kind: Kind
  package let place: FormPlace

  package init(_ kind: Kind, at place: FormPlace) {
    self.kind = kind
    self.place = place
  }
}

extension FormRemark: CustomStringConvertible {
  /// The place and the sentence.
  package var description: String { "\(place): \(sentence)" }

  /// What was done, without the place.
  package var sentence: String {
    switch kind {
    case .hasTrackedChanges:
      "tracked changes were taken as shown: insertions are in, deletions are out"
    case .hasMarginComments: "comments in the margin were left out"
    case .hasFootnotes: "footnotes were left out"
    case .hasPicture: "a picture was left out"
    case .hasEmbeddedFile: "a file embedded in the document was left out"
    case .hasPrompt: "a field was taken for empty: it shows what asks for its text"
    case .hasHiddenText: "hidden text was left out"
    case .hasTableInCell: "the table within the cell was taken as lines of text"
    case .isMerged(let headings):
      "the cell is merged across \(headings.map { "'\($0)'" }.joined(separator: ", ")) "
        + "and was taken for the first"
    case .isSplit(let heading): "the cells below '\(heading)' were joined"
    case .isBeyondHeadings: "the cell stands below no heading"
    case .hasOtherColumn(let heading): "the column '\(heading)' was not asked for"
    case .hasStrangeQuotes: "the quotes in the cell do not match, and were taken as they stand"
    case .hasStrangeBytes: "bytes that are no characters were replaced"
    }
  }
}
