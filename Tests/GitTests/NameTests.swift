import Foundation
import Git
import Testing

@Suite("Names on other systems")
struct NameTests {
  private typealias Place = RepositoryTests.Place

  static let twins: [(name: String, other: String)] = [
    ("proposals", "Proposals"), ("PROPOSALS", "Proposals"), ("Propo\u{17F}als", "Proposals"),
    ("\u{FF30}roposals", "Proposals"), ("Pro\u{200B}posals", "Proposals"),
    ("Proposals\u{200D}", "Proposals"), ("Proposals.", "Proposals"), ("Proposals ", "Proposals"),
    ("Proposals. .", "Proposals"), ("PROPOS~1", "Proposals"), ("propos~2", "Proposals"),
    ("PRA1B2~1", "Proposals"), ("PORTF~10", "Portfolio"),
    ("GITATT~1", ".gitattributes"), (".GitAttributes", ".gitattributes"),
    ("\u{212A}elvin.yml", "kelvin.yml"), ("caf\u{E9}.yml", "cafe\u{301}.yml"),
    ("CAFE\u{301}.yml", "caf\u{E9}.yml"), ("STRASSE.yml", "stra\u{DF}e.yml"),
    ("fi.yml", "\u{FB01}.yml"), ("\u{3A3}.yml", "\u{3C2}.yml"), ("longer~1.yml", "longer-name.yml"),
    ("A-B~1.YML", "a-b.c.yml"),
  ]

  @Test("Are told when they would be one", arguments: twins.indices)
  func same(index: Int) {
    let (name, other) = NameTests.twins[index]
    for names in [[other, name], [name, other]] {
      #expect(TwinName.among(["x"] + names).count == 1, "\(names)")
    }
  }

  @Test("Are told apart by everything else")
  func different() {
    let names = [
      "Portfolio", "Proposals", ".gitattributes", "Portfolio-2", "portfolios", "Proposal",
      "PROPOS~", "~1", "PRO~1x", "QROPOS~1", "data", "DATA~1", "report.doc", "REPORT~1.DOC",
      "loinc.yml", "LOINC~1.YML", "cafe.yml", "caf\u{E8}.yml", ".", "a", "b",
    ]
    #expect(TwinName.among(names + names) == [])
  }

  static let faults: [(name: String, words: String)] = [
    ("aux", "device"), ("CON", "device"), ("nul.txt", "device"), ("Com1.tar.gz", "device"),
    ("lpt9 .x", "device"), ("COM\u{B9}", "device"), ("com\u{B2}.yml", "device"),
    ("LPT\u{B3}", "device"), ("conin$", "device"), ("a:b", "':'"), ("a\\b", "'\\'"),
    ("why?", "'?'"),
    ("a*", "'*'"), ("<a>", "'<'"), ("a|b", "'|'"), ("\"a\"", "'\"'"), ("a\u{1}", "control"),
    ("a\nb", "control"), ("a.", "full stop"), ("a ", "space"),
    (String(repeating: "a", count: 256), "255"),
  ]

  @Test("Are named with their place where a checkout breaks", arguments: ["", "docs/"])
  func unwritable(folder: String) throws {
    let place = try place()
    defer { place.remove() }
    for (name, words) in NameTests.faults {
      let faults = try faults(of: [.file(name)], in: folder, place)
      #expect(faults.map(\.path) == [folder + name])
      #expect(faults.first?.reason.contains(words) == true, "\(faults)")
    }
    for name in [[0x61, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAE]] as [[UInt8]] {
      let file = RawTree.Entry(mode: "100644", name: name, id: RawTree.Entry.file("").id)
      let faults = try faults(of: [file], in: folder, place)
      #expect(faults.first?.reason.contains("UTF-8") == true, "\(name)")
    }
    let modules = [
      ".gitmodules", ".GITMODULES", ".gitmodules .", ".git\u{200C}modules", "gitmod~1", "GI7EBA~1",
      "gi7eb~10", ".gitmodules::$DATA", "x\\.gitmodules",
    ]
    for name in modules {
      let link = RawTree.Entry(
        mode: "120000", name: Array(name.utf8), id: RawTree.Entry.file("").id)
      let faults = try faults(of: [link], in: folder, place)
      #expect(faults.first?.reason.contains(".gitmodules") == true, "\(name)")
    }
  }

  @Test("Are no trouble where every system takes them")
  func writable() throws {
    let place = try place()
    defer { place.remove() }
    let link = RawTree.Entry(
      mode: "120000", name: Array("gift~2".utf8), id: RawTree.Entry.file("").id)
    let names = [
      " a", ".a", "a. b", "auxiliary", "com", "com10", "console.yml", "lpta", "nul-x", "~",
      "\u{E9}", "com\u{B9}\u{B9}", "com\u{2074}",
    ]
    let entries = (names + [".gitmodules"]).map { RawTree.Entry.file($0) } + [link]
    let sorted = entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    #expect(try faults(of: sorted, in: "docs/", place) == [])
  }

  @Test("Are looked at once, however often their folder stands in a tree")
  func bomb() throws {
    let place = try place()
    defer { place.remove() }
    var tree = try RawTree(entries: [.file("aux")]).store(in: place)
    for _ in 1...12 {
      tree = try RawTree(entries: (0..<10).map { .folder("d\($0)", tree) }).store(in: place)
    }
    let repository = try Repository(discovering: place.path)
    let faults = try repository.nameFaults(inTree: try #require(ObjectID(hex: tree)), atMost: 100)
    #expect(faults.count == 1)
  }

  private func place() throws -> Place {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.write("x\n", "x")
    try place.git("hash-object", "-w", "x")
    return place
  }

  private func faults(
    of entries: [RawTree.Entry], in folder: String, _ place: Place
  ) throws -> [NameFault] {
    var tree = try RawTree(entries: entries).store(in: place)
    if !folder.isEmpty { tree = try RawTree(entries: [.folder("docs", tree)]).store(in: place) }
    let repository = try Repository(discovering: place.path)
    return try repository.nameFaults(inTree: try #require(ObjectID(hex: tree)), atMost: 100)
  }
}
