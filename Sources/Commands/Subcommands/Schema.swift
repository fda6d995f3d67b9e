import ArgumentParser
import PortfolioModel
import Records
import Reports

extension Rspmaint {
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of a kind of file, a report or an export.",
      usage: "rspmaint schema <KIND>\nrspmaint schema --list [<options>]",
      discussion: """
        An editor that reads YAML with a schema completes fields and words, and marks what is \
        wrong while it is typed. What lies between fields and files, 'validate' judges.

        Examples:
          rspmaint schema --list
          rspmaint schema record > record.schema.json
        """)

    @Argument(
      help: ArgumentHelp(
        "A kind of file, or 'diff' or 'export' for the JSON of that verb.", valueName: "KIND"))
    var kind: SchemaKind?

    @Flag(help: "List the kinds, and the paths of the files of each.")
    var list = false

    @OptionGroup var output: ReportOptions

    func validate() throws {
      if list == (kind != nil) { throw ValidationError("Name one kind, or --list them.") }
    }

    func run() throws {
      guard let kind else {
        let report = SchemasReport(SchemaKind.allCases.map(\.entry))
        return try output.print(report.report, json: report.json)
      }
      Console.show(try kind.text)
    }
  }
}

/// What has a schema: a kind of file, or a report.
enum SchemaKind: ExpressibleByArgument, CaseIterable {
  case file(Layout.Kind)
  case report(ReportSchema)

  static let allCases =
    Layout.Kind.allCases.map { SchemaKind.file($0) }
    + ReportSchema.allCases.map { SchemaKind.report($0) }

  static var allValueStrings: [String] { allCases.map(\.entry.kind) }

  init?(argument: String) {
    guard let kind = SchemaKind.allCases.first(where: { $0.entry.kind == argument }) else {
      return nil
    }
    self = kind
  }

  var entry: SchemasReport.Entry {
    switch self {
    case .file(let kind): SchemasReport.Entry(kind.rawValue, at: kind.pattern, kind.schema.name)
    case .report(let report):
      SchemasReport.Entry(report.rawValue, at: nil, "the JSON of the verb '\(report.rawValue)'")
    }
  }

  /// The JSON Schema.
  var text: String {
    get throws {
      switch self {
      case .file(let kind):
        try FileSchema(kind.schema, of: kind.rawValue, at: kind.pattern).text
      case .report(let report): report.text
      }
    }
  }
}
