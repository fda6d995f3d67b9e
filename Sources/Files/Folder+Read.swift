import Parallel
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// The bytes of a regular file of at most `limit` bytes.
  package func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    var reader = FileReader(root: root.number)
    return try reader.read(path, limit: limit)
  }

  /// What a function makes of the bytes of many regular files, in the given order, or why one can't
  /// be read.
  ///
  /// - Parameter files: The paths, and how many bytes each may have.
  /// - Parameter most: How much is read of all together; files that come after that are too large.
  /// - Parameter make: Returns what it makes of a file, and as how many bytes the file counts.
  package func read<Made: Sendable>(
    _ files: [(path: String, limit: Int)], most: Int,
    _ make: @Sendable (_ path: String, _ bytes: [UInt8]) -> (made: Made, cost: Int)
  ) -> [Result<Made, FileProblem>] {
    let root = root.number
    let total = Atomic(0)
    return Parallel.map(files, Progress("files read", of: files.count)) { share in
      var reader = FileReader(root: root)
      return share.map { file in
        guard total.load(ordering: .relaxed) <= most else {
          return .failure(FileProblem("read", file.path, .tooLarge))
        }
        do throws(FileProblem) {
          let (made, cost) = make(file.path, try reader.read(file.path, limit: file.limit))
          total.add(cost, ordering: .relaxed)
          return .success(made)
        } catch {
          return .failure(error)
        }
      }
    }
  }
}

/// Reads files below a folder. The folder of the last one stays open, since the next is often in it.
private struct FileReader: ~Copyable {
  private let root: Int32
  private var path = ""
  private var folder: Descriptor?

  init(root: Int32) {
    self.root = root
    folder = nil
  }

  mutating func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard path != "..", !path.hasSuffix("/..") else {
      throw FileProblem("open", path, .notRegular)
    }
    let (above, name) = Path.parts(path)
    let number = try folder(above)
    let file = try Descriptor.open(name, in: number, O_RDONLY | O_NONBLOCK, path: path)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw FileProblem.last("read", path) }
    guard Folder.kind(status) == .file else { throw FileProblem("read", path, .notRegular) }
    return try file.read(limit: limit, expecting: Int(status.st_size), path: path)
  }

  private mutating func folder(_ path: String) throws(FileProblem) -> Int32 {
    if let number = folder?.number, path.utf8.elementsEqual(self.path.utf8) { return number }
    let opened = try Folder.opened(path, below: root)
    let number = opened.number
    self.path = path
    folder = consume opened
    return number
  }
}
