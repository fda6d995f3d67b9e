import Diagnostics
import PortfolioModel
import Records

/// A sealed file of a survey that came from another machine.
struct SealedSurveyFile {
  private let name: String
  private let content: [UInt8]
  private let entry: SurveyEntry
  /// The round and the expert whose answers it holds; nil for another file.
  private let sender: (round: Int, expert: Identifier)?
  private let source: String

  /// - Throws: `Refusal` where it belongs to no survey here.
  init(
    _ file: (name: String, content: [UInt8]), _ snapshot: Snapshot, from source: String
  ) throws(Refusal) {
    (name, content) = file
    self.source = source
    let steps = file.name.split(separator: "/").map(String.init)
    guard steps.count > 1, let id = Identifier(steps[0]) else {
      throw Refusal(.data, "\(source) holds '\(file.name)', which is of no survey")
    }
    guard let entry = snapshot.survey(id) else {
      throw Refusal(
        .refused, "\(source) is of survey '\(id)', which is not here", help: ["\(run: .sync)"])
    }
    self.entry = entry
    if steps.count == 3, let round = Int(steps[1]), steps[2].hasSuffix(".yml"),
      let expert = Identifier(String(steps[2].dropLast(4)))
    {
      sender = (round, expert)
    } else {
      sender = nil
    }
  }

  /// What is to be sealed here, together with what is here already.
  ///
  /// - Throws: `Refusal` where answers are not those of the receipts, or another file is here.
  func merged(with known: [UInt8]?) throws(Refusal) -> [UInt8]? {
    guard let (round, expert) = sender else {
      try SealedFile.refuseOther(known, than: content, called: name)
      return content
    }
    func digest(_ answers: SurveyAnswers) -> String {
      SealedAnswers.digest(answers, of: expert, round: round, in: entry.id)
    }
    let receipts = Set((entry.responses[round]?[expert]?.receipts ?? []).map(\.digest))
    var answers = known.map(read) ?? []
    var digests = Set(answers.map(digest))
    for new in read(content) where receipts.contains(digest(new)) {
      if digests.insert(digest(new)).inserted { answers.append(new) }
    }
    guard !receipts.isEmpty, receipts.isSubset(of: digests) else {
      throw Refusal(
        .refused,
        "\(source) holds not all answers of '\(expert)' to survey '\(entry.id)' as the receipts say",
        help: ["if a receipt is not here yet: \(run: .sync)"])
    }
    return Array(SurveyFiles.sealed(answers).utf8)
  }

  private func read(_ bytes: [UInt8]) -> [SurveyAnswers] {
    RecordFile(bytes, path: name, schema: .sealedAnswers).fields.map(SurveyFiles.sealed) ?? []
  }
}
