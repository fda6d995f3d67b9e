package import PortfolioModel

extension RecordFile {
  /// Whether the reader of canonical texts reads the text.
  package static func isReadDirectly(_ bytes: [UInt8], schema: Schema) -> Bool {
    CanonicalReader.read(bytes, schema) != nil
  }

  /// Whether libyaml's events give the same content and the same findings.
  package static func isReadAlike(_ bytes: [UInt8], _ path: String, _ schema: Schema) -> Bool {
    let (direct, yaml) = (
      RecordFile(bytes, path: path, schema: schema),
      RecordFile(yaml: bytes, path: path, schema: schema)
    )
    return direct.fields == yaml.fields && direct.isCanonical == yaml.isCanonical
      && direct.diagnostics == yaml.diagnostics
  }
}
