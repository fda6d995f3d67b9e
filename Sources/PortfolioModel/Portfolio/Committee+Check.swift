import Diagnostics

extension Committee {
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
