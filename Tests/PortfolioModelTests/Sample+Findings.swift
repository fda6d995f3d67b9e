import Diagnostics
import PortfolioModel

extension Sample {
  /// Findings in the order given, each as `rule subject path`.
  static func lines(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      let place = finding.path.isRoot ? "" : " \(finding.path)"
      return "\(finding.rule.rawValue) \(label(finding.subject))\(place)"
    }
  }

  private static func label(_ subject: Subject) -> String {
    switch subject {
    case .portfolio: "portfolio"
    case .criteria: "criteria"
    case .committee: "committee"
    case .standard(let id), .delisted(let id), .override(let id), .useCase(let id): id.text
    case .proposal(let number): "#\(number)"
    case .state(let number): "#\(number) state"
    case .review(let number, let file): "#\(number) \(file)"
    case .ballot(let id), .ballotResult(let id): "ballot \(id)"
    case .receipts(let id, let body), .replies(let id, let body), .dispositions(let id, let body):
      "ballot \(id) \(body)"
    case .survey(let id): "survey \(id)"
    case .response(let id, let round, let expert): "survey \(id) \(round) \(expert)"
    }
  }
}
