import CLibgit2

/// Owns something that libgit2 made and that the caller has to free; `deinit` frees it.
///
/// A new owner holds nothing; `&owner.raw` is passed once, to the call that makes the thing. No
/// pointer is used longer than the variable that holds its owner.
struct Owned<Raw>: ~Copyable {
  var raw: Raw
  private let free: (inout Raw) -> Void

  private init(_ nothing: Raw, _ free: @escaping (inout Raw) -> Void) {
    raw = nothing
    self.free = free
  }

  deinit {
    var raw = raw
    free(&raw)
  }
}

/// An owned object of libgit2.
typealias Handle = Owned<OpaquePointer?>

extension Owned<OpaquePointer?> {
  static func blob() -> Handle { Handle(nil) { git_blob_free($0) } }
  static func configuration() -> Handle { Handle(nil) { git_config_free($0) } }
  static func database() -> Handle { Handle(nil) { git_odb_free($0) } }
  static func filters() -> Handle { Handle(nil) { git_filter_list_free($0) } }
  static func index() -> Handle { Handle(nil) { git_index_free($0) } }
  static func log() -> Handle { Handle(nil) { git_reflog_free($0) } }
  static func object() -> Handle { Handle(nil) { git_object_free($0) } }
  static func reference() -> Handle { Handle(nil) { git_reference_free($0) } }
  static func referenceIterator() -> Handle { Handle(nil) { git_reference_iterator_free($0) } }
  static func repository() -> Handle { Handle(nil) { git_repository_free($0) } }
  static func settings() -> Handle { Handle(nil) { git_config_iterator_free($0) } }
  static func storedObject() -> Handle { Handle(nil) { git_odb_object_free($0) } }
  static func tree() -> Handle { Handle(nil) { git_tree_free($0) } }
  static func worktree() -> Handle { Handle(nil) { git_worktree_free($0) } }
}

extension Owned<git_buf> {
  /// A buffer for bytes that a call writes.
  static func buffer() -> Owned { Owned(git_buf()) { git_buf_dispose(&$0) } }

  var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: raw.ptr, count: raw.size)) }

  /// The bytes up to the first zero.
  var text: String { raw.ptr.map { String(cString: $0) } ?? "" }
}

extension Owned<git_strarray> {
  static func list() -> Owned { Owned(git_strarray()) { git_strarray_dispose(&$0) } }

  var texts: [String] {
    (0..<raw.count).compactMap { raw.strings[$0].map { String(cString: $0) } }
  }
}
