extension RuleID {
  /// Of files and their text.
  var textGuidance: RuleGuidance? {
    switch self {
    case .unreadableFile:
      RuleGuidance("a record that only another user may read", "give yourself the right to read it")
    case .notARegularFile:
      RuleGuidance("a link in a record's place", "put the file itself there")
    case .unexpectedFile:
      RuleGuidance("a spreadsheet beside the records", "move it elsewhere")
    case .missingFile:
      RuleGuidance(
        "no criteria.yml", "bring it back from the last commit: \(git: .restore(["FILE"]))")
    case .oversizedFile:
      RuleGuidance("a description of two million letters", "shorten it, and link to what is long")
    case .invalidFileName:
      RuleGuidance("Example Codes.yml", "name it by its id in small letters, as example-codes.yml")
    case .newerFormat:
      RuleGuidance("format: 99", "install the version of this tool that made it, or a later one")
    case .moreFindings:
      RuleGuidance(
        "a file with hundreds of wrong lines", "mend those that are shown, then look again")
    case .beyondLimit:
      RuleGuidance("the 1,001st member", "take out what is no longer needed, or split the proposal")
    case .refusedProposalUnread:
      RuleGuidance("thousands of rejected proposals", "nothing has to be done: they decide nothing")
    case .invalidUTF8:
      RuleGuidance("a name that was saved as Latin-1", "save the file as UTF-8")
    case .byteOrderMark:
      RuleGuidance(
        "a file that a spreadsheet saved",
        "save it as UTF-8 without a mark, or: \(run: .verb(.format))")
    case .carriageReturn:
      RuleGuidance("lines that end as on Windows", "let lines end in LF: \(run: .verb(.format))")
    case .tabIndentation:
      RuleGuidance("a tab before a field", "indent by spaces")
    case .forbiddenCharacter:
      RuleGuidance("a zero-width space in a name", "type the text anew")
    case .conflictMarkers:
      RuleGuidance("<<<<<<< HEAD", "keep the lines that are right, and take out the marks")
    case .yamlSyntax:
      RuleGuidance("sdo: [World Health", "close what was opened, at the place that is named")
    case .yamlComment:
      RuleGuidance("group: legacy  # since May", "say it in the field notes")
    case .yamlAnchor:
      RuleGuidance("assessment: &usual", "write the values out")
    case .yamlAlias:
      RuleGuidance("assessment: *usual", "write the values out")
    case .yamlTag:
      RuleGuidance("clause: !!str 5.3", "leave out the tag: all values are text")
    case .yamlMergeKey:
      RuleGuidance("<<: *usual", "write the values out")
    case .yamlComplexKey:
      RuleGuidance("? [a, b] : c", "use a field's name as the key")
    case .multipleDocuments:
      RuleGuidance("a second --- in a file", "put each record into a file of its own")
    case .nestedTooDeeply:
      RuleGuidance("[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]", "write the values that the field takes")
    case .tooManyItems:
      RuleGuidance("a list of three thousand names", "shorten it")
    case .notCanonical:
      RuleGuidance("group:   'legacy'", "let the tool write it: \(run: .verb(.format))")
    default: nil
    }
  }

  /// Of the fields of a record.
  var shapeGuidance: RuleGuidance? {
    switch self {
    case .unknownKey: RuleGuidance("grup: legacy", "use the name that the message offers")
    case .duplicateKey: RuleGuidance("group twice in one record", "take one of them out")
    case .missingKey: RuleGuidance("a record without scope", "add the field")
    case .misplacedKey:
      RuleGuidance("scope above formal-name", "let the tool order them: \(run: .verb(.format))")
    case .wrongType: RuleGuidance("scope: [a, b]", "write the form that the message names")
    case .emptyValue: RuleGuidance("clause:", "give it a value, or take the field out")
    case .blankText: RuleGuidance("a scope of spaces", "write what it should say")
    case .unknownWord: RuleGuidance("group: emergin", "use one of the words that the message lists")
    case .invalidIdentifier:
      RuleGuidance("superseded-by: [Example Codes]", "use the id, which is the name of its file")
    case .invalidNumber: RuleGuidance("position: ten", "write a whole number")
    case .invalidDate: RuleGuidance("review-by: May 2030", "write YYYY-MM-DD")
    case .invalidPerson: RuleGuidance("proposer: Ada", "write NAME <ADDRESS>")
    case .invalidLink:
      RuleGuidance("url: example.org", "write the whole address, https:// included")
    case .lineBreakInLine: RuleGuidance("a title over two lines", "write it on one")
    case .repeatedItem: RuleGuidance("sdo: [A, A]", "name it once")
    default: nil
    }
  }
}
