import CExpat
import CLibzip
import CXlsxwriter

extension FormLibrary {
  /// The version of the headers that this was built with.
  package static let zipHeaders = LIBZIP_VERSION
  package static let expatHeaders =
    "\(XML_MAJOR_VERSION).\(XML_MINOR_VERSION).\(XML_MICRO_VERSION)"
  package static let xlsxHeaders = LXW_VERSION

  /// The version that is loaded; nil where none can be.
  package static var loadedZip: String? {
    zipFault == nil ? String(cString: zip_libzip_version()) : nil
  }

  package static var loadedExpat: String? {
    guard expatFault == nil, let text = XML_ExpatVersion() else { return nil }
    return String(String(cString: text).drop { !$0.isNumber })
  }

  package static var loadedXlsxwriter: String? {
    guard xlsxFault == nil, let text = lxw_version() else { return nil }
    return String(cString: text)
  }
}
