import Diagnostics
import PortfolioModel

extension ProposalInterview {
  mutating func beginDelisting() -> [Hint] {
    guard let id = standard, base.standards[id] != nil else {
      return ["It is new: 'back' takes it back."]
    }
    step = .delistReason
    return []
  }

  mutating func takeDelistReason(_ text: String) -> [Hint] {
    guard !text.isEmpty else { return ["A delisted standard keeps the reason: say why."] }
    step = .delistSuccessor(because: text)
    return []
  }

  mutating func takeSuccessors(_ text: String, because: String) -> [Hint] {
    guard let id = standard else { return [] }
    let names = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let head = "\(id):"
    var tried = request
    // What was said of the standard before goes with it.
    tried.sets.removeAll { $0.hasPrefix(head) }
    tried.confirms.removeAll { $0.hasPrefix(head) }
    tried.delistings.removeAll { $0.standard == id.text }
    tried.delistings.append(
      ProposeRequest.DelistRequest(id.text, because: because, replacedBy: names))
    var bare = tried
    bare.grants = []
    bare.writesTransitions = false
    var builder = ChangeBuilder(base)
    builder.add(bare, today: today)
    let problems =
      builder.problems + ValueCheck(ground: base, today: today).problems(builder.list.changes)
    guard problems.isEmpty else {
      return problems.flatMap(\.sentences).flatMap { [$0.text] + $0.help }
    }
    request = tried
    prune()
    step = .find
    standard = nil
    return ["\(base.name(of: id)) is delisted by this proposal."] + obstacles
  }
}
