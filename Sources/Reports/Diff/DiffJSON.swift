import PortfolioModel

/// The reviewers' report as JSON, a type of its own: keys are only ever added. Of `rspmaint.diff/1` it
/// keeps every key and what `--since` reads; proposals group the changes.
struct DiffJSON: Encodable {
  struct Subject: Encodable {
    let kind: String
    let id: String
  }

  struct Change: Encodable {
    let fingerprint: String
    let kind: String
    let subject: Subject
    let standard: Nullable<String>
    let field: Nullable<String>
    let from: Nullable<JSONValue>
    let to: Nullable<JSONValue>
    let proposals: [Int]
    /// How many steps a level goes up, or, below zero, down; null where no level changes.
    let steps: Nullable<Int>
  }

  struct Move: Encodable {
    let standard: String
    let from: String
    let to: String
    let effect: Nullable<String>
    let reason: Nullable<String>
    let criteria: [VerdictJSON]
    let override: Nullable<String>
    let explainedBy: [String]
    let exception: Nullable<String>
    let proposals: [Int]
  }

  struct Succession: Encodable {
    let word: String
    let leaving: [String]
    let entering: [String]
  }

  struct Review: Encodable {
    /// The stem of the review's file, and the person's name.
    let reviewer: String
    let name: String
    let verdict: String
    let date: String
    let comment: Nullable<String>
    let counts: Bool
  }

  struct Covered: Encodable {
    let number: Int
    let title: String
    let proposer: String
    let status: String
    let nature: String
    let sentence: String
    let ready: Bool
    /// Where it stands in a few words, and what it does in a phrase.
    let state: String
    let effect: String
    let approvals: Int
    /// How many approvals it needs; null where that is over.
    let needed: Nullable<Int>
    let objections: Int
    /// By fingerprint, the changes that stand under it, and the standards that it moves.
    let changes: [String]
    let moves: [String]
    let reviews: [Review]
  }

  struct Consequence: Encodable {
    let fingerprint: String
    let kind: String
    let standards: [String]
    let sentence: String
  }

  struct Conflict: Encodable {
    let first: Int
    let second: Int
    let touched: [String]
    let errors: [String]
  }

  struct RegionLevel: Encodable {
    let region: String
    let level: String
  }

  struct Waiver: Encodable {
    let standard: String
    let criterion: String
    /// Null for a condition, and where the waiver has levels by region.
    let at: Nullable<String>
    let regions: [RegionLevel]
    let ground: [String]
  }

  struct Hold: Encodable {
    let standard: String
    let from: String
  }

  struct ExplainedMove: Encodable {
    let standard: String
    let from: String
    let to: String
  }

  struct Override: Encodable {
    let id: String
    let kind: String
    let waives: [Waiver]
    let holds: [Hold]
    let moves: [ExplainedMove]
    let paraphrased: Bool
    let origin: Nullable<String>
    let clause: Nullable<String>
    let reviewBy: Nullable<String>
    let reason: String
  }

  struct Since: Encodable {
    let base: String
    let head: String
    let date: Nullable<String>
    let unchanged: Int
    let gone: [String]
  }

  let schema = DiffReport.schema
  let base: String
  let head: String
  let date: String
  let title: String
  let edition: String
  let verdict: String
  let counts: [String: Int]
  let changes: [Change]
  let moves: [Move]
  let successions: [Succession]
  let proposals: [Covered]
  let consequences: [Consequence]
  let conflicts: [Conflict]
  let findings: [FindingJSON]
  let ledger: [Override]
  let tables: [TableJSON]
  let since: Nullable<Since>
}
