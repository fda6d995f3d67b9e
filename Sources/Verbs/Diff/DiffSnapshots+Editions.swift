import Diagnostics
import Git
import PortfolioModel
import Reports
import Store

extension DiffSnapshots {
  /// What the sides are called that are editions.
  func editions(
    _ input: DiffInput, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [String: String] {
    var names: [String: String] = [:]
    for (label, portfolio) in [(input.base, input.from), (input.head, input.to)] {
      guard let edition = portfolio.description.editions.last,
        let tag = try workspace.editionTag(edition.id.text),
        try workspace.commit(behind: tag)?.hex == label
      else { continue }
      names[label] = edition.title
    }
    return names
  }
}
