import Reports
import Verbs

extension Console {
  /// Says which files were written, and which were there.
  static func print(_ outcome: WriteExtras.Outcome) {
    for path in outcome.written { print("Wrote \(DisplayText.line(path))\n") }
    for path in outcome.wereThere { print("\(DisplayText.line(path)) is there already.\n") }
  }
}
