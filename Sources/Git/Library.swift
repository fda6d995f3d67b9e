import CGitShims
import CLibgit2

/// libgit2, started once and never shut down. It is told to flush objects and references to the
/// disk.
enum Library {
  static let start: Void = {
    git_libgit2_init()
    _ = rspmaint_enable_fsync()
  }()
}
