import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// Tells of every change below a repository as it happens.
///
/// Only where the system has inotify; elsewhere no event ever comes.
final class Watch {
  #if os(Linux)
    private let number: Int32

    init(_ place: Place) throws {
      number = inotify_init1(Int32(IN_NONBLOCK))
      var folders = [""]
      for top in ["Portfolio", "Proposals", ".git"] {
        folders.append(top)
        let names = FileManager.default.enumerator(atPath: place.root + "/" + top)
        for case let name as String in names ?? .init() { folders.append(top + "/" + name) }
      }
      let mask = UInt32(
        IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)
      for folder in folders { inotify_add_watch(number, place.root + "/" + folder, mask) }
    }

    deinit { close(number) }

    /// Waits for events, up to a count or the end of a run, and returns how many came.
    func count(
      upTo limit: Int = .max, while run: Running, _ tell: ([String]) -> Void = { _ in }
    ) -> Int {
      var count = 0
      var buffer = [UInt8](repeating: 0, count: 4_096)
      var poll = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      while count < limit {
        let isRunning = run.isRunning
        Glibc.poll(&poll, 1, 2)
        let length = Glibc.read(number, &buffer, buffer.count)
        if length > 0 {
          let events = Watch.events(in: buffer[..<length])
          count += events.count
          tell(events)
        }
        if length <= 0, !isRunning { break }
      }
      return count
    }

    /// The events of a run to its end, in their order: `create`, `delete` and the like with the last
    /// part of a path.
    func names(while run: Running) -> [String] {
      var names: [String] = []
      _ = count(while: run) { names += $0 }
      return names
    }

    /// An event is 16 bytes, with the kind in the second four and the length of the name that follows
    /// in the last.
    private static func events(in bytes: ArraySlice<UInt8>) -> [String] {
      let kinds = [
        IN_CREATE: "create", IN_MODIFY: "modify", IN_DELETE: "delete", IN_MOVED_FROM: "move from",
        IN_MOVED_TO: "move to",
      ]
      func number(at start: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
      }
      var (position, events) = (0, [String]())
      while position + 16 <= bytes.count {
        let (mask, length) = (number(at: position + 4), number(at: position + 12))
        let name = bytes[position + 16..<position + 16 + length].prefix { $0 != 0 }
        let kind = kinds.first { mask & Int($0.key) != 0 }?.value ?? ""
        events.append("\(kind) \(String(decoding: name, as: UTF8.self))")
        position += 16 + length
      }
      return events
    }
  #else
    init(_ place: Place) throws {}

    func count(upTo limit: Int = .max, while run: Running) -> Int {
      while run.isRunning { usleep(1_000) }
      return 0
    }

    func names(while run: Running) -> [String] { [] }
  #endif
}
