import Git
import PortfolioModel

extension ReviewHistory {
  /// The results at one version of the folder.
  struct Standing {
    struct Seen: Hashable {
      let path: String
      let id: ObjectID
    }

    /// Every version of every file so far.
    var seen: Set<Seen> = []
    /// The rightful version of each file, by path.
    var rightful: [String: ObjectID] = [:]
    /// The day of the commit that brought the rightful version, where it is known, by path.
    var brought: [String: CalendarDate] = [:]
    /// The changes against the rules that have not been undone, by path.
    var faults: [String: Finding] = [:]
    /// The paths of those faults that came with this version.
    var raised: Set<String> = []
    /// The text and the reviews at the time when the proposal was accepted, by path.
    var basis: [String: ObjectID] = [:]
    /// Closed states that came with an import, so that nobody knows who closed the proposal.
    var imported: Set<ObjectID> = []
    /// The address, in lower case, of the proposer that the first version names.
    var proposer: String?

    /// Drops everything that only later versions needed, once there are none left to judge.
    mutating func settle() {
      self = Standing(faults: faults.filter { raised.contains($0.key) }, raised: raised)
    }
  }
}

extension ReviewHistory.Standing {
  /// Takes over the rightful version that one of the parents has.
  mutating func stand(
    _ id: ObjectID?, at path: String, as parents: [ReviewHistory.Standing]
  ) {
    rightful[path] = id
    brought[path] = parents.first { $0.rightful[path] == id }?.brought[path]
  }
}
