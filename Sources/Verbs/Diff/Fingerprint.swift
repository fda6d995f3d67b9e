import Diagnostics
import Git
import PortfolioModel
import Records

/// What identifies a change across runs: the first 16 digits of a blob id over kind, subject,
/// field, from and to, with NUL between. Prose enters as its own blob id; no wording of the tool
/// enters.
enum Fingerprint {
  static func of(_ difference: Difference) -> String {
    let parts = [
      difference.kind.rawValue, difference.subject.kind.rawValue + ":" + difference.subject.id.text,
      difference.field ?? "", text(difference.from), text(difference.to),
    ]
    return String(blobID(parts.joined(separator: "\0")).prefix(16))
  }

  /// Kind, standards and key of what follows; the sentence is the tool's wording and stays out.
  static func of(_ consequence: Consequence) -> String {
    let parts =
      ["consequence", consequence.kind.rawValue]
      + [consequence.standards.map(\.text).joined(separator: ",")] + consequence.key
    return String(blobID(parts.joined(separator: "\0")).prefix(16))
  }

  /// By finding: the first 32 digits of a blob id over rule, file, standard and message, and over how
  /// many findings before it have the same; lines above a finding change nothing in it.
  static func of(_ findings: [Diagnostic]) -> [String] {
    var seen: [[UInt8]: Int] = [:]
    return findings.map { finding in
      let parts = [
        "finding", finding.rule.rawValue, finding.location.path, finding.standard ?? "",
        finding.message,
      ]
      let text = parts.joined(separator: "\0")
      let before = seen[Array(text.utf8), default: 0]
      seen[Array(text.utf8)] = before + 1
      return String(blobID("\(text)\0\(before)").prefix(32))
    }
  }

  private static func text(_ value: FieldValue?) -> String {
    switch value {
    case nil: ""
    case .text(let text)?: value?.isProse == true ? blobID(text) : text
    case .list(let items)?: "[" + items.map(text).joined(separator: "\u{1}") + "]"
    case .fields(let fields)?:
      "{"
        + fields.entries.map { $0.name + "\u{2}" + text($0.value) }.joined(separator: "\u{1}")
        + "}"
    }
  }
}
