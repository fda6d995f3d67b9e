import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Store
import Verbs

/// What the steps of an edition have in common that write.
struct EditionStepOptions: ParsableArguments {
  @OptionGroup var options: DeskOptions

  /// Takes a step and prints what it did.
  func take(_ step: (borrowing Workspace, Surroundings) throws -> EditionOutcome) throws {
    try options.take(step) { outcome in
      for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
      for path in outcome.kept {
        Console.printNote(
          "kept \(path): it changed while this ran; the commit holds the new version")
      }
    }
  }
}

extension PortfolioModel.Edition.Stage: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension PortfolioModel.Edition.Kind: ArgumentParser.ExpressibleByArgument {}
