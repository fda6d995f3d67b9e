/// The page's constant style and script, and the policy that lets only these two run.
package enum PageText {
  package static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  package static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

  /// SHA-256 of ``style`` and ``script`` in base64; a test computes them anew.
  package static let styleDigest = "DjbVBcUXGiXbOHMK9T1lQbzogxyD0Ks/oD5V1liG2t0="
  package static let scriptDigest = "k7GetCKLCLkhA/5WMTBocMBwLPRp4VVUrojTckS1Epc="

  /// The page's Content-Security-Policy: nothing is loaded, sent or run but the two constant texts.
  package static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    + "style-src 'sha256-\(styleDigest)'; script-src 'sha256-\(scriptDigest)'"
}
