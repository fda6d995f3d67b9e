import CGitShims
import CLibgit2

/// libgit2, started once and never stopped. Objects and references are flushed to the disk.
enum Library {
  static let start: Void = {
    git_libgit2_init()
    _ = rspmaint_enable_fsync()
  }()
}
