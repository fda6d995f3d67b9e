/// The page's constant style and script, and the policy that lets only these two run.
package enum PageText {
  package static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  package static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

  /// SHA-256 of ``style`` and ``script`` in base64; a test computes them anew.
  package static let styleDigest = "IOdOgwi8w8e+eXPdWLMFU5sb+bEi6i0vlLzbz/to2lQ="
  package static let scriptDigest = "7L5lRIXv/abD6NeDob1X4YQIi3p5tKIAz8gWY2OIn0Y="

  /// The page's Content-Security-Policy: only the two constant texts are used; nothing else is loaded,
  /// sent or run.
  package static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    + "style-src 'sha256-\(styleDigest)'; script-src 'sha256-\(scriptDigest)'"
}
