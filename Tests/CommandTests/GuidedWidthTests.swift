import Foundation
import TestSupport
import Testing

@Suite("Guided questions on terminals of several widths")
struct GuidedWidthTests {
  private static let answers = [
    "ihe w", "1", "final", "5", "preferred", "back", "back", "9", "Final text of WIA",
    "It is out.", "", "yes",
  ]

  /// Answers each question when it is asked, on a terminal of so many columns, and prints the
  /// session as it looks.
  private static let typist = """
    import fcntl, os, pty, struct, sys, termios
    columns, answers = int(sys.argv[1]), sys.argv[3].split("\\n")
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[2], [sys.argv[2], "propose", "--as-of", "2026-11-23"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    text = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        text += more
        if text.endswith(b": ") and answers:
            os.write(terminal, (answers.pop(0) + "\\n").encode())
    sys.stdout.write(text.decode().replace("\\r", ""))
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """

  @Test("Fit", arguments: [40, 80, 200])
  func fits(columns: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(
      "/usr/bin/python3",
      [
        "-c", GuidedWidthTests.typist, String(columns), Sandbox.binary,
        GuidedWidthTests.answers.joined(separator: "\n"),
      ], .editor, input: nil)
    #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)")
    let asked = outcome.out.components(separatedBy: "Wrote proposal")[0]
    for line in asked.split(separator: "\n") where line.count > columns {
      Issue.record("\(line.count) columns: \(line)")
    }
    try expectSame(asked, asSnapshot: "guided/\(columns).txt")
  }
}
