import Diagnostics
import PortfolioModel

private let waiver = "waives:\n  - {standard: a, criterion: legacy.tooling}\n"
private let review =
  "member: ada\ndate: 2026-01-01\nverdict: approve\ncontent: \(String(repeating: "a", count: 40))\n"

extension TextCase {
  /// Fields that a schema does not know or misses.
  static let keys: [TextCase] = [
    TextCase(
      "an unknown key, near a known one", .useCase, "title: T\n⟦1⟧cluase: x\n",
      .init(.unknownKey, 1)),
    TextCase(
      "unknown keys in mappings", .useCase,
      "title: T\nrows:\n  - name: N\n    category: data\n    ⟦1⟧sytems: [a]\n    standards: [a]\n"
        + "    footnotes:\n      - ⟦2⟧at: [a]\n        text: |\n          F.\n",
      .init(.unknownKey, 1), .init(.unknownKey, 2)),
    TextCase(
      "an unknown key in a flow mapping", .override,
      "kind: transition\nwaives:\n  - {standard: a, criterion: b, ⟦1⟧att: low}\nreason: |\n  R.\n",
      .init(.unknownKey, 1)),
    TextCase(
      "composed and decomposed letters in unknown keys", .useCase,
      "title: T\n⟦1⟧\u{E9}: x\n⟦2⟧e\u{301}: x\n", .init(.unknownKey, 1), .init(.unknownKey, 2)),
    TextCase(
      "a duplicate key", .useCase, "title: T\n⟦1⟧title: U\n", .init(.duplicateKey, 1)),
    TextCase(
      "a duplicate key that is quoted, with what it holds", .useCase,
      "title: T\ncovers: [a]\n⟦1⟧\"covers\": {b: [c]}\n", .init(.duplicateKey, 1)),
    TextCase(
      "missing keys", .override, "⟦1⟧cites: [tooling]\n", .init(.missingKey, 1),
      .init(.missingKey, 1)),
    TextCase(
      "missing keys in an item", .useCase, "title: T\nrows:\n  - ⟦1⟧note: N\n",
      .init(.missingKey, 1), .init(.missingKey, 1)),
    TextCase(
      "a misplaced key", .useCase, "clause: x\n⟦1⟧title: T\n", .init(.misplacedKey, 1)),
    TextCase(
      "every key behind the furthest", .useCase, "notes: |\n  N.\n⟦1⟧title: T\n⟦2⟧clause: x\n",
      .init(.misplacedKey, 1), .init(.misplacedKey, 2)),
    TextCase(
      "misplaced keys in a flow mapping", .override,
      "kind: transition\nwaives:\n  - {criterion: b, ⟦1⟧standard: a}\nreason: |\n  R.\n",
      .init(.misplacedKey, 1)),
    TextCase(
      "a review without a reviewer", .review, "⟦1⟧" + review.dropping("member: ada\n"),
      .init(.missingKey, 1)),
    TextCase(
      "a review with two reviewers, an objection without comment", .review,
      "⟦1⟧member: ada\nreviewer: A <a@x>\n"
        + review.dropping("member: ada\n").replacing("approve", with: "object"),
      .init(.missingKey, 1), .init(.missingKey, 1)),
  ]

  /// Values that do not fit their fields.
  static let values: [TextCase] = [
    TextCase("a list for a line", .useCase, "title: ⟦1⟧[T]\n", .init(.wrongType, 1)),
    TextCase("a mapping for a line", .useCase, "title: ⟦1⟧{a: b}\n", .init(.wrongType, 1)),
    TextCase("a line for a list", .useCase, "title: T\ncovers: ⟦1⟧a\n", .init(.wrongType, 1)),
    TextCase("a line for a mapping", .state, "status: draft\nclosed: ⟦1⟧a\n", .init(.wrongType, 1)),
    TextCase(
      "a line for an item that is a mapping", .useCase, "title: T\nrows: ⟦2⟧[⟦1⟧a]\n",
      .init(.wrongType, 1)),
    TextCase(
      "an object id of other length", .state, "status: open\nbase: ⟦1⟧abc\n", .init(.wrongType, 1)),
    TextCase(
      "empty values", .useCase,
      "title: ⟦1⟧\"\"\nclause:⟦2⟧\nscope: ⟦3⟧''\ncovers: ⟦4⟧[]\nout-of-scope: [a, ⟦5⟧\"\"]\n"
        + "rows: ⟦6⟧{}\nnotes: ⟦7⟧|\n", .init(.emptyValue, 1), .init(.emptyValue, 2),
      .init(.emptyValue, 3), .init(.emptyValue, 4), .init(.emptyValue, 5), .init(.emptyValue, 6),
      .init(.emptyValue, 7)),
    TextCase(
      "blank text", .useCase,
      "title: ⟦1⟧\" \"\nclause: ⟦2⟧\"\u{A0}\"\nscope: ⟦3⟧\"\\u200B\"\nout-of-scope: [a, ⟦4⟧\u{3000}]\n"
        + "notes: ⟦5⟧|\n  \u{2800}\n", .init(.blankText, 1), .init(.blankText, 2),
      .init(.blankText, 3), .init(.blankText, 4), .init(.blankText, 5)),
    TextCase(
      "an unknown word", .override, "kind: ⟦1⟧footnot\n\(waiver)reason: |\n  R.\n",
      .init(.unknownWord, 1)),
    TextCase(
      "a word in capitals, and ends of words", .override,
      "kind: transition\ncites: [⟦1⟧Tooling, ⟦2⟧tool]\n\(waiver)reason: |\n  R.\n",
      .init(.unknownWord, 1), .init(.unknownWord, 2)),
    TextCase(
      "a flag that is not true", .proposal,
      "nature: editorial\nproposer: A <a@x>\ncreated: 2026-01-01\nchanges:\n  - override: a\n"
        + "    remove: ⟦1⟧yes\n", .init(.unknownWord, 1)),
    TextCase(
      "ids with capitals, spaces, hyphens and too many letters", .useCase,
      "title: T\nrows:\n  - name: N\n    category: data\n    standards: [⟦1⟧HL7, ⟦2⟧a b, ⟦3⟧a--b, "
        + "⟦4⟧a-, ⟦5⟧é, ⟦6⟧\(String(repeating: "a", count: 65))]\n", .init(.invalidIdentifier, 1),
      .init(.invalidIdentifier, 2), .init(.invalidIdentifier, 3), .init(.invalidIdentifier, 4),
      .init(.invalidIdentifier, 5), .init(.invalidIdentifier, 6)),
    TextCase(
      "a key that is no id", .criteria,
      "regional: lowest\ngroups:\n  legacy:\n    expected:\n      ⟦1⟧A b: {condition: not-superseded,"
        + " basis: x}\nmoves:\n  - {from: new, to: legacy}\nreview:\n  assessment: {approvals: 1}\n"
        + "  editorial: {approvals: 1}\n", .init(.invalidIdentifier, 1)),
    TextCase(
      "a number with a zero", .useCase, "title: T\ntable: ⟦1⟧07\n", .init(.invalidNumber, 1)),
    TextCase("a negative number", .useCase, "title: T\ntable: ⟦1⟧-7\n", .init(.invalidNumber, 1)),
    TextCase(
      "a number of 7 digits", .useCase, "title: T\ntable: ⟦1⟧1000000\n", .init(.invalidNumber, 1)),
    TextCase(
      "digits of another script", .useCase, "title: T\ntable: ⟦1⟧٣\n", .init(.invalidNumber, 1)),
    TextCase(
      "dates that are not", .proposal,
      "nature: editorial\nproposer: A <a@x>\ncreated: ⟦1⟧2026-02-29\nevidence:\n"
        + "  - {title: T, kind: survey, accessed: ⟦2⟧2026-1-1}\n", .init(.invalidDate, 1),
      .init(.invalidDate, 2)),
    TextCase(
      "a day or next-edition", .override,
      "kind: transition\n\(waiver)reason: |\n  R.\nreview-by: ⟦1⟧next\n", .init(.invalidDate, 1)),
    TextCase(
      "a person without an address", .proposal,
      "nature: editorial\nproposer: ⟦1⟧Ada\ncreated: 2026-01-01\n", .init(.invalidPerson, 1)),
    TextCase(
      "a person with two addresses", .proposal,
      "nature: editorial\nproposer: ⟦1⟧A <a@x> <b@x>\ncreated: 2026-01-01\n",
      .init(.invalidPerson, 1)),
    TextCase(
      "links of other kinds", .proposal,
      "nature: editorial\nproposer: A <a@x>\ncreated: 2026-01-01\nevidence:\n"
        + "  - {title: T, kind: survey, url: ⟦1⟧\"javascript:a\"}\n"
        + "  - {title: T, kind: survey, url: ⟦2⟧https://}\n"
        + "  - {title: T, kind: survey, url: ⟦3⟧https://a b}\n", .init(.invalidLink, 1),
      .init(.invalidLink, 2), .init(.invalidLink, 3)),
    TextCase(
      "line breaks in lines", .useCase,
      "title: ⟦1⟧|\n  T\ncovers: [⟦2⟧\"a\\nb\"]\n", .init(.lineBreakInLine, 1),
      .init(.lineBreakInLine, 2)),
    TextCase(
      "line breaks in the items of a change", .proposal,
      "nature: editorial\nproposer: A <a@x>\ncreated: 2026-01-01\nchanges:\n  - standard: a\n    set:\n"
        + "      - field: sdo\n        from: [⟦1⟧\"a\\nb\"]\n        to: [c]\n",
      .init(.lineBreakInLine, 1)),
    TextCase(
      "repeated items", .useCase, "title: T\ncovers: [a, b, ⟦1⟧a, ⟦2⟧\"a\"]\n",
      .init(.repeatedItem, 1), .init(.repeatedItem, 2)),
    TextCase(
      "a repeated mapping", .override,
      "kind: transition\nwaives:\n  - {standard: a, criterion: b}\n  - ⟦1⟧{standard: a, criterion: b}"
        + "\nreason: |\n  R.\n", .init(.repeatedItem, 1)),
    TextCase(
      "no repetition in letters composed and decomposed", .useCase,
      "title: T\ncovers: [\u{E9}, e\u{301}]\n"),
  ]

  /// Text that says the right thing in another form than the one.
  static let forms: [TextCase] = [
    TextCase("needless quotes", .useCase, "⟦1⟧title: \"T\"\n", .init(.notCanonical, 1)),
    TextCase("single quotes", .useCase, "title: T\n⟦1⟧clause: '1'\n", .init(.notCanonical, 1)),
    TextCase("plain text that is a word", .useCase, "⟦1⟧title: no\n", .init(.notCanonical, 1)),
    TextCase("plain text that is a figure", .useCase, "⟦1⟧title: 1_000\n", .init(.notCanonical, 1)),
    TextCase("two spaces", .useCase, "⟦1⟧title:  T\n", .init(.notCanonical, 1)),
    TextCase("a space at the end", .useCase, "⟦1⟧title: T \n", .init(.notCanonical, 1)),
    TextCase("a blank line", .useCase, "title: T\n⟦1⟧\nclause: x\n", .init(.notCanonical, 1)),
    TextCase("no final line feed", .useCase, "title: T\n⟦1⟧clause: x", .init(.notCanonical, 1)),
    TextCase("a blank line at the end", .useCase, "title: T\n⟦1⟧\n", .init(.notCanonical, 1)),
    TextCase("folded prose", .useCase, "title: T\n⟦1⟧notes: >\n  N.\n", .init(.notCanonical, 1)),
    TextCase("prose on a line", .useCase, "title: T\n⟦1⟧notes: N.\n", .init(.notCanonical, 1)),
    TextCase(
      "prose with a strip mark", .useCase, "title: T\n⟦1⟧notes: |-\n  N.\n", .init(.notCanonical, 1)
    ),
    TextCase("prose far in", .useCase, "title: T\nnotes: |\n⟦1⟧    N.\n", .init(.notCanonical, 1)),
    TextCase(
      "prose that starts with a blank line", .useCase, "title: T\nnotes: ⟦1⟧|\n\n  N.\n",
      .init(.notCanonical, 1)),
    TextCase(
      "prose with a space at a line's end", .useCase, "title: T\nnotes: ⟦1⟧|\n  N. \n  M.\n",
      .init(.notCanonical, 1)),
    TextCase(
      "prose of a change that starts with a space", .proposal,
      "nature: editorial\nproposer: A <a@x>\ncreated: 2026-01-01\nchanges:\n  - standard: a\n    set:\n"
        + "      - field: notes\n        to: ⟦1⟧\" a\\nb\\n\"\n", .init(.notCanonical, 1)),
    TextCase("a folded line", .useCase, "⟦1⟧title: a\n  b\n", .init(.notCanonical, 1)),
    TextCase(
      "a block list of lines", .useCase, "title: T\n⟦1⟧covers:\n  - a\n", .init(.notCanonical, 1)),
    TextCase(
      "a flow list of mappings", .override,
      "kind: transition\n⟦1⟧waives: [{standard: a, criterion: b}]\nreason: |\n  R.\n",
      .init(.notCanonical, 1)),
    TextCase(
      "dashes that are not indented", .override,
      "kind: transition\nwaives:\n⟦1⟧- {standard: a, criterion: b}\nreason: |\n  R.\n",
      .init(.notCanonical, 1)),
    TextCase(
      "block mappings where they are small", .override,
      "kind: transition\nwaives:\n⟦1⟧  - standard: a\n    criterion: b\nreason: |\n  R.\n",
      .init(.notCanonical, 1)),
  ]
}

extension String {
  func dropping(_ part: String) -> String { replacing(part, with: "") }
}
