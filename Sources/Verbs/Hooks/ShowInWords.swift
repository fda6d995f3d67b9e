package import Diagnostics
import Files
import PortfolioModel
import Records
import Reports

/// Shows a file in words, a line for each value, so that git's diff of two versions reads as what
/// changed.
package struct ShowInWords: Sendable {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// The words; a file that holds no fields, or can't be read as any, stays as it is.
  package func run() throws(Refusal) -> [UInt8] {
    let parts = Path.parts(path)
    do throws(FileProblem) {
      let bytes = try Folder(parts.folder.isEmpty ? "." : parts.folder)
        .read(parts.name, limit: 64 << 20)
      guard bytes.count <= Limits.record, let fields = RecordFile.fields(of: bytes) else {
        return bytes
      }
      return Array(RecordWords(fields).text.utf8)
    } catch {
      throw Refusal(.noInput, "\(path) can't be read: \(error.text)")
    }
  }
}
