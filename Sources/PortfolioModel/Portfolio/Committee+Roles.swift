extension MemberRole {
  /// Who runs ballots and makes editions.
  package static let officers: [MemberRole] = [.chair, .secretary]

  /// Who corrects what the changelog says.
  package static let correctors: [MemberRole] = officers + [.editor]
}

extension Committee {
  /// The members that have one of some roles on a day.
  package func members(as roles: [MemberRole], on day: CalendarDate) -> [Member] {
    members.filter { roles.contains($0.role) && $0.isActive(on: day) }
  }

  /// The members that have one of some roles on a commit's day, or one day earlier or later; none
  /// where the commit has no day.
  package func members(as roles: [MemberRole], around day: CalendarDate?) -> [Member] {
    guard let day else { return [] }
    return members.filter { roles.contains($0.role) && $0.isActive(around: day) }
  }
}

extension [Committee.Member] {
  /// Whether one of them has an address, given with ASCII letters in lower case.
  package func include(address: String) -> Bool {
    contains { $0.person.key.hasSameBytes(as: address) }
  }
}
