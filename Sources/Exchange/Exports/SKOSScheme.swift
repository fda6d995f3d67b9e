package import PortfolioModel

/// A portfolio as a SKOS concept scheme in JSON-LD: categories as top concepts, standards below them, and a
/// collection of each group.
package struct SKOSScheme: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case context = "@context"
    case graph = "@graph"
  }

  private let context = [
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
  ]
  private let graph: [Node]

  package init(_ portfolio: Portfolio) {
    let uris = PortfolioURIs(portfolio.description)
    let standards = portfolio.inTableOrder
    let categories = portfolio.description.categories.filter { category in
      standards.contains { $0.category == category.category }
    }
    let scheme = Node(uris.portfolio, "skos:ConceptScheme") {
      $0.title = portfolio.description.title
      $0.version = portfolio.description.edition
      $0.topConcepts = categories.map { Link(uris.category($0.category)) }
    }
    graph =
      [scheme]
      + categories.map { category in
        Node(uris.category(category.category), "skos:Concept") {
          $0.label = category.name
          $0.notation = category.category.rawValue
          $0.scheme = Link(uris.portfolio)
          $0.topConceptOf = Link(uris.portfolio)
        }
      } + standards.map { Node($0, uris) }
      + Group.allCases.map { group in
        Node(uris.group(group), "skos:Collection") {
          $0.label = group.rawValue
          $0.members = standards.filter { $0.group == group }.map { Link(uris.standard($0.id)) }
        }
      }
  }
}

extension SKOSScheme {
  /// A resource that another one names.
  fileprivate struct Link: Encodable, Hashable, Sendable {
    private enum CodingKeys: String, CodingKey {
      case id = "@id"
    }

    let id: String

    init(_ id: String) { self.id = id }
  }

  /// A resource and what is said of it.
  fileprivate struct Node: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
      case id = "@id"
      case type = "@type"
      case title = "dcterms:title"
      case version = "owl:versionInfo"
      case isReplacedBy = "dcterms:isReplacedBy"
      case creators = "dcterms:creator"
      case label = "skos:prefLabel"
      case otherLabels = "skos:altLabel"
      case definition = "skos:definition"
      case notation = "skos:notation"
      case scheme = "skos:inScheme"
      case topConcepts = "skos:hasTopConcept"
      case topConceptOf = "skos:topConceptOf"
      case broader = "skos:broader"
      case related = "skos:related"
      case members = "skos:member"
    }

    let id: String
    let type: String
    var title: String?
    var version: String?
    var isReplacedBy: [Link]?
    var creators: [String]?
    var label: String?
    var otherLabels: [String]?
    var definition: String?
    var notation: String?
    var scheme: Link?
    var topConcepts: [Link]?
    var topConceptOf: Link?
    var broader: Link?
    var related: [Link]?
    var members: [Link]?

    init(_ id: String, _ type: String, _ fill: (inout Node) -> Void) {
      (self.id, self.type) = (id, type)
      fill(&self)
    }

    /// A standard. A relation other than succession only says that two standards belong together.
    init(_ standard: Standard, _ uris: PortfolioURIs) {
      self.init(uris.standard(standard.id), "skos:Concept") { node in
        node.label = standard.briefName
        let names = ([standard.formalName] + standard.formerNames).filter {
          !$0.hasSameBytes(as: standard.briefName)
        }
        node.otherLabels = names.isEmpty ? nil : names
        node.definition = standard.scope
        node.notation = standard.id.text
        node.creators = standard.developers
        node.scheme = Link(uris.portfolio)
        node.broader = Link(uris.category(standard.category))
        let successors = standard.targets(.supersededBy)
        node.isReplacedBy = successors.isEmpty ? nil : successors.map { Link(uris.standard($0)) }
        var related: [Link] = []
        for kind in RelationKind.allCases where kind != .supersededBy {
          for id in standard.targets(kind) {
            let link = Link(uris.standard(id))
            if !related.contains(link) { related.append(link) }
          }
        }
        node.related = related.isEmpty ? nil : related
      }
    }
  }
}
