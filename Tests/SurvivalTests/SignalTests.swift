import Foundation
import TestSupport
import Testing

@Suite("Signals that ask a commit to end")
struct SignalTests {
  #if os(Linux)
    /// Each from the moment on that git's index is locked; more where the survival tests run.
    private static let tries = Survival.isOn ? 120 : 6

    /// The runner's threads block signals, and so would what they start.
    private static func unblocked<Result>(_ work: () throws -> Result) rethrows -> Result {
      var (none, before) = (sigset_t(), sigset_t())
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
      return try work()
    }

    @Test("Wait until no lock of git's is held")
    func noLocks() throws {
      var died = 0
      for number in 0..<SignalTests.tries {
        let signal = [SIGINT, SIGTERM, SIGHUP][number % 3]
        let place = try Template.place.get().copy()
        defer { place.remove() }
        let run = try SignalTests.unblocked {
          try place.start(Checkout.binary, ["commit", "1"] + Place.day)
        }
        while run.isRunning, !place.exists(".git/index.lock") {}
        usleep(UInt32.random(in: 0...4_000))
        run.send(signal)
        let code = try run.wait().code
        if code == 128 + signal { died += 1 }
        #expect(code == 0 || code == 128 + signal, "try \(number) ends with \(code)")
        #expect(Inspection.locks(place) == [], "try \(number), by signal \(signal)")
        let status = try place.git("status", "--porcelain", "--", "Portfolio", "Proposals")
        #expect(status == "", "try \(number), by signal \(signal)")
      }
      #expect(died > 0, "no signal reached the run")
      Survival.report(
        "signals: \(SignalTests.tries) SIGINT, SIGTERM and SIGHUP while git's index was locked, "
          + "\(died) of which ended the run; locks of git's left: none")
    }

    @Test(
      "End it once the branch has moved, though another signal is ignored",
      arguments: ["HUP", "INT"])
    func ignored(signal: String) throws {
      let place = try Template.place.get().copy()
      defer { place.remove() }
      try place.write(
        "#!/bin/sh\ntouch .git/reached\nsleep 10\n", to: ".git/hooks/post-commit")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: place.root + "/.git/hooks/post-commit")
      let run = try SignalTests.unblocked {
        try place.start(
          "/bin/sh",
          ["-c", "trap '' \(signal); exec \"$@\"", "sh", Checkout.binary, "commit", "1"] + Place.day
        )
      }
      while run.isRunning, !place.exists(".git/reached") { usleep(1_000) }
      run.send(SIGTERM)
      #expect(try run.wait().code == 128 + SIGTERM)
    }
  #endif
}
