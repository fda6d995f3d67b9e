import Diagnostics

extension ProposalGround {
  /// The findings on proposals that still stand on this ground, which all of them have made; what a
  /// later one mends is none.
  package func standing(of judgements: [ProposalJudgement]) -> [Finding] {
    func key(_ finding: Finding) -> [String] {
      [finding.rule.rawValue, finding.standard?.text ?? "", finding.message]
    }
    let reach = judgements.reduce(into: Reach()) { $0.formUnion($1.reach) }
    let last = Set(findings(within: reach).map(key))
    return judgements.flatMap { judgement in
      let then = Set(judgement.reached.map(key))
      return judgement.findings.filter { finding in
        !then.contains(key(finding)) || last.contains(key(finding))
      }
    }
  }
}
