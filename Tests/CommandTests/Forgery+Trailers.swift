import Foundation
import TestSupport

private let rune = "Reviewed-by: Rune Reviewer <rune@north.example>"
private let siri = "Reviewed-by: Siri Second <siri@south.example>"

/// What is done to the message of a commit that is otherwise the verb's.
extension Forgery {
  static let trailers: [Forgery] = [
    Forgery("a trailer left out", "audit-trailer-missing", on: .accepted) {
      try $0.reword("RSP-Proposal: 1\n", "")
    },
    Forgery("a doubled trailer", "audit-trailer-doubled", on: .accepted) {
      try $0.reword("RSP-Proposal: 1", "RSP-Proposal: 1\nRSP-Proposal: 1")
    },
    Forgery("two proposals named", "audit-trailer-doubled", on: .accepted) {
      try $0.reword("RSP-Proposal: 1", "RSP-Proposal: 1\nRSP-Proposal: 2")
    },
    Forgery(
      "trailers above the last paragraph", "audit-trailer-missing", "audit-trailer-malformed",
      on: .accepted
    ) {
      try $0.reword(rune, rune + "\n\nThat is all.")
    },
    Forgery(
      "a trailer in another form", "audit-trailer-missing", "audit-trailer-malformed", on: .accepted
    ) {
      try $0.reword("RSP-Proposal: 1", "rsp-proposal : 0001")
    },
    Forgery(
      "a line among the trailers that hides them from git", "audit-trailer-malformed", on: .accepted
    ) {
      try $0.reword("RSP-Proposal: 1", "RSP\u{200B}-Proposal: 9\nRSP-Proposal: 1")
    },
    Forgery("a trailer injected through a title", "audit-trailer-malformed", on: .accepted) {
      try $0.reword("LOINC to high", "RSP-Proposal: 9")
    },
    Forgery("a trailer injected through a name", "audit-trailer-malformed", on: .accepted) {
      try $0.reword(rune, rune + "\n\tand Eve <eve@x.example>")
    },
    Forgery("a reviewer injected through a name", "audit-reviewers-differ", on: .accepted) {
      try $0.reword(rune, rune + "\nReviewed-by: Eve <eve@x.example>")
    },
    Forgery("reviewers in another order", "audit-reviewers-differ", on: .accepted, committee: true)
    {
      try $0.reword("\(rune)\n\(siri)", "\(siri)\n\(rune)")
    },
    Forgery("a reviewer twice", "audit-reviewers-differ", on: .accepted, committee: true) {
      try $0.reword(siri, "\(siri)\n\(siri)")
    },
    Forgery("a reviewer left out", "audit-reviewers-differ", on: .accepted, committee: true) {
      try $0.reword("\n" + siri, "")
    },
    Forgery("reviewers above the proposal", "audit-reviewers-differ", on: .accepted) {
      try $0.reword("RSP-Proposal: 1\n\(rune)", "\(rune)\nRSP-Proposal: 1")
    },
    Forgery("a proposal named where nothing changes", "audit-trailer-unfounded", on: .accepted) {
      try $0.sandbox.write("Words.\n", to: "notes.txt")
      try $0.accept()
    },
  ]
}
