import Diagnostics
import Files
import PortfolioModel
import Programs

/// Checks signatures of OpenPGP with the user's own `gpg`, by the keys that it knows.
struct GnuPG {
  private let environment: [String: String]

  init(_ surroundings: Surroundings) {
    environment = surroundings.programVariables.merging(["LC_ALL": "C"]) { $1 }
  }

  /// Checks a signature over a text.
  ///
  /// - Throws: `Refusal` where the signature is wrong.
  func signature(_ armour: String, over text: String) throws(Refusal) -> TagSignature {
    do {
      let folder = try TemporaryFolder(wished: environment["TMPDIR"])
      let outcome = try Program(
        "gpg",
        arguments: [
          "--batch", "--no-tty", "--status-fd", "1", "--verify",
          try folder.write(armour, as: "signature"), "-",
        ], environment: environment, folder: folder.path
      ).run(input: try folder.write(text, as: "text"))
      return try GnuPG.signature(reported: String(decoding: outcome.output, as: UTF8.self))
    } catch let refusal as Refusal {
      throw refusal
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let problem as ProgramProblem where problem.isShortage {
      throw Refusal(.tryAgain, "gpg can't be run: \(problem.reason)", help: ["then run this again"])
    } catch {
      return .other("OpenPGP, and gpg can't be run here")
    }
  }

  /// What the program's status lines say, of which each begins with `[GNUPG:] ` and a word.
  static func signature(reported lines: String) throws(Refusal) -> TagSignature {
    let reports = lines.split(separator: "\n").compactMap { line -> [String]? in
      let words = line.split(separator: " ").map(String.init)
      return words.first == "[GNUPG:]" ? Array(words.dropFirst()) : nil
    }
    func report(_ word: String) -> [String]? { reports.first { $0.first == word } }
    if report("BADSIG") != nil {
      throw Refusal(.refused, "the tag was not signed as it stands there", help: [])
    }
    if let missing = report("NO_PUBKEY") ?? report("ERRSIG") {
      return .other(
        "OpenPGP, by the key \(missing.dropFirst().first ?? ""), which gpg does not know here")
    }
    // The last word is the fingerprint of the primary key, by which people know each other.
    guard let valid = report("VALIDSIG"), let fingerprint = valid.last else {
      return .other("OpenPGP, which gpg did not check")
    }
    if report("REVKEYSIG") != nil {
      return .other("OpenPGP, by the key \(fingerprint), which was revoked")
    }
    if report("EXPSIG") != nil {
      return .other("OpenPGP, by the key \(fingerprint), in a signature that has expired")
    }
    let good = report("GOODSIG") ?? report("EXPKEYSIG")
    return .openPGP(
      fingerprint, owner: good?.dropFirst(2).joined(separator: " ") ?? "",
      hasExpired: report("EXPKEYSIG") != nil)
  }
}
