import Foundation
import TestSupport
import Testing

@Suite("Editions")
struct EditionTests {
  @Test("Cuts a draft and publishes it: stamp, changelog, trailer and tag")
  func publishes() throws {
    try EditionSession.run { edition in
      try edition.cut()
      #expect(try edition.sandbox.read("Portfolio/portfolio.yml").contains("fdis"))
      #expect(
        try edition.refuses(
          "edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "1"
        ).contains("it revises ISO 21860:2020, so its number is 2 or more"))
      #expect(
        try edition.sandbox.read("Portfolio/CHANGELOG.md").contains("## Since ISO 21860:2020\n"))
      let out = try edition.publish()
      #expect(out.contains("ISO 21860:2027 is edition 2, a revision of ISO 21860:2020."), "\(out)")
      let text = try edition.sandbox.read("Portfolio/portfolio.yml")
      #expect(
        text.contains(
          """
          edition: ISO 21860:2027
          editions:
            - id: fdis
              stage: FDIS
              date: 2026-11-23
              carried: [ihe-tce-as-published, snomed-rt-licence]
            - id: iso-21860-2027
              name: ISO 21860:2027
              number: 2
              kind: revision
              date: 2026-11-23
              draft: fdis
              follows: ISO 21860:2020
          systematic-review: {due: 2031-11-23}
          """), "\(text)")
      let changelog = try edition.sandbox.read("Portfolio/CHANGELOG.md")
      #expect(changelog.contains("\n## ISO 21860:2027 (since ISO 21860:2020)\n"), "\(changelog)")
      #expect(!changelog.contains("## Since"))
      #expect(
        try edition.sandbox.git("log", "-2", "--format=%s|%(trailers:key=RSP-Edition)|%D")
          .split(separator: "\n") == [
            "Publish ISO 21860:2027|RSP-Edition: iso-21860-2027",
            "|HEAD -> main, tag: edition/iso-21860-2027", "Cut FDIS fdis|RSP-Edition: fdis",
            "|tag: edition/fdis",
          ])
      let tag = try edition.sandbox.git("cat-file", "tag", "edition/iso-21860-2027")
      #expect(
        tag.replacing(/[0-9a-f]{64}/, with: "DIGEST").hasSuffix(
          """


          ISO 21860:2027

          Base: first-commit
          Maker: rspmaint 0.1.0
          SHA-256: ballots DIGEST
          SHA-256: changelog DIGEST
          SHA-256: data DIGEST
          SHA-256: exports DIGEST
          SHA-256: keys DIGEST
          SHA-256: objects DIGEST
          SHA-256: surveys DIGEST
          SHA-256: tables DIGEST

          """), "\(tag)")
      #expect(try edition.audit() == [])
      let undone = try edition.refuses("undo")
      #expect(undone.contains("makes an edition or reviews it, and neither is taken back"))
      try edition.session.expectSound()
      #expect(try edition.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Refuses to cut with all reasons in one run")
  func refusesToCut() throws {
    let sandbox = try Template.bare.sandbox(committee: true)
    defer { sandbox.remove() }
    let ballot = BallotSession(Transcript(sandbox))
    try ballot.prepare()
    try ballot.open()
    let refused = try ballot.refuses(
      "edition", "cut", "cd", "--stage", "CD", "--carry", "ihe-tce-as-publisht", as: .editor,
      code: 66)
    for line in [
      "is neither chair nor secretary, who alone make editions", "ballot 'cd' is open",
      "override snomed-rt-licence, for SNOMED CT (RT Identifiers) and SNOMED CT (Numeric "
        + "Identifiers), was not reviewed since ISO 21860:2020",
      "override ihe-tce-as-published, for IHE TCE, was not reviewed since ISO 21860:2020",
      "there is no ledger entry 'ihe-tce-as-publisht' to be carried",
      "did you mean 'ihe-tce-as-published'?", "--carry snomed-rt-licence",
    ] {
      #expect(refused.contains(line), "\(line)\n\(refused)")
    }
  }

  @Test("Takes an entry of the ledger that was confirmed since the last edition")
  func reviewed() throws {
    try EditionSession.run { edition in
      let refused = try edition.refuses(
        "edition", "cut", "cd", "--stage", "CD", "--carry", "ihe-tce-as-published")
      #expect(refused.contains("override snomed-rt-licence, for SNOMED CT (RT"), "\(refused)")
      #expect(!refused.contains("override ihe-tce-as-published"), "\(refused)")
      try edition.accept(
        2, "Keep the licence",
        more: ["--confirm-override", "snomed-rt-licence", "--review-by", "2030-01-31"])
      try edition.does(
        "edition", "cut", "cd", "--stage", "CD", "--carry", "ihe-tce-as-published")
      #expect(try edition.audit() == [])
    }
  }

  @Test("Refuses a portfolio with errors in what is committed")
  func refusesErrors() throws {
    try EditionSession.run { edition in
      try edition.sandbox.edit(
        "Portfolio/criteria.yml", "at-least: moderate", "at-least: universal")
      let dirty = try edition.session.run(
        "edition", "cut", "cd", "--stage", "CD", "--carry", "all", as: .chair)
      #expect(dirty.code == 0, "only the two files of an edition matter: \(dirty.err)")
      try edition.sandbox.git("commit", "-q", "-am", "Other criteria")
      let refused = try edition.refuses(
        "edition", "cut", "dis", "--stage", "DIS", "--carry", "all")
      #expect(refused.contains("[criterion-missed]"), "\(refused)")
    }
  }

  @Test("Publishes only the last draft, and only as it was cut")
  func onlyWhatWasCut() throws {
    try EditionSession.run { edition in
      #expect(
        try edition.refuses(
          "edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "2", code: 66
        ).contains("there is no draft 'fdis'"))
      try edition.cut("dis", stage: "DIS")
      try edition.cut()
      #expect(
        try edition.refuses(
          "edition", "publish", "dis", "--as", "ISO 21860:2027", "--number", "2"
        ).contains("DIS 'dis' is not the last one: FDIS 'fdis'"))
      try edition.accept(2, "UCUM to high", "ucum", "--set", "tooling=high")
      #expect(
        try edition.refuses(
          "edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "2"
        ).contains("the portfolio changed since FDIS 'fdis' was cut"))
      #expect(
        try edition.refuses("edition", "cut", "fdis", "--stage", "FDIS", "--carry", "all")
          .contains("there is an edition 'fdis' already"))
      try edition.cut("fdis-2")
      try edition.publish("fdis-2")
      #expect(try edition.audit() == [])
    }
  }

  @Test("Numbers revisions upwards, and lets a corrected edition rate nothing anew")
  func kinds() throws {
    try EditionSession.run { edition in
      try edition.cut()
      try edition.publish()
      try edition.accept(
        2, "A better scope", "ucum", "--set", "scope=Units of measure.",
        more: ["--nature", "correction"])
      try edition.cut("cor")
      #expect(
        try edition.refuses(
          "edition", "publish", "cor", "--as", "ISO 21860:2028", "--number", "2"
        ).contains("ISO 21860:2027 is edition 2 already"))
      try edition.publish(
        "cor", title: "ISO 21860:2027 (corrected 2028)", "--kind", "corrected")
      #expect(
        try edition.sandbox.read("Portfolio/CHANGELOG.md")
          .contains("## ISO 21860:2027 (corrected 2028) (since ISO 21860:2027)\n"))
      try edition.accept(3, "UCUM to high", "ucum", "--set", "tooling=high")
      try edition.cut("cor-2")
      #expect(
        try edition.refuses(
          "edition", "publish", "cor-2", "--as", "ISO 21860:2027 (corrected 2029)", "--number", "2",
          "--kind", "corrected"
        ).contains(
          "a corrected edition takes only corrections that rate nothing anew, which 0003 is not"))
      try edition.publish("cor-2", title: "ISO 21860:2027/Amd 1", "--kind", "amendment")
      #expect(try edition.audit() == [])
      let list = try edition.does("edition", "list", "--format", "markdown")
      #expect(list.contains("ISO 21860:2027/Amd 1 (amendment)"), "\(list)")
    }
  }

  @Test("Understands editions wherever a revision is asked for")
  func revisions() throws {
    try EditionSession.run { edition in
      try edition.cut("cd", stage: "CD")
      try edition.accept(2, "UCUM to high", "ucum", "--set", "tooling=high")
      try edition.cut()
      try edition.publish()
      for name in ["iso-21860-2027", "ISO 21860:2027", "edition/iso-21860-2027", "cd"] {
        for verb in [["show", "ucum"], ["list"], ["tables"], ["validate"], ["changelog"]] {
          let outcome = try edition.session.run(arguments: verb + ["--rev", name])
          #expect(outcome.code == 0, "\(verb) \(name): \(outcome.err)")
        }
      }
      let between = try edition.does("edition", "diff", "cd", "ISO 21860:2027")
      #expect(between.contains("UCUM"), "\(between)")
      #expect(between.contains("From CD 'cd' to ISO 21860:2027, on "), "\(between)")
      #expect(try edition.does("diff", "cd..iso-21860-2027") == between)
      let audit = try edition.sandbox.rspmaint(["audit", "--since", "cd"])
      #expect(audit.code == 0 && audit.out.contains("2 steps of editions"), "\(audit.out)")
      let named = try edition.sandbox.rspmaint(["audit", "--since", "ISO 21860:2027"])
      #expect(
        named.code == 0 && named.out.contains("(refs/tags/edition/iso-21860-2027)"),
        "\(named.out)\(named.err)")
    }
  }

  @Test("Numbers the tables of an edition as the edition does")
  func tables() throws {
    try EditionSession.run { edition in
      try edition.cut()
      try edition.publish()
      try edition.sandbox.edit("Portfolio/portfolio.yml", "    table: 1\n", "    table: 9\n")
      try edition.accept(
        2, "Number the tables anew", more: ["--from-worktree", "--nature", "correction"])
      #expect(
        try edition.does("tables", "--category", "data", "--rev", "ISO 21860:2027")
          .contains("Table 1"))
      #expect(try edition.does("tables", "--category", "data").contains("Table 9"))
    }
  }

  @Test("Makes the tag that an ended run left out, and rehearses without writing")
  func resumes() throws {
    try EditionSession.run { edition in
      let before = try edition.sandbox.git("for-each-ref")
      let out = try edition.does(
        "edition", "cut", "fdis", "--stage", "FDIS", "--carry", "all", "--dry-run")
      #expect(out.contains("holds 1 proposal accepted since ISO 21860:2020"), "\(out)")
      #expect(try edition.sandbox.git("for-each-ref") == before)
      try edition.cut()
      let tag = try edition.sandbox.git("rev-parse", "edition/fdis^{commit}")
      try edition.sandbox.git("tag", "-d", "edition/fdis")
      #expect(try edition.does("edition", "list").contains("not here"))
      #expect(
        try edition.does("edition", "cut", "fdis", "--stage", "FDIS")
          .contains("The tag of FDIS 'fdis' was missing."))
      #expect(try edition.sandbox.git("rev-parse", "edition/fdis^{commit}") == tag)
    }
  }

  @Test("Lets no proposal change what the verbs of editions stamp")
  func stamps() throws {
    try EditionSession.run { edition in
      try edition.sandbox.edit(
        "Portfolio/portfolio.yml", "edition: ISO 21860:2020\n", "edition: ISO 21860:2030\n")
      let outcome = try edition.session.run(
        arguments: ["propose", "--from-worktree", "--title", "T"] + Transcript.words)
      #expect(outcome.code != 0)
      #expect(
        (outcome.out + outcome.err).contains("no proposal changes 'edition'"),
        "\(outcome.out)\(outcome.err)")
    }
  }

  @Test("Signs the tag where git is set to sign tags")
  func signs() throws {
    try EditionSession.run { edition in
      let sandbox = edition.sandbox
      try sandbox.shell("ssh-keygen -q -t ed25519 -N '' -f ../signer")
      try sandbox.git("config", "gpg.format", "ssh")
      try sandbox.git("config", "user.signingkey", "../signer")
      try sandbox.git("config", "tag.gpgsign", "true")
      try edition.cut()
      let tag = try sandbox.git("cat-file", "tag", "edition/fdis")
      #expect(tag.hasSuffix("\n-----END SSH SIGNATURE-----\n"), "\(tag)")
      try sandbox.shell("echo \"any $(cut -d' ' -f1,2 ../signer.pub)\" > ../allowed")
      try sandbox.git("config", "gpg.ssh.allowedSignersFile", "../allowed")
      try sandbox.git("verify-tag", "edition/fdis")
      #expect(try sandbox.git("log", "-1", "--format=%G?") == "N\n")
    }
  }
}
