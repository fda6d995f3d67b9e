import PortfolioModel
import Records
import Store

/// The files of a portfolio that holds no standard yet, and those that stand beside every new one.
enum PortfolioSkeleton {
  /// The basis of a threshold that is only a start.
  static let undecided = "to be decided"

  /// Description and criteria, by path.
  static func files(named names: PortfolioNames) -> [String: [UInt8]] {
    let description = fields(PackageResources.portfolio_yml, Layout.portfolioFile)
    return [
      Layout.portfolioFile: text(names.named(description), .portfolio),
      Layout.criteriaFile: PackageResources.criteria_yml,
    ]
  }

  /// The README, and what keeps line ends as they are.
  static func companions(named names: PortfolioNames) -> [NewRepository.File] {
    let readme = String(decoding: PackageResources.readme_md, as: UTF8.self)
      .replacing("{{title}}", with: names.title).replacing("{{domain}}", with: names.domain)
    return [
      (".gitattributes", PackageResources.attributes_txt), ("README.md", Array(readme.utf8)),
    ]
  }

  static func text(_ fields: Fields, _ schema: Schema) -> [UInt8] {
    Array(CanonicalText.of(fields, schema).utf8)
  }

  private static func fields(_ bytes: [UInt8], _ path: String) -> Fields {
    guard let schema = Layout.schema(of: path),
      let fields = RecordFile(bytes, path: path, schema: schema).fields
    else { preconditionFailure("what comes with the tool can be read") }
    return fields
  }
}
