import Diagnostics

extension Committee {
  /// The findings on two members with one id or one address: a review could be by either.
  static func repeatedProblems(in fields: Fields) -> [SchemaProblem] {
    var seen: [String: Set<String>] = [:]
    return fields.list("members").enumerated().flatMap { index, item -> [SchemaProblem] in
      ["id", "email"].compactMap { field in
        guard let text = item.fields?.text(field),
          !seen[field, default: []].insert(text.asciiLowercased).inserted
        else { return nil }
        return SchemaProblem(
          .memberRepeated, at: FieldPath(["members", String(index), field]),
          "another member also has the \(field) '\(text)'",
          help: ["give each one of their own"])
      }
    }
  }

  /// The findings on two bodies with one id.
  static func bodyProblems(in fields: Fields) -> [SchemaProblem] {
    var seen: Set<String> = []
    return fields.list("bodies").enumerated().compactMap { index, item in
      guard let id = item.fields?.text("id"), !seen.insert(id).inserted else { return nil }
      return SchemaProblem(
        .bodyRepeated, at: FieldPath(["bodies", String(index), "id"]),
        "another body also has the id '\(id)'", help: ["give each one of its own"])
    }
  }

  /// The findings on two members with one key.
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
            "another member also has this key",
            help: ["who holds it could sign for both: give each a key of their own"]))
      }
    }
    return problems
  }
}
