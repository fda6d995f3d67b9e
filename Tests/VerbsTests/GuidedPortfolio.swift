import PortfolioModel
import Records

/// A small portfolio for guided sessions, read from text as the real one is.
enum GuidedPortfolio {
  static func make() throws -> Portfolio {
    var files = PortfolioFiles()
    files["Portfolio/portfolio.yml"] = .bytes(Array(portfolio.utf8))
    files["Portfolio/criteria.yml"] = .bytes(Array(criteria.utf8))
    for (id, text) in standards {
      files["Portfolio/standards/data/\(id).yml"] = .bytes(Array(text.utf8))
    }
    return try Snapshot(reading: files).readable()
  }

  private static let portfolio = """
    id: sample
    format: 1
    title: A sample portfolio
    edition: First
    regions:
      - {id: us, label: US}
      - {id: japan, label: Japan}
    categories:
      - id: data
        name: Data
        clause: 5.3.1
        table: 1

    """

  private static let criteria = """
    regional: lowest
    groups:
      preferred:
        required:
          maturity: {at-least: final, basis: calibrated}
          product-adoption: {at-least: moderate, basis: calibrated}
          site-deployment: {at-least: low, basis: calibrated}
          tooling: {at-least: low, basis: calibrated}
      emerging:
        required:
          maturity: {at-least: trial-use, basis: calibrated}
          product-adoption: {at-least: low, basis: calibrated}
    moves:
      - {from: new, to: emerging}
      - {from: emerging, to: preferred}
      - {from: preferred, to: legacy}
    review:
      assessment: {approvals: 1}
      editorial: {approvals: 1}

    """

  private static let standards = [
    "acorn-a": standard(
      "ACORN A", "Acorn exchange, part A", former: "Oak Link", "emerging", 10,
      "trial-use", "low"),
    "acorn-b": standard(
      "ACORN B", "Acorn exchange, part B", "emerging", 20, "final", "moderate"),
    "birch": standard(
      "BIRCH", "Birch codes", "preferred", 10, "final", "{us: high, japan: moderate}"),
  ]

  private static func standard(
    _ brief: String, _ formal: String, former: String? = nil, _ group: String, _ position: Int,
    _ maturity: String, _ adoption: String
  ) -> String {
    let rating =
      adoption.hasPrefix("{") ? "\n    regions: \(adoption)" : " \(adoption)"
    return "brief-name: \(brief)\nformal-name: \(formal)\n"
      + (former.map { "formerly: [\($0)]\n" } ?? "")
        + """
        clause: 5.3.1.\(position)
        scope: What it is for.
        group: \(group)
        position: \(position)
        assessment:
          maturity: \(maturity)
          product-adoption:\(rating)
          site-deployment: low
          tooling: low
        sdo: [Sample body]

        """
  }
}
