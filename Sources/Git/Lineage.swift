/// The ancestry of some commits, by the parents that each commit itself names.
///
/// libgit2's own walks, merge bases and ancestry checks take parents from the file
/// `objects/info/commit-graph` where it exists, and that file can be forged.
package struct Lineage: Sendable {
  /// All commits, parents before children.
  package let commits: [ObjectID]
  /// For each of ``commits``, the indices of its parents.
  private let parents: [[Int]]
  private let places: [ObjectID: Int]

  /// - Parameter steps: The commits, parents before children; parents that are not among them are
  ///   left out.
  package init(_ steps: [(commit: ObjectID, parents: [ObjectID])]) {
    var places: [ObjectID: Int] = [:]
    for step in steps { places[step.commit] = places.count }
    parents = steps.map { step in step.parents.compactMap { places[$0] } }
    commits = steps.map(\.commit)
    self.places = places
  }

  /// The commits that are reachable from a tip and not from a start, parents before children.
  package func commits(reachableFrom tip: ObjectID, notFrom start: ObjectID) -> [ObjectID] {
    commits(reachableFrom: [tip], notFrom: [start])
  }

  /// The commits that are reachable from some tips and not from some starts, parents before children.
  package func commits(
    reachableFrom tips: [ObjectID], notFrom starts: [ObjectID]
  ) -> [ObjectID] {
    let (wanted, known) = (reached(from: tips), reached(from: starts))
    return commits.indices.filter { wanted[$0] && !known[$0] }.map { commits[$0] }
  }

  /// Whether a commit is one of the tips or reachable from one.
  package func leads(from tips: [ObjectID], to commit: ObjectID) -> Bool {
    guard let place = places[commit] else { return false }
    return reached(from: tips)[place]
  }

  /// The best common ancestors (merge bases) of two commits; empty where they share no history.
  package func bases(of first: ObjectID, _ second: ObjectID) -> [ObjectID] {
    let (one, other) = (reached(from: [first]), reached(from: [second]))
    // An ancestor of a common ancestor is a common ancestor too, but not a best one.
    var isBest = commits.indices.map { one[$0] && other[$0] }
    for place in commits.indices.reversed() where one[place] && other[place] {
      for parent in parents[place] { isBest[parent] = false }
    }
    return commits.indices.filter { isBest[$0] }.map { commits[$0] }
  }

  /// For each of ``commits``, whether it is one of the tips or reachable from one.
  private func reached(from tips: [ObjectID]) -> [Bool] {
    var reached = [Bool](repeating: false, count: commits.count)
    for tip in tips { if let place = places[tip] { reached[place] = true } }
    for place in commits.indices.reversed() where reached[place] {
      for parent in parents[place] { reached[parent] = true }
    }
    return reached
  }
}
