import Diagnostics
import Reports

/// Findings as a SARIF 2.1.0 log, which hosts show beside the code and keep over time.
package struct SARIFLog: Sendable {
  private let findings: [ReportedFinding]
  private let version: String

  /// - Parameter version: The tool's own.
  package init(_ findings: [ReportedFinding], version: String) {
    self.findings = findings
    self.version = version
  }

  package var json: some Encodable {
    let rules = RuleID.allCases.filter { rule in findings.contains { $0.finding.rule == rule } }
    return Log(
      runs: [
        Log.Run(
          tool: Log.Tool(driver: Log.Driver(version: version, rules: rules.map(Log.Rule.init))),
          results: findings.map { finding in
            Log.Result(finding, index: rules.firstIndex(of: finding.finding.rule) ?? 0)
          })
      ])
  }
}

extension SARIFLog {
  /// The shape of the log; each name is the format's own.
  fileprivate struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }

    struct Run: Encodable {
      let tool: Tool
      /// Columns count Unicode scalars.
      let columnKind = "unicodeCodePoints"
      let results: [Result]
    }

    struct Tool: Encodable { let driver: Driver }

    struct Driver: Encodable {
      let name = "rspmaint"
      let version: String
      let rules: [Rule]
    }

    struct Text: Encodable { let text: String }

    struct Rule: Encodable {
      struct Configuration: Encodable { let level: String }

      let id: String
      let shortDescription: Text
      let help: Text
      let defaultConfiguration: Configuration
    }

    struct Result: Encodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let message: Text
      let locations: [Location]
      let partialFingerprints: [String: String]
    }

    struct Location: Encodable {
      struct Physical: Encodable {
        let artifactLocation: Artifact
        /// Absent where the finding is about the file as a whole.
        let region: Region?
      }

      struct Artifact: Encodable { let uri: String }

      struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
      }

      let physicalLocation: Physical
    }
  }
}

extension SARIFLog.Log.Rule {
  fileprivate init(_ rule: RuleID) {
    id = rule.rawValue
    shortDescription = .init(text: rule.summary)
    help = .init(text: rule.help)
    defaultConfiguration = .init(level: rule.severity.rawValue)
  }
}

extension SARIFLog.Log.Result {
  fileprivate init(_ reported: ReportedFinding, index: Int) {
    let place = reported.finding.location
    ruleId = reported.finding.rule.rawValue
    ruleIndex = index
    level = reported.finding.severity.rawValue
    message = .init(text: reported.lines.joined(separator: "\n"))
    locations = [
      .init(
        physicalLocation: .init(
          artifactLocation: .init(uri: place.path.asRelativeReference),
          region: place.line > 0
            ? .init(startLine: place.line, startColumn: max(1, place.column)) : nil))
    ]
    partialFingerprints = ["rspmaint/v1": reported.fingerprint]
  }
}

extension RuleID {
  /// What the catalogue says of the rule, in two sentences.
  fileprivate var help: String {
    let opposite =
      switch mirror {
      case .rule(let other): "Its opposite is the rule \(other.rawValue)."
      case .none(let reason): "It has no opposite: \(reason)."
      }
    return "Found where there is: \(summary). \(opposite)"
  }
}

extension String {
  /// A path as a relative reference (RFC 3986, 4.2), every other byte than a plain one escaped.
  fileprivate var asRelativeReference: String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/".utf8.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return result
  }
}
