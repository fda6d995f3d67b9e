import PortfolioModel

/// Days and people as nobody writes them, and what holds for each that is taken for one.
enum DaysAndPeople {
  /// Days that there are and that there are not, at the ends of the calendar, in other digits.
  static let days = [
    "2026-11-23", "2024-02-29", "2023-02-29", "2000-02-29", "1900-02-29", "2000-02-30",
    "2027-13-01", "2027-00-10", "2027-01-00", "2027-04-31", "0000-01-01", "0000-02-29",
    "0001-01-01", "1582-10-10", "1969-12-31", "1970-01-01", "2038-01-20", "2106-02-08",
    "9999-12-31", "-001-01-01", "-2026-11-23", "+026-11-23", "10000-01-01", "26-11-23",
    "2026-1-1", "2026-011-23", "20261123", "2026/11/23", "99999999999999999999-01-01",
    "2026-99999999999999999999-01", " 2026-11-23", "2026-11-23 ", "2026 -11-23", "2026-11-23\n",
    "2026-11-23T00:00:00Z", "٢٠٢٦-١١-٢٣", "2026-11-2３", "２０２６-１１-２３", "२०२६-११-२३",
    "2026‐11‐23", "2026−11−23", "2026-11-2\u{301}3", "2026-11-23\u{FE0F}", "next-edition", "today",
    "0x7F-01-01", "1e99-01-01", "",
  ]

  static let people = [
    "Ada Editor <ada@x.example>", "Ada<ada@x.example>", "Ada  <ada@x.example>",
    " Ada <ada@x.example>", "Ada <ada@x.example> ", "Ada <>", " <ada@x.example>",
    "<ada@x.example>", "Ada <ada@x.example", "Ada ada@x.example>", "Ada <ada <b@x.example>>",
    "Ada <ada@x.example>, Bob <bob@x.example>", "Ada <ADA@X.EXAMPLE>", "Ada <ada @x.example>",
    "Ada <ada@x.example\n>", "Ada\nBob <ada@x.example>", "Ada\u{0} <ada@x.example>",
    "A\u{202E}da <ada@x.example>", "Ada\u{200B} <ada@x.example>", "Ada\u{A0}<ada@x.example>",
    "Ada\u{A0} <ada@x.example>", "Ada\t<ada@x.example>", "é <e@x.example>",
    "e\u{301} <e@x.example>",
    "\u{301} <e@x.example>", "Ada \u{301}<ada@x.example>", "Ada <\u{301}ada@x.example>",
    "Ada <ada@x.example\u{301}>", "日本 <日本@x.example>", "İ <İ@x.example>", "K <K@x.example>",
    "\"Ada\" <ada@x.example>", "Ada: {b} #c <ada@x.example>", "- <->", "' <'>", "<", ">", " <", "",
    "RSP-Proposal: 9 <a@x.example>", String(repeating: "Ada ", count: 99) + "<ada@x.example>",
  ]

  /// What does not hold of the days and people that a value holds, in words.
  static func broken(in value: FieldValue) -> [String] {
    switch value {
    case .text(let text): broken(day: text) + broken(person: text)
    case .list(let items): items.flatMap(broken)
    case .fields(let fields): fields.entries.flatMap { broken(in: $0.value) }
    }
  }

  /// A day says itself, and is the day of its own seconds.
  private static func broken(day text: String) -> [String] {
    guard let day = CalendarDate(text) else { return [] }
    var broken: [String] = []
    if !day.description.hasSameBytes(as: text) {
      broken.append("the day \(text.debugDescription) is written \(day)")
    }
    let seconds = day.daysSince1970 * 86_400
    for (second, wanted) in [(seconds, 0), (seconds + 86_399, 0), (seconds - 1, -1)] {
      let days = CalendarDate(secondsSince1970: second).daysSince1970 - day.daysSince1970
      if days != wanted { broken.append("second \(second) is \(days) days from \(day)") }
    }
    return broken
  }

  /// A person says itself, on one line, and is the same person by the parts.
  private static func broken(person text: String) -> [String] {
    guard let person = Person(text) else { return [] }
    var broken: [String] = []
    if !person.description.hasSameBytes(as: text) {
      broken.append("the person \(text.debugDescription) is written \(person)")
    }
    if Person(name: person.name, email: person.email) != person {
      broken.append("the parts of \(text.debugDescription) are no person")
    }
    if text.utf8.count(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) != 2
      || text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    {
      broken.append("\(text.debugDescription) is taken for a person")
    }
    return broken
  }
}

extension FieldKind {
  /// Whether the value is a day or a person.
  var isDayOrPerson: Bool {
    switch self {
    case .date, .person: true
    default: false
    }
  }
}
