/// A proposal of the made history: it re-rates the tooling of one record, or rewords its scope.
struct PlannedProposal {
  let number: Int
  let standard: String
  /// The record's number.
  let record: Int
  let isEditorial: Bool
  let from: String
  let to: String
  let reviewers: [Committee.Member]

  private var field: String { isEditorial ? "scope" : "assessment.tooling" }
  var title: String {
    isEditorial ? "Reword the scope of \(standard)" : "Re-rate the tooling of \(standard)"
  }
  /// The number as files and the changelog write it.
  var label: String { String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)" }
  var folder: String { "Proposals/\(label)-\(isEditorial ? "reword" : "re-rate")-\(standard)" }

  /// `proposal.yml`.
  func text(created: String) -> String {
    """
    title: \(title)
    nature: \(isEditorial ? "editorial" : "assessment")
    proposer: \(Committee.editor.person)
    created: \(created)
    changes:
      - standard: \(standard)
        set:
          - {field: \(field), from: \(quoted(from)), to: \(quoted(to))}

    """
      + (isEditorial
        ? ""
        : """
        evidence:
          - {title: Survey \(number) of products, kind: survey, source: Members of the committee}

        """)
        + """
        rationale: |
          \(isEditorial ? "The present words were read in two ways." : "What implementers have at hand is another than when it was last rated.")
          Members asked for it in round \(number / 10 + 1).

        """
  }

  /// A text within braces, where a comma would end it.
  private func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }

  /// `state.yml`, open or accepted.
  func state(base: String, accepted: (day: String, edition: String)? = nil) -> String {
    guard let accepted else { return "status: open\nbase: \(base)\n" }
    return """
      status: accepted
      base: \(base)
      accepted: {date: \(accepted.day), reviewers: [\(reviewers.map(\.name).joined(separator: ", "))], \
      edition: \(accepted.edition)}

      """
  }

  /// A member's approval of a text.
  static func review(_ member: Committee.Member, of text: String, on day: String) -> String {
    """
    member: \(member.id)
    date: \(day)
    verdict: approve
    content: \(BlobID.of(text))

    """
  }

  /// What the changelog and the commit say of it, without Markdown's escapes, of which the made texts
  /// need none.
  var effect: String {
    isEditorial
      ? "`\(standard)` `scope` from “\(from)” to “\(to)”"
      : "`\(standard)` `assessment.tooling` from \(from) to \(to)"
  }

  /// The message of the commit that accepts it.
  var message: String {
    "\(title)\n\n- \(isEditorial ? "Editorial" : "Reassessed"): \(effect)\n\nRSP-Proposal: \(number)\n"
      + reviewers.map { "Reviewed-by: \($0.person)\n" }.joined()
  }
}
