import Files
package import PortfolioModel
import Programs

/// Signs and checks reviews and settlements by the user's own `ssh-keygen`.
package struct SSHKeygen: SignatureVerifier {
  private let environment: [String: String]

  package init(_ surroundings: Surroundings) {
    var environment = surroundings.programVariables
    // Its answers are shown as they are.
    environment["LC_ALL"] = "C"
    self.environment = environment
  }

  package func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding {
    do {
      let folder = try temporaryFolder()
      let signers = try folder.write(SSHKeygen.allowedSigners(committee), as: "signers")
      let armour = try folder.write(signature, as: "signature")
      let outcome = try run(
        [
          "-Y", "verify", "-n", type(of: text).namespace, "-I", text.member.text, "-f", signers,
          "-s", armour,
        ], input: try folder.write(text.text, as: "text"), in: folder)
      guard !outcome.succeeded else { return .verified }
      return .invalid("it is not made by a key of \(text.member) over exactly this")
    } catch let problem as FileProblem {
      return .unchecked("\(problem.operation) '\(problem.path)' failed: \(problem.text)")
    } catch {
      return .unchecked(SSHKeygen.missing)
    }
  }

  /// The armoured signature over a text by the key at a path: a private key, or a public one whose
  /// private half an agent holds.
  ///
  /// - Throws: `Refusal` with what the program said.
  func sign(_ text: any SignedText, with key: SigningKey) throws(Refusal) -> String {
    do {
      let folder = try temporaryFolder()
      let path =
        switch key {
        case .file(let path): path
        case .literal(let key): try folder.write(key + "\n", as: "key.pub")
        }
      let outcome = try run(
        ["-Y", "sign", "-n", type(of: text).namespace, "-f", path],
        input: try folder.write(text.text, as: "text"), in: folder)
      guard outcome.succeeded else {
        let words = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
        throw Refusal(
          .refused, "the signature could not be made: \(words.last ?? "ssh-keygen gave no reason")",
          help: ["the key is '\(key)': give another with '--key PATH', or load it: 'ssh-add'"])
      }
      return String(decoding: outcome.output, as: UTF8.self)
    } catch let refusal as Refusal {
      throw refusal
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch {
      throw Refusal(.refused, SSHKeygen.missing, help: ["apt-get install openssh-client"])
    }
  }

  private static let missing = "ssh-keygen can't be run"

  /// The committee's keys as `ssh-keygen` reads them: a member's id may sign reviews and
  /// settlements, and only those, by each of the member's keys.
  private static func allowedSigners(_ committee: Committee) -> String {
    let purposes = "\(ReviewText.namespace),\(SettlementText.namespace)"
    return committee.members.flatMap { member in
      member.keys.map { "\(member.id) namespaces=\"\(purposes)\" \($0)\n" }
    }.joined()
  }

  private func temporaryFolder() throws(FileProblem) -> TemporaryFolder {
    try TemporaryFolder(in: environment["TMPDIR"] ?? "/tmp")
  }

  private func run(
    _ arguments: [String], input: String, in folder: borrowing TemporaryFolder
  ) throws(ProgramProblem) -> Program.Outcome {
    try Program(
      "ssh-keygen", arguments: arguments, environment: environment, folder: folder.path
    ).run(input: input)
  }
}
