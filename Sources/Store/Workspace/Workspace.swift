package import Diagnostics
package import Files
package import Git
import Parallel
import Records

/// A portfolio on this machine: the folder that holds `Portfolio/`, and the git repository around
/// it, if there is one.
package struct Workspace: ~Copyable {
  /// The absolute path of the folder that holds `Portfolio/`; nil in a bare repository.
  package let root: String?
  /// The path in the repository of the folder that holds `Portfolio/`: empty, or `a/b/`.
  package let prefix: String
  /// The absolute path that this was opened at.
  let start: String
  /// Whether that is the user's current folder.
  let isOpenedHere: Bool
  /// The repository that the user's GIT_DIR names, which rspmaint does not use.
  let otherRepository: String?
  let repository: RepositoryAround
  /// Whether git is told to check out only some files.
  let isSparse: Bool
  /// Whether this run holds the tool's lock.
  let hold = Hold()

  final class Hold {
    var isHeld = false
  }

  /// Git's answers in this run, kept so that it is asked once.
  let memory = Memory()

  final class Memory {
    var configuration: GitConfiguration?
  }

  /// Opens the portfolio at a path or in a folder above it.
  ///
  /// `gitDirectory`: the value of GIT_DIR. Throws ``Refusal`` where there is no portfolio, or where
  /// the repository can't be opened.
  package init(at path: String, gitDirectory: String? = nil) throws(Refusal) {
    guard !Path.isForeign(path) else {
      throw Refusal(
        .noInput, "the path of '\(path)' is not UTF-8, so rspmaint can't open it",
        help: ["give the folders above the portfolio names in UTF-8: 'convmv' renames them"])
    }
    guard let start = Path.real(path) else {
      throw Refusal(
        .noInput, "there is no folder '\(path)'", help: ["give one: \(option: .repository)"])
    }
    var top = RepositoryAround.usualTop(above: start)
    var (isBare, isSparse) = (false, false)
    var folder = ""
    let around: RepositoryAround
    if let top {
      isSparse = Path.exists(top + "/.git/info/sparse-checkout")
      around = RepositoryAround(openingAt: start, in: top)
    } else {
      let opened = try Workspace.opened(start)
      switch opened {
      case .some(let repository):
        (isBare, isSparse) = (repository.isBare, repository.isSparse)
        if isBare { folder = try Workspace.configuredFolder(repository) }
        top = repository.workingDirectory.flatMap { Path.real($0) }
      case nil: break
      }
      around = RepositoryAround(opened)
    }
    if isBare {
      root = nil
      prefix = folder
    } else {
      guard let root = Workspace.root(from: start, top: top) else {
        throw Workspace.noPortfolio(at: path, sparse: Workspace.sparseHelp(isSparse, top))
      }
      self.root = root
      prefix = top.map { Workspace.prefix(of: root, in: $0) } ?? ""
    }
    self.start = start
    isOpenedHere = path == "."
    otherRepository = gitDirectory
    self.isSparse = isSparse
    repository = around
  }

  /// Opens the repository at a path or above it; nil in a plain folder.
  private static func opened(_ start: String) throws(Refusal) -> Repository? {
    do {
      return try Repository(discovering: start)
    } catch {
      let top = gitTop(above: start)
      // A plain folder has no `.git`; a worktree whose repository has moved does.
      guard error.kind == .notFound, top == nil else {
        throw refusal(error, top: top, start: start)
      }
      return nil
    }
  }

  /// Opens the repository that git's environment names, without a worktree, as a hook does.
  package init(fromEnvironment: Void) throws(Refusal) {
    let opened = try Workspace.repositoryOfEnvironment()
    let folder = try Workspace.configuredFolder(opened)
    root = nil
    prefix = folder
    start = opened.gitDirectory
    isOpenedHere = false
    otherRepository = nil
    isSparse = false
    repository = RepositoryAround(consume opened)
  }

  private static func repositoryOfEnvironment() throws(Refusal) -> Repository {
    do {
      return try Repository(fromEnvironment: ())
    } catch {
      throw Refusal(error)
    }
  }

  package var isInRepository: Bool { repository.exists }

  /// Says that the history will be read after the files, so that git is made ready meanwhile.
  package func prepareHistory() {
    if repository.isUnopened, Parallel.isOn { Repository.prepare() }
  }

  /// Says that the process only reads and decides nothing, so that objects need not be checked
  /// against their ids. To be called before a workspace is opened.
  package static func onlyReads() { Repository.trustObjects() }

  /// Runs work on the repository.
  ///
  /// - Throws: `Refusal` where the portfolio is in a plain folder, or git can't do the work.
  package func withRepository<Result>(
    _ work: (borrowing Repository) throws -> Result
  ) throws(Refusal) -> Result {
    do {
      guard let result = try repository.with(work) else { throw plain }
      return result
    } catch let problem as RepositoryProblem {
      throw problem.kind == .unbornBranch ? unborn : Refusal(problem)
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let problem as AttributeProblem {
      throw Refusal(problem)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
  }

  /// The folder on disk that holds `Portfolio/`.
  ///
  /// - Throws: `Refusal` in a bare repository.
  package func folder() throws(Refusal) -> Folder {
    guard let root else { throw Refusal(RepositoryProblem(.bare)) }
    do {
      return try Folder(root)
    } catch {
      throw Refusal(error)
    }
  }
}

extension Workspace {
  /// The refusal of a folder that holds no portfolio, and lies in none.
  ///
  /// - Parameter sparse: What helps where the checkout may leave it out.
  fileprivate static func noPortfolio(at path: String, sparse: [Hint]) -> Refusal {
    let anew: Hint = "\(run: .start) starts one"
    return Refusal(
      .noInput, "there is no portfolio at '\(path)' or above it",
      help: [
        "go to the folder that holds \(Layout.portfolioStart), or give it: \(option: .repository)"
      ] + (sparse.isEmpty ? [anew] : sparse))
  }
}
