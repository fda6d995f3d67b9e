import Diagnostics
import Files
import Git
import PortfolioModel
import Store

extension HookDesk {
  /// Writes a part whole, or replaces an older one of ours.
  func write(_ part: HookPart, in workspace: borrowing Workspace) throws(Refusal) {
    guard part == .diff else {
      return try changing(hooks) { (folder: borrowing Folder) throws(FileProblem) in
        try folder.removeLeftovers(of: part.rawValue)
        // An older one may have lost its mode.
        if try folder.kind(of: part.rawValue) != nil { try folder.removeFile(part.rawValue) }
        try folder.write(Array(script(part).text.utf8), to: part.rawValue, isExecutable: true)
      }
    }
    try write(attributes: DiffDriver.adding(to: try attributes()))
    try workspace.withRepository { [program] in
      try $0.set([(DiffDriver.key, DiffDriver.command(program))])
    }
  }

  /// Takes a part of ours away.
  func remove(_ part: HookPart, in workspace: borrowing Workspace) throws(Refusal) {
    guard part == .diff else {
      guard Path.exists(path(part)) else { return }
      return try changing(hooks) { (folder: borrowing Folder) throws(FileProblem) in
        try folder.removeFile(part.rawValue)
      }
    }
    let (old, new) = (try attributes(), DiffDriver.removing(from: try attributes()))
    if !new.hasSameBytes(as: old) { try write(attributes: new) }
    try workspace.withRepository { try $0.unset(DiffDriver.key) }
  }

  /// Attributes of which nothing is left have no file.
  private func write(attributes text: String) throws(Refusal) {
    try changing(String(common.dropLast())) { (folder: borrowing Folder) throws(FileProblem) in
      guard !text.isEmpty else { return try folder.removeFile(HookDesk.attributes) }
      try folder.removeLeftovers(of: HookDesk.attributes)
      try folder.write(Array(text.utf8), to: HookDesk.attributes)
    }
  }

  /// Works in a folder, which is made where it is missing.
  private func changing(
    _ path: String, _ work: (borrowing Folder) throws(FileProblem) -> Void
  ) throws(Refusal) {
    do throws(FileProblem) {
      if !Path.isFolder(path) {
        let parts = Path.parts(path)
        try Folder(parts.folder).makeFolder(at: parts.name)
      }
      try work(Folder(path))
    } catch {
      throw Refusal(error)
    }
  }
}
