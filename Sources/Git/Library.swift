import CGitShims
import CLibgit2

/// libgit2, loaded and started once, and never shut down. It is told to flush objects and references to the
/// disk, and to check what it reads.
enum Library {
  static let start: Void = {
    rspmaint_load_libgit2()
    git_libgit2_init()
    _ = rspmaint_set_up()
  }()
}
