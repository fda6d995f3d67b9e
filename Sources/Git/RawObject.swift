import CGitShims
import CLibgit2

/// An object as git hashes it: its kind and its bytes.
package struct RawObject: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case commit, tree, blob, tag
  }

  package let kind: Kind
  package let bytes: [UInt8]

  package init(_ kind: Kind, _ bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  /// Reads the form in which ``stored`` writes it; nil for anything else.
  package init?(stored text: [UInt8]) {
    guard let end = text.firstIndex(of: 0) else { return nil }
    let head = String(decoding: text[..<end], as: UTF8.self).split(separator: " ")
    guard head.count == 2, let kind = Kind(rawValue: String(head[0])) else { return nil }
    self.init(kind, Array(text[(end + 1)...]))
    guard text == stored else { return nil }
  }

  /// Kind and length, a zero byte, and the bytes: what git compresses and stores.
  package var stored: [UInt8] { Array("\(kind.rawValue) \(bytes.count)\0".utf8) + bytes }

  /// The id that git gives it; it needs no repository.
  package var id: ObjectID {
    Library.start
    var id = git_oid()
    let status = bytes.withUnsafeBytes {
      git_odb_hash(&id, $0.baseAddress, $0.count, kind.number)
    }
    precondition(status == 0, "libgit2 hashes bytes in memory")
    return ObjectID(id)
  }

  /// The entries of a tree; nil where it isn't one that git would write.
  package var entries: [(mode: String, name: String, id: ObjectID)]? {
    guard kind == .tree else { return nil }
    var entries: [(mode: String, name: String, id: ObjectID)] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let end = rest[space...].firstIndex(of: 0), end + 20 < rest.endIndex
      else { return nil }
      entries.append(
        (
          String(decoding: rest[..<space], as: UTF8.self),
          String(decoding: rest[(space + 1)..<end], as: UTF8.self),
          ObjectID(bytes: rest[(end + 1)...(end + 20)])
        ))
      rest = rest[(end + 21)...]
    }
    return entries
  }
}

extension RawObject.Kind {
  fileprivate var number: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }

  fileprivate init?(_ number: git_object_t) {
    switch number {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }
}

extension Repository {
  /// An object as it is stored, whatever its kind; it counts in no budget of reading.
  package func object(_ id: ObjectID) throws(RepositoryProblem) -> RawObject {
    try run { () throws(CallError) -> RawObject in
      let (number, bytes) = try stored(id)
      guard let kind = RawObject.Kind(number) else {
        throw CallError(.corruptObject, "\(id.hex) is of no kind that git knows")
      }
      return RawObject(kind, bytes)
    }
  }

  /// Stores objects without making any reference, in a repository that is soon thrown away: nothing is
  /// flushed to the disk, which takes longer than all else. No other thread may write meanwhile.
  package func storeForNow(_ objects: [RawObject]) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      let database = try database()
      try check("git_libgit2_opts", rspmaint_flush(0))
      defer { _ = rspmaint_flush(1) }
      for object in objects { try store(object.bytes, object.kind.number, in: database) }
    }
  }
}
