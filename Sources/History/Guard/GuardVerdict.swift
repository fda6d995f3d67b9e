/// What the guard says of one reference of a push.
package struct GuardVerdict: Sendable {
  package let reference: PushedReference
  /// Why it is refused, a sentence each; none where it may go.
  package let objections: [String]
  /// What is to be known where it may go.
  package let remarks: [String]

  package var isRefused: Bool { !objections.isEmpty }

  static func refused(_ reference: PushedReference, _ objections: [String]) -> GuardVerdict {
    GuardVerdict(reference: reference, objections: objections, remarks: [])
  }

  static func taken(_ reference: PushedReference, _ remarks: [String] = []) -> GuardVerdict {
    GuardVerdict(reference: reference, objections: [], remarks: remarks)
  }
}
