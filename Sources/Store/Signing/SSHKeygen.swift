import Diagnostics
import Files
package import PortfolioModel
import Programs

/// Signs and checks reviews and settlements with the user's own `ssh-keygen`.
package struct SSHKeygen: SignatureVerifier {
  private let environment: [String: String]

  package init(_ surroundings: Surroundings) {
    var environment = surroundings.programVariables
    // Its answers are shown as they are, so they are asked for in English.
    environment["LC_ALL"] = "C"
    self.environment = environment
  }

  package func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding {
    do {
      let outcome = try verify(
        signature, over: text.text, for: type(of: text).namespace, by: text.member.text,
        SSHKeygen.allowedSigners(committee))
      guard !outcome.succeeded else { return .verified }
      if let why = try whyUnchecked(outcome) { return .unchecked(why) }
      return .invalid("it was not made over exactly this text by a key of \(text.member)")
    } catch let problem as FileProblem {
      return .unchecked("\(problem.operation) '\(problem.path)' failed: \(problem.text)")
    } catch let problem as ProgramProblem {
      return .unchecked(SSHKeygen.words(problem))
    } catch {
      return .unchecked("\(error)")
    }
  }

  /// Whether a key signed a text of git's.
  func standing(of signature: String, over text: String, by key: PublicKey) -> SignatureStanding {
    do {
      let outcome = try verify(
        signature, over: text, for: "git", by: "signer", "signer namespaces=\"git\" \(key)\n")
      guard !outcome.succeeded else { return .verified }
      if let why = try whyUnchecked(outcome) { return .unchecked(why) }
      return .invalid("it was not made over exactly this text by that key")
    } catch let problem as FileProblem {
      return .unchecked("\(problem.operation) '\(problem.path)' failed: \(problem.text)")
    } catch let problem as ProgramProblem {
      return .unchecked(SSHKeygen.words(problem))
    } catch {
      return .unchecked("\(error)")
    }
  }

  private func verify(
    _ signature: String, over text: String, for namespace: String, by member: String,
    _ signers: String
  ) throws -> Program.Outcome {
    let folder = try temporaryFolder()
    return try run(
      [
        "-Y", "verify", "-n", namespace, "-I", member,
        "-f", try folder.write(signers, as: "signers"),
        "-s", try folder.write(signature, as: "signature"),
      ], input: try folder.write(text, as: "text"), in: folder)
  }

  /// The reason why a failed run leaves open whether the signature is right; nil where the
  /// signature is wrong.
  ///
  /// A program that is too old or can't work here fails in the same way as with a wrong signature.
  private func whyUnchecked(_ outcome: Program.Outcome) throws -> String? {
    if let signal = outcome.signal { return "ssh-keygen was ended by signal \(signal)" }
    let words = SSHKeygen.words(outcome)
    if words.contains("unsupported") { return "ssh-keygen says: \(words)" }
    let control = try verify(
      ControlSignature.armour, over: ControlSignature.text, for: ControlSignature.namespace,
      by: ControlSignature.member, ControlSignature.signers)
    return control.succeeded
      ? nil : "ssh-keygen does not verify signatures here: \(SSHKeygen.words(control))"
  }

  /// Makes the armoured signature over a text with a private key, or with a public key whose
  /// private half an agent holds.
  ///
  /// - Throws: `Refusal` with the program's own words.
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
        throw Refusal(
          .refused, "the signature could not be made: \(SSHKeygen.words(outcome))",
          help: ["the key is '\(key)': give another with \(option: .key), or load it: 'ssh-add'"])
      }
      return String(decoding: outcome.output, as: UTF8.self)
    } catch let refusal as Refusal {
      throw refusal
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let problem as ProgramProblem {
      throw Refusal(
        problem.isShortage ? .tryAgain : .refused, SSHKeygen.words(problem),
        help: [problem.isShortage ? "then run this again" : "\(install: .openSSHClient)"])
    } catch {
      throw Refusal(.refused, "\(error)")
    }
  }

  private static func words(_ problem: ProgramProblem) -> String {
    "ssh-keygen can't be run" + (problem.isShortage ? ": \(problem.reason)" : "")
  }

  /// The last line that the program wrote to standard error.
  private static func words(_ outcome: Program.Outcome) -> String {
    let lines = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
    return lines.last.map(String.init) ?? "ssh-keygen gave no reason"
  }

  /// The committee's keys as `ssh-keygen` reads them: each key may sign reviews and settlements,
  /// and nothing else, for the member's id.
  private static func allowedSigners(_ committee: Committee) -> String {
    let purposes = "\(ReviewText.namespace),\(SettlementText.namespace)"
    return committee.members.flatMap { member in
      member.keys.map { "\(member.id) namespaces=\"\(purposes)\" \($0)\n" }
    }.joined()
  }

  private func temporaryFolder() throws(FileProblem) -> TemporaryFolder {
    try TemporaryFolder(wished: environment["TMPDIR"])
  }

  private func run(
    _ arguments: [String], input: String, in folder: borrowing TemporaryFolder
  ) throws(ProgramProblem) -> Program.Outcome {
    try Program(
      "ssh-keygen", arguments: arguments, environment: environment, folder: folder.path
    ).run(input: input)
  }
}
