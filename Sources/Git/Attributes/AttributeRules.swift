/// The lines that affect some attributes, strongest last.
struct AttributeRules {
  private struct Rule {
    let pattern: AttributePattern
    let settings: [AttributeLine.Setting]
  }

  private var common: [Rule] = []
  private var folders: [[UInt8]: [Rule]] = [:]
  private var own: [Rule] = []
  /// The strongest definition of each macro, from any file.
  private var macros: [String: [AttributeLine.Setting]]

  /// The macros that are built into git.
  private static let builtIn = "[attr]binary -diff -merge -text"

  init(
    _ sources: AttributeSources, for attributes: [String], _ reading: AttributeReading,
    _ habit: AttributeHabit
  ) {
    func lines(_ bytes: [UInt8], takesMacros: Bool = true) -> [AttributeLine] {
      AttributeFile(bytes, takesMacros: takesMacros, reading, habit).lines
    }
    var common = lines(Array(AttributeRules.builtIn.utf8))
    for file in sources.common { common += lines(file.bytes) }
    var folders: [[UInt8]: [AttributeLine]] = [:]
    for (folder, bytes) in sources.folders {
      folders[folder] = lines(bytes, takesMacros: folder.isEmpty)
    }
    let own = sources.own.map { lines($0.bytes) }
    macros = AttributeRules.macros(of: common + (folders[[]] ?? []) + (own ?? []))
    let names = AttributeRules.names(leadingTo: attributes, by: macros)
    func rules(_ lines: [AttributeLine]) -> [Rule] {
      lines.compactMap { line in
        guard case .paths(let pattern) = line.subject else { return nil }
        let settings = line.settings.filter { names.contains($0.name) }
        return settings.isEmpty ? nil : Rule(pattern: pattern, settings: settings)
      }
    }
    self.common = rules(common)
    for (folder, lines) in folders {
      let rules = rules(lines)
      if !rules.isEmpty { self.folders[folder] = rules }
    }
    self.own = rules(own ?? [])
    macros = macros.filter { names.contains($0.key) }
      .mapValues { $0.filter { names.contains($0.name) } }
  }

  var isEmpty: Bool { common.isEmpty && folders.isEmpty && own.isEmpty }

  /// The values that the lines give a path's attributes; attributes that no line mentions are
  /// absent.
  func values(
    of path: String, ignoresCase: Bool, _ steps: inout Int
  ) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    let bytes = Array(path.utf8)
    fill(&values, own, bytes[...], ignoresCase, &steps)
    for end in bytes.indices.reversed() where bytes[end] == UInt8(ascii: "/") {
      guard let rules = folders[Array(bytes[...end])] else { continue }
      fill(&values, rules, bytes[(end + 1)...], ignoresCase, &steps)
    }
    fill(&values, folders[[]] ?? [], bytes[...], ignoresCase, &steps)
    fill(&values, common, bytes[...], ignoresCase, &steps)
    return values
  }

  /// Fills in the attributes that have no value yet, from the last line to the first.
  private func fill(
    _ values: inout [String: AttributeValue], _ rules: [Rule], _ path: ArraySlice<UInt8>,
    _ ignoresCase: Bool, _ steps: inout Int
  ) {
    for rule in rules.reversed() {
      guard rule.pattern.matches(path, ignoresCase: ignoresCase, &steps) else { continue }
      var waiting = rule.settings
      while let setting = waiting.popLast() {
        steps -= 1
        guard values[setting.name] == nil else { continue }
        values[setting.name] = setting.value
        // The settings of a macro follow right after it.
        if setting.value == .set { waiting += macros[setting.name] ?? [] }
      }
    }
  }

  private static func macros(of lines: [AttributeLine]) -> [String: [AttributeLine.Setting]] {
    var macros: [String: [AttributeLine.Setting]] = [:]
    for line in lines {
      if case .macro(let name) = line.subject { macros[name] = line.settings }
    }
    return macros
  }

  /// The attributes, and every macro that sets one of them.
  private static func names(
    leadingTo attributes: [String], by macros: [String: [AttributeLine.Setting]]
  ) -> Set<String> {
    var users: [String: [String]] = [:]
    for (macro, settings) in macros {
      for setting in settings { users[setting.name, default: []].append(macro) }
    }
    var names: Set<String> = []
    var waiting = attributes
    while let name = waiting.popLast() {
      if names.insert(name).inserted { waiting += users[name] ?? [] }
    }
    return names
  }
}
