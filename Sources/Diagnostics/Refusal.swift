/// Why a verb did not do what it was asked to: a sentence, or one for each thing that is wrong.
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

  /// One thing that is wrong.
  package struct Sentence: Hashable, Sendable {
    package let message: String
    /// The option that the message is about, where it begins with one.
    package let option: AdvisedOption?
    /// What belongs to the message, a line each: a list, or the words of another program.
    package let details: [String]
    /// What to type, a line each.
    package let help: [Hint]
  }

  /// Where several things are wrong, the gravest of their kinds, in the order of `Kind.gravity`.
  package let kind: Kind
  package let sentences: [Sentence]

  package init(
    _ kind: Kind = .refused, about option: AdvisedOption? = nil, _ message: String,
    details: [String] = [], help: [Hint] = []
  ) {
    self.kind = kind
    sentences = [Sentence(message: message, option: option, details: details, help: help)]
  }

  /// All refusals in one, what two of them say alike once; nil where there are none.
  package init?(all refusals: [Refusal]) {
    guard let gravest = refusals.map(\.kind).max(by: { $0.gravity < $1.gravity }) else {
      return nil
    }
    kind = gravest
    var sentences: [Sentence] = []
    for sentence in refusals.flatMap(\.sentences) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    self.sentences = sentences
  }

  /// All that is wrong, to be quoted in a sentence of another.
  package var message: String { sentences.map(\.message).joined(separator: "; ") }

  package var details: [String] { sentences.flatMap(\.details) }

  package var help: [Hint] { sentences.flatMap(\.help) }

  /// That a text was given which holds no word.
  package static func empty(_ what: String, _ option: AdvisedOption) -> Refusal {
    Refusal(.usage, "\(what) is empty", help: ["write \(option: option, "TEXT") with a word in it"])
  }

  /// The lines of what another program said, each marked, so that none passes for one of ours.
  package static func quoted(_ output: String) -> [String] {
    output.utf8.split(separator: UInt8(ascii: "\n")).map { "| " + String(Substring($0)) }
  }
}

extension Refusal.Sentence {
  /// The message with the option that it is about.
  package var text: Hint { option.map { "\(flag: $0) \(message)" } ?? Hint(message) }
}

extension Refusal.Kind {
  /// Orders kinds where one call ends for several reasons. What was done before, or may be tried
  /// again, weighs less than a refusal that stands; that weighs less than what could not be judged
  /// at all, the later the worse: the call's words, what it names, what stands there, the disk.
  fileprivate var gravity: Int {
    switch self {
    case .done: 0
    case .moved, .unfinished, .tryAgain: 1
    case .refused: 2
    case .usage: 3
    case .noInput: 4
    case .data: 5
    case .cantWrite: 6
    }
  }
}
