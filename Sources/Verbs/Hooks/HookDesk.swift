import Diagnostics
import Files
import Git
import PortfolioModel
import Records
import Store

/// The places where hooks and driver are installed, and what stands there.
struct HookDesk: Sendable {
  /// The absolute path of the folder where git looks for hooks.
  let hooks: String
  /// Whether that folder is one that the user set, which others may share.
  let isShared: Bool
  /// The absolute path of the git folder that all worktrees share, with a final slash.
  let common: String
  let program: String
  private let prefix: String

  static let attributes = "info/attributes"

  init(
    _ workspace: borrowing Workspace, program: String, _ surroundings: Surroundings
  ) throws(Refusal) {
    hooks = try workspace.hooksFolder(surroundings)
    common = try workspace.withRepository { $0.commonDirectory }
    isShared = Path.rest(of: hooks, below: String(common.dropLast())) == nil
    self.program = program
    prefix = workspace.prefix
  }

  func script(_ part: HookPart) -> HookScript {
    HookScript(part, program: program, prefix: prefix)
  }

  func path(_ part: HookPart) -> String {
    part == .diff ? common + HookDesk.attributes : hooks + "/" + part.rawValue
  }

  func found(
    _ parts: [HookPart], in workspace: borrowing Workspace
  ) throws(Refusal) -> [FoundHook] {
    var found: [FoundHook] = []
    for part in parts { found.append(try self.found(part, in: workspace)) }
    return found
  }

  private func found(
    _ part: HookPart, in workspace: borrowing Workspace
  ) throws(Refusal) -> FoundHook {
    let state = part == .diff ? try driver(workspace) : try hook(part)
    return FoundHook(part: part, state: state, path: path(part))
  }

  private func hook(_ part: HookPart) throws(Refusal) -> HookState {
    guard Path.isFolder(hooks) else { return .missing }
    do throws(FileProblem) {
      let folder = try Folder(hooks)
      switch try folder.kind(of: part.rawValue) {
      case nil: return .missing
      case .file:
        let text = String(
          decoding: try folder.read(part.rawValue, limit: 1 << 20), as: UTF8.self)
        let state = script(part).state(of: text)
        return state == .installed && !Path.isExecutable(path(part)) ? .outdated : state
      default: return .other
      }
    } catch {
      throw Refusal(error)
    }
  }

  private func driver(_ workspace: borrowing Workspace) throws(Refusal) -> HookState {
    let command = try workspace.withRepository { try $0.strings(forKey: DiffDriver.key).last }
    if let command, !DiffDriver.isOurs(command) { return .other }
    let isIn = DiffDriver.isIn(try attributes())
    guard let command else { return isIn ? .outdated : .missing }
    return isIn && command.hasSameBytes(as: DiffDriver.command(program)) ? .installed : .outdated
  }

  /// The text of the repository's own attributes; empty where there are none.
  func attributes() throws(Refusal) -> String {
    do throws(FileProblem) {
      let bytes = try Folder(String(common.dropLast())).read(HookDesk.attributes, limit: 1 << 20)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FileProblem("read", HookDesk.attributes, .notRegular)
      }
      return text
    } catch {
      if error.isMissing { return "" }
      throw Refusal(error)
    }
  }
}
