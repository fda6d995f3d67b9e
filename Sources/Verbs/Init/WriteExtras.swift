package import Diagnostics
import Files
import Git
import PortfolioModel
import Reports
package import Store

/// Writes files for other programs beside the portfolio, over nothing that somebody edited.
package struct WriteExtras: Sendable {
  /// The paths of the files from the repository's top; of a folder of the tool's own, its path.
  package struct Outcome: Sendable {
    package var written: [String] = []
    package var wereThere: [String] = []
    /// Files of the user's own, which stay, and what each lacks.
    package var lacking: [(path: String, text: String)] = []
  }

  package init() {}

  /// Writes the pipelines of a host, whose lines hold the portfolio's folder as it is.
  package func pipelines(
    of host: PipelineHost, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let files = Pipeline(host, folder: try workspace.plainPrefix(in: "a pipeline")).files
    return try WriteExtras.atTop(of: workspace) { folder in
      var outcome = Outcome()
      var edited: [String] = []
      for file in files {
        switch try Standing(of: file, in: folder) {
        case .missing: outcome.written.append(file.path)
        case .same: outcome.wereThere.append(file.path)
        case .other, .noFile: edited.append(file.path)
        }
      }
      try WriteExtras.refuse(edited)
      for file in files where outcome.written.contains(file.path) {
        try folder.write(file.bytes, to: file.path)
      }
      return outcome
    }
  }

  /// Writes the schemas of all kinds of files, and the settings by which editors find them.
  ///
  /// Schemas of another version of the tool are made anew; settings of the user's own stay.
  package func settings(
    for editors: [SchemaEditor], in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let settings = EditorSettings(below: try workspace.plainPrefix(in: "an editor's settings"))
    return try WriteExtras.atTop(of: workspace) { folder in
      var (writes, edited): ([NewRepository.File], [String]) = ([], [])
      for (schema, file) in try EditorSettings.schemas() {
        switch try Standing(of: file, in: folder) {
        case .same: continue
        case .missing: writes.append(file)
        case .other(let text) where schema.isVersion(text): writes.append(file)
        case .other, .noFile: edited.append(file.path)
        }
      }
      try WriteExtras.refuse(edited)
      var outcome = Outcome()
      if writes.isEmpty {
        outcome.wereThere.append(EditorSettings.folder)
      } else {
        outcome.written.append(EditorSettings.folder)
      }
      for editor in editors {
        let file = settings.file(for: editor)
        switch try Standing(of: file, in: folder) {
        case .missing:
          writes.append(file)
          outcome.written.append(file.path)
        case .same: outcome.wereThere.append(file.path)
        case .other(let text) where settings.lines(for: editor).allSatisfy({ text.contains($0) }):
          outcome.wereThere.append(file.path)
        case .other, .noFile:
          outcome.lacking.append((file.path, settings.addition(for: editor)))
        }
      }
      for file in writes { try folder.write(file.bytes, to: file.path) }
      return outcome
    }
  }

  private static func refuse(_ edited: [String]) throws(Refusal) {
    guard !edited.isEmpty else { return }
    throw Refusal(
      .refused, "other files are there, which stay as they are: \(edited.listed)",
      help: ["look at them; if they may go, remove them and run this again"])
  }

  /// Works in the repository's top, or in the plain folder that holds the portfolio.
  private static func atTop(
    of workspace: borrowing Workspace, _ work: (borrowing Folder) throws -> Outcome
  ) throws(Refusal) -> Outcome {
    let top = try workspace.top()
    do {
      return try work(try Folder(top))
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
  }
}

extension WriteExtras {
  /// What stands where a file is to be written.
  private enum Standing {
    case missing, same
    /// A file with another content, of at most 1 MiB.
    case other(String)
    case noFile

    init(of file: NewRepository.File, in folder: borrowing Folder) throws(FileProblem) {
      switch try folder.kind(of: file.path) {
      case nil: self = .missing
      case .file:
        let bytes = try folder.read(file.path, limit: 1 << 20)
        self = bytes == file.bytes ? .same : .other(String(decoding: bytes, as: UTF8.self))
      default: self = .noFile
      }
    }
  }
}

extension Workspace {
  /// The portfolio's folder in the repository, with its final slash, or empty.
  ///
  /// - Parameter text: The text that is to hold it: a noun with its article.
  /// - Throws: `Refusal` where it can't stand there as it is.
  fileprivate func plainPrefix(in text: String) throws(Refusal) -> String {
    guard prefix.isEmpty || Typed.word(prefix).hasSameBytes(as: prefix) else {
      throw Refusal(
        .refused, "the name of the folder '\(prefix)' can't stand in \(text) as it is",
        help: ["name the folder in letters, digits and hyphens"])
    }
    return prefix
  }

  /// The absolute path of the repository's top, or of the plain folder that holds the portfolio.
  fileprivate func top() throws(Refusal) -> String {
    guard isInRepository else { return root ?? "/" }
    guard let top = try withRepository({ $0.workingDirectory }) else {
      throw Refusal(RepositoryProblem(.bare))
    }
    return top
  }
}
