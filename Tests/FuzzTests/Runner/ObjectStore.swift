import CGitShims
import CLibgit2
import Foundation

/// A bare repository of its own, into which objects are put as they are: git's own programs write
/// only good ones.
final class ObjectStore {
  enum Kind: String {
    case tree, blob, commit
  }

  let path: String
  private var database: OpaquePointer?

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-fuzz-\(UUID().uuidString).git").path
    for folder in ["objects/info", "objects/pack", "refs/heads", "refs/tags"] {
      try FileManager.default.createDirectory(
        atPath: path + "/" + folder, withIntermediateDirectories: true)
    }
    for (file, text) in [
      ("HEAD", "ref: refs/heads/main\n"),
      ("config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
    }
    ObjectStore.start
    guard git_odb_open(&database, path + "/objects") == 0 else {
      throw CorpusProblem(description: "can't open the objects of '\(path)'")
    }
  }

  deinit { git_odb_free(database) }

  private static let start: Void = {
    rspmaint_load_libgit2()
    git_libgit2_init()
  }()

  func remove() throws { try FileManager.default.removeItem(atPath: path) }

  /// Stores an object and gives the bytes of its id.
  @discardableResult
  func write(_ kind: Kind, _ bytes: [UInt8]) throws -> [UInt8] {
    var id = git_oid()
    let status = bytes.withUnsafeBytes {
      git_odb_write(&id, database, $0.baseAddress, $0.count, ObjectStore.type(kind))
    }
    guard status == 0 else { throw CorpusProblem(description: "can't store a \(kind)") }
    return ObjectStore.bytes(id)
  }

  /// The bytes of the id that an object has.
  static func id(_ kind: Kind, _ bytes: [UInt8]) -> [UInt8] {
    start
    var id = git_oid()
    _ = bytes.withUnsafeBytes { git_odb_hash(&id, $0.baseAddress, $0.count, type(kind)) }
    return self.bytes(id)
  }

  private static func type(_ kind: Kind) -> git_object_t {
    switch kind {
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .commit: GIT_OBJECT_COMMIT
    }
  }

  private static func bytes(_ id: git_oid) -> [UInt8] {
    withUnsafeBytes(of: id) { Array($0.prefix(20)) }
  }
}
