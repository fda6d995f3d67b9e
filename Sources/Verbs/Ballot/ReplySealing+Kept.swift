import Diagnostics
import PortfolioModel
import Store

extension ReplySealing {
  /// Refuses a folder that can't keep replies.
  func refuseFolder(in workspace: borrowing Workspace) throws(Refusal) {
    if let keeping { try workspace.refuseKeeping(in: keeping) }
  }

  /// What is said of a reply that came just so before; the folder that is to keep replies gets those
  /// that are sealed of the body.
  func keepKnown(
    _ sealed: [Reply], of body: Committee.Body, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    let known: Hint = "\(body.name) has answered just that already."
    guard let keeping else { return [known] }
    if !surroundings.rehearses {
      for reply in sealed { try workspace.keep(reply, of: body.id, to: id, in: keeping) }
    }
    return [known, "Its reply is kept in \(keeping) too."]
  }
}
