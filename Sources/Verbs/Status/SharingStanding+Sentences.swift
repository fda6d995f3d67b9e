package import Diagnostics
import PortfolioModel
package import Store

extension SharingStanding {
  /// What is not shared, and what others shared, a sentence each.
  package var sentences: [Hint] {
    var sentences: [Hint] = []
    if unshared > 0 {
      sentences.append(
        "\(unshared.counted("saved change")) \(unshared == 1 ? "is" : "are") not shared yet: "
          + "\(run: .sync)")
    }
    if ahead > 0 {
      let next: Hint = unshared > 0 ? "" : ": \(run: .sync)"
      sentences.append("The shared repository is \(ahead) ahead" + next)
    }
    return sentences
  }
}
