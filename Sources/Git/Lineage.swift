/// How commits follow upon each other, by the parents that each commit names itself.
///
/// libgit2's own walks, merge bases and questions of descent take parents from
/// `objects/info/commit-graph` where that file is there, and it may say anything.
package struct Lineage: Sendable {
  /// Parents before children.
  package let commits: [ObjectID]
  /// By place in ``commits``, the places of its parents.
  private let parents: [[Int]]
  private let places: [ObjectID: Int]

  /// - Parameter steps: Parents before children; a parent that is not among them is left out.
  package init(_ steps: [(commit: ObjectID, parents: [ObjectID])]) {
    var places: [ObjectID: Int] = [:]
    for step in steps { places[step.commit] = places.count }
    parents = steps.map { step in step.parents.compactMap { places[$0] } }
    commits = steps.map(\.commit)
    self.places = places
  }

  /// Every commit that a tip leads back to and a start does not, parents before children.
  package func commits(reachableFrom tip: ObjectID, notFrom start: ObjectID) -> [ObjectID] {
    let (wanted, known) = (reached(from: [tip]), reached(from: [start]))
    return commits.indices.filter { wanted[$0] && !known[$0] }.map { commits[$0] }
  }

  /// Whether some commits lead back to another, or are it.
  package func leads(from tips: [ObjectID], to commit: ObjectID) -> Bool {
    guard let place = places[commit] else { return false }
    return reached(from: tips)[place]
  }

  /// The best common ancestors of two commits; none where their histories share nothing.
  package func bases(of first: ObjectID, _ second: ObjectID) -> [ObjectID] {
    let (one, other) = (reached(from: [first]), reached(from: [second]))
    // What a common ancestor leads back to is a common ancestor too, and no longer the best.
    var isBest = commits.indices.map { one[$0] && other[$0] }
    for place in commits.indices.reversed() where one[place] && other[place] {
      for parent in parents[place] { isBest[parent] = false }
    }
    return commits.indices.filter { isBest[$0] }.map { commits[$0] }
  }

  /// By place, whether one of some commits leads back to it, or is it.
  private func reached(from tips: [ObjectID]) -> [Bool] {
    var reached = [Bool](repeating: false, count: commits.count)
    for tip in tips { if let place = places[tip] { reached[place] = true } }
    for place in commits.indices.reversed() where reached[place] {
      for parent in parents[place] { reached[parent] = true }
    }
    return reached
  }
}
