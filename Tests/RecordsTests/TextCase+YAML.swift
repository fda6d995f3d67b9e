import Diagnostics
import PortfolioModel

extension TextCase {
  /// What YAML allows and the format does not, and what is no YAML.
  static let yaml: [TextCase] = [
    TextCase("an open bracket", .useCase, "title: ⟦1⟧[a\n", .init(.yamlSyntax, 1)),
    TextCase("an open quote", .useCase, "title: ⟦1⟧\"a\n", .init(.yamlSyntax, 1)),
    TextCase("two values", .useCase, "title: \"a\" ⟦1⟧b\n", .init(.yamlSyntax, 1)),
    TextCase("a mapping in a line", .useCase, "title: ⟦1⟧a: b\n", .init(.yamlSyntax, 1)),
    TextCase(
      "nothing after an error", .useCase, "title: ⟦1⟧@a\nnotes: |\n  In C#, or # 5.\n",
      .init(.yamlSyntax, 1)),
    TextCase(
      "a comment before an error", .useCase, "⟦1⟧# one\ntitle: ⟦2⟧@a\n", .init(.yamlComment, 1),
      .init(.yamlSyntax, 2)),
    TextCase("an empty file", .useCase, "⟦0⟧", .init(.wrongType, 0)),
    TextCase("a file of blank lines", .useCase, "⟦0⟧\n\n", .init(.wrongType, 0)),
    TextCase("a file that is a list", .useCase, "⟦0⟧- title: T\n", .init(.wrongType, 0)),
    TextCase("a file that is text", .useCase, "⟦0⟧title\n", .init(.wrongType, 0)),
    TextCase("an anchor", .useCase, "title: ⟦1⟧&a T\n", .init(.yamlAnchor, 1)),
    TextCase(
      "anchors on a key, a list and a mapping", .useCase,
      "⟦1⟧&a title: T\ncovers: ⟦2⟧&b [x]\nrows: ⟦3⟧&c\n  - ⟦4⟧&d {name: N, category: data}\n",
      .init(.yamlAnchor, 1), .init(.yamlAnchor, 2), .init(.yamlAnchor, 3), .init(.yamlAnchor, 4)),
    TextCase(
      "an alias", .useCase, "title: ⟦1⟧&a T\nclause: ⟦2⟧*a\n", .init(.yamlAnchor, 1),
      .init(.yamlAlias, 2)),
    TextCase(
      "an alias as a key", .useCase, "title: ⟦1⟧&a T\n⟦2⟧*a : x\n", .init(.yamlAnchor, 1),
      .init(.yamlAlias, 2)),
    TextCase("an alias of nothing", .useCase, "title: T\nclause: ⟦1⟧*a\n", .init(.yamlAlias, 1)),
    TextCase("a tag", .useCase, "title: ⟦1⟧!!str T\n", .init(.yamlTag, 1)),
    TextCase(
      "a tag of its own, and that of no type", .useCase, "title: ⟦1⟧!mine T\nclause: ⟦2⟧! x\n",
      .init(.yamlTag, 1), .init(.yamlTag, 2)),
    TextCase(
      "a merge key", .useCase, "title: T\n⟦1⟧<<: {clause: x}\n", .init(.yamlMergeKey, 1)),
    TextCase(
      "a quoted merge key, which is none", .useCase, "title: T\n⟦1⟧\"<<\": x\n",
      .init(.unknownKey, 1)),
    TextCase("a list as a key", .useCase, "title: T\n⟦1⟧[a, b]: x\n", .init(.yamlComplexKey, 1)),
    TextCase(
      "a mapping as a key", .useCase, "title: T\n? ⟦1⟧a: b\n: x\n", .init(.yamlComplexKey, 1)),
    TextCase(
      "a second document", .useCase, "title: T\n⟦1⟧---\ntitle: U\n", .init(.multipleDocuments, 1)),
    TextCase(
      "a third document, said once", .useCase, "title: T\n⟦1⟧---\na: b\n---\nc: d\n",
      .init(.multipleDocuments, 1)),
    TextCase("a document's start", .useCase, "⟦1⟧---\ntitle: T\n", .init(.notCanonical, 1)),
    TextCase("a document's end", .useCase, "title: T\n⟦1⟧...\n", .init(.notCanonical, 1)),
    TextCase(
      "a directive", .useCase, "⟦1⟧%YAML 1.2\n---\ntitle: T\n", .init(.yamlSyntax, 1)),
    TextCase(
      "directives that declare tags", .useCase, "⟦1⟧%TAG !a! x\n⟦2⟧%TAG !b! x\n--- {title: T}\n",
      .init(.yamlSyntax, 1), .init(.yamlSyntax, 2)),
    TextCase(
      "a line that only starts with one in prose", .useCase, "title: T\nnotes: |\n  %TAG.\n"),
    TextCase(
      "values that nest 17 deep", .useCase,
      "title: T\ncovers: [" + String(repeating: "[", count: 14) + "⟦1⟧[a]"
        + String(repeating: "]", count: 14) + "]\n", .init(.nestedTooDeeply, 1)),
    TextCase(
      "a value 16 deep, of the wrong type only", .useCase,
      "title: T\ncovers: [⟦1⟧" + String(repeating: "[", count: 13) + "a"
        + String(repeating: "]", count: 13) + "]\n", .init(.wrongType, 1)),
  ]

  /// Comments, and # where it is none.
  static let comments: [TextCase] = [
    TextCase("a comment line", .useCase, "⟦1⟧# c\ntitle: T\n", .init(.yamlComment, 1)),
    TextCase(
      "an indented comment line", .useCase, "title: T\n  ⟦1⟧# c # d\nclause: x\n",
      .init(.yamlComment, 1)),
    TextCase("a comment behind a value", .useCase, "title: T ⟦1⟧# c\n", .init(.yamlComment, 1)),
    TextCase(
      "a comment behind quotes", .useCase, "title: \"T #\" ⟦1⟧# c\n", .init(.yamlComment, 1)),
    TextCase(
      "a comment behind a key", .useCase, "title: T\ncovers: ⟦1⟧# c\n  - a\n",
      .init(.yamlComment, 1)),
    TextCase(
      "a comment in a list", .useCase, "title: T\ncovers: [a, ⟦1⟧# c\n  b]\n",
      .init(.yamlComment, 1)),
    TextCase(
      "a comment behind the mark of prose", .useCase, "title: T\nnotes: | ⟦1⟧# c\n  N.\n",
      .init(.yamlComment, 1)),
    TextCase(
      "a comment after prose", .useCase, "title: T\nnotes: |\n  N. # n\n⟦1⟧# c\n",
      .init(.yamlComment, 1)),
    TextCase(
      "a comment between fields, after prose", .useCase,
      "title: T\nrows:\n  - name: N\n    category: data\n    standards: [a]\n    footnotes:\n"
        + "      - text: |\n          N.\n    ⟦1⟧# c\nnotes: |\n  # n\n", .init(.yamlComment, 1)),
    TextCase(
      "a file of comments", .useCase, "⟦0⟧# c\n", .init(.wrongType, 0), .init(.yamlComment, 0)),
    TextCase(
      "no comment in plain, quoted or prose text", .useCase,
      "title: C#\nclause: a#b\nscope: \"a # b\"\ncovers: [x#y, \"# z\"]\n"
        + "notes: |\n  # one\n  two # three\n"),
    TextCase(
      "no comment in text over several lines", .useCase, "⟦0⟧title: \"a\n  # b\"\n",
      .init(.notCanonical, 0)),
  ]
}
