import Diagnostics
import PortfolioModel

/// U+FDD0, which no Swift literal may hold.
private let noncharacter = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

extension TextCase {
  /// What the bytes of a file may not be, before anything is read as YAML.
  static let characters: [TextCase] = [
    TextCase(
      "a byte order mark", .useCase, "⟦0⟧\u{FEFF}title: T\n", .init(.byteOrderMark, 0)),
    TextCase(
      "a byte order mark inside", .useCase, "title: T⟦1⟧\u{FEFF}x\n", .init(.forbiddenCharacter, 1)),
    TextCase(
      "lines that end in CR LF", .useCase, "title: T⟦1⟧\r\nclause: 6.1 x\r\n",
      .init(.carriageReturn, 1)),
    TextCase(
      "lines that end in CR", .useCase, "title: T⟦1⟧\rclause: x\r", .init(.carriageReturn, 1)),
    TextCase(
      "tabs that indent", .useCase, "title: T\nrows:\n⟦1⟧\t⟦2⟧\t- name: N\n",
      .init(.tabIndentation, 1), .init(.tabIndentation, 2)),
    TextCase(
      "a tab behind spaces", .useCase, "title: T\nnotes: |\n  ⟦1⟧\tN.\n", .init(.tabIndentation, 1)),
    TextCase(
      "a tab inside a line", .useCase, "title: T⟦1⟧\tx\n", .init(.forbiddenCharacter, 1)),
    TextCase("NUL", .useCase, "title: T⟦1⟧\0\n", .init(.forbiddenCharacter, 1)),
    TextCase("BEL", .useCase, "title: é⟦1⟧\u{7}\n", .init(.forbiddenCharacter, 1)),
    TextCase("DEL", .useCase, "title: T⟦1⟧\u{7F}\n", .init(.forbiddenCharacter, 1)),
    TextCase("NEL", .useCase, "title: T⟦1⟧\u{85}\n", .init(.forbiddenCharacter, 1)),
    TextCase("a C1 control", .useCase, "title: T⟦1⟧\u{9F}\n", .init(.forbiddenCharacter, 1)),
    TextCase(
      "line and paragraph separators", .useCase, "title: T⟦1⟧\u{2028}x⟦2⟧\u{2029}y\n",
      .init(.forbiddenCharacter, 1), .init(.forbiddenCharacter, 2)),
    TextCase(
      "bidirectional controls", .useCase,
      "title: ⟦1⟧\u{202E}a⟦2⟧\u{2066}b⟦3⟧\u{200F}c⟦4⟧\u{61C}d\n", .init(.forbiddenCharacter, 1),
      .init(.forbiddenCharacter, 2), .init(.forbiddenCharacter, 3), .init(.forbiddenCharacter, 4)),
    TextCase(
      "noncharacters", .useCase, "title: ⟦1⟧\(noncharacter)⟦2⟧\u{FFFE}⟦3⟧\u{1FFFF}\n",
      .init(.forbiddenCharacter, 1), .init(.forbiddenCharacter, 2), .init(.forbiddenCharacter, 3)),
    TextCase(
      "a bidirectional control by an escape", .useCase, "title: ⟦1⟧\"a\\u202Eb\"\n",
      .init(.forbiddenCharacter, 1)),
    TextCase("NUL by an escape", .useCase, "title: ⟦1⟧\"a\\0\"\n", .init(.forbiddenCharacter, 1)),
    TextCase(
      "a noncharacter by an escape, in a list", .useCase,
      "title: T\ncovers: [a, ⟦1⟧\"\\U0001FFFE\"]\n", .init(.forbiddenCharacter, 1)),
    TextCase(
      "a bidirectional control by an escape, in a key", .useCase,
      "title: T\n⟦1⟧\"no\\u202Etes\": x\n", .init(.forbiddenCharacter, 1), .init(.unknownKey, 1)),
    TextCase(
      "half of a surrogate pair by an escape", .useCase, "title: \"a\\u⟦1⟧D800\"\n",
      .init(.yamlSyntax, 1)),
    TextCase(
      "no fault in joiners, marks, spaces and emoji", .useCase,
      "title: e\u{301} \u{A0}\u{3000}👩‍👩‍👧 \u{E000}\u{FFFD} 中文\n"),
  ]
}
