import Foundation
import PortfolioModel
import Testing

@Suite("The layering of the sources")
struct ArchitectureTests {
  /// What each target may import, as the design's table says.
  static let allowed: [String: Set<String>] = [
    "Diagnostics": [],
    "Parallel": ["Dispatch", "Synchronization"],
    "Git": ["Glibc", "Darwin", "CGitShims", "CLibgit2"],
    "Files": ["Parallel", "Synchronization", "Glibc", "Darwin"],
    "Programs": [
      "Subprocess", "SystemPackage", "Dispatch", "Synchronization", "Glibc", "Darwin",
    ],
    "PortfolioModel": ["Diagnostics", "Parallel"],
    "Records": [
      "PortfolioModel", "Diagnostics", "Parallel", "Git", "CLibyaml",
    ],
    "Reports": ["PortfolioModel", "Diagnostics", "FoundationEssentials"],
    "Forms": ["PortfolioModel", "CFormShims", "CLibzip", "CExpat", "CXlsxwriter"],
    "Exchange": ["PortfolioModel", "Diagnostics", "Forms", "Reports"],
    "Store": [
      "PortfolioModel", "Diagnostics", "Parallel", "Records", "Git", "Files", "Programs",
    ],
    "History": ["PortfolioModel", "Diagnostics", "Parallel", "Records", "Git"],
    "Verbs": [
      "PortfolioModel", "Diagnostics", "Parallel", "Records", "Reports", "Store", "History", "Git",
      "Files", "Forms", "Exchange",
    ],
    "Commands": [
      "Verbs", "History", "Store", "Records", "Reports", "Exchange", "PortfolioModel",
      "Diagnostics", "Parallel",
      "Files", "Programs", "ArgumentParser", "Glibc", "Darwin", "Synchronization",
    ],
    "rspmaint": ["Commands"],
  ]

  func files(
    in folder: String, ending suffix: String = ".swift"
  ) throws -> [(name: String, text: String)] {
    let url = PublishedTablesTests.root.appending(path: "Sources/\(folder)")
    let names = FileManager.default.enumerator(atPath: url.path)?.allObjects as? [String] ?? []
    return try names.filter { $0.hasSuffix(suffix) }.map {
      ($0, try String(contentsOf: url.appending(path: $0), encoding: .utf8))
    }
  }

  @Test("Imports only what the table allows", arguments: ArchitectureTests.allowed.keys.sorted())
  func imports(target: String) throws {
    let files = try files(in: target)
    #expect(!files.isEmpty)
    for file in files {
      for line in file.text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
          index == 0 || ["package", "public", "internal"].contains(String(words[0]))
        else { continue }
        let module = String(words[index + 1])
        #expect(
          ArchitectureTests.allowed[target]?.contains(module) == true,
          "\(target)/\(file.name) imports \(module)")
      }
    }
  }

  @Test("Gives History values: it opens no repository and no folder")
  func values() throws {
    let handles: Set<Substring> = [
      "Repository", "Workspace", "Folder", "Surroundings", "SSHKeygen",
    ]
    for file in try files(in: "History") {
      let words = Set(file.text.split { !$0.isLetter && !$0.isNumber })
      #expect(words.isDisjoint(with: handles), "History/\(file.name)")
    }
  }

  @Test("Names no domain and none of its standards")
  func domainWords() throws {
    let portfolio = try PublishedTablesTests.portfolio()
    let ids = portfolio.standards.keys.map(\.text)
    for target in ArchitectureTests.allowed.keys.sorted() {
      for file in try files(in: target) + files(in: target, ending: ".md") {
        let text = file.text.lowercased()
        #expect(!text.contains("imaging"), "\(target)/\(file.name)")
        for id in ids where id.contains("-") {
          #expect(!text.contains(id), "\(target)/\(file.name) names \(id)")
        }
        for word in ["dicom", "snomed", "hl7", "ihe-", "loinc"] {
          #expect(!text.contains(word), "\(target)/\(file.name) names \(word)")
        }
      }
    }
  }

  /// Where a subcommand finds its work, if not in the folder of its name: nil for one that only
  /// prints what the model or a report holds.
  private static let folders: [String: String?] = [
    "Reject": "Close", "Withdraw": "Close",
    // Print a portfolio, a judgement, the criteria, the list of rules, a text.
    "Tables": nil, "Explain": nil, "Criteria": nil, "Rules": nil, "Schema": nil,
  ]

  @Test("Has a file for each subcommand, and a folder in Verbs where it does more than print")
  func verbs() throws {
    let all = try files(in: "Commands/Subcommands")
    // The steps of one verb stand in a folder of its name.
    let subcommands = Set(
      all.map { String($0.name.dropLast(".swift".count).prefix { $0 != "/" }) })
    let verbs = Set(try files(in: "Verbs").compactMap { $0.name.split(separator: "/").first })
    for name in subcommands {
      guard let folder = ArchitectureTests.folders[name, default: name] else { continue }
      #expect(verbs.contains(Substring(folder)), "Verbs has no folder for \(name)")
    }
    let used = subcommands.compactMap { ArchitectureTests.folders[$0, default: $0] }
    #expect(verbs == Set(used.map { Substring($0) }))
    let root = try files(in: "Commands").first { $0.name == "Verbs.swift" }?.text ?? ""
    for name in subcommands { #expect(root.contains("\(name).self"), "\(name)") }
    for file in all where file.name.contains("/") {
      let group = file.name.prefix { $0 != "/" }
      let list = all.first { $0.name == "\(group)/\(group).swift" }?.text ?? ""
      for step in file.text.matches(of: /struct (\w+Step):/).map(\.1) {
        #expect(list.contains("\(step).self"), "\(step)")
      }
    }
  }

  @Test("Makes paths in one place")
  func paths() throws {
    // The summaries of rules stand below all that knows the layout.
    let exempt = ["Snapshot/Layout.swift", "RuleID+Summary.swift"]
    let parts = [
      "Portfolio/", "Proposals/", "/proposal.yml", "/state.yml", "reviews/",
      "Folder)/", "Folder + \"/\"",
    ]
    for target in ArchitectureTests.allowed.keys.sorted() {
      for file in try files(in: target) where !exempt.contains(file.name) {
        for line in file.text.split(separator: "\n") {
          guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
          for part in parts where line.contains("\"") {
            #expect(!line.contains(part), "\(target)/\(file.name) makes a path: \(line)")
          }
        }
      }
    }
  }

  @Test("Forces nothing and leaves nothing undone")
  func looseEnds() throws {
    for target in ArchitectureTests.allowed.keys.sorted() {
      for file in try files(in: target) {
        for word in [
          " try! ", " try? ", "fatalError(", "@unchecked", "nonisolated(unsafe)", "TODO",
        ] {
          #expect(!file.text.contains(word), "\(target)/\(file.name) has \(word)")
        }
      }
    }
  }
}
