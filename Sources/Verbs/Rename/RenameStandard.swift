import PortfolioModel
package import Store

/// Proposes another id for a standard.
package struct RenameStandard: Sendable {
  package let standard: String
  package let id: String
  /// The proposal's words, and whether it is to be open.
  package let request: ProposeRequest
  package let surroundings: Surroundings

  /// - Parameter standard: A whole name of the standard.
  package init(
    _ standard: String, to id: String, _ request: ProposeRequest, _ surroundings: Surroundings
  ) {
    self.standard = standard
    self.id = id
    self.request = request
    self.surroundings = surroundings
  }

  package func run(
    in workspace: borrowing Workspace, updating number: Int?
  ) throws -> WriteProposal.Outcome {
    var request = request
    request.renames = [ProposeRequest.Rename(standard, to: id)]
    if number == nil, request.title == nil { request.title = "Rename \(standard) to \(id)" }
    return try WriteProposal(request, surroundings).fromFlags(in: workspace, updating: number)
  }
}
