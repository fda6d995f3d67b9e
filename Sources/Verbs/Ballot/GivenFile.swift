import Diagnostics
import Files
import Git
import PortfolioModel
import Records

/// A file that came from elsewhere and is kept as it came: a message, the result of another platform.
struct GivenFile {
  let bytes: [UInt8]
  /// The ending of its name, in lower case.
  let ending: String

  /// - Throws: `Refusal` where it can't be read, or is empty or too large.
  init(path: String) throws(Refusal) {
    let (folder, name) = Path.parts(path)
    do throws(FileProblem) {
      bytes = try Folder(folder.isEmpty ? "." : folder).read(name, limit: Limits.original)
    } catch {
      throw Refusal(
        .noInput,
        error.isTooLarge
          ? "\(path) is larger than \(Limits.inWords(Limits.original))"
          : "\(path) can't be read: \(error.text)")
    }
    guard !bytes.isEmpty else {
      throw Refusal(.data, "\(path) is empty", help: ["give the file as it came"])
    }
    let last = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    let plain = (last.map(String.init) ?? "").asciiLowercased
    ending = Identifier(plain) == nil || plain.utf8.count > 8 ? "txt" : plain
  }

  /// What the ballot says of it under a name.
  func original(_ stem: String) -> Original {
    Original("\(stem).\(ending)", content: ObjectID.blob(bytes).hex)
  }
}
