import Diagnostics

/// Finds changes of one proposal that touch the same field.
struct OverlapCheck {
  private let proposal: Proposal

  init(_ proposal: Proposal) { self.proposal = proposal }

  func findings() -> [Finding] {
    var bySubject: [SubjectID: [Touch]] = [:]
    var findings: [Finding] = []
    for (touch, path) in proposal.touches {
      if bySubject[touch.subject, default: []].contains(where: { $0.overlaps(touch) }) {
        findings.append(
          Finding(
            .overlappingChanges, .proposal(proposal.number), path,
            standard: touch.subject.kind == .standard ? touch.subject.id : nil,
            "\(touch.phrase) is changed twice in this proposal",
            help: ["keep one of the two changes"]))
      }
      bySubject[touch.subject, default: []].append(touch)
    }
    return findings
  }
}
