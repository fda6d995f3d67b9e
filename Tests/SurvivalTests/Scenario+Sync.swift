import Foundation
import TestSupport
import Testing

extension Scenario {
  /// Both sides have gone on: others proposed a seventh proposal, and here one was proposed and one
  /// accepted.
  static let sync = Scenario("sync", ["sync"], leastKills: 60) { place in
    let shared = try Shared.place.get()
    for name in [".git", "Portfolio", "Proposals"] {
      try FileManager.default.removeItem(atPath: place.root + "/" + name)
      let outcome = try place.run("/bin/cp", ["-a", shared.root + "/" + name, place.root])
      try #require(outcome.code == 0, "\(outcome.err)")
    }
  }

  /// The portfolio with a shared repository in its git folder, so that both are copied together.
  private enum Shared {
    static let place = Swift.Result { try build() }

    private static func build() throws -> Place {
      let place = try Template.place.get().copy()
      let other = try Place()
      try place.git("clone", "-q", "--bare", place.root, Place.shared)
      try place.git("remote", "add", "origin", Place.shared)
      try place.git("clone", "-q", place.root + "/" + Place.shared, other.root)
      try other.git("-C", other.root, "config", "advice.detachedHead", "false")
      try other.prepare(
        "propose", "icd-9", "--set", "notes=Theirs.", "--title", "Theirs",
        as: .reviewer)
      try other.git("push", "-q", "origin", "HEAD:main")
      other.remove()
      try place.prepare(
        "propose", "icd-11", "--set", "notes=Ours.", "--title", "Ours")
      try place.prepare("commit", "1")
      return place
    }
  }
}

extension Scenario {
  /// Whether it also does something that files and index do not show: it talks to a shared repository.
  var shares: Bool { arguments == ["sync"] }
}

extension Place {
  /// The shared repository of ``Scenario/sync``, from the root.
  static let shared = ".git/shared.git"

  /// Waits for git programs that a killed run has left behind, and that come to their own end.
  func awaitOrphans() {
    let files = FileManager.default
    for _ in 0..<500 {
      let processes = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
      let isBusy = processes.contains {
        (try? files.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd"))?.hasPrefix(root) ?? false
      }
      guard isBusy else { return }
      usleep(10_000)
    }
  }
}
