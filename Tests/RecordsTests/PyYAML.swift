import Foundation
import PortfolioModel
import Records

/// PyYAML as an independent reader: BaseLoader for the values, SafeLoader to see what gets typed.
enum PyYAML {
  /// Where it is missing, tests are skipped, unless RSPMAINT_REQUIRE_PYYAML asks for it.
  static let isWanted: Bool = {
    ProcessInfo.processInfo.environment["RSPMAINT_REQUIRE_PYYAML"] != nil
      || (run(["-c", "import yaml"], input: Data())?.status == 0)
  }()

  private static let script = """
    import json, sys, yaml
    plain, texts = json.load(sys.stdin)
    def untyped(base, safe, key=''):
        if isinstance(base, dict):
            for k, s in zip(base, safe): untyped(base[k], safe[s], k)
        elif isinstance(base, list):
            for b, s in zip(base, safe): untyped(b, s, key)
        elif key not in plain:
            assert base == safe, (key, base, safe)
    def kept(v):
        if isinstance(v, dict): return ['fields', [[k, kept(x)] for k, x in v.items()]]
        if isinstance(v, list): return ['list', [kept(x) for x in v]]
        return ['text', v]
    values = []
    for text in texts:
        base = yaml.load(text, yaml.BaseLoader)
        try: untyped(base, yaml.load(text, yaml.SafeLoader))
        except AssertionError: sys.stderr.write(text); raise
        values.append(kept(base))
    json.dump(values, sys.stdout)
    """

  /// The fields with values that are written plain though a reader with types gives them one: numbers,
  /// dates and flags of all files; and the values in a change, which are written as their field is.
  private static let plain: Set<String> = {
    var names: Set = ["from", "to"]
    var seen: Set<ObjectIdentifier> = []
    func look(at kind: FieldKind, of name: String) {
      switch kind {
      case .number, .date, .flag: names.insert(name)
      case .list(let item), .dictionary(_, let item, _): look(at: item, of: name)
      case .either(let text, let list, let fields):
        for kind in [text, list, fields] { kind.map { look(at: $0, of: name) } }
      case .fields(let schema):
        guard seen.insert(ObjectIdentifier(schema)).inserted else { return }
        for field in schema.fields { look(at: field.kind, of: field.name) }
      default: break
      }
    }
    for file in Layout.Kind.allCases { look(at: .fields(file.schema), of: "") }
    return names
  }()

  struct Failure: Error {
    let text: String
  }

  /// The values of texts.
  static func load(_ texts: [String]) throws -> [FieldValue] {
    let input = try JSONSerialization.data(withJSONObject: [Array(plain), texts] as [Any])
    guard let result = run(["-c", script], input: input), result.status == 0 else {
      throw Failure(text: "python3 with PyYAML failed")
    }
    let values = try JSONDecoder().decode([Value].self, from: result.output)
    return values.map(\.value)
  }

  /// A value with its kind before it, mappings as pairs, so that the order of keys stays.
  private struct Value: Decodable {
    let value: FieldValue

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      switch try parts.decode(String.self) {
      case "text": value = .text(try parts.decode(String.self))
      case "list": value = .list(try parts.decode([Value].self).map(\.value))
      default:
        value = .fields(
          Fields(try parts.decode([Pair].self).map { Fields.Entry($0.name, $0.value) }))
      }
    }
  }

  private struct Pair: Decodable {
    let name: String
    let value: FieldValue

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      name = try parts.decode(String.self)
      value = try parts.decode(Value.self).value
    }
  }

  private static func run(
    _ arguments: [String], input: Data
  ) -> (status: Int32, output: Data)? {
    let folder = FileManager.default.temporaryDirectory.path + "/pyyaml-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: folder + ".in", contents: input),
      FileManager.default.createFile(atPath: folder + ".out", contents: nil)
    else { return nil }
    defer {
      for end in [".in", ".out"] { try? FileManager.default.removeItem(atPath: folder + end) }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = arguments
    let source = FileHandle(forReadingAtPath: folder + ".in")
    let target = FileHandle(forWritingAtPath: folder + ".out")
    // Closed by hand: Foundation keeps them, and thousands of runs would use up the descriptors.
    defer { for handle in [source, target] { try? handle?.close() } }
    process.standardInput = source
    process.standardOutput = target
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    guard (try? process.run()) != nil else { return nil }
    done.wait()
    guard let printed = FileManager.default.contents(atPath: folder + ".out") else { return nil }
    return (process.terminationStatus, printed)
  }
}
