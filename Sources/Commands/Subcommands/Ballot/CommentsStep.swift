import ArgumentParser
import Exchange
import PortfolioModel
import Records
import Reports
import Verbs

enum CommentsFormat: String, PageFormat {
  case text, markdown, html, docx, csv, json
}

extension Rspmaint.Ballot {
  struct CommentsStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comments", abstract: "Collate the comments of all bodies, with their answers.",
      usage: "rspmaint ballot comments <ID> [--format <FORMAT>] [<options>]",
      discussion: """
        As docx or csv it is ISO's comment form, with the comments' ids in the first column: the \
        agenda of the meeting. Filled in by the secretary, 'ballot dispose --from' reads it back.

        Examples:
          rspmaint ballot comments cd-2
          rspmaint ballot comments cd-2 --format docx --output comments.docx
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: PageOptions<CommentsFormat>

    @Argument(
      help: ArgumentHelp("The ballot's id.", valueName: "ID"), completion: Candidates.ballots)
    var id: Identifier

    func validate() throws {
      guard output.format != .docx || output.output != nil else {
        throw ValidationError("A Word document goes into a file: add --output FILE.")
      }
    }

    func run() throws {
      let workspace = try global.workspace()
      let found = try ReadBallot(id, in: try revision.snapshot(workspace), global.surroundings)
        .opened()
      let report = CommentsReport(found.entry, found.ballot)
      let form = CommentForm(collating: found.entry, of: found.ballot)
      switch output.format {
      case .text: try output.print(output.terminalText(report.report))
      case .markdown: try output.print(MarkdownRenderer().render(report.report))
      case .html: try output.print(PageRenderer().render(report.page))
      case .csv: try output.print(String(decoding: form.csv, as: UTF8.self))
      case .docx: try output.write(form.docx)
      case .json: try output.print(JSONText.of(report.json))
      }
    }
  }
}
