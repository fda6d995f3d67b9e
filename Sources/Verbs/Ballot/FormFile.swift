import Diagnostics
import Files
import PortfolioModel

/// A form as it came.
struct FormFile: Sendable {
  let name: String
  let bytes: [UInt8]

  init(reading path: String) throws(Refusal) {
    let (parent, name) = Path.parts(path)
    self.name = name
    do throws(FileProblem) {
      bytes = try Folder(parent.isEmpty ? "." : parent).read(name, limit: Limits.original)
    } catch {
      throw Refusal(
        .noInput,
        error.isTooLarge
          ? "\(path) is larger than \(Limits.inWords(Limits.original))"
          : "\(path) can't be read: \(error.text)")
    }
  }
}
