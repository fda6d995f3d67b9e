/// Why a verb did not do what it was asked to.
package struct Refusal: Error, Sendable {
  package enum Kind: Sendable {
    /// The portfolio, a proposal or the repository does not allow it.
    case refused
    /// What was asked for has been done before, or the proposal is closed.
    case done
    /// The call's words are off.
    case usage
    /// What was named is not there.
    case noInput
    /// A file can't be written.
    case cantWrite
    /// Something else is in the way and may go.
    case tryAgain
    /// The branch moved between being read and being written, so that trying again at once helps.
    case moved
    /// The commit stands, and files and index have yet to follow.
    case unfinished
    /// What was given can't be read.
    case data
  }

  package let kind: Kind
  package let message: String
  /// What belongs to the message, a line each: a list, or the words of another program.
  package let details: [String]
  /// What to type, a line each.
  package let help: [String]

  package init(
    _ kind: Kind = .refused, _ message: String, details: [String] = [], help: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.details = details
    self.help = help
  }

  /// The lines of what another program said, each marked, so that none passes for one of ours.
  package static func quoted(_ output: String) -> [String] {
    output.utf8.split(separator: UInt8(ascii: "\n")).map { "| " + String(Substring($0)) }
  }
}
