package import Diagnostics

/// Checks the exceptions ledger against the portfolio and a day.
package struct LedgerCheck: Sendable {
  let judge: Judge
  let portfolio: Portfolio
  private let today: CalendarDate

  package init(_ judge: Judge, today: CalendarDate) {
    self.judge = judge
    self.portfolio = judge.portfolio
    self.today = today
  }

  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    selection.overrides.flatMap { override -> [Finding] in
      var findings: [Finding] = []
      for (index, waiver) in override.waivers.enumerated() {
        findings += self.findings(override, waiver, FieldPath(["waives", String(index)]))
      }
      findings += holdFindings(override) + moveFindings(override) + contentFindings(override)
      return findings + reviewFindings(override) + textFindings(override)
        + explanationFindings(override) + wordingFindings(override)
    }
  }

  private func findings(
    _ override: Override, _ waiver: Override.Waiver, _ path: FieldPath
  ) -> [Finding] {
    let subject = Subject.override(override.id)
    var findings: [Finding] = []
    let standard = portfolio.standards[waiver.standard]
    if standard == nil {
      findings.append(
        Finding(
          .overrideUnknownStandard, subject, path.appending("standard"),
          standard: waiver.standard,
          "override \(override.id) is for '\(waiver.standard)', which is not in the portfolio",
          help: [portfolio.hint(for: waiver.standard)]))
    }
    guard let criterion = portfolio.criteria.criterion(named: waiver.criterion) else {
      return findings + [
        Finding(
          .overrideUnknownCriterion, subject, path.appending("criterion"),
          standard: waiver.standard, "'\(waiver.criterion)' is not a criterion",
          help: [portfolio.criteria.hint(for: waiver.criterion)])
      ]
    }
    findings += levelFindings(override, waiver, criterion, path)
    findings += thresholdGroundFindings(override, waiver, criterion, path)
    if let standard { findings += needFindings(override, waiver, criterion, standard, path) }
    return findings
  }

  private func needFindings(
    _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion, _ standard: Standard,
    _ path: FieldPath
  ) -> [Finding] {
    let subject = Subject.override(override.id)
    let verdict = judge.verdict(on: standard, criterion)
    if criterion.group != standard.group || verdict.isMet {
      let why =
        criterion.group != standard.group
        ? "\(standard.briefName) is \(standard.group.rawValue)"
        : "\(standard.briefName) meets it (\(verdict.actual))"
      return [
        Finding(
          .overrideUnneeded, subject, path, standard: standard.id,
          "override \(override.id) waives \(criterion.fullName) without need: \(why)",
          help: ["drop the entry: \(run: .propose(.dropOverride(override.id.text)))"])
      ]
    }
    let ground = groundFindings(override, waiver, criterion, standard, path)
    guard ground.isEmpty else { return ground }
    let regions = regionFindings(override, waiver, criterion, standard, path)
    guard regions.isEmpty else { return regions }
    if verdict.undercuts == override.id {
      let actual = waiver.regions.isEmpty ? nil : judge.ratingPhrase(of: criterion, for: standard)
      return [
        Finding(
          .overrideUndercut, subject, path.appending("at"), standard: standard.id,
          "override \(override.id) waives \(criterion.fullName)\(waiver.levelPhrase(\.rawValue)), "
            + "but \(standard.briefName) is at \(actual ?? verdict.actual)",
          help: ["grant it for the lower level in a proposal, or re-rate the standard"])
      ]
    }
    if override.kind == .asPublished {
      return [
        Finding(
          .overrideAsPublished, subject, path, standard: standard.id,
          "\(standard.briefName) is listed as published though it misses \(criterion.fullName): "
            + "requires \(criterion.requirement), is \(verdict.actual) "
            + "(basis: \(criterion.basis))",
          help: [
            "a question for the committee: re-rate it, move it, explain it in a footnote, "
              + "or change the criterion"
          ])
      ]
    }
    return []
  }

  private func reviewFindings(_ override: Override) -> [Finding] {
    let subject = Subject.override(override.id)
    if let date = override.reviewDate, date < today {
      let ended = override.holds.filter(judge.needs).map { portfolio.name(of: $0.standard) }
      return [
        Finding(
          .overridePastReview, subject, FieldPath("review-by"),
          "override \(override.id) was due for review by \(date)"
            + (ended.isEmpty ? "" : ": it no longer holds \(ended.conjunction)"),
          help: [
            "keep it: \(run: .propose(.confirmOverride(override.id.text)))",
            "or drop it: \(run: .propose(.dropOverride(override.id.text)))",
          ])
      ]
    }
    let isCarried =
      override.fields.text("notes") != nil && override.isFromPublication
      && override.holds.isEmpty
    if override.reviewBy == nil, !isCarried {
      return [
        Finding(
          .overrideWithoutReview, subject, .root,
          "override \(override.id) has no date for its review",
          help: [
            "add 'review-by: YYYY-MM-DD' or 'review-by: \(Override.nextEdition)'",
            "only an entry carried from the publication does without, and its notes say why",
          ])
      ]
    }
    return []
  }

  /// The findings on an override's text: a footnote needs one, the other kinds print none.
  private func textFindings(_ override: Override) -> [Finding] {
    switch (override.kind, override.text) {
    case (.footnote, nil):
      [
        Finding(
          .missingKey, .override(override.id), .root, "an override of kind footnote needs 'text'",
          help: ["add what the table prints: 'text: |'"])
      ]
    case (.asPublished, .some), (.transition, .some):
      [
        Finding(
          .unknownKey, .override(override.id), FieldPath("text"), key: true,
          "an override of kind \(override.kind.rawValue) prints no 'text'",
          help: ["move it to 'reason', or make the entry a footnote"])
      ]
    default: []
    }
  }
}

extension Portfolio {
  /// A hint for an id that is not in the portfolio.
  package func hint(for id: Identifier) -> Hint {
    if let delisted = delisted[id] {
      let successors = delisted.replacedBy.map(\.text)
      return "it was delisted by proposal \(delisted.proposal)"
        + (successors.isEmpty ? "" : ", replaced by \(successors.conjunction)")
    }
    let names = standards.keys.map(\.text).sorted { $0.precedesBytewise($1) }
    return Nearest.match(for: id.text, in: names).map { "did you mean '\($0)'?" }
      ?? "\(run: .verb(.list)) shows the ids"
  }
}

extension Criteria {
  /// A hint for a criterion that does not exist.
  fileprivate func hint(for name: String) -> Hint {
    Nearest.hint(for: name, in: criteria.map(\.fullName), "the criteria are", isClosed: true)
  }
}
