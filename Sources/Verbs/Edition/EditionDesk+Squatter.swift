import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

extension EditionDesk.Ground {
  /// The refusal where a tag has an edition's name and is on a commit that makes no such edition; nil
  /// where there is no tag, or the right one.
  func squatter(
    _ id: Identifier, in workspace: borrowing Workspace
  ) throws(Refusal) -> Refusal? {
    guard description.edition(id) == nil, let object = try workspace.editionTag(id.text) else {
      return nil
    }
    let name = Layout.editionTags + id.text
    let commit = try workspace.commit(behind: object)
    if let commit, try workspace.makesEdition(ofTag: name, commit) { return nil }
    let place = (commit ?? object).hex.prefix(10) + (commit == nil ? ", an object" : ", a commit")
    return Refusal(
      .refused, "the tag edition/\(id) is on \(place) that makes no such edition",
      help: ["delete it: \(git: .deleteTag("edition/\(id)")), or choose another name"])
  }
}
