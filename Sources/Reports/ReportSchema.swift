/// The reports whose JSON has a published schema.
package enum ReportSchema: String, CaseIterable, Sendable {
  case diff, export

  /// The JSON Schema, as it is kept beside the code.
  package var text: String {
    switch self {
    case .diff: String(decoding: PackageResources.diff_schema_json, as: UTF8.self)
    case .export: String(decoding: PackageResources.export_schema_json, as: UTF8.self)
    }
  }
}
