/// A command of this tool that a hint tells to type. The list is closed, so that a test can show that
/// each can be typed.
package enum AdvisedCommand: Hashable, Sendable {
  /// A verb alone, as a sentence names it.
  case verb(Verb)
  case auditSince
  /// To prove what came after a commit.
  case auditFrom(String)
  case ballot(BallotStep)
  /// The changelog of a revision.
  case changelog(revision: String)
  case writeChangelog
  /// A proposal; nil for any.
  case commit(Int?)
  case commitBoth(Int, Int)
  case diffProposal(Int)
  /// What was changed since the vote.
  case diffBallot(String)
  /// A report that a later one is compared with; nil for any file.
  case diffReport(file: String?)
  /// A correction of what the changelog says of a proposal; nil for any.
  case correct(Int?)
  case edition(EditionStep)
  case explain(String)
  case extra(Extra)
  case format(path: String)
  case guardCheck
  case guardInstall
  /// Who the user is; the value is a placeholder.
  case identity
  case open(Int)
  case propose(ProposeStep)
  case refresh(Int)
  case reject(Int)
  /// A number that two proposals share; nil for any.
  case renumber(Int?)
  /// A proposal, nil for any, and what to say of it.
  case review(Int?, ReviewStep?)
  /// A proposal; nil for all that was edited by hand.
  case save(Int?)
  case survey(SurveyStep)
  case sync
  /// To start a portfolio; the values are placeholders.
  case start
  /// To share on another branch.
  case syncAside(branch: String)
  /// A proposal of someone who is absent.
  case takeover(Int)
  case undo
  /// A revision; nil for the worktree.
  case validate(revision: String?)
  /// A proposal; nil for any.
  case withdraw(Int?)

  package enum Verb: String, CaseIterable, Sendable {
    case commit, criteria, format, identity, list, propose, reject, show, status
  }

  /// What other programs read beside a portfolio, and what installs or writes it.
  package enum Extra: CaseIterable, Sendable { case editors, hooks, pipelines }

  /// A step of a ballot; the first value is its id, nil for any.
  package enum BallotStep: Hashable, Sendable {
    case open
    case status(String?), tally(String), show(String)
    /// What goes to the voters.
    case package(String)
    /// The forms that a body sent back.
    case takeForms(String)
    /// A form that is kept.
    case takeFile(String, String)
    /// That the reply of a body is lost.
    case lost(String, body: String)
    /// All comments.
    case comments(String)
    /// Answers that stand in a form.
    case disposeFrom(String)
    /// The reply of a body.
    case take(String?)
    case extend(String), end(String)
    /// Earlier than the ballot says.
    case endEarly(String)
    case dispose(String, comment: String)
    /// What a body's negative vote rests on.
    case reason(String, body: String)
    /// Another round of voting.
    case recirculate(String)
    case close(String), cancel(String)
  }

  /// A step of an edition; the value is its name, nil for any.
  package enum EditionStep: Hashable, Sendable {
    case cut
    case publish(String?)
    case list
    /// Without a new edition.
    case confirm
    /// A file that proves an edition.
    case verify(String)
  }

  /// A step of a survey; the value is its id.
  package enum SurveyStep: Hashable, Sendable {
    case open
    case status(String), report(String), export(String)
    /// The answers of an expert.
    case take(String)
    case close(String)
    /// Before its day.
    case closeEarly(String)
    /// Another round.
    case round(String)
    /// What another machine has sealed.
    case takeSeal
  }

  package enum ProposeStep: Hashable, Sendable {
    /// A change of a field; nil for any.
    case set(String?)
    /// A change with all that a proposal says.
    case whole
    case fromWorktree
    /// What the experts of a survey agree on.
    case fromSurvey(String)
    /// To add a standard by a record that is filled in, and to print one to fill in.
    case record(String), template(String)
    /// More for a proposal.
    case update(Int)
    case updateRationale(Int)
    /// In answer to a ballot's comment.
    case updateAnswering(Int)
    /// A change of a field by a proposal.
    case updateSet(Int, String)
    case dropOverride(String)
    case confirmOverride(String)
    case waive(criterion: String, of: String)
    case move(String, to: String)
  }

  package enum ReviewStep: Hashable, Sendable {
    case approve, approveSigned, object
    /// Any verdict.
    case anew
    /// To settle the objection of a member.
    case resolve(String)
  }
}
