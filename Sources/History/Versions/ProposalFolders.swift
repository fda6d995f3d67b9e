import Git
import PortfolioModel

/// The folders of `Proposals/` at one commit, by name: their trees, and where these come from.
///
/// Few of them change from one commit to the next. The unchanged ones are shared, so that ten
/// thousand commits of thousands of proposals don't hold each name ten thousand times, and two
/// commits are compared by what they don't share.
package struct ProposalFolders: Sendable {
  /// A folder's tree, and the node that brought it.
  struct Place: Hashable, Sendable {
    /// Nil where the folder was removed.
    let tree: ObjectID?
    /// The latest node at which the folder became what it is: a node that changed it, or a merge of
    /// sides that have it from different nodes.
    let origin: Int
  }

  /// The folders whose names fall into one drawer.
  private final class Drawer: Sendable {
    let folders: [(name: String, place: Place)]
    init(_ folders: [(name: String, place: Place)] = []) { self.folders = folders }
  }

  private final class Cabinet: Sendable {
    let drawers: [Drawer]
    init(_ drawers: [Drawer]) { self.drawers = drawers }
  }

  private static let width = 32
  private static let none = Cabinet(Array(repeating: Drawer(), count: width))
  private var cabinets = Array(repeating: none, count: width)

  /// The drawer of a name, from the name's bytes.
  private static func index(_ name: String) -> (cabinet: Int, drawer: Int) {
    let sum = name.utf8.reduce(UInt32(5381)) { ($0 &* 33) ^ UInt32($1) }
    return (Int(sum >> 8) % width, Int(sum) % width)
  }

  func place(of name: String) -> Place? {
    let index = ProposalFolders.index(name)
    return cabinets[index.cabinet].drawers[index.drawer].folders
      .first { $0.name.hasSameBytes(as: name) }?.place
  }

  /// The tree of a folder, or nil where there is none.
  subscript(name: String) -> ObjectID? { place(of: name)?.tree }

  mutating func set(_ name: String, to place: Place) {
    let index = ProposalFolders.index(name)
    var drawers = cabinets[index.cabinet].drawers
    var folders = drawers[index.drawer].folders
    folders.removeAll { $0.name.hasSameBytes(as: name) }
    folders.append((name, place))
    drawers[index.drawer] = Drawer(folders)
    cabinets[index.cabinet] = Cabinet(drawers)
  }

  /// The names of the folders that are there, in no particular order.
  var names: [String] {
    cabinets.flatMap(\.drawers).flatMap(\.folders).filter { $0.place.tree != nil }.map(\.name)
  }

  /// The names whose places differ, in the order of bytes.
  func differences(to other: ProposalFolders) -> [String] {
    var names: Set<String> = []
    for (one, other) in zip(cabinets, other.cabinets) where one !== other {
      for (one, other) in zip(one.drawers, other.drawers) where one !== other {
        for (name, _) in one.folders + other.folders { names.insert(name) }
      }
    }
    return names.filter { place(of: $0) != other.place(of: $0) }
      .sorted { $0.precedesBytewise($1) }
  }
}
