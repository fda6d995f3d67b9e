package import Diagnostics
package import Store

/// Installs git's hooks and the driver that shows changes in words, or takes them away.
package struct ChangeHooks: Sendable {
  private let parts: [HookPart]
  /// The absolute path of the program that they call.
  private let program: String
  private let surroundings: Surroundings

  package init(_ parts: [HookPart], program: String, _ surroundings: Surroundings) {
    self.parts = parts
    self.program = program
    self.surroundings = surroundings
  }

  /// Installs the parts, and returns what stands there now.
  ///
  /// - Throws: `Refusal` where something of the user's is in the way; then nothing was changed.
  package func install(in workspace: borrowing Workspace) throws(Refusal) -> [FoundHook] {
    try workspace.locked("hooks", surroundings) { () throws(Refusal) -> [FoundHook] in
      let desk = try HookDesk(workspace, program: program, surroundings)
      let found = try desk.found(parts, in: workspace)
      if let refusal = Refusal(all: found.compactMap { ChangeHooks.obstacle($0, desk) }) {
        throw refusal
      }
      var undo: [HookPart] = []
      do throws(Refusal) {
        for one in found where one.state == .missing || one.state == .outdated {
          if one.state == .missing { undo.append(one.part) }
          try desk.write(one.part, in: workspace)
        }
      } catch {
        for part in undo { try desk.remove(part, in: workspace) }
        throw error
      }
      return try desk.found(parts, in: workspace)
    }
  }

  /// Takes away what is ours, and nothing else; returns what stood there before.
  package func remove(in workspace: borrowing Workspace) throws(Refusal) -> [FoundHook] {
    try workspace.locked("hooks", surroundings) { () throws(Refusal) -> [FoundHook] in
      let desk = try HookDesk(workspace, program: program, surroundings)
      let found = try desk.found(parts, in: workspace)
      for one in found where one.isOurs { try desk.remove(one.part, in: workspace) }
      return found
    }
  }

  /// Why a part can't be installed, and what to do; nil where it can.
  private static func obstacle(_ found: FoundHook, _ desk: HookDesk) -> Refusal? {
    switch (found.part, found.state) {
    case (_, .installed), (_, .called): return nil
    case (.diff, .other):
      return Refusal(
        .refused, "git's \(DiffDriver.key) is another command, which stays as it is",
        help: [
          "if it may go: \(gitLine: .config(.unset(DiffDriver.key))), then run this again",
          "where it stands: \(git: .config(.origin(DiffDriver.key)))",
        ])
    case (.diff, _): return nil
    case (_, .other):
      return Refusal(
        .refused, "there is another hook at '\(found.path)', which stays as it is",
        help: [
          "let it call this one, by a line before its end: \(desk.script(found.part).line)",
          "or, if it may go: rm \(Typed.quoted(found.path))", "then run this again",
        ])
    case (_, .missing), (_, .outdated):
      guard desk.isShared else { return nil }
      return Refusal(
        .refused,
        "git takes the hooks from '\(desk.hooks)' (core.hooksPath), which others may share",
        help: [
          "let '\(found.part.rawValue)' there hold the line: \(desk.script(found.part).line)",
          "or, to use hooks of this repository: \(gitLine: .config(.unset("core.hooksPath")))",
          "then run this again",
        ])
    }
  }
}
