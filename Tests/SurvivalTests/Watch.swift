import Foundation

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
    func count(upTo limit: Int = .max, while run: Running) -> Int {
      var count = 0
      var buffer = [UInt8](repeating: 0, count: 4_096)
      var poll = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      while count < limit {
        let isRunning = run.isRunning
        Glibc.poll(&poll, 1, 2)
        let length = Glibc.read(number, &buffer, buffer.count)
        if length > 0 { count += Watch.events(in: buffer[..<length]) }
        if length <= 0, !isRunning { break }
      }
      return count
    }

    /// An event is 16 bytes, the last four the length of the name that follows.
    private static func events(in bytes: ArraySlice<UInt8>) -> Int {
      var (position, count) = (0, 0)
      while position + 16 <= bytes.count {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[position + 12 + $1]) << (8 * $1) }
        position += 16 + length
        count += 1
      }
      return count
    }
  #else
    init(_ place: Place) throws {}

    func count(upTo limit: Int = .max, while run: Running) -> Int {
      while run.isRunning { usleep(1_000) }
      return 0
    }
  #endif
}
