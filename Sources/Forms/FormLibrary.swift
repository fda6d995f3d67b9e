import CFormShims

/// The libraries that read and write forms, each loaded when it is first needed.
package enum FormLibrary {
  /// Why a library can't be loaded; nil where it is.
  package static let zipFault = reason(rspmaint_load_libzip())
  package static let expatFault = reason(rspmaint_load_expat())
  package static let xlsxFault = reason(rspmaint_load_libxlsxwriter())

  static func loadZip(for place: FormPlace) throws(FormProblem) {
    if let zipFault { throw FormProblem(.lacksLibrary(zipFault), at: place) }
  }

  static func loadExpat(for place: FormPlace) throws(FormProblem) {
    if let expatFault { throw FormProblem(.lacksLibrary(expatFault), at: place) }
  }

  static func loadXlsxwriter(for place: FormPlace) throws(FormProblem) {
    if let xlsxFault { throw FormProblem(.lacksLibrary(xlsxFault), at: place) }
  }

  private static func reason(_ text: UnsafePointer<CChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}
