/// The files of a ballot.
extension Schema {
  /// `ballot.yml`: what is frozen when a ballot is opened, and what happened since.
  package static let ballot = Schema(
    "a ballot",
    [
      Field("title", .line, required: true),
      Field("document", .line),
      Field("project", .line),
      Field("opened", .date(or: []), required: true),
      Field("closes", .date(or: []), required: true),
      Field("zone", .line, required: true),
      Field("vote-on", .word(.granularity), required: true),
      Field("base", .objectID, required: true),
      Field("proposals", .list(.fields(ballotItem)), required: true),
      Field("changes", .list(.fields(ballotedChange))),
      Field("rule", .fields(.ballotRule), required: true),
      Field("bodies", .list(.fields(.body)), required: true),
      Field("package", .fields(ballotPackage)),
      Field("extended", .list(.fields(ballotExtension))),
      Field("ended", .fields(ballotEvent("an end", []))),
      Field("recirculated", .list(.fields(ballotRound))),
      Field("cancelled", .fields(ballotEvent("a cancellation", []))),
      Field("later-packages", .list(.fields(laterPackage))),
    ])

  private static let ballotItem = Schema(
    "a balloted proposal", flow: true,
    [
      Field("number", .number, required: true),
      Field("content", .objectID, required: true),
    ])

  /// What the forms call a change, and what identifies it across runs.
  private static let ballotedChange = Schema(
    "a balloted change", flow: true,
    [
      Field("change", .line, required: true),
      Field("place", .line, required: true),
      Field("fingerprint", .line, required: true),
    ])

  private static let ballotPackage = Schema("a package", packageFields)

  /// What was sent after the opening: which round it is of, and when that closed then.
  private static let laterPackage = Schema(
    "a later package",
    [
      Field("round", .number, required: true),
      Field("closes", .date(or: []), required: true),
    ] + packageFields)

  private static let packageFields = [
    Field("made-by", .line, required: true),
    Field(
      "files",
      .list(
        .fields(
          Schema(
            "a file of the package", flow: true,
            [
              Field("name", .line, required: true), Field("digest", .digest, required: true),
            ]))), required: true),
  ]

  /// A later round of voting, on proposals whose texts have changed.
  private static let ballotRound = Schema(
    "a round of voting",
    [
      Field("opened", .date(or: []), required: true),
      Field("closes", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("proposals", .list(.fields(ballotItem)), required: true),
      Field("base", .objectID),
      Field("changes", .list(.fields(ballotedChange))),
      Field("extended", .list(.fields(ballotExtension))),
      Field("ended", .fields(ballotEvent("an end", []))),
    ])

  private static let ballotExtension = ballotEvent(
    "an extension", [Field("closes", .date(or: []), required: true)])

  /// What an officer did, with further fields before.
  static func ballotEvent(_ name: String, _ fields: [Field]) -> Schema {
    Schema(
      name, flow: true,
      fields + [
        Field("date", .date(or: []), required: true),
        Field("by", .person, required: true),
        Field("because", .line),
      ])
  }

  /// What is shared of a body's replies while voting; those that are lost are named by their digests.
  package static let receipts = Schema(
    "a body's receipts",
    [
      Field("receipts", .list(.fields(receipt)), required: true),
      Field("lost", .list(.fields(lostReceipt))),
    ])

  static let receipt = Schema(
    "a receipt", flow: true,
    [
      Field("round", .number),
      Field("date", .date(or: []), required: true),
      Field("time", .line),
      Field("digest", .digest, required: true),
    ])

  /// That the reply of a receipt is lost, and nobody can open it any more.
  private static let lostReceipt = Schema(
    "a lost reply", flow: true,
    [
      Field("digest", .digest, required: true),
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("because", .line, required: true),
    ])

  /// A body's replies, in the order of its receipts; the last one counts.
  package static let replies = Schema(
    "a body's replies", [Field("replies", .list(.fields(.reply)), required: true)])

  package static let reply = Schema(
    "a reply",
    [
      Field("salt", .line, required: true),
      Field("voter", .identifier, required: true),
      Field(
        "votes",
        .list(
          .fields(
            Schema(
              "a vote", flow: true,
              [Field("proposal", .number), Field("vote", .word(.vote), required: true)])))),
      Field("comments", .list(.fields(comment))),
    ])

  private static let comment = Schema(
    "a comment",
    [
      Field("proposal", .number),
      Field("about", .line),
      Field("line", .line),
      Field("clause", .line),
      Field("paragraph", .line),
      Field("type", .word(.commentKind), required: true),
      Field("text", .prose, required: true),
      Field("change", .prose),
    ])

  /// What the committee answers to a body's comments, and how its negative votes were judged.
  package static let dispositions = Schema(
    "a body's dispositions",
    [
      Field("dispositions", .list(.fields(disposition))),
      Field("negatives", .list(.fields(judgedNegative))),
      Field("satisfied", .list(.fields(satisfaction))),
    ])

  private static let satisfaction = Schema(
    "a commenter's word", flow: true,
    [
      Field("comment", .line, required: true),
      Field("is", .word(.satisfaction), required: true),
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field("file", .line, required: true),
      Field("content", .objectID, required: true),
    ])

  private static let disposition = Schema(
    "a disposition",
    [
      Field("comment", .line, required: true),
      Field("disposition", .word(.answer), required: true),
      Field("because", .line),
      Field("same-as", .line),
      Field(
        "agreed",
        .fields(
          Schema(
            "an agreement", flow: true,
            [
              Field("at", .line, required: true),
              Field("on", .date(or: []), required: true),
              Field("resolution", .line),
            ]))),
      Field("reopened", .line),
    ])

  private static let judgedNegative = Schema(
    "a judged negative vote", flow: true,
    [
      Field("round", .number),
      Field("proposal", .number),
      Field("reason", .word(.negativeReason), required: true),
      Field("although", .list(.line)),
      Field("because", .line, required: true),
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
    ])

  /// `result.yml`: what a ballot decided.
  package static let ballotResult = Schema(
    "a ballot's result",
    [
      Field("date", .date(or: []), required: true),
      Field("by", .person, required: true),
      Field(
        "proposals",
        .list(
          .fields(
            Schema(
              "a result", flow: true,
              [
                Field("number", .number, required: true),
                Field("content", .objectID, required: true),
                Field("voted", .objectID),
                Field("verdict", .word(.tallyVerdict), required: true),
                Field("in-favour", .line),
                Field("negative", .line),
                Field("returned", .line),
              ]))), required: true),
      Field(
        "external",
        .fields(
          Schema(
            "the result of another platform", flow: true,
            [
              Field("file", .line, required: true),
              Field("content", .objectID, required: true),
            ]))),
    ])
}
