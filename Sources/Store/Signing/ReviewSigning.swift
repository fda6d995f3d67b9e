package import Diagnostics
package import PortfolioModel

/// Whether a review or a settlement is to be signed, and with which key.
package struct ReviewSigning: Sendable {
  /// Nil leaves it to the base: members with keys sign, and everyone signs where that is required.
  package let isWanted: Bool?
  /// The absolute path of a key; nil stands for git's `user.signingkey`.
  package let key: String?

  package init(isWanted: Bool? = nil, key: String? = nil) {
    self.isWanted = isWanted
    self.key = key
  }

  /// Makes the armoured signature over a text, where the text is to be signed.
  ///
  /// `name`: the person whose text it is; `text`: nil where no member could sign it. Throws
  /// ``Refusal`` where there is no key, or where the base doesn't list the key for the member.
  package func signature(
    over text: (any SignedText)?, by name: String, isRequired: Bool, on base: Portfolio,
    in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) -> String? {
    let keys = text.flatMap { base.committee?.member($0.member)?.keys } ?? []
    guard isWanted ?? (isRequired || key != nil || !keys.isEmpty) else { return nil }
    guard let text, let committee = base.committee, !keys.isEmpty else {
      throw Refusal(
        .refused, "committee.yml lists no key for \(name), so nobody could check the signature",
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
        .refused, "the signature was made but could not be checked: \(why)",
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
