/// A line of advice: words, and values for what only the command line can word.
///
/// A call site writes it as a text: `"its proposer opens it: \(run: .open(2))"`. How a command, an
/// option or a package is spelt is known to Commands alone, which makes text of the parts.
package struct Hint: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case words(String)
    case command(AdvisedCommand, Form)
    /// An option with what stands after it, and a flag that goes with it.
    case option(AdvisedOption, Argument, with: AdvisedOption?)
    /// A command of git, in a folder that is not the user's own.
    case git(AdvisedGit, folder: String?, Form)
    case install(AdvisedPackage)
  }

  /// How a command stands in a line.
  package enum Form: Hashable, Sendable {
    /// In quotation marks, as part of a sentence.
    case cited
    /// As it is typed: it ends the line.
    case plain
  }

  /// What stands after an option.
  package enum Argument: Hashable, Sendable {
    /// Nothing: a flag, or an option that is only named.
    case none
    /// The name of its value.
    case placeholder
    case value(String)
  }

  package private(set) var parts: [Part]

  package init(_ words: String) { parts = words.isEmpty ? [] : [.words(words)] }

  package var isEmpty: Bool { parts.isEmpty }

  /// Adds a part; words join the words before them, so that equal lines are equal values.
  private mutating func append(_ part: Part) {
    guard case .words(let more) = part else { return parts.append(part) }
    guard !more.isEmpty else { return }
    guard case .words(let before)? = parts.last else { return parts.append(part) }
    parts[parts.count - 1] = .words(before + more)
  }

  package static func + (lhs: Hint, rhs: Hint) -> Hint {
    var sum = lhs
    for part in rhs.parts { sum.append(part) }
    return sum
  }
}

extension Hint: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var hint = Hint("")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { hint.append(.words(literal)) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      hint.append(.words("\(value)"))
    }

    package mutating func appendInterpolation(_ other: Hint) { hint = hint + other }

    /// A command of this tool, cited.
    package mutating func appendInterpolation(run command: AdvisedCommand) {
      hint.append(.command(command, .cited))
    }

    /// A command of this tool, as it is typed.
    package mutating func appendInterpolation(line command: AdvisedCommand) {
      hint.append(.command(command, .plain))
    }

    /// The name of an option.
    package mutating func appendInterpolation(flag option: AdvisedOption) {
      hint.append(.option(option, .none, with: nil))
    }

    /// An option with its value, or with the name of what it takes.
    package mutating func appendInterpolation(
      option: AdvisedOption, _ value: String? = nil, with flag: AdvisedOption? = nil
    ) {
      hint.append(.option(option, value.map { .value($0) } ?? .placeholder, with: flag))
    }

    /// A command of git's, cited.
    package mutating func appendInterpolation(git command: AdvisedGit) {
      hint.append(.git(command, folder: nil, .cited))
    }

    /// A command of git's, as it is typed.
    ///
    /// - Parameter folder: Where git works; nil where the user stands.
    package mutating func appendInterpolation(
      gitLine command: AdvisedGit, in folder: String? = nil
    ) {
      hint.append(.git(command, folder: folder, .plain))
    }

    /// What installs a package.
    package mutating func appendInterpolation(install package: AdvisedPackage) {
      hint.append(.install(package))
    }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.hint }

  package init(stringLiteral value: String) { self.init(value) }
}

extension [Hint] {
  /// All lines in one.
  package func joined(separator: String) -> Hint {
    var sum = Hint("")
    for (index, hint) in enumerated() { sum = index == 0 ? hint : "\(sum)\(separator)\(hint)" }
    return sum
  }
}

extension DefaultStringInterpolation {
  /// A hint that is put into a text would be printed as the value that it is.
  @available(*, unavailable, message: "only Commands makes text of a hint")
  package mutating func appendInterpolation(_ hint: Hint) {}
}
