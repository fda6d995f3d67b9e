import PortfolioModel

extension ProposalJudgement {
  /// A sentence for each rating that loses the levels by region that the base has.
  var lostRegions: [String] {
    let base = base.following(base.renamings(to: result))
    return base.inTableOrder.flatMap { standard in
      Factor.allCases.compactMap { factor -> String? in
        guard case .regional(let old)? = standard.assessment[factor],
          let after = result.standards[standard.id]
        else { return nil }
        var kept: [String] = []
        if case .regional(let new)? = after.assessment[factor] { kept = new.regions.map(\.region) }
        let lost = old.regions.filter { !kept.contains($0.region) }
        guard !lost.isEmpty else { return nil }
        let what = kept.isEmpty ? "its regions" : "regions"
        return
          "\(standard.briefName) loses \(what) of \(factor.phrase): \(lost.map(\.phrase).listed)."
      }
    }
  }
}
