import TestSupport
import Testing

@Suite("Messages on what people type into a record")
struct MessageTests {
  /// A fault that someone types into the record of LOINC, and all that validate says of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let says: String

    init(_ old: String, _ new: String, _ says: String) {
      (self.old, self.new, self.says) = (old, new, says)
    }

    var testDescription: String { new }
  }

  static let faults = [
    Fault(
      "clause: 5.3.1.2\n", "clause: 5.3.1.2\n<<<<<<< HEAD\n",
      """
      4:1: error: a merge stopped here, and both sides are in the file [conflict-markers]
        help: keep what is right of both, take out the lines '<<<<<<<', '=======' and '>>>>>>>'
      """),
    Fault(
      "brief-name: LOINC", "brief-name: \"LOINC",
      """
      1:13: error: the quotation mark that opens here is not closed on its line [yaml-syntax]
        help: close it at the end of the text, or take it away
      """),
    Fault(
      "[Regenstrief Institute]", "['Regenstrief Institute]",
      """
      17:7: error: the quotation mark that opens here is not closed on its line [yaml-syntax]
        help: close it at the end of the text, or take it away
      """),
    Fault(
      "brief-name: LOINC", "brief-name: LOINC: the best's",
      """
      1:13: error: text that holds ': ' needs quotes [yaml-syntax]
        help: write brief-name: 'LOINC: the best''s'
      """),
    Fault(
      "scope: Terminology", "scope Terminology",
      """
      4:1: error: this line has no ':' after the name of a field [yaml-syntax]
        help: write it as 'field: value'
      """),
    Fault(
      "group: preferred", "  group: preferred",
      """
      5:3: error: this line is indented below one that has a value already [yaml-syntax]
        help: indent it by as many spaces as the fields that it belongs to
      """),
    Fault(
      "  product-adoption", " product-adoption",
      """
      9:2: error: this line is not indented like the fields around it [yaml-syntax]
        help: indent it by as many spaces as the fields that it belongs to
      """),
    Fault(
      "  product-adoption", "\tproduct-adoption",
      """
      9:1: error: a tab indents the line [tab-indentation]
        help: indent with spaces
      """),
    Fault(
      "[Regenstrief Institute]", "[Regenstrief Institute",
      """
      17:6: error: the '[' that opens here is not closed [yaml-syntax]
        help: close it with ']', with commas between the items; text that holds brackets, commas \
      or ': ' goes in quotes
      """),
    Fault(
      "brief-name: LOINC", "brief-name: @LOINC",
      """
      1:13: error: text can't begin with '@' without quotes [yaml-syntax]
        help: put the text in quotes: brief-name: '@LOINC'
      """),
    Fault(
      "brief-name: LOINC", "brief-name: **LOINC",
      """
      1:13: error: text can't begin with '*' without quotes [yaml-syntax]
        help: put the text in quotes: brief-name: '**LOINC'
      """),
    Fault(
      "brief-name: LOINC", "brief-name: - LOINC",
      """
      1:13: error: an item of a list can't stand in the line of its field [yaml-syntax]
        help: begin a new line with it, indented by two spaces, or write the list as '[a, b]'
      """),
    Fault(
      "brief-name: LOINC", "brief-name: \"LO\\qINC\"",
      """
      1:16: error: a backslash in double quotes stands before a character that it can't precede \
      [yaml-syntax]
        help: write two backslashes, or put the text in single quotes
      """),
    Fault(
      """
      assessment:
        maturity: final
        product-adoption: moderate
        site-deployment: moderate
        tooling: moderate

      """, "",
      """
      1:1: error: a record needs 'assessment' [missing-key]
        help: add 'assessment:', and below it, indented by two spaces, a line for each field:
        help: 'maturity: …', one of published-draft, trial-use, final or retired
        help: 'product-adoption: …', one of none, pilot, low, moderate, high or universal
        help: 'site-deployment: …', one of none, pilot, low, moderate, high or universal
        help: 'tooling: …', one of none, low, moderate or high
      """),
    Fault(
      "group: preferred\n", "",
      """
      1:1: error: a record needs 'group' [missing-key]
        help: add 'group: …', one of preferred, legacy or emerging
      """),
    Fault(
      "sdo: [Regenstrief Institute]\n", "",
      """
      1:1: error: a record needs 'sdo' [missing-key]
        help: add 'sdo: […]', each item a line of text
      """),
  ]

  @Test("Names the cause, the place and what to type", arguments: faults)
  func fault(fault: Fault) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let path = "Portfolio/standards/data/loinc.yml"
    try sandbox.edit(path, fault.old, fault.new)
    let outcome = try sandbox.rspmaint(["validate", "loinc"])
    #expect(
      outcome.out == "\(path):\(fault.says)\n\nloinc: 1 error, no warnings, no notes\n")
    #expect(outcome.code == 1)
  }

  @Test("Names the file that a portfolio lacks, and where to get it")
  func missing() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("rm Portfolio/criteria.yml")
    let outcome = try sandbox.rspmaint(["list"])
    #expect(
      outcome.err == """
        rspmaint: the portfolio can't be read
          Portfolio/criteria.yml: the portfolio needs this file [missing-file]
          help: get it back where the history has it: git checkout HEAD -- Portfolio/criteria.yml
          help: else copy the one that comes with the tool, and adapt it

        """)
    #expect(outcome.code == 65)
    try sandbox.shell("rm -r Portfolio")
    let none = try sandbox.rspmaint(["list"])
    #expect(
      none.err == """
        rspmaint: there is no portfolio at '.' or above it
          help: go to the folder that holds Portfolio/, or give it: '--repo PATH'
          help: 'rspmaint init FOLDER --title TITLE --domain DOMAIN' starts one

        """)
    #expect(none.code == 66)
  }

  @Test("Tells all mistakes of one command line, each in a line")
  func commandLine() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let two = try sandbox.rspmaint(["lsit", "--gruop", "prefered", "--categroy=dta"])
    #expect(
      two.err == """
        rspmaint: there is no verb 'lsit'
          help: did you mean 'rspmaint list'?
        Error: Unknown option '--gruop'. Did you mean '--group'?
        Error: The value 'prefered' is invalid for '--group <GROUP>'. Did you mean 'preferred'? \
        Allowed are 'preferred', 'legacy' or 'emerging'.
        Error: Unknown option '--categroy'. Did you mean '--category'?
        Error: The value 'dta' is invalid for '--category <CATEGORY>'. Did you mean 'data'? \
        Allowed are the following:
          - data
          - content
          - information-exchange
          - privacy-and-security
          - technical-workflow
          - functional
          - workflow
          - business-process
          - safety
        Help:  --category <CATEGORY>  Only standards of this category.
        Usage: rspmaint list [<WORD> ...] [<options>]
          See 'rspmaint list --help' for more information.

        """)
    #expect(two.code == 64)
    let field = try sandbox.rspmaint(["propose", "loinc", "--set", "adoptoin=low"])
    #expect(
      field.err == """
        rspmaint: a record has no field 'adoptoin'
          help: did you mean 'adoption'?

        """)
  }
}
