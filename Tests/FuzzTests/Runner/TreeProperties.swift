import Commands
import Verbs
import Store
import Records
import History
import Diagnostics
import Git
import PortfolioModel

/// What holds for any tree that stands where a portfolio is looked for.
struct TreeProperties {
  private enum Answer {
    case snapshot(Snapshot)
    case refusal(String)

    var text: String {
      switch self {
      case .snapshot(let snapshot): "\(snapshot.fileDiagnostics)"
      case .refusal(let text): text
      }
    }
  }

  /// Nil where the guard takes the tree.
  private typealias Objections = [String]?

  private let objects: [(path: String, bytes: [UInt8])]
  private let store: ObjectStore
  private let commit: ObjectID
  private let today: CalendarDate
  private let answer: Answer

  init(
    _ objects: [(path: String, bytes: [UInt8])], in store: ObjectStore, today: CalendarDate
  ) throws {
    self.objects = objects
    self.store = store
    self.today = today
    var top: [UInt8] = []
    for (path, bytes) in objects {
      top = try store.write(path.hasSuffix(".tree") ? .tree : .blob, bytes)
    }
    let person = "Ada Editor <ada@editors.example> 1795435200 +0000"
    let text = "tree \(TreeProperties.hex(top))\nauthor \(person)\ncommitter \(person)\n\nA tree\n"
    let id = TreeProperties.hex(try store.write(.commit, Array(text.utf8)))
    guard let commit = ObjectID(hex: id) else {
      throw CorpusProblem(description: "'\(id)' is no id")
    }
    self.commit = commit
    answer = TreeProperties.read(commit, store)
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Whether the tree could be read.
  var isRead: Bool {
    if case .snapshot = answer { true } else { false }
  }

  /// What does not hold, in words.
  func broken() -> [String] { brokenReading() + brokenGuard(judged()) }

  /// What is not the same when the tree is read again.
  func brokenRepetition() -> [String] {
    (answer.text == TreeProperties.read(commit, store).text
      ? [] : ["read twice, it says something else"])
      + (judged() == judged() ? [] : ["the guard says something else the second time"])
  }

  // MARK: - Reading

  private static func read(_ commit: ObjectID, _ store: ObjectStore) -> Answer {
    do throws(Refusal) {
      let workspace = try Workspace(at: store.path)
      return .snapshot(try workspace.snapshot(of: commit, named: "it"))
    } catch {
      return .refusal(error.message)
    }
  }

  private func brokenReading() -> [String] {
    let tree = StoredTree(
      objects, folders: Layout.folders)
    guard case .snapshot(let snapshot) = answer else {
      let isThere = tree.files.contains { $0.path.starts(with: "Portfolio/".utf8) }
      return tree.isUsual && isThere ? ["it is refused: \(answer.text)"] : []
    }
    if let name = tree.malformed.first { return ["\(spelled(name)) is read"] }
    let properties = SnapshotProperties(snapshot, today: today)
    return dropped(tree, snapshot) + properties.broken() + brokenOrder(snapshot)
  }

  /// Files that are neither a record nor a finding.
  private func dropped(_ tree: StoredTree, _ snapshot: Snapshot) -> [String] {
    guard tree.isUsual else { return [] }
    let named = Set(snapshot.fileDiagnostics.map { Array($0.location.path.utf8) })
    let read = Set(snapshot.records.keys.map { Array($0.utf8) })
    return tree.files.compactMap { file in
      let path = Array(spelled(file.path).utf8)
      let isFile = file.mode.hasPrefix("100")
      if named.contains(path) || isFile && read.contains(path) { return nil }
      let text = String(decoding: path, as: UTF8.self)
      let role = Layout.role(of: text)
      let isUnread = role == .changelog || role.isUnreadBallotFile
      return isFile && isUnread ? nil : "\(text.debugDescription) (\(file.mode)) is dropped"
    }
  }

  /// The same files, put down in another order, are the same portfolio.
  private func brokenOrder(_ snapshot: Snapshot) -> [String] {
    var files = PortfolioFiles(revision: "it")
    for path in snapshot.files.paths.reversed() { files[path] = snapshot.files[path] }
    let other = Snapshot(reading: files)
    return Validation(other, today: today).diagnostics
      == Validation(snapshot, today: today).diagnostics
      ? [] : ["in another order it has other findings"]
  }

  /// As readers spell a path: names that are not UTF-8 by the numbers of their bytes.
  private func spelled(_ path: [UInt8]) -> String {
    path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { name in
      String(validating: name, as: UTF8.self)
        ?? name.reduce("\u{FFFD}") { $0 + String($1, radix: 16) }
    }.joined(separator: "/")
  }

  // MARK: - The guard

  /// What the guard says of a branch that starts here.
  private func judged() -> Objections {
    let surroundings = Surroundings(today: today, now: 1_795_435_200, offsetMinutes: 0)
    let push = JudgePush(
      [PushedReference(name: "refs/heads/main", old: nil, new: commit)], protectsAll: true,
      surroundings)
    do throws(Refusal) {
      let workspace = try Workspace(at: store.path)
      let objections = try push.run(in: workspace).flatMap(\.objections).map(\.text)
      return objections.isEmpty ? nil : objections
    } catch {
      return [error.message]
    }
  }

  private func brokenGuard(_ said: Objections) -> [String] {
    let all = StoredTree(objects, folders: nil)
    let own = StoredTree(objects, folders: Layout.folders)
    // What is beyond the limits is refused as a whole.
    let strays = own.files.map(\.path).filter { path in
      let role = Layout.role(of: spelled(path))
      return role == .unexpected
    }
    let links = own.files.filter { ["120000", "160000"].contains($0.mode) }.map(\.path)
    let odd = all.malformed + all.faulty + own.twins + all.strangers + strays + links
    guard let said else { return odd.prefix(3).map { "the guard takes \(spelled($0))" } }
    let text = said.joined(separator: "\n")
    guard all.isUsual, odd.count < 90 else { return [] }
    return odd.compactMap { path in
      text.utf8.contains(spelled(path).utf8)
        ? nil : "the guard does not name \(spelled(path).debugDescription)"
    }
  }
}

extension Layout.Role {
  /// Whether it is a file of a ballot that is only kept.
  fileprivate var isUnreadBallotFile: Bool {
    switch self {
    case .ballot(_, .unread), .ballot(_, .report): true
    default: false
    }
  }
}
