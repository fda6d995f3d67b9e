/// A proposal of a ballot whose text has changed since it was voted on.
package struct ChangedItem: Sendable {
  package let number: Int
  /// The content id that was voted on, and the one of now.
  package let voted: String
  package let content: String
  /// What differs beyond words: empty where the change is editorial and needs no vote.
  package let substance: [String]
  /// The same in words, "NAME: site deployment".
  package let words: [String]
  /// The comments of the ballot that it answers.
  package let answers: [Comment.ID]

  package init(
    _ number: Int, from voted: String, to content: String, substance: [String],
    inWords words: [String], answers: [Comment.ID]
  ) {
    self.words = words
    (self.number, self.voted, self.content) = (number, voted, content)
    (self.substance, self.answers) = (substance, answers)
  }

  package var isEditorial: Bool { substance.isEmpty }

  package var label: String { Proposal.label(number) }

  /// What was changed and why, a sentence.
  package var sentence: String {
    let how = isEditorial ? "in words alone" : "beyond words (\(words.listed))"
    let why =
      answers.isEmpty ? "" : ", in answer to \(answers.map(\.description).conjunction)"
    return "Proposal \(label) was changed \(how) since it was voted on\(why)."
  }
}
