#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file descriptor, closed with its owner.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a name in a folder; a symbolic link is not followed.
  static func open(
    _ name: String, in folder: Int32, _ flags: Int32, mode: mode_t = 0o666, path: String
  ) throws(FileProblem) -> Descriptor {
    let number = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    guard number >= 0 else { throw FileProblem.last("open", path) }
    return Descriptor(number)
  }

  func write(_ bytes: [UInt8], path: String) throws(FileProblem) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        systemWrite(number, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem.last("write", path)
      }
      written += count
    }
  }

  /// Reads to the end; throws where there are more than `limit` bytes.
  ///
  /// - Parameter size: How many bytes are probably there.
  func read(limit: Int, expecting size: Int = 0, path: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more shows whether the file ends where it is expected to.
    var room = min(max(size, 0), limit) + 1
    while true {
      let part = try read(upTo: room, path: path)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > limit { throw FileProblem("read", path, .tooLarge) }
      if part.count < room { return bytes }
      room = 1 << 16
    }
  }

  /// Reads as many bytes; fewer only at the end.
  private func read(upTo count: Int, path: String) throws(FileProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let part = systemRead(number, buffer.baseAddress.map { $0 + filled }, count - filled)
        if part > 0 {
          filled += part
        } else if part == 0 {
          return
        } else if errno != EINTR {
          problem = FileProblem.last("read", path)
          return
        }
      }
    }
    if let problem { throw problem }
    return bytes
  }

  func flush(path: String) throws(FileProblem) {
    guard fsync(number) == 0 else { throw FileProblem.last("flush", path) }
  }
}

// The C functions, under names that the methods don't hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}
