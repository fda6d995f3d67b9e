import Diagnostics
package import PortfolioModel

/// What the file of an edition proves, and what it rests on.
package struct EditionProofReport {
  /// Who signed the tag.
  package enum Signer: Sendable {
    case nobody
    /// In a way that is not checked.
    case unchecked(String)
    /// By the fingerprint of the key, and the member whose it is.
    case key(String, member: Identifier?)
    /// By the fingerprint of a key of OpenPGP, and who the user's own keyring says that it is of.
    case openPGP(String, owner: String, hasExpired: Bool)
  }

  package struct Proof: Sendable {
    let title: String
    let name: String
    let tag: String
    let commit: String
    let base: String
    let maker: String
    let signer: Signer
    let digests: [String: String]
    let commits: Int
    let changes: Int
    let approvals: Int
    let proved: Int
    let isRemade: Bool

    package init(
      title: String, name: String, tag: String, commit: String, base: String, maker: String,
      signer: Signer, digests: [String: String], commits: Int, changes: Int, approvals: Int,
      proved: Int, isRemade: Bool
    ) {
      (self.title, self.name, self.tag) = (title, name, tag)
      (self.commit, self.base, self.maker) = (commit, base, maker)
      (self.signer, self.digests, self.isRemade) = (signer, digests, isRemade)
      (self.commits, self.changes) = (commits, changes)
      (self.approvals, self.proved) = (approvals, proved)
    }
  }

  private let proof: Proof

  package init(_ proof: Proof) { self.proof = proof }

  package var report: Report {
    var report = Report()
    report.heading(1, proof.title)
    report.blocks.append(
      .lines([
        [Span("tag      "), Span(proof.tag, .strong)],
        [Span("commit   "), Span(proof.commit, .strong)],
        [Span("base     "), Span(proof.base, .strong)],
        [Span("signed   "), Span(signed)],
        [Span("maker    rspmaint \(proof.maker)")],
      ]))
    report.paragraph(
      Span(
        "What the base holds is taken on trust. \(who) Compare tag, base and key with what you know: "
          + "a whole file can be forged that agrees with itself."))
    report.heading(3, "SHA-256")
    report.blocks.append(
      .lines(
        proof.digests.sorted { $0.key.precedesBytewise($1.key) }.map { name, digest in
          [
            Span(name + String(repeating: " ", count: max(1, 10 - name.utf8.count))),
            Span(digest, .code),
          ]
        }))
    report.paragraph(
      Span(
        "Proved: \(proof.commits.counted("commit")), \(proof.changes) of which "
          + "\(proof.changes == 1 ? "changes" : "change") the portfolio; "
          + (proof.isRemade
            ? "all parts were made again." : "pages and ballots are known by their digests alone."),
        .met))
    return report
  }

  private var signed: String {
    switch proof.signer {
    case .nobody: "not signed"
    case .unchecked(let what): "not checked: \(what)"
    case .openPGP(let key, let owner, let hasExpired):
      "OpenPGP \(key), a key of \(owner) by your keyring"
        + (hasExpired ? ", which has expired since" : "")
    case .key(let key, let member):
      "\(key), " + (member.map { "a key of \($0)" } ?? "which committee.yml does not list")
    }
  }

  private var who: String {
    if proof.approvals == 0 { return "No approval was checked, because there was none." }
    return proof.approvals == proof.proved
      ? "Who reviewed is proved."
      : "Who reviewed is asserted, not proved: \(proof.approvals - proof.proved) of "
        + "\(proof.approvals) approvals carry no signature that was checked."
  }

  /// `rspmaint.edition-proof/1`
  package var json: some Encodable {
    var (key, member): (String?, String?) = (nil, nil)
    switch proof.signer {
    case .key(let fingerprint, let id): (key, member) = (fingerprint, id?.text)
    case .openPGP(let fingerprint, _, _): key = fingerprint
    case .nobody, .unchecked: break
    }
    return JSON(
      name: proof.name, title: proof.title, tag: proof.tag, commit: proof.commit,
      base: proof.base, maker: proof.maker, key: Nullable(key), member: Nullable(member),
      digests: proof.digests, commits: proof.commits, changes: proof.changes,
      approvals: .init(count: proof.approvals, proved: proof.proved), remade: proof.isRemade)
  }

  private struct JSON: Encodable {
    struct Approvals: Encodable {
      let count: Int
      let proved: Int
    }

    let schema = "rspmaint.edition-proof/1"
    let name: String
    let title: String
    let tag: String
    let commit: String
    let base: String
    let maker: String
    let key: Nullable<String>
    let member: Nullable<String>
    let digests: [String: String]
    let commits: Int
    let changes: Int
    let approvals: Approvals
    let remade: Bool
  }
}
