package import Diagnostics
import Git
package import History
package import PortfolioModel
import Records
package import Store

/// Proves an edition from its file alone.
package struct VerifyEdition: Sendable {
  /// What was proved, and what it rests on.
  package struct Outcome: Sendable {
    package let title: String
    package let name: Identifier
    /// 40 hexadecimal digits each.
    package let tag: String
    package let commit: String
    /// The commit since which the history was judged; what it holds is taken on trust.
    package let base: String
    package let maker: String
    package let signature: TagSignature
    /// The member whose key signed the tag, by the edition's own committee.
    package let member: Identifier?
    package let digests: [String: String]
    package let audit: HistoryAudit.Outcome
    /// Whether pages, tables and exports were made again; else their digests alone were compared.
    package let remade: Bool
  }

  package let file: String
  /// The fingerprint of the key, or the id of the tag, that is expected.
  package let expected: String?
  package let maker: String
  package let surroundings: Surroundings

  package init(_ file: String, expected: String?, maker: String, _ surroundings: Surroundings) {
    (self.file, self.expected) = (file, expected)
    (self.maker, self.surroundings) = (maker, surroundings)
  }

  package func run() throws(Refusal) -> Outcome {
    let bundle = try EditionBundle(try BundleFile(path: file).read())
    let tag = bundle.tag
    let signature = try TagSignature.checked(tag.signature, over: tag.signed, surroundings)
    try refuseUnexpected(signature, tag)
    let scratch = try ScratchRepository.make(
      of: bundle.objects + [RawObject(.tag, Array((tag.signed + tag.signature).utf8))],
      prefix: tag.seal.folder, tip: tag.commit, tag: (tag.name.text, tag.id), surroundings)
    do throws(Refusal) {
      return try prove(bundle, signature, in: scratch.workspace)
    } catch {
      // Where memory or files are short, nothing is said of the edition.
      guard error.kind != .tryAgain, error.kind != .cantWrite, !EditionBundle.isRefusal(error)
      else { throw error }
      throw EditionBundle.refusal(
        "the history is not whole: \(scratch.told(error.message))", help: EditionBundle.again)
    }
  }

  /// Proves what the objects hold, in a repository of theirs.
  private func prove(
    _ bundle: EditionBundle, _ signature: TagSignature, in workspace: borrowing Workspace
  ) throws(Refusal) -> Outcome {
    let tag = bundle.tag
    let description = try workspace.snapshot(of: tag.commit).readable()
    let edition = description.description.edition(tag.name)
    guard let edition, edition.title.hasSameBytes(as: tag.seal.title), edition.base == tag.seal.base
    else {
      throw EditionBundle.refusal("the tag is not that of an edition that the portfolio lists")
    }
    let audit = try audit(tag, in: workspace)
    let isSame = tag.seal.maker.hasSameBytes(as: maker)
    try compare(bundle, isSame, in: workspace)
    var member: Identifier?
    if case .ssh(let key) = signature {
      member = description.committee?.members.first { $0.keys.contains(key) }?.id
    }
    return Outcome(
      title: edition.title, name: tag.name, tag: tag.id.hex, commit: tag.commit.hex,
      base: audit.start, maker: tag.seal.maker, signature: signature, member: member,
      digests: tag.seal.digests, audit: audit, remade: isSame)
  }

  private func refuseUnexpected(_ signature: TagSignature, _ tag: EditionTag) throws(Refusal) {
    guard let expected else { return }
    let key: String? =
      switch signature {
      case .ssh(let key): key.fingerprint
      case .openPGP(let fingerprint, _, _): fingerprint
      case .absent, .other: nil
      }
    let known = [tag.id.hex] + (key.map { [$0] } ?? [])
    guard !known.contains(where: { $0.hasSameBytes(as: expected) }) else { return }
    let signed = key.map { "signed by \($0)" } ?? "signed by no key that can be checked"
    throw EditionBundle.refusal(
      "it is neither signed by \(expected) nor is that its tag: it is \(signed), and its tag is "
        + tag.id.hex)
  }

  /// The ordinary audit, which has to find nothing.
  private func audit(
    _ tag: EditionTag, in workspace: borrowing Workspace
  ) throws(Refusal) -> HistoryAudit.Outcome {
    let history = EditionHistory(since: tag.seal.base, to: tag.commit, surroundings)
    guard let audit = try history.audit(in: workspace) else {
      throw EditionBundle.refusal("the history lacks the commit since which it is proved")
    }
    if let first = audit.findings.first {
      throw Refusal(
        .refused,
        "not proved: the history has \(audit.findings.count.counted("finding"))",
        details: EditionHistory.lines(audit.findings), help: first.help)
    }
    return audit
  }

  /// Compares the files with those that the objects give.
  ///
  /// - Parameter isSame: Whether this version made them; pages of others are known by their digests.
  private func compare(
    _ bundle: EditionBundle, _ isSame: Bool, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let again = try EditionParts(of: bundle.tag.commit, in: workspace, surroundings)
    let pages = isSame ? [] : ["tables", "ballots", "surveys", "exports"]
    func judged(_ files: [EditionParts.File]) -> [String: [UInt8]] {
      files.reduce(into: [:]) { judged, file in
        if !pages.contains(EditionParts.part(of: file.name)) { judged[file.name] = file.content }
      }
    }
    let (wanted, actual) = (judged(again.files), judged(bundle.files))
    let names = Set(wanted.keys).union(actual.keys).sorted { $0.precedesBytewise($1) }
    if let other = names.first(where: { wanted[$0] != actual[$0] }) {
      throw EditionBundle.refusal(
        "what the history gives is not what stands in \(EditionBundle.words(for: other)): \(other)")
    }
  }
}
