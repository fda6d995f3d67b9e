import ArgumentParser
import Reports

extension Rspmaint {
  struct Guide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "guide",
      abstract: "Print a short manual for one role.",
      usage: "rspmaint guide <ROLE> [<options>]",
      discussion: """
        Each has at most two printed pages: what to type, in the order in which it is needed.

        Examples:
          rspmaint guide editor
          rspmaint guide secretary --format markdown
        """)

    @OptionGroup var output: ReportOptions

    @Argument(help: ArgumentHelp("editor, reviewer, secretary or host.", valueName: "ROLE"))
    var role: Role

    func run() throws {
      let text = role.text
      guard output.format != .markdown else { return output.show(text) }
      try output.print(GuideText(text).report, json: JSON(role: role.rawValue, markdown: text))
    }

    enum Role: String, CaseIterable, ExpressibleByArgument {
      case editor, reviewer, secretary, host

      /// The article of the manual.
      var text: String {
        let bytes =
          switch self {
          case .editor: PackageResources.Editor_md
          case .reviewer: PackageResources.Reviewer_md
          case .secretary: PackageResources.Secretary_md
          case .host: PackageResources.Host_md
          }
        return String(decoding: bytes, as: UTF8.self)
      }
    }

    /// `rspmaint.guide/1`
    private struct JSON: Encodable {
      let schema = "rspmaint.guide/1"
      let role: String
      let markdown: String
    }
  }
}
