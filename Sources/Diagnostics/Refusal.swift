/// Why a verb did not do what it was asked to do: one sentence for each thing that is wrong.
package struct Refusal: Error, Sendable {
  package enum Kind: Sendable {
    /// The portfolio, a proposal or the repository does not allow it.
    case refused
    /// It has been done before, or the proposal is closed.
    case done
    /// The arguments are wrong.
    case usage
    /// Something that was named does not exist.
    case noInput
    /// A file can't be written.
    case cantWrite
    /// Something else is in the way for now.
    case tryAgain
    /// The branch moved between reading and writing; trying again at once helps.
    case moved
    /// The commit is made, but files and index are not updated yet.
    case unfinished
    /// A file or text that was given can't be read.
    case data
  }

  /// One thing that is wrong.
  package struct Sentence: Hashable, Sendable {
    package let message: String
    /// The option that the message is about, where it begins with one.
    package let option: AdvisedOption?
    /// Lines that belong to the message: a list, or the words of another program.
    package let details: [String]
    /// What to type, a line each.
    package let help: [Hint]
  }

  /// The kind; where several things are wrong, the gravest one, in the order of `Kind.gravity`.
  package let kind: Kind
  package let sentences: [Sentence]

  package init(
    _ kind: Kind = .refused, about option: AdvisedOption? = nil, _ message: String,
    details: [String] = [], help: [Hint] = []
  ) {
    self.kind = kind
    sentences = [Sentence(message: message, option: option, details: details, help: help)]
  }

  /// Joins refusals into one and drops repeated sentences; returns nil where there are none.
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

  /// Everything that is wrong, on one line.
  package var message: String { sentences.map(\.message).joined(separator: "; ") }

  package var details: [String] { sentences.flatMap(\.details) }

  package var help: [Hint] { sentences.flatMap(\.help) }

  /// The refusal of a text without any word.
  package static func empty(_ what: String, _ option: AdvisedOption) -> Refusal {
    Refusal(.usage, "\(what) is empty", help: ["write \(option: option, "TEXT") with a word in it"])
  }

  /// The lines of another program's output, each with a mark, so that none looks like one of ours.
  package static func quoted(_ output: String) -> [String] {
    output.utf8.split(separator: UInt8(ascii: "\n")).map { "| " + String(Substring($0)) }
  }
}

extension Refusal.Sentence {
  /// The message with the option that it is about.
  package var text: Hint { option.map { "\(flag: $0) \(message)" } ?? Hint(message) }
}

extension Refusal.Kind {
  /// Orders the kinds where one call fails for several reasons. Work that was done before, or can
  /// be tried again, weighs less than a lasting refusal. That weighs less than what could not be
  /// judged at all: wrong arguments, then missing things, then unreadable ones, then faults of the
  /// disk.
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
