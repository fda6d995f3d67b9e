import Foundation
import TestSupport

/// What the environment asks of these tests.
enum Survival {
  private static let environment = ProcessInfo.processInfo.environment

  /// The long tests run only where `RSPMAINT_SURVIVAL=1` asks for them.
  static let isOn = environment["RSPMAINT_SURVIVAL"] == "1"

  /// Kills to make in all: 320, or what `RSPMAINT_SOAK` says.
  static let kills = environment["RSPMAINT_SOAK"].flatMap { Int($0) } ?? 320

  /// The one scenario to run, by its name, where `RSPMAINT_ONLY` gives one.
  static let only = environment["RSPMAINT_ONLY"]

  /// Whether a fault that can't be made here is a failure.
  static let requiresFaults = environment["RSPMAINT_REQUIRE_FAULTS"] == "1"

  /// Prints what was counted, for the record of a run.
  static func report(_ line: String) { print("FIGURES \(line)") }
}
