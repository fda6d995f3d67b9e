package import Diagnostics
import Programs

extension Surroundings {
  /// What `git --version` says, without its first words; nil where there is no git that can be run.
  package func gitVersion() throws(Refusal) -> String? {
    let git = UserGit(environment: environmentOfNoRepository, folder: "/")
    guard let outcome = try git.run(["--version"]), outcome.succeeded else { return nil }
    let words = String(decoding: outcome.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    return words.dropFirst(2).joined(separator: " ")
  }

  /// Whether a program is there, by its path or in the folders of PATH.
  package func has(_ program: String) -> Bool {
    Program(program, arguments: [], environment: environment, folder: "/").isThere
  }
}
