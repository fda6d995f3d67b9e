import Diagnostics
import Git
import PortfolioModel
import Records
import Store

extension ExamineSetup {
  func addPortfolio(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    do throws(Refusal) {
      let snapshot = try workspace.snapshot(.worktree)
      let faults = snapshot.fileDiagnostics.count(.error)
      guard let portfolio = snapshot.portfolio else {
        return checkup.add(
          .portfolio, .fails, "it can't be read: \(faults.counted("error"))",
          help: ["\(run: .validate(revision: nil)) names them"])
      }
      let place: Hint = workspace.root.map { " in \($0)" } ?? " in a bare repository"
      checkup.add(
        .portfolio, .works, "\(portfolio.standards.count.counted("standard"))\(place)",
        help: faults == 0
          ? [] : ["\(faults.counted("error")) in files: \(run: .validate(revision: nil))"])
    } catch {
      checkup.add(.portfolio, .fails, error)
    }
  }

  func addRepository(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    guard workspace.isInRepository else {
      checkup.add(
        .repository, .absent, "a plain folder: files are written, and there is no history",
        help: ["\(gitLine: .initialize)"])
      return addIdentity(workspace, to: &checkup)
    }
    do throws(Refusal) {
      checkup.add(.repository, .works, try standing(workspace))
      if let sentence = try workspace.interruption() {
        checkup.add(.repository, .absent, sentence)
      }
    } catch {
      return checkup.add(.repository, .fails, error)
    }
    addIdentity(workspace, to: &checkup)
    if workspace.root != nil { addSharing(workspace, to: &checkup) }
    addHooks(workspace, to: &checkup)
    addSigning(workspace, to: &checkup)
  }

  /// Where the history stands.
  private func standing(_ workspace: borrowing Workspace) throws(Refusal) -> Hint {
    switch try workspace.withRepository({ try $0.head() }) {
    case .branch(let name, let id): "on \(ExamineSetup.short(name)), at \(id.hex.prefix(10))"
    case .unborn(let name): "on \(ExamineSetup.short(name)), which has no commit yet"
    case .detached(let id): "at \(id.hex.prefix(10)), on no branch, so that nothing can be saved"
    }
  }

  private static func short(_ branch: String) -> String {
    let start = "refs/heads/"
    return branch.hasPrefix(start) ? String(branch.dropFirst(start.count)) : branch
  }

  private func addIdentity(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    do throws(Refusal) {
      let person = try workspace.identity(.author, surroundings).person
      checkup.add(.identity, .works, "you are \(person.description)")
    } catch {
      checkup.add(.identity, .fails, error)
    }
  }

  private func addSharing(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    do throws(Refusal) {
      let shared = try workspace.sharedBranch(surroundings)
      checkup.add(
        .sharing, .works, "\(shared.localName) is shared as \(shared.name): \(run: .sync)")
    } catch {
      checkup.add(.sharing, .absent, error)
    }
  }

  private func addHooks(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    do throws(Refusal) {
      let hooks = try workspace.hooksThere(surroundings)
      let guards =
        workspace.root == nil && !hooks.contains { ["pre-receive", "update"].contains($0) }
      guard !hooks.isEmpty, !guards else {
        return checkup.add(
          .hooks, .absent, hooks.isEmpty ? "there are none" : "none of them judges a push",
          help: guards
            ? ["\(line: .guardInstall)"]
            : ["to let git judge what is committed by hand: \(line: .extra(.hooks))"])
      }
      checkup.add(.hooks, .works, Hint(hooks.conjunction))
    } catch {
      checkup.add(.hooks, .fails, error)
    }
  }

  private func addSigning(_ workspace: borrowing Workspace, to checkup: inout Checkup) {
    do throws(Refusal) {
      guard let program = try workspace.commitSigner(surroundings).program else {
        return checkup.add(.signing, .absent, "commits are not signed, as git is set")
      }
      guard surroundings.has(program) else {
        return checkup.add(
          .signing, .fails, "commits are to be signed, and there is no '\(program)'",
          help: [program.hasSuffix("gpg") ? "\(install: .gnupg)" : "\(install: .openSSHClient)"])
      }
      checkup.add(.signing, .works, "\(program) signs commits")
    } catch {
      checkup.add(.signing, .fails, error)
    }
  }
}
