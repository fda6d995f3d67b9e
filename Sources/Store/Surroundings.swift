package import Diagnostics
package import PortfolioModel

/// What a verb needs to know of the world around it. It is passed in, never looked up.
package struct Surroundings: Sendable {
  /// The day that every verb judges by and writes into files.
  package private(set) var today: CalendarDate
  /// Seconds since 1970, for commits.
  package let now: Int
  /// Minutes east of UTC, for commits.
  package let offsetMinutes: Int
  /// All variables, for the user's own programs: git, hooks and signers.
  package let environment: [String: String]
  /// Whether a commit skips the hooks that may stop it (`--no-verify`).
  package private(set) var skipsHooks: Bool
  /// Whether a commit stays unsigned whatever git is set to (`--no-gpg-sign`).
  package private(set) var skipsSigning: Bool
  /// Whether what a verb writes below `Proposals/` becomes one commit (not with `--no-save`).
  package private(set) var saves = true
  /// Whether nothing is written, and the verb only says what would be (`--dry-run`).
  package private(set) var rehearses = false
  /// The variables that other programs get, of those that are set; they inherit nothing else.
  package let programVariables: [String: String]
  /// How long to wait for the tool's own lock, in seconds.
  package let lockPatience: Int
  /// How long to wait for a lock file of git's, in seconds.
  package let gitLockPatience: Double
  /// How long to keep trying while other programs move the branch, in seconds.
  package let racePatience: Double
  /// Takes a remark that is shown beside the result: a sentence without its full stop.
  package let note: @Sendable (Hint) -> Void
  /// Takes what one of the user's own programs printed, in whole lines.
  package let relay: @Sendable (String) -> Void

  /// The UTC day of the clock.
  var clock: CalendarDate { CalendarDate(secondsSince1970: now) }

  package init(
    today: CalendarDate, now: Int, offsetMinutes: Int, programVariables: [String: String] = [:],
    environment: [String: String] = [:], skipsHooks: Bool = false, skipsSigning: Bool = false,
    lockPatience: Int = 60, gitLockPatience: Double = 2, racePatience: Double = 10,
    note: @escaping @Sendable (Hint) -> Void = { _ in },
    relay: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.today = today
    self.now = now
    self.offsetMinutes = offsetMinutes
    self.environment = environment
    self.skipsHooks = skipsHooks
    self.skipsSigning = skipsSigning
    self.programVariables = programVariables
    self.lockPatience = lockPatience
    self.gitLockPatience = gitLockPatience
    self.racePatience = racePatience
    self.note = note
    self.relay = relay
  }

  /// A copy for a commit that skips hooks or signing.
  package func committing(skipsHooks: Bool, skipsSigning: Bool) -> Surroundings {
    var copy = self
    (copy.skipsHooks, copy.skipsSigning) = (skipsHooks, skipsSigning)
    return copy
  }

  /// A copy for what is judged as of another day.
  package func on(_ day: CalendarDate) -> Surroundings {
    var copy = self
    copy.today = day
    return copy
  }

  /// A copy for a verb that saves or not, and writes or not.
  package func with(saves: Bool, rehearses: Bool) -> Surroundings {
    var copy = self
    (copy.saves, copy.rehearses) = (saves, rehearses)
    return copy
  }

  /// The names of the variables by which signers find their keys and ask for passphrases.
  package static let signerVariables = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERM", "DISPLAY", "WAYLAND_DISPLAY",
    "XAUTHORITY", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE",
    "SSH_SK_PROVIDER", "GNUPGHOME",
  ]
}
