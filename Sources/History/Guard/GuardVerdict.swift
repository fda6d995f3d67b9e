package import Diagnostics

/// The guard's verdict on one reference of a push.
package struct GuardVerdict: Sendable {
  package let reference: PushedReference
  /// The reasons why the reference is refused, one sentence each; empty if it is accepted.
  package let objections: [Hint]
  /// Remarks for the pusher if the reference is accepted, one sentence each.
  package let remarks: [Hint]

  package var isRefused: Bool { !objections.isEmpty }

  static func refused(_ reference: PushedReference, _ objections: [Hint]) -> GuardVerdict {
    GuardVerdict(reference: reference, objections: objections, remarks: [])
  }

  static func taken(_ reference: PushedReference, _ remarks: [Hint] = []) -> GuardVerdict {
    GuardVerdict(reference: reference, objections: [], remarks: remarks)
  }
}
