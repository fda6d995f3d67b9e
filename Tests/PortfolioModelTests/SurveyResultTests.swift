import PortfolioModel
import Testing

@Suite("What experts answer, counted")
struct SurveyResultTests {
  /// The levels in the order of the scale, as this test has it.
  private static let scales: [Factor: [Level]] = [
    .maturity: [.retired, .publishedDraft, .trialUse, .final],
    .productAdoption: [.nothing, .pilot, .low, .moderate, .high, .universal],
    .siteDeployment: [.nothing, .pilot, .low, .moderate, .high, .universal],
    .tooling: [.nothing, .low, .moderate, .high],
  ]

  private static func expert(_ number: Int) throws -> Identifier {
    try #require(Identifier("expert-\(number)"))
  }

  private static func rule(_ answers: Int, _ share: String) throws -> Survey.Agreement {
    Survey.Agreement(answers: answers, share: try #require(Fraction(share)))
  }

  /// Each answer a level, or nil for no opinion.
  private static func answers(
    _ levels: [Level?], on cell: SurveyCell
  ) throws -> [Identifier: SurveyAnswer] {
    var answers: [Identifier: SurveyAnswer] = [:]
    for (number, level) in levels.enumerated() {
      answers[try expert(number)] = SurveyAnswer(
        cell, level.map { .level($0) } ?? SurveyAnswer.Opinion.none)
    }
    return answers
  }

  private static func cell(_ factor: Factor = .productAdoption) throws -> SurveyCell {
    SurveyCell(try #require(Identifier("a-standard")), factor)
  }

  @Test("Counts as an independent count does, for a thousand random rounds")
  func properties() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<1_000 {
      let factor = Factor.allCases.randomElement(using: &random) ?? .maturity
      let scale = try #require(SurveyResultTests.scales[factor])
      let cell = try SurveyResultTests.cell(factor)
      func round() -> [Level?] {
        (0..<Int.random(in: 0...9)).map { _ in Bool.random() ? scale.randomElement() : nil }
      }
      let (before, now) = (round(), round())
      let needed = Int.random(in: 1...4)
      let (part, whole) = (Int.random(in: 1...3), 3)
      let result = CellResult(
        cell, round: 2, try SurveyResultTests.answers(now, on: cell),
        after: try SurveyResultTests.answers(before, on: cell),
        by: try SurveyResultTests.rule(needed, "\(part)/\(whole)"))
      let context = "\(factor): \(before) then \(now), \(needed) answers, \(part)/\(whole)"
      let ranks = now.compactMap { $0 }.compactMap { scale.firstIndex(of: $0) }.sorted()
      #expect(result.answers == ranks.count, "\(context)")
      #expect(result.noOpinion == now.count - ranks.count, "\(context)")
      for (rank, level) in scale.enumerated() {
        let wanted = ranks.count { $0 == rank }
        #expect(result.counts.first { $0.level == level }?.count == wanted, "\(context)")
      }
      expectMiddle(result, ranks, scale, context)
      let held = zip(before, now).filter { $0 != nil && $1 != nil }
      #expect(result.stability?.both == held.count, "\(context)")
      #expect(result.stability?.same == held.count { $0 == $1 }, "\(context)")
      let agreed = scale.indices.filter { rank in
        let count = ranks.count { $0 == rank }
        return count > 0 && ranks.count >= needed && count * whole >= part * ranks.count
          && !scale.indices.contains { other in
            other != rank && ranks.count { $0 == other } >= count
          }
      }
      #expect(result.agreed == agreed.first.map { scale[$0] }, "\(context)")
    }
  }

  private func expectMiddle(
    _ result: CellResult, _ ranks: [Int], _ scale: [Level], _ context: String
  ) {
    #expect(result.spread?.lowest == ranks.first.map { scale[$0] }, "\(context)")
    #expect(result.spread?.highest == ranks.last.map { scale[$0] }, "\(context)")
    // A level is in the middle where at most half of the answers are below it, and at most half above.
    let middle = Set(ranks).filter { rank in
      ranks.count { $0 < rank } * 2 <= ranks.count && ranks.count { $0 > rank } * 2 <= ranks.count
    }.sorted().map { scale[$0] }
    let median: [Level] =
      switch result.median {
      case .level(let level): [level]
      case .split(let low, let high): [low, high]
      case nil: []
      }
    #expect(median == middle, "\(context)")
  }

  @Test("Shows both levels of an even split, and no agreement on a tie")
  func split() throws {
    let cell = try SurveyResultTests.cell()
    let result = CellResult(
      cell, round: 1, try SurveyResultTests.answers([.low, .low, .high, .high], on: cell),
      after: nil, by: try SurveyResultTests.rule(3, "1/2"))
    #expect(result.median == .split(.low, .high))
    #expect(result.median?.phrase == "low / high")
    #expect(result.agreed == nil)
    #expect(result.stability == nil)
  }

  @Test(
    "Agrees from three answers on, two thirds of them alike; no opinion is no answer",
    arguments: [
      ([Level.high, .high, .low], Level.high), ([.high, .high, .high, .low], .high),
      ([.high, .high, .low, .low], nil), ([.high, .high], nil), ([.high, .high, nil, nil], nil),
    ] as [([Level?], Level?)])
  func agreement(levels: [Level?], wanted: Level?) throws {
    let cell = try SurveyResultTests.cell()
    let result = CellResult(
      cell, round: 1, try SurveyResultTests.answers(levels, on: cell), after: nil,
      by: try SurveyResultTests.rule(3, "2/3"))
    #expect(result.agreed == wanted)
  }

  @Test("Puts retired below all")
  func retired() throws {
    let cell = try SurveyResultTests.cell(.maturity)
    let result = CellResult(
      cell, round: 1, try SurveyResultTests.answers([.final, .retired, .trialUse], on: cell),
      after: nil, by: try SurveyResultTests.rule(3, "2/3"))
    #expect(result.median == .level(.trialUse))
    #expect(result.spread?.lowest == .retired && result.spread?.highest == .final)
  }

  @Test("Gives an expert one pseudonym in a survey, and others with another salt or survey")
  func pseudonyms() throws {
    let ada = try #require(Person("Ada <ada@x.example>"))
    let again = try #require(Person("A. Lovelace <ADA@x.example>"))
    let (use, tools) = (try #require(Identifier("use")), try #require(Identifier("tools")))
    let one = Pseudonym.of(ada, in: use, salt: "0")
    #expect(one == Pseudonym.of(again, in: use, salt: "0"))
    #expect(one != Pseudonym.of(ada, in: use, salt: "1"))
    #expect(one != Pseudonym.of(ada, in: tools, salt: "0"))
    #expect(Pseudonym.isOne(one) && !one.text.contains("ada"))
    #expect(!Pseudonym.isOne(try #require(Identifier("expert-ada"))))
  }
}
