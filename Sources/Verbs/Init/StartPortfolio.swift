package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Starts a portfolio: a folder with a repository of its own and a first commit.
package struct StartPortfolio: Sendable {
  package struct Request: Sendable {
    /// The absolute path of the folder to make, and how the user wrote it.
    package let folder: (absolute: String, typed: String)
    package let title: String
    package let domain: String
    /// Nil for one made of the domain.
    package let id: Identifier?
    /// The absolute path of a portfolio to take rules and records from; nil for none.
    package let source: String?
    /// The hosts whose pipelines come along.
    package let hosts: [PipelineHost]
    /// The editors whose settings come along, with the schemas.
    package let editors: [SchemaEditor]
    /// The absolute path of the program that hooks call; nil where none are to be installed.
    package let hooks: String?

    package init(
      folder: (absolute: String, typed: String), title: String, domain: String, id: Identifier?,
      source: String?, hosts: [PipelineHost], editors: [SchemaEditor], hooks: String?
    ) {
      (self.folder, self.title, self.domain, self.id) = (folder, title, domain, id)
      (self.source, self.hosts, self.editors, self.hooks) = (source, hosts, editors, hooks)
    }
  }

  package struct Outcome: Sendable {
    /// As the user wrote it.
    package let folder: String
    /// Paths below the folder, sorted by bytes.
    package let files: [String]
    /// 40 hexadecimal digits.
    package let commit: String
    package let branch: String
    /// How many standards came from another portfolio.
    package let standards: Int
    /// How many thresholds nobody has decided yet.
    package let undecided: Int
    /// What keeps the hooks that were asked for from being installed; nil where nothing does.
    package let hooksProblem: Refusal?
  }

  package let request: Request
  package let surroundings: Surroundings

  package init(_ request: Request, _ surroundings: Surroundings) {
    (self.request, self.surroundings) = (request, surroundings)
  }

  package func run() throws(Refusal) -> Outcome {
    let place = try FreePlace(request.folder.absolute, typed: request.folder.typed)
    let names = try names()
    var files =
      try request.source.map { source throws(Refusal) in
        try PortfolioSource(source, surroundings).files(named: names)
      } ?? PortfolioSkeleton.files(named: names)
    let portfolio = try completed(&files)
    let all = (files.map { (path: $0.key, bytes: $0.value) } + (try companions(names))).sorted {
      $0.path.precedesBytewise($1.path)
    }
    let made = try NewRepository(
      all, message: "Start the portfolio “\(names.title)”", surroundings
    ).make(at: place)
    return Outcome(
      folder: request.folder.typed, files: all.map(\.path), commit: made.commit,
      branch: made.branch, standards: portfolio.standards.count,
      undecided: portfolio.criteria.criteria.count {
        $0.basis.hasSameBytes(as: PortfolioSkeleton.undecided)
      }, hooksProblem: installHooks())
  }

  /// The files beside the portfolio's own.
  private func companions(_ names: PortfolioNames) throws(Refusal) -> [NewRepository.File] {
    var files = PortfolioSkeleton.companions(named: names)
    files += request.hosts.flatMap { $0.pipeline.files }
    guard !request.editors.isEmpty else { return files }
    do {
      files += try EditorSettings.schemas().map(\.file)
    } catch {
      throw Refusal(.data, "a schema can't be written as JSON: \(error)")
    }
    let settings = EditorSettings(below: "")
    return files + request.editors.map(settings.file)
  }

  /// Installs the hooks that were asked for, and returns what keeps them from it.
  private func installHooks() -> Refusal? {
    guard let program = request.hooks else { return nil }
    do throws(Refusal) {
      let hooks = ChangeHooks(HookPart.allCases, program: program, surroundings)
      _ = try hooks.install(in: try Workspace(at: request.folder.absolute))
      return nil
    } catch {
      return error
    }
  }

  /// What the new portfolio is called.
  private func names() throws(Refusal) -> PortfolioNames {
    for (what, text, option) in [
      ("the title", request.title, AdvisedOption.title),
      ("the domain", request.domain, .domain),
    ] where text.isBlank { throw Refusal.empty(what, option) }
    guard let id = request.id ?? Identifier(slugOf: request.domain) else {
      throw Refusal(
        .usage, "no id can be made of the domain '\(request.domain)'",
        help: ["give one: \(option: .id)"])
    }
    return PortfolioNames(id: id, title: request.title, domain: request.domain)
  }

  /// Adds the changelog, and judges the portfolio as every verb does.
  ///
  /// - Throws: `Refusal` with what keeps it from being valid.
  private func completed(_ files: inout [String: [UInt8]]) throws(Refusal) -> Portfolio {
    var snapshot = Snapshot(reading: PortfolioFiles(files.mapValues { .bytes($0) }))
    files[Layout.changelogFile] = Array(ChangelogFile(snapshot).text.utf8)
    snapshot = Snapshot(reading: PortfolioFiles(files.mapValues { .bytes($0) }))
    let errors = Validation(snapshot, today: surroundings.today).diagnostics.filter {
      $0.severity == .error
    }
    guard errors.isEmpty else {
      throw Refusal(
        .refused,
        "the new portfolio would have \(errors.count.counted("error")), so nothing was made",
        details: errors.prefix(20).map { "\($0.location.path): \($0.message)" },
        help: errors.first?.help ?? [])
    }
    return try snapshot.readable()
  }
}

/// What a new portfolio is called.
struct PortfolioNames {
  let id: Identifier
  let title: String
  let domain: String

  /// The description with these names, as that of a portfolio without an edition.
  func named(_ description: Fields) -> Fields {
    var fields = description
    fields["id"] = .text(id.text)
    fields["title"] = .text(title)
    fields["edition"] = .text(PortfolioDescription.unpublished)
    // What others published, and who they are, is not this committee's.
    for name in ["uri", "editions", "systematic-review", "committee", "contributors"] {
      fields[name] = nil
    }
    let described = fields.fields("domain")
    if described?.text("name")?.hasSameBytes(as: domain) != true {
      var own = Fields([Fields.Entry("name", .text(domain))])
      // Records name their values.
      own["facets"] = described?["facets"]
      fields["domain"] = .fields(own)
    }
    return Schema.portfolio.ordered(fields)
  }
}
