import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Store
import Verbs

/// The standard that a proposal adds.
struct AddOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Add a standard under this id; --set gives its fields.", valueName: "ID"))
  var add: String?

  @Option(
    help: ArgumentHelp("Read the record of the added standard from a file.", valueName: "FILE"),
    completion: .file(extensions: ["yml"]))
  var record: String?

  @Flag(help: "Print a record to fill in for the added standard; write nothing.")
  var template = false

  func validate() throws {
    guard add == nil else {
      if template, record != nil { throw ValidationError("--template goes without --record.") }
      return
    }
    if record != nil { throw ValidationError("--record goes with --add.") }
    if template { throw ValidationError("--template goes with --add.") }
  }

  func fill(_ request: inout ProposeRequest) throws {
    request.adds = add
    request.record = try record.map {
      try GivenRecord(path: $0, consequence: "no proposal was written")
    }
  }

  /// Prints the template of a record; false where none was asked for.
  func printTemplate(_ global: GlobalOptions) throws -> Bool {
    guard template, let add else { return false }
    let template = try RecordTemplate(
      add, in: try global.workspace(writes: true).snapshot(.worktree))
    let next: Hint = "\(line: .propose(.record(template.id.text)))"
    Console.print(template.text(next: next.text))
    return true
  }
}
