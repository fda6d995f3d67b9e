extension Snapshot {
  /// Reads every file. A file that can't be read becomes a finding and doesn't hide the others.
  ///
  /// `earlier`: a snapshot whose records are reused where a file's bytes are the same.
  package init(reading files: PortfolioFiles, after earlier: Snapshot? = nil) {
    var reader = SnapshotReader(files, earlier)
    reader.readAll()
    self = reader.snapshot()
  }
}
