import Diagnostics
import Git
import PortfolioModel

extension Workspace {
  /// Refuses where a symbolic link stands in the way to one of the files, by their paths from the
  /// repository's root: they would be written to another place than the one that git looks at.
  func refuseLinks(_ paths: [String]) throws(Refusal) {
    let links = try withRepository { repository in
      var links: [String] = []
      for path in paths {
        guard let link = repository.link(onWayTo: path), !links.contains(link) else { continue }
        links.append(link)
      }
      return links
    }
    guard !links.isEmpty else { return }
    throw Refusal(
      .refused,
      "\(links.listed) \(links.count == 1 ? "is a symbolic link" : "are symbolic links"), and git "
        + "would keep the link instead of what is behind it",
      help: ["put the files or folders themselves there, in the place of the links"])
  }
}
