extension Ballot {
  /// A change of a proposal, as the forms name it.
  package struct Change: Hashable, Sendable {
    /// The number of the proposal and that of the change in it, as `3.2`.
    package let label: String
    /// Where it is printed, as "Table 1, NAME".
    package let place: String
    /// What identifies it across runs.
    package let fingerprint: String

    package init(_ label: String, place: String, fingerprint: String) {
      (self.label, self.place, self.fingerprint) = (label, place, fingerprint)
    }

    init?(_ fields: Fields) {
      guard let label = fields.text("change"), let place = fields.text("place") else { return nil }
      self.init(label, place: place, fingerprint: fields.text("fingerprint") ?? "")
    }

    var fields: Fields {
      Fields([
        Fields.Entry("change", .text(label)), Fields.Entry("place", .text(place)),
        Fields.Entry("fingerprint", .text(fingerprint)),
      ])
    }

    /// The words of the form: "Table 1, NAME (change 3.2)".
    package var about: String { "\(place) (change \(label))" }

    package var proposal: Int? { label.split(separator: ".").first.flatMap { Int($0) } }
  }

  /// What was sent to the voters: who made it, and the digests of its files.
  package struct Package: Hashable, Sendable {
    package struct File: Hashable, Sendable {
      package let name: String
      /// The SHA-256 of its bytes, 64 hexadecimal digits.
      package let digest: String

      package init(_ name: String, _ bytes: [UInt8]) {
        (self.name, digest) = (name, SHA256.hex(of: bytes))
      }

      init?(_ fields: Fields) {
        guard let name = fields.text("name"), let digest = fields.text("digest") else { return nil }
        (self.name, self.digest) = (name, digest)
      }
    }

    /// The version of the tool that made it.
    package let maker: String
    package let files: [File]

    package init(by maker: String, _ files: [File]) { (self.maker, self.files) = (maker, files) }

    init?(_ fields: Fields) {
      guard let maker = fields.text("made-by") else { return nil }
      self.init(by: maker, fields.list("files").compactMap { $0.fields.flatMap(File.init) })
    }

    var fields: Fields {
      let files = files.map { file -> FieldValue in
        .fields(
          Fields([
            Fields.Entry("name", .text(file.name)), Fields.Entry("digest", .text(file.digest)),
          ]))
      }
      return Fields([Fields.Entry("made-by", .text(maker)), Fields.Entry("files", .list(files))])
    }
  }

  /// The change of the present round with a label.
  package func change(_ label: String) -> Change? {
    askedChanges.first { $0.label.hasSameBytes(as: label) }
  }
}
