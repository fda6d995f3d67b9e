import Foundation
import Testing

extension ArchitectureTests {
  /// Where a command or an option may stand below Commands: it is a file's text, the name of a form,
  /// or what another program is given.
  private static let exempt: [(file: String, part: String)] = [
    ("Guard/InstallGuard.swift", "# Written by 'rspmaint guard install'"),
    ("Guard/InstallGuard.swift", "refuses what 'rspmaint audit' would not prove"),
    ("Hooks/HookScript.swift", "# Written by 'rspmaint hooks install'"),
    ("Hooks/HookScript.swift", "hooks run \\(part.rawValue) --repo"),
    ("Changelog/Changelog.swift", "`rspmaint changelog` writes it"),
    ("Diff/Since.swift", "it is not JSON of 'rspmaint diff --format json'"),
    ("Publish/Writing.swift", "note: \"rspmaint \\(verb)\""),
    ("Guard/GuardPush.swift", "would make git show another object"),
    ("Sharing/Workspace+Fetch.swift", "[\"ls-remote\", \"--quiet\""),
    ("Sharing/Workspace+Fetch.swift", "\"fetch\", \"--refmap=\""),
    ("Sharing/Workspace+Fetch.swift", "\"--no-recurse-submodules\""),
    ("Sharing/Workspace+Fetch.swift", "[\"--no-auto-gc\"]"),
    ("Sharing/Workspace+Push.swift", "[\"push\", \"--porcelain\""),
    ("Sync/Synchronize.swift", "rspmaint guard:"),
    ("Repository.swift", "applying patches ('git am')"),
    ("Signing/CommitSigner.swift", "--status-fd=2"),
    ("Signing/GnuPG.swift", "\"--batch\", \"--no-tty\""),
    ("Publish/HookSurroundings.swift", "git.run([\"--exec-path\"])"),
    ("UserGit/GitConfiguration.swift", "git.run([\"config\", \"--null\""),
    ("UserGit/Surroundings+Programs.swift", "git.run([\"--version\"])"),
    ("UserGit/Workspace+OwnIdentity.swift", "git.run([\"config\", \"--null\""),
  ]

  /// What only hints say: commands of this tool and of git's, options, and how packages come.
  private static let spelling =
    #"['"`]rspmaint |--[a-z]|apt-get|brew |git (-C|add|am|branch|cat-file|check-attr|clone|commit"#
    + #"|config|diff|fetch|fsck|init|log|ls-tree|mv|rebase|reflog|refs|reset|revert|rm|show"#
    + #"|sparse-checkout|stash|status|switch|update-index|update-ref|var|worktree)(?![a-z])"#

  @Test("Spells commands and options in Commands alone")
  func hints() throws {
    let spelling = try Regex(ArchitectureTests.spelling)
    for target in ArchitectureTests.allowed.keys.sorted()
    where !["Commands", "rspmaint"].contains(target) {
      for file in try files(in: target) {
        for line in file.text.split(separator: "\n") {
          guard !line.drop(while: { $0 == " " }).hasPrefix("//"), line.contains(spelling),
            !ArchitectureTests.exempt.contains(where: {
              file.name.hasSuffix($0.file) && line.contains($0.part)
            })
          else { continue }
          Issue.record("\(target)/\(file.name) words a hint: \(line)")
        }
      }
    }
  }
}
