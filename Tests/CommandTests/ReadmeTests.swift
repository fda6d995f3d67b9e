import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  /// A command of the tour, and what it prints.
  private struct Step {
    let command: String
    let output: String
  }

  private func steps() throws -> [Step] {
    let text = try String(contentsOfFile: Sandbox.repositoryRoot + "/README.md", encoding: .utf8)
    var steps: [Step] = []
    var isTour = false
    for line in text.components(separatedBy: "\n") {
      if line == "```console" {
        isTour = true
      } else if line == "```" {
        isTour = false
      } else if isTour, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: ""))
      } else if isTour, let last = steps.popLast() {
        steps.append(Step(command: last.command, output: last.output + line + "\n"))
      }
    }
    return steps
  }

  @Test("Prints what the tour says")
  func tour() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    let folder = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
    let steps = try steps()
    #expect(steps.count >= 12)
    for step in steps {
      let outcome = try sandbox.start(
        "/bin/bash", ["-c", "exec 2>&1; " + step.command], .editor, input: nil,
        ["PATH": folder + ":/usr/bin:/bin"])
      #expect(withoutIDs(outcome.out) == withoutIDs(step.output), "\(step.command)")
    }
  }

  @Test("Has its two commands, with what they install")
  func commands() throws {
    let text = try String(contentsOfFile: Sandbox.repositoryRoot + "/README.md", encoding: .utf8)
    let packages = "libgit2-dev libyaml-dev libzip-dev libexpat1-dev"
    for words in [packages, "rspmaint validate", "&& swift test"] {
      #expect(text.contains(words))
    }
  }

  @Test("Is short, and names only files and folders that exist")
  func places() throws {
    let text = try String(contentsOfFile: Sandbox.repositoryRoot + "/README.md", encoding: .utf8)
    #expect(text.split { $0 == " " || $0 == "\n" }.count <= 900)
    let places = text.matches(of: /[(`]((Sources\/|\.ci\/)[A-Za-z.\/]+)/).map { String($0.1) }
    #expect(places.count >= 14)
    for place in places {
      let path = Sandbox.repositoryRoot + "/" + place
      #expect(FileManager.default.fileExists(atPath: path), "\(place)")
    }
  }

  @Test("Links to every article of the manual")
  func articles() throws {
    let text = try String(contentsOfFile: Sandbox.repositoryRoot + "/README.md", encoding: .utf8)
    let manual = "Sources/Commands/Manual.docc"
    let root = try String(
      contentsOfFile: Sandbox.repositoryRoot + "/\(manual)/Commands.md", encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Sandbox.repositoryRoot + "/" + manual)
    where name.hasSuffix(".md") && name != "Commands.md" {
      #expect(text.contains("(\(manual)/\(name))"), "\(name)")
      #expect(root.contains("<doc:\(name.dropLast(3))>"), "\(name)")
    }
    #expect(root.contains("<doc:Rules>"))
    // The guides are printed by their verb.
    let guides = try FileManager.default.contentsOfDirectory(
      atPath: Sandbox.repositoryRoot + "/\(manual)/Guides")
    #expect(guides.count == 4)
    for name in guides { #expect(root.contains("<doc:\(name.dropLast(3))>"), "\(name)") }
  }

  private func withoutIDs(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines).replacingOccurrences(
      of: "\\b(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}\\b", with: "<id>", options: .regularExpression)
  }
}
