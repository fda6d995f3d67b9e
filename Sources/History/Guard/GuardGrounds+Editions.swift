import Diagnostics
import Git
import PortfolioModel
import Records

extension GuardGrounds {
  /// The objection where the tag of an edition is not on the commit that made the edition; nil where
  /// it is.
  func displacement(
    of tag: PushedReference, to object: ObjectID,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> Hint? {
    guard let target = try source.commit(behind: object) else { return nil }
    guard try !source.makesEdition(ofTag: tag.name, target) else { return nil }
    return "The edition's tag \(tag.shortName) is not on the commit that made the edition: "
      + "\(target.hex.prefix(10)) makes none of that name."
  }
}
