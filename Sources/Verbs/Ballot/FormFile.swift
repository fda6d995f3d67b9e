import Diagnostics
import Files
import PortfolioModel

/// A form as it came.
struct FormFile: Sendable {
  /// The most bytes that are read.
  private static let limit = 20 << 20

  let name: String
  let bytes: [UInt8]

  init(reading path: String) throws(Refusal) {
    let (parent, name) = Path.parts(path)
    self.name = name
    do throws(FileProblem) {
      bytes = try Folder(parent.isEmpty ? "." : parent).read(name, limit: FormFile.limit)
    } catch {
      throw Refusal(.noInput, "\(path) can't be read: \(error.text)")
    }
  }
}
