package import Diagnostics
import Files
import PortfolioModel
package import Reports

/// A file that a report is written to, or an earlier report is read from, anywhere on disk.
package struct ReportFile: Sendable {
  private let path: String

  package init(path: String) { self.path = path }

  /// Writes the text, whole or not at all.
  ///
  /// Throws ``Refusal`` when it can't be written.
  package func write(_ text: String) throws(Refusal) { try write(Array(text.utf8)) }

  package func write(_ bytes: [UInt8]) throws(Refusal) {
    let (folder, name) = parts
    do throws(FileProblem) {
      let folder = try Folder(folder)
      try folder.removeLeftovers(of: name)
      try folder.write(bytes, to: name)
    } catch {
      throw Refusal(.cantWrite, "\(path) can't be written: \(error.text)")
    }
  }

  /// Reads an earlier report.
  ///
  /// Throws ``Refusal`` when there is none, or when it is of another kind.
  package func earlier() throws(Refusal) -> Since {
    let (folder, name) = parts
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try Folder(folder).read(name, limit: Limits.report)
    } catch {
      guard error.isTooLarge else {
        throw Refusal(.noInput, "\(path) can't be read: \(error.text)")
      }
      throw Refusal(
        .data,
        "\(path) is not an earlier report: it is larger than "
          + Limits.inWords(Limits.report),
        help: ["name a report that \(run: .diffReport(file: nil)) wrote"])
    }
    do throws(Since.Problem) {
      return try Since(json: bytes)
    } catch {
      throw Refusal(
        .data, "\(path) is not an earlier report: \(error.message)",
        help: ["\(run: .diffReport(file: path)) writes one"])
    }
  }

  private var parts: (folder: String, name: String) {
    let (folder, name) = Path.parts(path)
    return (folder.isEmpty ? "." : folder, name)
  }
}
