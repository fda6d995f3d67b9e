import ArgumentParser
import Diagnostics
import History
import PortfolioModel
import Reports
import Store
import Verbs

extension Rspmaint.Edition {
  struct BundleStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "bundle", abstract: "Write one file that proves an edition.",
      usage: "rspmaint edition bundle <NAME> --output <FILE> [<options>]",
      discussion: """
        The file holds the tag, the objects of the history, data, tables, changelog, ballots and \
        keys. Its bytes are the same each time.

        Examples:
          rspmaint edition bundle 2030-fdis --output fdis.zip
          rspmaint edition bundle 'ISO 12345:2030' --output edition.zip
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The edition.", valueName: "NAME"))
    var name: String

    @Option(help: ArgumentHelp("The file to write.", valueName: "FILE"))
    var output: String

    func run() throws {
      let workspace = try global.workspace()
      let outcome = try BundleEdition(
        name, output: output, maker: Rspmaint.version, global.surroundings
      ).run(in: workspace)
      for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    }
  }

  struct VerifyStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Prove an edition from its file alone, offline.",
      usage: "rspmaint edition verify <FILE> [<options>]",
      discussion: """
        Judges the history that the file holds, makes all parts again and compares them. It needs \
        no repository.

        Examples:
          rspmaint edition verify edition.zip
          rspmaint edition verify edition.zip --expect SHA256:FINGERPRINT
        """)

    @Argument(help: ArgumentHelp("The file of an edition.", valueName: "FILE"))
    var file: String

    @Option(
      help: ArgumentHelp(
        "Refuse what is not signed by this key, or is not this tag.", valueName: "FINGERPRINT"))
    var expect: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let proof = try VerifyEdition(
        file, expected: expect, maker: Rspmaint.version, global.surroundings
      ).run()
      let report = EditionProofReport(EditionProofReport.Proof(proof))
      try output.print(report.report, json: report.json)
    }
  }
}

extension EditionProofReport.Proof {
  init(_ outcome: VerifyEdition.Outcome) {
    let signer: EditionProofReport.Signer =
      switch outcome.signature {
      case .absent: .nobody
      case .other(let what): .unchecked(what)
      case .ssh(let key): .key(key.fingerprint, member: outcome.member)
      case .openPGP(let key, let owner, let hasExpired):
        .openPGP(key, owner: owner, hasExpired: hasExpired)
      }
    self.init(
      title: outcome.title, name: outcome.name.text, tag: outcome.tag, commit: outcome.commit,
      base: outcome.base, maker: outcome.maker, signer: signer, digests: outcome.digests,
      commits: outcome.audit.kinds.count,
      changes: outcome.audit.kinds.count { kind in
        switch kind {
        case .acceptance, .edition: true
        default: false
        }
      }, approvals: outcome.audit.approvals.count,
      proved: outcome.audit.approvals.count { $0 }, isRemade: outcome.remade)
  }
}
