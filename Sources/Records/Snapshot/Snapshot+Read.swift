extension Snapshot {
  /// Reads every file; what can't be read is a finding and never hides the others.
  ///
  /// `earlier`: a snapshot whose records are taken over where a file's bytes are the same.
  package init(reading files: PortfolioFiles, after earlier: Snapshot? = nil) {
    var reader = SnapshotReader(files, earlier)
    for path in files.paths { reader.read(path) }
    self = reader.snapshot()
  }
}
