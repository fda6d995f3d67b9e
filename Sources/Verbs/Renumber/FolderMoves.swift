import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// What moving proposals' folders changes in a tree: each file under its new path, and the texts that
/// come after a proposal with another number.
struct FolderMoves {
  /// A text that names other numbers now, so that its reviews lapse.
  struct Rewritten: Hashable, Sendable {
    /// As it is called after the moves.
    let folder: String
    let before: ObjectID
    let after: ObjectID
  }

  private(set) var files: [(path: String, file: TreeFile?)] = []
  private(set) var rewritten: [Rewritten] = []

  /// - Parameter dependents: The folders whose texts mean the moved ones by `after`.
  init(
    _ numbers: FolderNumbers, dependents: [String], inTree tree: ObjectID,
    of workspace: borrowing Workspace
  ) throws(Refusal) {
    let prefix = workspace.prefix
    var texts: [String: TreeFile] = [:]
    for folder in dependents {
      let path = prefix + Layout.proposalFile(folder)
      guard
        let text = try workspace.withRepository({ try $0.file(at: path, inTree: tree) }),
        let bytes = try workspace.text(text.id),
        let after = RenumberedText.proposal(bytes, numbers.numbers)
      else { continue }
      let id = try workspace.withRepository { try $0.writeBlob(after) }
      texts[folder] = TreeFile(path: path, mode: text.mode, id: id)
      rewritten.append(Rewritten(folder: numbers.name(of: folder), before: text.id, after: id))
    }
    for move in numbers.moves {
      let start = prefix + Layout.proposalStart(move.from)
      let found = try workspace.files(
        ofTree: tree, under: prefix + Layout.proposalFolder(move.from))
      for file in found {
        let inner = file.path.rest(after: start)
        let kept =
          inner.hasSameBytes(as: Layout.proposalName) ? texts[move.from] ?? file : file
        files.append((file.path, nil))
        files.append((prefix + Layout.proposalStart(move.to) + inner, kept))
      }
      texts[move.from] = nil
    }
    for (folder, text) in texts { files.append((prefix + Layout.proposalFile(folder), text)) }
    files.sort { $0.path.precedesBytewise($1.path) }
  }

  /// Who changes another's text becomes one of its own people, who can't approve it.
  func refuseForeignTexts(
    by person: Person, in workspace: borrowing Workspace
  ) throws(Refusal) {
    for text in rewritten {
      let proposer = try workspace.text(text.before)
        .flatMap { RecordFile($0, path: "", schema: .proposal).fields?.text("proposer") }
        .flatMap { Person($0) }
      guard let proposer, proposer.key != person.key else { continue }
      throw Refusal(
        .refused,
        "\(text.folder) of \(proposer.name) comes after a proposal that needs another number, and "
          + "nobody else may change its text",
        help: ["let \(proposer.name) do this, from their own clone"])
    }
  }
}
