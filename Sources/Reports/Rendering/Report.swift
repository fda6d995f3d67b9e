/// What a piece of text is; renderers choose how that looks, always with words besides colours.
package enum Role: Sendable, Hashable {
  case plain, strong, dim, code
  /// A value that goes, a value that comes.
  case removed, added
  /// Words of a text that go or come, marked also where there is no colour.
  case deleted, inserted
  /// Which way a level goes, and how far.
  case direction
  case met, missed, waived
  case error, warning, note
}

/// A run of text with one role.
package struct Span: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let role: Role
  /// Where the text leads; only http, https and mailto become links, and `#…` within the report.
  package let link: String?
  /// Whether the text is the tool's own, word for word, so that nothing of a record is in it.
  package let isConstant: Bool
  /// What is drawn in the place of the text where pictures can be.
  let bars: LevelBars?

  package init(_ text: String, _ role: Role = .plain, link: String? = nil) {
    self.text = text
    self.role = role
    self.link = link
    (isConstant, bars) = (false, nil)
  }

  /// A picture within a line; its text is the same in characters.
  init(_ bars: LevelBars) {
    (text, role, link, isConstant) = (bars.characters, .code, nil, true)
    self.bars = bars
  }

  package init(stringLiteral text: String) {
    self.text = text
    role = .plain
    (link, bars) = (nil, nil)
    isConstant = true
  }
}

/// What an entry of a report is about, for filters, ticks and links.
package struct ReportEntry: Sendable, Hashable {
  /// Those of the changes in it: 16 hexadecimal digits each, stable across runs. Empty where the entry
  /// is no change but tells of some; such an entry is filtered and never ticked.
  package let fingerprints: [String]
  /// What a reader may choose it by: `move`, `rating`, …
  package let kind: String
  package let categories: [String]
  package let proposals: [Int]
  package let standards: [String]

  package init(
    fingerprints: [String], kind: String, categories: [String], proposals: [Int],
    standards: [String]
  ) {
    self.fingerprints = fingerprints
    self.kind = kind
    self.categories = categories
    self.proposals = proposals
    self.standards = standards
  }
}

/// A report as a tree: the same content for every renderer.
package struct Report: Sendable, Hashable {
  package struct EntryRow: Sendable, Hashable {
    package let entry: ReportEntry
    package let cells: [[Span]]
  }

  package struct Item: Sendable, Hashable {
    package let entry: ReportEntry
    package let spans: [Span]
  }

  package indirect enum Block: Sendable, Hashable {
    /// Level 1 to 3.
    case heading(Int, [Span])
    case paragraph([Span])
    case bullets([[Span]])
    /// Header and rows; every row has as many cells as the header.
    case table([String], [[[Span]]])
    /// A table each row of which is a change of its own.
    case entries([String], [EntryRow])
    /// A list each item of which can be filtered.
    case items([Item])
    /// What somebody wrote, line by line.
    case quote([[Span]])
    /// Lines that are never wrapped.
    case lines([[Span]])
    /// A part with a heading of level 2 and the number of what it holds; the id is a word in
    /// kebab-case.
    case section(id: String, title: String, count: Int?, [Block])
    /// A part with a heading of level 3 and the number of changes in it.
    case group(title: String, count: Int, [Block])
    /// Two parts, side by side where there is room.
    case beside([Block], [Block])
    /// A change with a heading of level 3.
    case card(ReportEntry, [Span], [Block])
    /// Blocks that a reader may unfold; renderers that can't fold show them in full.
    case details(String, isOpen: Bool, [Block])
    /// The whole of what stands above in part; renderers that can't fold leave it out.
    case whole(String, [Block])
    /// Shown where pictures can be; a table with the same facts stands beside it.
    case picture(Picture)
  }

  package var blocks: [Block] = []

  package init() {}

  package mutating func heading(_ level: Int, _ text: String) {
    blocks.append(.heading(level, [Span(text)]))
  }

  package mutating func paragraph(_ spans: Span...) { blocks.append(.paragraph(spans)) }

  package mutating func bullets(_ items: [[Span]]) {
    if !items.isEmpty { blocks.append(.bullets(items)) }
  }

  package mutating func table(_ header: [String], _ rows: [[[Span]]]) {
    if !rows.isEmpty { blocks.append(.table(header, rows)) }
  }

  package mutating func entries(_ header: [String], _ rows: [EntryRow]) {
    if !rows.isEmpty { blocks.append(.entries(header, rows)) }
  }

  package mutating func items(_ items: [Item]) {
    if !items.isEmpty { blocks.append(.items(items)) }
  }

  /// Adds a section with what `content` writes, unless that is nothing.
  package mutating func section(
    _ id: String, _ title: String, count: Int? = nil, _ content: (inout Report) -> Void
  ) {
    let inner = Report.blocks(content)
    if !inner.isEmpty {
      blocks.append(.section(id: id, title: title, count: count, inner))
    }
  }

  /// Adds a group with what `content` writes, unless that is nothing.
  package mutating func group(
    _ title: String, count: Int, _ content: (inout Report) -> Void
  ) {
    let inner = Report.blocks(content)
    if !inner.isEmpty { blocks.append(.group(title: title, count: count, inner)) }
  }

  package mutating func beside(
    _ left: (inout Report) -> Void, _ right: (inout Report) -> Void
  ) {
    blocks.append(.beside(Report.blocks(left), Report.blocks(right)))
  }

  package mutating func whole(_ summary: String, _ content: (inout Report) -> Void) {
    blocks.append(.whole(summary, Report.blocks(content)))
  }

  private static func blocks(_ content: (inout Report) -> Void) -> [Block] {
    var inner = Report()
    content(&inner)
    return inner.blocks
  }

  package mutating func card(
    _ entry: ReportEntry, _ title: Span..., content: (inout Report) -> Void
  ) {
    blocks.append(.card(entry, title, Report.blocks(content)))
  }

  /// Adds what `content` writes, folded where that is asked for.
  package mutating func foldable(
    _ summary: String, if isFolded: Bool, _ content: (inout Report) -> Void
  ) {
    guard isFolded else { return content(&self) }
    details(summary, content)
  }

  package mutating func details(
    _ summary: String, isOpen: Bool = false, _ content: (inout Report) -> Void
  ) {
    let inner = Report.blocks(content)
    if !inner.isEmpty { blocks.append(.details(summary, isOpen: isOpen, inner)) }
  }
}
