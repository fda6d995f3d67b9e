import Foundation
import Diagnostics
import Forms
import Verbs

/// What holds for any bytes that are given out as the file of an edition.
struct BundleProperties {
  private enum Answer {
    /// The id of the tag.
    case proved(String)
    case refused(String)
  }

  private let bytes: [UInt8]
  private let edition: SmallEdition
  private let answer: Answer
  private let expected: Answer

  init(_ bytes: [UInt8], of edition: SmallEdition) throws {
    (self.bytes, self.edition) = (bytes, edition)
    let file = edition.folder + "/given.zip"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    answer = BundleProperties.verify(file, expecting: nil)
    expected = BundleProperties.verify(file, expecting: edition.tag)
  }

  private static func verify(_ file: String, expecting tag: String?) -> Answer {
    do throws(Refusal) {
      return .proved(
        try VerifyEdition(
          file, expected: tag, maker: SmallEdition.maker, SmallEdition.surroundings
        ).run().tag)
    } catch {
      return .refused(error.message)
    }
  }

  /// What is said of a history that was judged.
  private static let judged = [
    "the history is not whole", "the history lacks", "the history has", "what the history gives",
  ]

  /// Whether the file was taken apart, so that its history was judged.
  var isRead: Bool {
    switch answer {
    case .proved: true
    case .refused(let why): BundleProperties.judged.contains { why.contains($0) }
    }
  }

  func broken() -> [String] {
    var broken: [String] = []
    for case .refused(let why) in [answer, expected] where !why.hasPrefix("not proved: ") {
      broken.append("it is refused for another reason than that it is not proved: \(why)")
    }
    guard bytes != edition.bytes else {
      if case .refused(let why) = answer { broken.append("the edition itself is refused: \(why)") }
      return broken
    }
    if case .proved = expected { broken.append("other bytes are proved to be the edition") }
    guard case .proved(let tag) = answer else { return broken }
    if tag == edition.tag { broken.append("other bytes are proved under the edition's own tag") }
    if let file = other { broken.append("a file with another \(file) is proved") }
    return broken
  }

  /// A part that differs from the edition's; a tag that nobody signed may say anything, and pages of
  /// another version are known by the digests in it.
  private var other: String? {
    let (own, given) = (BundleProperties.files(edition.bytes), BundleProperties.files(bytes))
    let known = Set(own.keys).union(given.keys).filter { name in
      !["tag", "tables/", "ballots/"].contains { name.hasPrefix($0) }
    }
    return known.sorted().first { own[$0] != given[$0] }
  }

  private static func files(_ bytes: [UInt8]) -> [String: [UInt8]] {
    do throws(StoredArchive.Damage) {
      return Dictionary(
        try StoredArchive(bytes).files.map { ($0.name, $0.content) }, uniquingKeysWith: { $1 })
    } catch {
      return [:]
    }
  }
}
