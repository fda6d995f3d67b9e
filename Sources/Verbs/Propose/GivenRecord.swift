import Diagnostics
import Files
package import PortfolioModel
import Records

/// A record that a user wrote for a standard that is to be added: any file outside the portfolio.
///
/// It may hold comments, as the template does, and need not be canonical: what counts is what it
/// says.
package struct GivenRecord: Sendable {
  private let file: RecordFile

  /// - Throws: `Findings` with the place of each fault, and `Refusal` where the file can't be read.
  package init(path: String, consequence: String) throws {
    let (folder, name) = Path.parts(path)
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try Folder(folder.isEmpty ? "." : folder).read(name, limit: Limits.record)
    } catch {
      throw Refusal(.noInput, "\(path) can't be read: \(error.text)")
    }
    file = RecordFile(bytes, path: path, schema: .addedStandard)
    let faults = file.diagnostics.filter { $0.severity == .error && !GivenRecord.isAllowed($0) }
    guard faults.isEmpty else { throw Findings(faults, consequence) }
  }

  /// Whether a fault is one of form, or a field that is missing, for which the call may have a value.
  private static func isAllowed(_ fault: Diagnostic) -> Bool {
    switch fault.rule {
    case .yamlComment, .missingKey: true
    case .emptyValue: false
    default: RecordFile.mendable.contains(fault.rule)
    }
  }

  package var content: Fields { file.fields ?? Fields() }

  /// The findings on a standard that was made of the record, at their places in the file.
  func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    findings.map { finding in
      Diagnostic(
        finding.rule, severity: finding.severity,
        at: file.places.location(of: finding.path, key: finding.isAboutKey),
        standard: finding.standard?.text, finding.message, help: finding.help)
    }.inOrder()
  }
}
