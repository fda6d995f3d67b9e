import Diagnostics

extension Committee {
  /// Two members with one id or one address: nobody could tell whose a review is.
  static func repeatedProblems(in fields: Fields) -> [SchemaProblem] {
    var seen: [String: Set<String>] = [:]
    return fields.list("members").enumerated().flatMap { index, item -> [SchemaProblem] in
      ["id", "email"].compactMap { field in
        guard let text = item.fields?.text(field),
          !seen[field, default: []].insert(text.asciiLowercased).inserted
        else { return nil }
        return SchemaProblem(
          .memberRepeated, at: FieldPath(["members", String(index), field]),
          "another member has the \(field) '\(text)' too",
          help: ["give each one of their own"])
      }
    }
  }

  /// Two members, and one key for both.
  package static func keyProblems(in fields: Fields) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    var owners: [(key: String, member: Int)] = []
    for (member, item) in fields.list("members").enumerated() {
      for (index, key) in (item.fields?.lines("keys") ?? []).enumerated() {
        let isTaken = owners.contains { $0.member != member && $0.key.hasSameBytes(as: key) }
        owners.append((key, member))
        guard isTaken else { continue }
        problems.append(
          SchemaProblem(
            .memberKeyShared, at: FieldPath(["members", String(member), "keys", String(index)]),
            "this key is that of another member too",
            help: ["who holds it could sign for both: give each a key of their own"]))
      }
    }
    return problems
  }
}
