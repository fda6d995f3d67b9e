import Forms
import Git
import Records

/// The libraries that this was built with.
package enum BuiltWith {
  package static let sentence =
    "libgit2 \(LibraryVersion.headers), libyaml \(YAMLVersion.loaded), "
    + "libzip \(FormLibrary.zipHeaders), expat \(FormLibrary.expatHeaders), "
    + "libxlsxwriter \(FormLibrary.xlsxHeaders)"
}
