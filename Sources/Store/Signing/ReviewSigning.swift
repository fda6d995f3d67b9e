package import Diagnostics
package import PortfolioModel

/// Whether a review or a settlement is to be signed, and by which key.
package struct ReviewSigning: Sendable {
  /// Nil leaves it to the base: members with keys sign, and everyone where it is required.
  package let isWanted: Bool?
  /// The absolute path of a key; nil is git's `user.signingkey`.
  package let key: String?

  package init(isWanted: Bool? = nil, key: String? = nil) {
    self.isWanted = isWanted
    self.key = key
  }

  /// The armoured signature over a text, where there is to be one.
  ///
  /// `name`: whose text it is; `text`: nil where no member could sign it. Throws ``Refusal`` where
  /// there is no key, or one that the base does not list for the member.
  package func signature(
    over text: (any SignedText)?, by name: String, isRequired: Bool, on base: Portfolio,
    in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) -> String? {
    let keys = text.flatMap { base.committee?.member($0.member)?.keys } ?? []
    guard isWanted ?? (isRequired || key != nil || !keys.isEmpty) else { return nil }
    guard let text, let committee = base.committee, !keys.isEmpty else {
      throw Refusal(
        .refused, "committee.yml lists no key of \(name), so nobody could check the signature",
        help: [
          "add the first two words of your .pub file to your entry, as 'keys: [TYPE BASE64]', and "
            + "run \(run: .propose(.fromWorktree))"
        ])
    }
    let program = SSHKeygen(surroundings)
    let signature = try program.sign(text, with: workspace.signingKey(key, surroundings))
    switch program.standing(of: signature, over: text, keysOf: committee) {
    case .verified: return signature
    case .unchecked(let why):
      throw Refusal(
        .refused, "the signature was made and could not be checked: \(why)",
        help: ["once that is mended, run this again"])
    case .absent, .invalid:
      throw Refusal(
        .refused, "the key is not one that committee.yml lists for \(text.member)",
        help: [
          "sign with one that it lists: \(option: .key)",
          "it lists: \(keys.map(\.description).listed)",
        ])
    }
  }
}
