/// The parts of FHIR R5 that an export has: a bundle with one code system and value sets of it.
enum FHIR {
  struct CodeSystem: Encodable, Sendable {
    let resourceType = "CodeSystem"
    let url: String
    let version: String
    let name: String
    let title: String
    let status: String
    let publisher: String?
    let description: String?
    let caseSensitive = true
    let content = "complete"
    let count: Int
    let property: [Property]
    let concept: [Concept]
  }

  struct Property: Encodable, Sendable {
    let code: String
    let description: String
    let type: String
  }

  struct Concept: Encodable, Sendable {
    let code: String
    let display: String
    let definition: String
    let designation: [Designation]?
    let property: [Value]
  }

  struct Designation: Encodable, Sendable {
    let value: String
  }

  /// A property of a concept; one of the values is there.
  struct Value: Encodable, Sendable {
    let code: String
    var valueCode: String?
    var valueString: String?
    var valueBoolean: Bool?
  }

  struct ValueSet: Encodable, Sendable {
    struct Compose: Encodable, Sendable {
      let include: [Include]
    }

    struct Include: Encodable, Sendable {
      let system: String
      let version: String
      let concept: [Code]?
      /// Stands in for the codes of an empty group: an `include` without either takes all codes.
      let filter: [Filter]?
    }

    struct Code: Encodable, Sendable {
      let code: String
      let display: String
    }

    struct Filter: Encodable, Sendable {
      let property: String
      let op = "="
      let value: String
    }

    let resourceType = "ValueSet"
    let url: String
    let version: String
    let name: String
    let title: String
    let status: String
    let description: String
    let compose: Compose
  }

  struct Entry: Encodable, Sendable {
    let fullUrl: String
    let resource: Resource
  }

  enum Resource: Encodable, Sendable {
    case codeSystem(CodeSystem), valueSet(ValueSet)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .codeSystem(let system): try system.encode(to: encoder)
      case .valueSet(let set): try set.encode(to: encoder)
      }
    }
  }
}
