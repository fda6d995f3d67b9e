/// What a user is told to type, so that it does what it says when it is typed as it stands.
enum Typed {
  /// A word in quotes of the shell.
  static func quoted(_ text: String) -> String {
    let parts = text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return "'" + parts.map { String(Substring($0)) }.joined(separator: #"'\''"#) + "'"
  }

  /// A word as the shell takes it, in quotes only where it needs them.
  static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "/._-+,:@%=".utf8.contains(byte)
      }
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") ? text : quoted(text)
  }

  /// What is to be typed, in quotation marks where it has none of its own.
  static func cited(_ command: String) -> String {
    command.utf8.contains(UInt8(ascii: "'")) ? command : "'\(command)'"
  }

  static func words(_ texts: [String]) -> String { texts.map(word).joined(separator: " ") }
}

extension Workspace {
  /// `git` where the user stands at the root, else `git -C ROOT`: paths after it start from the root.
  var gitAtRoot: String { git(at: root) }

  /// As ``gitAtRoot``, for paths from the top of the worktree.
  var gitAtTop: String { git(at: top) }

  private func git(at place: String?) -> String {
    guard let place, !(isOpenedHere && start.utf8.elementsEqual(place.utf8)) else { return "git" }
    return "git -C \(Typed.quoted(place))"
  }

  /// What commits the portfolio for the first time.
  var importing: String {
    var names: [String] = []
    for name in ["Portfolio", "Proposals", ".gitattributes"] where isAtRoot(name) {
      names.append(name)
    }
    return "\(gitAtRoot) add \(names.joined(separator: " ")) && "
      + "\(gitAtRoot) commit -m 'Import the portfolio'"
  }
}
