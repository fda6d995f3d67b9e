import Diagnostics
import Git
import PortfolioModel

extension Workspace {
  /// Refuses where one of the files, or a folder above it, is a symbolic link: the file would be
  /// written to another place than the one that git reads. The paths start at the repository's
  /// root.
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
