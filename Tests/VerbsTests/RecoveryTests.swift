import Foundation
import Git
import Store
import Testing

@Suite("Journal and recovery, as pure values")
struct RecoveryTests {
  fileprivate static func id(_ text: String) -> ObjectID { ObjectID.blob(Array(text.utf8)) }

  private let old = id("old")
  private let new = id("new")
  private let user = id("user")

  private func journal(_ entries: [Journal.Entry] = []) -> Journal {
    Journal(branch: "refs/heads/main", old: old, new: new, entries: entries)
  }

  @Test("Reads back what it wrote, and nothing that was cut, lengthened or is of another version")
  func text() {
    let journal = journal([
      Journal.Entry(path: "Portfolio/a\nb.yml", old: old, new: new),
      Journal.Entry(path: "Portfolio/käse.yml", old: nil, new: new),
      Journal.Entry(path: "gone", old: old, new: nil),
    ])
    let bytes = journal.bytes
    #expect(Journal(bytes) == journal)
    for count in 0..<bytes.count { #expect(Journal(Array(bytes[..<count])) == nil) }
    #expect(Journal(bytes + [0]) == nil)
    #expect(Journal(bytes + [65]) == nil)
    var newer = bytes
    newer[17] = UInt8(ascii: "2")
    #expect(Journal(newer) == nil)
  }

  @Test("Decides by branch and HEAD")
  func branches() {
    let main = "refs/heads/main"
    func recovery(_ head: Head, _ tip: ObjectID?) -> Recovery {
      Recovery(journal(), head: head, tip: tip)
    }
    #expect(recovery(.branch(name: main, old), old) == .notMoved)
    #expect(recovery(.detached(new), old) == .notMoved)
    #expect(recovery(.branch(name: main, new), new) == .unfinished)
    let overtaken: [(Head, ObjectID?)] = [
      (.branch(name: main, user), user), (.branch(name: "refs/heads/other", new), new),
      (.detached(new), new), (.unborn(name: main), nil),
    ]
    for (head, tip) in overtaken {
      guard case .overtaken = recovery(head, tip) else {
        Issue.record("\(head)")
        continue
      }
    }
  }

  @Test("Brings what is still old, and keeps what the user made of it")
  func paths() {
    // Where index and file stand, and what becomes of them.
    let cases:
      [(
        index: ObjectID?, file: ObjectID?, bringsFile: Bool, bringsEntry: Bool, keeps: Bool,
        displaced: ObjectID?
      )] = [
        (old, old, true, true, false, nil), (old, new, false, true, false, nil),
        (new, old, true, false, false, nil), (new, new, false, false, false, nil),
        (old, user, false, true, true, nil), (user, user, false, true, true, nil),
        (user, old, true, true, false, user), (old, nil, false, true, true, nil),
        (nil, nil, false, true, true, nil),
      ]
    let entry = Journal.Entry(path: "a", old: old, new: new)
    for one in cases {
      let state = PathState(path: "a", tree: new, index: one.index, worktree: one.file)
      let recovery = PathRecovery(entry, state)
      #expect(recovery.bringsFile == one.bringsFile, "\(one)")
      #expect(recovery.bringsEntry == one.bringsEntry, "\(one)")
      #expect(recovery.keepsFile == one.keeps, "\(one)")
      #expect(recovery.displaced == one.displaced, "\(one)")
    }
    let conflicted = PathState(
      path: "a", tree: new, index: nil, worktree: old, isConflicted: true)
    #expect(!PathRecovery(entry, conflicted).bringsFile)
    #expect(!PathRecovery(entry, conflicted).bringsEntry)
  }

  @Test("Brings new files and takes removed ones away, unless the user has put something there")
  func comingAndGoing() {
    func recovery(_ old: ObjectID?, _ new: ObjectID?, _ file: ObjectID?) -> PathRecovery {
      PathRecovery(
        Journal.Entry(path: "a", old: old, new: new),
        PathState(path: "a", tree: new, index: old, worktree: file))
    }
    #expect(recovery(nil, new, nil).bringsFile)
    #expect(recovery(nil, new, user).keepsFile)
    #expect(!recovery(nil, new, user).bringsFile)
    #expect(recovery(old, nil, old).bringsFile)
    #expect(recovery(old, nil, user).keepsFile)
    #expect(!recovery(old, nil, nil).keepsFile)
    #expect(recovery(old, nil, nil).bringsEntry)
  }
}
