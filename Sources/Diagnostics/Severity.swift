/// How grave a finding is: an error stops a gate, a warning asks for attention, a note informs.
package enum Severity: String, CaseIterable, Sendable, Comparable {
  case note, warning, error

  package static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
