package import Diagnostics
import Files
import Git
package import PortfolioModel

/// Forms as they came, which the common git folder keeps.
extension Workspace {
  /// Keeps a form in the git folder and in another folder too.
  ///
  /// - Parameter isLate: Whether it came too late to be taken.
  package func keep(
    _ bytes: [UInt8], named name: String, of id: Identifier, for matter: SealPlace.Matter,
    in folder: String?, isLate: Bool = false
  ) throws(Refusal) {
    let file = Workspace.formName(bytes, name)
    do {
      let common = try commonFolder()
      try common.write(bytes, to: Workspace.formsPath(id, matter, isLate: isLate) + file)
      if let folder { try Folder(folder).write(bytes, to: "\(id)-\(file)") }
      let late = Workspace.formsPath(id, matter, isLate: true) + file
      if !isLate, try common.kind(of: late) != nil { try common.remove(late) }
    } catch {
      throw Workspace.refusal(error)
    }
  }

  /// The paths of the forms that came too late and were not taken since, in the order of their names.
  package func lateForms(of ballot: Identifier) throws(Refusal) -> [String] {
    do {
      let folder = Workspace.formsPath(ballot, .ballots, isLate: true)
      let common = try withRepository { $0.commonDirectory }
      let names = try Workspace.entries(of: folder, in: try commonFolder()).filter {
        $0.kind == .file && !$0.name.hasPrefix(Folder.temporaryPrefix)
      }.map(\.name)
      let start = common.hasSuffix("/") ? common : common + "/"
      return names.sorted { $0.precedesBytewise($1) }.map { start + folder + $0 }
    } catch {
      throw Workspace.refusal(error)
    }
  }

  private static func formsPath(
    _ id: Identifier, _ matter: SealPlace.Matter, isLate: Bool
  ) -> String {
    "\(matter.start)\(id)/\(isLate ? "late" : "originals")/"
  }

  /// The name of a form with a digest before it, which a form that was kept has already. A name may be
  /// as long as a file system allows without it.
  private static func formName(_ bytes: [UInt8], _ name: String) -> String {
    let mark = SHA256.hex(of: bytes).prefix(16) + "-"
    return name.hasPrefix(mark) ? name : mark + String(name.unicodeScalars.suffix(50))
  }
}
