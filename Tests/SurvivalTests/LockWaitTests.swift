import Foundation
import TestSupport
import Testing

@Suite(
  "A run that waits for another", .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct LockWaitTests {
  @Test("Names the holder after a minute, and has changed nothing")
  func holder() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    try place.write(
      "#!/bin/sh\ntouch .git/started\nwhile [ ! -e .git/done ]; do sleep 0.1; done\n",
      to: ".git/hooks/pre-commit")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.root + "/.git/hooks/pre-commit")
    let first = try place.start(Checkout.binary, ["commit", "1"] + Place.day)
    while first.isRunning, !place.exists(".git/started") { usleep(1_000) }
    let before = try Inspection(place)
    let began = ContinuousClock.now
    let second = try place.rspmaint(["open", "5"])
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    #expect((59...75).contains(seconds), "\(seconds) s")
    #expect(second.code == 75)
    #expect(
      second.err
        == "rspmaint: another rspmaint holds the lock: rspmaint commit, process \(first.id)\n"
        + "  help: wait for it to end, then run this again\n")
    #expect(try Inspection(place) == before)
    try place.write("", to: ".git/done")
    #expect(try first.wait().code == 0)
  }
}
