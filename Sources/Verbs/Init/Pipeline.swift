package import Store

/// A host of repositories that runs pipelines.
package enum PipelineHost: String, CaseIterable, Sendable {
  case github, gitlab

  /// The host's pipeline for a repository whose top holds the portfolio.
  package var pipeline: Pipeline { Pipeline(self, folder: "") }
}

/// The pipeline of a host: it validates, comments the report and attaches the page.
package struct Pipeline: Sendable {
  package let files: [NewRepository.File]

  /// - Parameter folder: The portfolio's folder in the repository, with its final slash, or empty.
  init(_ host: PipelineHost, folder: String) {
    let (path, template) =
      switch host {
      case .github: (".github/workflows/portfolio.yml", PackageResources.github_yml)
      case .gitlab: (".gitlab-ci.yml", PackageResources.gitlab_yml)
      }
    let place = folder.isEmpty ? "." : String(folder.dropLast())
    let text = String(decoding: template, as: UTF8.self).replacing("{{folder}}", with: place)
    files = [(path, Array(text.utf8))]
  }
}
