package import Diagnostics
import Files

/// A place for a new folder: nothing is there, or an empty folder.
package struct FreePlace: Sendable {
  /// The absolute path.
  package let path: String
  /// Whether an empty folder is there.
  package let isThere: Bool
  /// The absolute path of the folder that holds it.
  private let above: String

  /// - Parameter typed: The path as the user gave it, for messages.
  /// - Throws: `Refusal` where the place is taken, or its folder does not exist.
  package init(_ absolute: String, typed: String) throws(Refusal) {
    guard !Path.isForeign(absolute) else {
      throw Refusal(.noInput, "the path of '\(typed)' is not UTF-8, so rspmaint can't use it")
    }
    if let real = Path.real(absolute) {
      try FreePlace.refuseContent(of: real, typed)
      (path, isThere, above) = (real, true, Path.above(real) ?? "/")
      return
    }
    guard !Path.exists(absolute) else {
      throw Refusal(.refused, "there is a broken link at '\(typed)'", help: [FreePlace.other])
    }
    let steps = Path.steps(absolute)
    guard let name = steps.last, name != ".", name != "..",
      let folder = Path.real("/" + steps.dropLast().joined(separator: "/")), Path.isFolder(folder)
    else {
      throw Refusal(
        .noInput, "there is no folder to make '\(typed)' in",
        help: ["make the folder above it first"])
    }
    (path, isThere, above) = ((folder == "/" ? "" : folder) + "/" + name, false, folder)
  }

  /// The folder on whose file system the new one is made aside.
  var room: String { isThere ? path : above }

  private static let other: Hint = "name a folder that does not exist, or an empty one"

  private static func refuseContent(of path: String, _ typed: String) throws(Refusal) {
    guard Path.isFolder(path) else {
      throw Refusal(.refused, "'\(typed)' is no folder", help: [other])
    }
    let names: [String]
    do throws(FileProblem) {
      names = try Folder(path).entries(at: "").map(\.name)
    } catch {
      throw Refusal(error)
    }
    guard let first = names.first else { return }
    let others = names.count > 1 ? " and \(names.count - 1) more" : ""
    throw Refusal(
      .refused, "'\(typed)' holds something already: \(first)\(others)", help: [other])
  }
}
