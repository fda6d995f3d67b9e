import PortfolioModel
import Records
import Reports
import Store

/// An editor that asks the YAML language server about files.
package enum SchemaEditor: String, CaseIterable, Sendable {
  case vscode, neovim

  /// The file of its settings, below the repository's top.
  package var path: String {
    switch self {
    case .vscode: ".vscode/settings.json"
    case .neovim: ".nvim.lua"
    }
  }
}

/// What the YAML language server needs: a schema for each kind of file, and an editor's settings by which
/// it finds the schema of a file.
struct EditorSettings {
  /// Where the schemas are, below the repository's top.
  static let folder = ".rspmaint/schemas/"

  private static func path(_ kind: Layout.Kind) -> String {
    "\(folder)\(kind.rawValue).schema.json"
  }

  /// The portfolio's folder in the repository, with its final slash, or empty; its name has to stand for
  /// itself in both languages.
  private let place: String

  init(below place: String) { self.place = place }

  /// The schemas, each as `schema KIND` prints it.
  ///
  /// - Throws: what the encoding of JSON throws.
  static func schemas() throws -> [(schema: FileSchema, file: NewRepository.File)] {
    try Layout.Kind.allCases.map { kind in
      let schema = FileSchema(kind.schema, of: kind.rawValue, at: kind.pattern)
      return (schema, (path(kind), Array(try schema.text.utf8)))
    }
  }

  /// The lines of an editor's settings that name a schema with the paths of its files.
  ///
  /// Each stands in settings that were made for all of them, however else they are laid out.
  func lines(for editor: SchemaEditor) -> [String] {
    Layout.Kind.allCases.map { kind in
      let files = "\"\(place)\(kind.pattern)\""
      return switch editor {
      case .vscode: "\"./\(EditorSettings.path(kind))\": \(files)"
      case .neovim: "[schema(\"\(kind.rawValue)\")] = \(files)"
      }
    }
  }

  /// What is added to settings that are there.
  func addition(for editor: SchemaEditor) -> String {
    let lines = lines(for: editor)
    return switch editor {
    case .vscode:
      "  \"yaml.schemas\": {\n" + lines.map { "    " + $0 }.joined(separator: ",\n") + "\n  }\n"
    case .neovim:
      EditorSettings.head + lines.map { "        \($0),\n" }.joined() + EditorSettings.end
    }
  }

  /// The settings where there are none.
  func file(for editor: SchemaEditor) -> NewRepository.File {
    let addition = addition(for: editor)
    let text =
      switch editor {
      case .vscode: "{\n\(addition)}\n"
      case .neovim: addition
      }
    return (editor.path, Array(text.utf8))
  }

  /// Neovim runs the file of a folder where 'exrc' is set, once the user has trusted it. How it names the
  /// file then depends on its version: by its whole path or as it stands in the folder.
  private static let head = """
    -- The schemas of the portfolio's files, for the YAML language server of Neovim 0.11 or newer.
    local top = vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":p:h")
    local function schema(kind)
      return vim.uri_from_fname(top .. "/\(folder)" .. kind .. ".schema.json")
    end
    vim.lsp.config("yamlls", {
      settings = {
        yaml = {
          schemas = {

    """

  private static let end = "      },\n    },\n  },\n})\n"
}
