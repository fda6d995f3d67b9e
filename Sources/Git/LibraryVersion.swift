import CGitShims
import CLibgit2

/// The version of libgit2.
package enum LibraryVersion {
  /// That of the headers that this was built with.
  package static let headers = LIBGIT2_VERSION

  /// Why libgit2 can't be loaded; nil where it is.
  package static let fault = rspmaint_try_libgit2().map { String(cString: $0) }

  /// That of the library that is loaded; nil where none can be.
  package static var loaded: String? {
    guard fault == nil else { return nil }
    var (major, minor, revision) = (Int32(0), Int32(0), Int32(0))
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
