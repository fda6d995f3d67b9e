import Diagnostics
import PortfolioModel
import Records

private let record = "Portfolio/standards/data/loinc.yml"
private let portfolio = "Portfolio/portfolio.yml"

extension MalformedCase {
  static let all =
    files + texts + shapes + wholes + ledger + coherence + proposals + reviews
    + ballots

  static let files: [MalformedCase] = [
    MalformedCase(.unreadableFile) { $0.contents[record] = .unreadable("permission denied") },
    MalformedCase(.notARegularFile) { $0.contents[record] = .notAFile("a symbolic link") },
    MalformedCase(.unexpectedFile) { $0.set("Portfolio/standards/data/loinc.yaml", "a: b\n") },
    MalformedCase(.missingFile) { $0.contents[portfolio] = nil },
    MalformedCase(.refusedProposalUnread) {
      $0.contents["Proposals/0099-x/state.yml"] = .leftOut(.withdrawn)
    },
    MalformedCase(.oversizedFile) { $0.contents[record] = .tooLarge },
    MalformedCase(.invalidFileName) {
      $0.contents["Portfolio/standards/data/LOINC.yml"] = $0.contents[record]
    },
    MalformedCase(.newerFormat) { $0.edit(portfolio, "format: 1", "format: 2") },
  ]

  static let texts: [MalformedCase] = [
    MalformedCase(.invalidUTF8) { $0.contents[record] = .bytes([0x61, 0x3A, 0x20, 0xFF, 0x0A]) },
    MalformedCase(.byteOrderMark) { $0.edit(record, "brief-name:", "\u{FEFF}brief-name:") },
    MalformedCase(.carriageReturn) { $0.edit(record, "\n", "\r\n") },
    MalformedCase(.tabIndentation) { $0.edit(record, "  maturity:", "\tmaturity:") },
    MalformedCase(.forbiddenCharacter) { $0.edit(record, "LOINC\n", "\"LO\\u202EINC\"\n") },
    MalformedCase(.conflictMarkers) {
      $0.edit(record, "group: preferred\n", "<<<<<<< HEAD\ngroup: preferred\n")
    },
    MalformedCase(.yamlSyntax) { $0.set(record, "brief-name: [LOINC\n") },
    MalformedCase(.yamlComment) { $0.edit(record, "group: preferred", "group: preferred # yes") },
    MalformedCase(.yamlAnchor) { $0.edit(record, "group: preferred", "group: &a preferred") },
    MalformedCase(.yamlAlias) { $0.set(record, "brief-name: &a x\nformal-name: *a\n") },
    MalformedCase(.yamlTag) { $0.edit(record, "group: preferred", "group: !!str preferred") },
    MalformedCase(.yamlMergeKey) { $0.edit(record, "group: preferred", "<<: {group: preferred}") },
    MalformedCase(.yamlComplexKey) { $0.edit(record, "group: preferred", "[a, b]: preferred") },
    MalformedCase(.multipleDocuments) { $0.edit(record, "group:", "---\ngroup:") },
    MalformedCase(.nestedTooDeeply) {
      $0.edit(
        record, "[Regenstrief Institute]",
        String(repeating: "[", count: 40) + String(repeating: "]", count: 40))
    },
    MalformedCase(.tooManyItems) {
      $0.edit(
        record, "[Regenstrief Institute]",
        "[" + (0...2000).map { "S\($0)" }.joined(separator: ", ") + "]")
    },
    MalformedCase(.notCanonical) { $0.edit(record, "group: preferred", "group:   \"preferred\"") },
  ]

  static let shapes: [MalformedCase] = [
    MalformedCase(.unknownKey) { $0.edit(record, "group:", "groop:") },
    MalformedCase(.duplicateKey) { $0.edit(record, "group:", "group: legacy\ngroup:") },
    MalformedCase(.missingKey) { $0.edit(record, "group: preferred\n", "") },
    MalformedCase(.misplacedKey) {
      $0.edit(record, "group: preferred\nposition: 10\n", "position: 10\ngroup: preferred\n")
    },
    MalformedCase(.wrongType) { $0.edit(record, "group: preferred", "group: [preferred]") },
    MalformedCase(.emptyValue) { $0.edit(record, "group: preferred", "group:") },
    MalformedCase(.blankText) { $0.edit(record, "group: preferred\n", "group: ' '\n") },
    MalformedCase(.unknownWord) { $0.edit(record, "group: preferred", "group: preferd") },
    MalformedCase(.invalidIdentifier) { $0.edit(record, ", hl7-cda-r2]", ", HL7]") },
    MalformedCase(.invalidNumber) { $0.edit(record, "position: 10", "position: 010") },
    MalformedCase(.invalidDate) {
      $0.edit(
        "Portfolio/overrides/snomed-rt-licence.yml", "notes: |", "review-by: 2026-02-30\nnotes: |")
    },
    MalformedCase(.invalidPerson) {
      $0.propose("changes:\n  - override: snomed-rt-licence\n    remove: true\n")
      $0.edit("Proposals/0001-case/proposal.yml", "Ada <ada@x.example>", "Ada")
    },
    MalformedCase(.invalidLink) { $0.edit(record, "https://loinc.org", "javascript:loinc") },
    MalformedCase(.lineBreakInLine) {
      $0.edit(record, "group: preferred", "group: |\n  preferred")
    },
    MalformedCase(.repeatedItem) {
      $0.edit(record, "[Regenstrief Institute]", "[Regenstrief Institute, Regenstrief Institute]")
    },
  ]

  static let wholes: [MalformedCase] = [
    MalformedCase(.duplicateStandard) {
      $0.contents["Portfolio/standards/content/loinc.yml"] = $0.contents[record]
    },
    MalformedCase(.duplicateName) { $0.edit(record, "brief-name: LOINC", "brief-name: UCUM") },
    MalformedCase(.formalNameShared) { _ in },
    MalformedCase(.unknownStandard) { $0.edit(record, "hl7-cda-r2", "hl7-cda-r3") },
    MalformedCase(.namesDelistedStandard) { $0.delist("hl7-cda-r2") },
    MalformedCase(.selfRelation) { $0.edit(record, "hl7-cda-r2", "loinc") },
    MalformedCase(.noteWithoutRelation) {
      $0.edit(record, ", hl7-cda-r2]", "]")
    },
    MalformedCase(.unknownReference) {
      $0.edit(record, "conforms-to: [LOINC]", "conforms-to: [LOINK]")
    },
    MalformedCase(.unknownRegion) {
      $0.edit("Portfolio/standards/data/icd-10.yml", "canada: high", "cana: high")
    },
    MalformedCase(.unknownFacet) {
      $0.edit(record, "conforms-to: [LOINC]\n", "conforms-to: [LOINC]\nfacets: {modality: [CT]}\n")
    },
    MalformedCase(.overlappingRegions) {
      $0.edit("Portfolio/standards/data/icd-10.yml", "canada: high", "north-america: high")
    },
    MalformedCase(.unknownCategory) {
      $0.contents["Portfolio/standards/dat/loinc2.yml"] = $0.contents[record]
    },
    MalformedCase(.factorNotApplicable) {
      $0.edit(
        portfolio, "    examples: [vocabularies, code sets, terminologies, identifiers]\n",
        "    examples: [vocabularies, code sets, terminologies, identifiers]\n"
          + "    not-applicable: [tooling]\n")
    },
    MalformedCase(.positionTie) { $0.edit(record, "position: 10", "position: 20") },
  ]
}

extension MalformedCase.Files {
  /// Delists a standard behind the back of every verb.
  mutating func delist(_ id: String) {
    let path = contents.paths.first { $0.hasSuffix("/\(id).yml") } ?? ""
    let category = String(path.split(separator: "/")[2])
    let text = String(decoding: contents.bytes(path) ?? [], as: UTF8.self)
    set(
      "Portfolio/delisted/\(id).yml", "category: \(category)\nproposal: 9\nbecause: Gone.\n" + text)
    contents[path] = nil
  }
}
