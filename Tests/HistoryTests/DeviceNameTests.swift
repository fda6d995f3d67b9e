import PortfolioModel
import Testing

@testable import Git

/// Ids and the names of files in a tree hold Windows's device names in a list each, since neither
/// target imports the other.
@Suite("Names that Windows takes for devices")
struct DeviceNameTests {
  private static let signs = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)

  /// Every id of up to three characters, and those that begin like a device with one or two more.
  private static let names: [String] = {
    let pairs = signs.flatMap { first in signs.map { first + $0 } }
    let triples = pairs.flatMap { pair in signs.map { pair + $0 } }
    let devices = ["con", "prn", "aux", "nul", "com", "lpt"]
    let longer = devices.flatMap { name in (signs + pairs).map { name + $0 } }
    return signs + pairs + triples + longer + ["conin", "conout", "con-1", "com-1", "clock"]
  }()

  @Test("Are no ids exactly where git's trees may hold no file of that name")
  func sameList() {
    let devices = DeviceNameTests.names.filter {
      NameForm.fault(Array("\($0).yml".utf8), isLink: false) != nil
    }
    #expect(devices.count == 4 + 2 * 10, "\(devices)")
    #expect(DeviceNameTests.names.filter(Identifier.isDevice) == devices)
    #expect(DeviceNameTests.names.filter { Identifier($0) == nil } == devices)
  }

  @Test(
    "Are no ids where they hold other characters", arguments: ["conin$", "conout$", "com\u{B9}"])
  func others(name: String) {
    #expect(NameForm.fault(Array(name.utf8), isLink: false) != nil)
    #expect(Identifier(name) == nil)
  }
}
