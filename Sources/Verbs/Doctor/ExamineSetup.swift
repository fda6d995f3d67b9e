package import Diagnostics
import Forms
import Git
import Records
package import Store

/// Looks at all that this tool works with here, and says what works and what to type. Nothing is
/// written.
package struct ExamineSetup: Sendable {
  /// Where the portfolio is looked for.
  package let path: String
  /// The value of GIT_DIR.
  package let gitDirectory: String?
  package let surroundings: Surroundings

  package init(at path: String, gitDirectory: String?, _ surroundings: Surroundings) {
    self.path = path
    self.gitDirectory = gitDirectory
    self.surroundings = surroundings
  }

  package func run() throws(Refusal) -> Checkup {
    var checkup = Checkup()
    addLibraries(to: &checkup)
    try addPrograms(to: &checkup)
    // Without libgit2 nothing of a repository can be looked at.
    guard LibraryVersion.fault == nil else { return checkup }
    do throws(Refusal) {
      let workspace = try Workspace(at: path, gitDirectory: gitDirectory)
      addPortfolio(workspace, to: &checkup)
      addRepository(workspace, to: &checkup)
    } catch {
      checkup.add(.portfolio, .fails, error)
    }
    return checkup
  }

  private func addLibraries(to checkup: inout Checkup) {
    let needed: Hint = "install it: all that needs the history can't work"
    let wanted: Hint = "install it: forms of ballots in DOCX can't be read"
    add(.libgit2, LibraryVersion.loaded, LibraryVersion.fault, needed, to: &checkup)
    checkup.add(.libyaml, .works, Hint(YAMLVersion.loaded))
    add(.libzip, FormLibrary.loadedZip, FormLibrary.zipFault, wanted, to: &checkup)
    add(.expat, FormLibrary.loadedExpat, FormLibrary.expatFault, wanted, to: &checkup)
    add(
      .xlsxwriter, FormLibrary.loadedXlsxwriter, FormLibrary.xlsxFault,
      "install it: forms of surveys can be written as CSV alone", to: &checkup)
  }

  private func add(
    _ library: Checkup.Subject, _ version: String?, _ fault: String?, _ help: Hint,
    to checkup: inout Checkup
  ) {
    if let version { return checkup.add(library, .works, Hint(version)) }
    checkup.add(library, .fails, "it can't be loaded: \(fault ?? "")", help: [help])
  }

  private func addPrograms(to checkup: inout Checkup) throws(Refusal) {
    if let version = try surroundings.gitVersion() {
      checkup.add(.git, .works, Hint(version))
    } else {
      checkup.add(
        .git, .fails, "there is no git, which shares work and knows who you are",
        help: ["\(install: .git)"])
    }
    if surroundings.has("ssh-keygen") {
      checkup.add(.reviews, .works, "ssh-keygen signs reviews, and checks them")
    } else {
      checkup.add(
        .reviews, .absent, "there is no ssh-keygen, so signed reviews can't be made or checked",
        help: ["\(install: .openSSHClient)"])
    }
  }
}
