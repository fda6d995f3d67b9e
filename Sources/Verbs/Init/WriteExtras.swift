package import Diagnostics
import Files
import Git
import PortfolioModel
package import Store

/// Writes files for other programs beside the portfolio, over nothing that somebody edited.
package struct WriteExtras: Sendable {
  /// The paths of the files from the repository's top.
  package struct Outcome: Sendable {
    package var written: [String] = []
    package var wereThere: [String] = []
  }

  package init() {}

  /// Writes the pipelines of a host, whose lines hold the portfolio's folder as it is.
  package func pipelines(
    of host: PipelineHost, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let folder = workspace.prefix
    guard folder.isEmpty || Typed.word(folder).hasSameBytes(as: folder) else {
      throw Refusal(
        .refused, "the name of the folder '\(folder)' can't stand in a pipeline as it is",
        help: ["name the folder in letters, digits and hyphens"])
    }
    return try write(Pipeline(host, folder: folder).files, in: workspace)
  }

  /// All files or none.
  ///
  /// - Throws: `Refusal` where one is there with other content, which stays as it is.
  func write(
    _ files: [NewRepository.File], in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let top = try workspace.top()
    do {
      let folder = try Folder(top)
      var outcome = Outcome()
      let edited = try files.filter { file in
        guard let kind = try folder.kind(of: file.path) else { return false }
        let isSame = try kind == .file && folder.read(file.path, limit: 1 << 20) == file.bytes
        if isSame { outcome.wereThere.append(file.path) }
        return !isSame
      }
      guard edited.isEmpty else {
        throw Refusal(
          .refused, "other files are there, which stay as they are: \(edited.map(\.path).listed)",
          help: ["look at them; if they may go, remove them and run this again"])
      }
      for file in files where !outcome.wereThere.contains(file.path) {
        try folder.write(file.bytes, to: file.path)
        outcome.written.append(file.path)
      }
      return outcome
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
  }
}

extension Workspace {
  /// The absolute path of the repository's top, or of the plain folder that holds the portfolio.
  fileprivate func top() throws(Refusal) -> String {
    guard isInRepository else { return root ?? "/" }
    guard let top = try withRepository({ $0.workingDirectory }) else {
      throw Refusal(RepositoryProblem(.bare))
    }
    return top
  }
}
