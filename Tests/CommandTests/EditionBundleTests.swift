import Foundation
import TestSupport
import Testing

@Suite("The file of an edition")
struct EditionBundleTests {
  /// A published edition whose tag the chair's own key signed, and its file.
  private static func bundle(
    signs: Bool = false, _ work: (EditionSession, [UInt8]) throws -> Void
  ) throws {
    try EditionSession.run { edition in
      if signs {
        let sandbox = edition.sandbox
        let signers = try Signers(sandbox, required: false)
        for (key, value) in [
          ("gpg.format", "ssh"), ("user.signingkey", signers.path("chair")),
          ("tag.gpgsign", "true"),
        ] {
          try sandbox.git("config", key, value)
        }
      }
      let since = try edition.sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      try edition.cut("fdis", stage: "FDIS", "--since", signs ? since : "HEAD~1")
      try edition.publish()
      try edition.does("edition", "bundle", "ISO 21860:2027", "--output", "../edition.zip")
      try work(edition, [UInt8](try Data(contentsOf: file(edition))))
    }
  }

  private static func file(_ edition: EditionSession, _ name: String = "edition.zip") -> URL {
    URL(fileURLWithPath: edition.sandbox.root).deletingLastPathComponent().appending(path: name)
  }

  /// Verifies a file where there is no repository.
  private static func verify(
    _ edition: EditionSession, _ name: String = "edition.zip", _ more: String...,
    day: String = EditionSession.later
  ) throws -> Sandbox.Outcome {
    try edition.sandbox.start(
      Sandbox.binary,
      ["edition", "verify", file(edition, name).path, "--repo", "/", "--as-of", day] + more,
      .reviewer, input: nil)
  }

  @Test("Holds what experts said of whom a round has ended, and nothing that is sealed")
  func surveys() throws {
    try EditionSession.run { edition in
      let since = try edition.sandbox.git("rev-parse", "HEAD~1").trimmingCharacters(in: .newlines)
      for id in ["done", "sealed"] {
        try edition.does(
          "survey", "open", id, "loinc", "--factors", "tooling", "--title", "Of \(id)", "--closes",
          EditionSession.day)
        try edition.does("survey", "export", id, "--output", "../\(id).csv")
        try edition.sandbox.edit("../\(id).csv", ",tooling,,,", ",tooling,,high,")
        try edition.does("survey", "import", id, "../\(id).csv", "--expert", "Ada <ada@x.example>")
      }
      try edition.does("survey", "close", "done")
      try edition.cut("fdis", stage: "FDIS", "--since", since)
      try edition.publish()
      try edition.does("edition", "bundle", "ISO 21860:2027", "--output", "../edition.zip")
      let proof = try EditionBundleTests.verify(edition)
      #expect(proof.code == 0 && proof.out.contains("\nsurveys "), "\(proof.err)")
      let script = """
        import zipfile
        archive = zipfile.ZipFile("../edition.zip")
        names = [name for name in archive.namelist() if name.startswith("surveys/")]
        print(names, archive.read(names[0]).decode())
        """
      let text = try edition.sandbox.start(
        "/usr/bin/python3", ["-c", script], .editor, input: nil)
      #expect(text.out.hasPrefix("['surveys/done.md'] # Survey: Of done\n"), "\(text.err)")
      #expect(text.out.contains(" high 1 ") && !text.out.contains("ada@"), "\(text.out)")
    }
  }

  @Test("Has the same bytes each time, and is proved without a repository")
  func proves() throws {
    try EditionBundleTests.bundle { edition, bytes in
      let out = try edition.does("edition", "bundle", "iso-21860-2027", "--output", "../again.zip")
      #expect(out.contains("Wrote ../again.zip: ISO 21860:2027, "), "\(out)")
      let again = [UInt8](try Data(contentsOf: EditionBundleTests.file(edition, "again.zip")))
      #expect(again == bytes)
      try edition.sandbox.shell("mv .git ../aside.git")
      let proof = try EditionBundleTests.verify(edition)
      #expect(proof.code == 0, "\(proof.err)")
      let ids = try edition.sandbox.git(
        "--git-dir", "../aside.git", "rev-parse", "edition/iso-21860-2027", "main", "main~3"
      ).split(separator: "\n").map(String.init)
      try #require(ids.count == 3)
      #expect(
        proof.out.replacing(/[0-9a-f]{64}/, with: "DIGEST").replacing(ids[0], with: "TAG")
          .replacing(ids[1], with: "COMMIT").replacing(ids[2], with: "BASE") == """
            ISO 21860:2027
            ==============

            tag      TAG
            commit   COMMIT
            base     BASE
            signed   not signed
            maker    rspmaint 0.1.0

            What the base holds is taken on trust. Who reviewed is asserted, not proved: 2
            of 2 approvals carry no signature that was checked. Compare tag, base and key
            with what you know: a whole file can be forged that agrees with itself.

            SHA-256
            ballots   DIGEST
            changelog DIGEST
            data      DIGEST
            exports   DIGEST
            keys      DIGEST
            objects   DIGEST
            surveys   DIGEST
            tables    DIGEST

            Proved: 3 commits, 3 of which change the portfolio; all parts were made again.

            """, "\(proof.out)")
      try edition.sandbox.shell("mv ../aside.git .git")
    }
  }

  @Test("Is refused with any one byte changed, and the reason names the part")
  func bytes() throws {
    try EditionBundleTests.bundle { edition, bytes in
      var state: UInt64 = 21860
      func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      let parts = [
        "the stories of the ballots", "the changelog", "the records", "the exports",
        "the members' keys", "the history", "the printed tables", "the edition's tag",
        "a part of no known name",
      ]
      let changes = (0..<200).map { _ in (place: random(bytes.count), bit: random(8)) }.orSome(24)
      for (place, bit) in changes {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        try Data(changed).write(to: EditionBundleTests.file(edition, "changed.zip"))
        let outcome = try EditionBundleTests.verify(edition, "changed.zip")
        #expect(outcome.code == 1, "byte \(place): \(outcome.out)")
        let isNamed =
          parts.contains { outcome.err.contains("not proved: the file is damaged, in \($0): ") }
          || outcome.err.contains("not proved: the file is damaged or cut off at its end")
        #expect(isNamed, "byte \(place): \(outcome.err)")
        #expect(outcome.err.contains("help: ask for the file again"), "\(outcome.err)")
      }
    }
  }

  @Test("Names who signed, and refuses another key than the one that is expected")
  func signs() throws {
    try EditionBundleTests.bundle(signs: true) { edition, _ in
      try edition.sandbox.shell(
        "ssh-keygen -l -f ../keys/chair.pub | cut -d' ' -f2 > ../print; chmod 600 ../print")
      let print = try String(
        contentsOf: EditionBundleTests.file(edition, "print"), encoding: .utf8
      ).trimmingCharacters(in: .newlines)
      let proof = try EditionBundleTests.verify(edition, "edition.zip", "--expect", print)
      #expect(proof.code == 0, "\(proof.err)")
      #expect(
        proof.out.replacing("\n         ", with: " ").contains("\(print), a key of cleo-chair"),
        "\(proof.out)")
      let tag = try edition.sandbox.git("rev-parse", "edition/iso-21860-2027")
        .trimmingCharacters(in: .newlines)
      #expect(try EditionBundleTests.verify(edition, "edition.zip", "--expect", tag).code == 0)
      let other = try EditionBundleTests.verify(edition, "edition.zip", "--expect", "SHA256:other")
      #expect(other.code == 1)
      #expect(
        other.err.contains("it is neither signed by SHA256:other nor is that its tag"),
        "\(other.err)")
    }
  }

  @Test("Is made and proved after a member's key was changed and another's membership ended")
  func later() throws {
    try EditionBundleTests.bundle(signs: true) { edition, bytes in
      let path = "Portfolio/committee.yml"
      let text = try edition.sandbox.read(path)
      let ended = text.replacing(/, keys: \[[^\]]*\]\}/, with: "}")
        .replacing(
          "affiliation: North, role: member",
          with: "affiliation: North, role: member, until: 2026-11-30")
      #expect(ended != text)
      try edition.sandbox.write(ended, to: path)
      try edition.sandbox.commitAll("Other members")
      try edition.does("edition", "bundle", "iso-21860-2027", "--output", "../later.zip")
      #expect([UInt8](try Data(contentsOf: EditionBundleTests.file(edition, "later.zip"))) == bytes)
      let proof = try EditionBundleTests.verify(edition, "later.zip", day: "2030-01-31")
      #expect(proof.code == 0, "\(proof.err)")
    }
  }

  /// A file that is put together anew by the same rules, by another program.
  private static let forger = """
    import binascii, hashlib, struct, subprocess, sys, zipfile
    source, target, way = sys.argv[1:4]
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    def edit(name, old, new):
        assert old in files[name], name
        files[name] = files[name].replace(old, new, 1)
    def seal(tag):
        parts = {name: '' for name in ('ballots', 'changelog', 'data', 'exports', 'keys', 'objects',
            'surveys', 'tables')}
        for name in sorted(files):
            if name != 'tag':
                digest = hashlib.sha256(files[name]).hexdigest()
                parts[name.split('/')[0]] += digest + '  ' + name + '\\n'
        lines = []
        for line in tag.decode().split('\\n'):
            words = line.split(' ')
            if words[0] == 'SHA-256:':
                words[2] = hashlib.sha256(parts[words[1]].encode()).hexdigest()
            lines.append(' '.join(words))
        return '\\n'.join(lines).encode()
    if way == 'data': edit('data/portfolio.yml', b'Japan', b'Nippo')
    if way == 'sealed': edit('data/portfolio.yml', b'Japan', b'Nippo')
    if way == 'tables': edit('tables/tables.md', b'Table 1', b'Table 7')
    if way == 'exports': edit('exports/standards.csv', b'LOINC', b'LOINK')
    if way == 'base': edit('tag', b'Base: ', b'Base: 0')
    if way == 'object':
        name = max(name for name in files if name.startswith('objects/'))
        files[name] += b'!'
    if way == 'less': del files[max(name for name in files if name.startswith('objects/'))]
    if way == 'more': files['extra/file'] = b'!'
    if way in ('sealed', 'tables', 'exports', 'less'): files['tag'] = seal(files['tag'])
    body, directory = b'', b''
    entries = sorted(files.items(), key=lambda entry: entry[0].encode())
    if way == 'order': entries = entries[-1:] + entries[:-1]
    if way == 'twice': entries.append(('tag', b'something else'))
    for name, data in entries:
        raw = name.encode()
        fields = struct.pack('<HHHHHIIIHH', 10, 0, 0, 0, 33, binascii.crc32(data), len(data),
            len(data), len(raw), 0)
        directory += struct.pack('<IH', 0x02014b50, 10) + fields + struct.pack('<HHHII', 0, 0, 0, 0,
            len(body)) + raw
        body += struct.pack('<I', 0x04034b50) + fields + raw + data
    end = struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, len(entries), len(entries), len(directory),
        len(body), 0)
    open(target, 'wb').write(body + directory + end)
    """

  @Test(
    "Finds a file that was put together anew",
    arguments: [
      ("none", nil),
      ("data", "the SHA-256 of the records (data/) is not the one that the tag names"),
      ("sealed", "what the history gives is not what stands in the records: data/portfolio.yml"),
      (
        "tables",
        "what the history gives is not what stands in the printed tables: tables/tables.md"
      ),
      (
        "exports", "what the history gives is not what stands in the exports: exports/standards.csv"
      ),
      ("base", "the tag is not that of an edition"),
      ("object", "the file is damaged, in the history: objects/"),
      ("less", "not proved: the history is not whole: an object is missing"),
      ("more", "it holds a file of no part: extra/file"),
      ("twice", "in the edition's tag: tag is there twice, or out of order"),
      ("order", "the file is damaged, in the edition's tag: tag"),
    ] as [(String, String?)])
  func forges(way: String, reason: String?) throws {
    try EditionBundleTests.bundle { edition, _ in
      let folder = EditionBundleTests.file(edition, "").path
      try EditionBundleTests.forger.write(
        toFile: folder + "/forge.py", atomically: true, encoding: .utf8)
      try edition.sandbox.shell("/usr/bin/python3 ../forge.py ../edition.zip ../forged.zip \(way)")
      let outcome = try EditionBundleTests.verify(edition, "forged.zip")
      #expect(outcome.code == (reason == nil ? 0 : 1), "\(outcome.out)\(outcome.err)")
      #expect(reason.map(outcome.err.contains) ?? outcome.err.isEmpty, "\(outcome.err)")
    }
  }

  @Test("Refuses a tag that no verb made, and a file that is no edition's")
  func refuses() throws {
    try EditionSession.run { edition in
      try edition.sandbox.git("tag", "-a", "-m", "By hand", "edition/hand")
      #expect(
        try edition.refuses("edition", "bundle", "hand", "--output", "../x.zip")
          .contains("the tag edition/hand says nothing that could be proved"))
      #expect(
        try edition.refuses("edition", "bundle", "none", "--output", "../x.zip", code: 66)
          .contains("there is no tag of an edition 'none' here"))
      try Data("PK".utf8).write(to: EditionBundleTests.file(edition, "x.zip"))
      let outcome = try EditionBundleTests.verify(edition, "x.zip")
      #expect(outcome.code == 1 && outcome.err.contains("it is no edition's"), "\(outcome.err)")
    }
  }

  @Test("Checks a signature of OpenPGP with the user's own gpg")
  func openPGP() throws {
    try EditionSession.run { edition in
      let sandbox = edition.sandbox
      try sandbox.shell(
        """
        gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-generate-key \
          'Cleo Chair <cleo@chair.example>' ed25519 sign never
        """)
      let listed = try sandbox.start(
        "/usr/bin/gpg", ["--batch", "--with-colons", "--list-keys"], .chair, input: nil)
      let key = try #require(
        listed.out.split(separator: "\n").first { $0.hasPrefix("fpr:") }?.split(separator: ":").last
      )
      for (name, value) in [("user.signingkey", String(key)), ("tag.gpgsign", "true")] {
        try sandbox.git("config", name, value)
      }
      try edition.cut("fdis", stage: "FDIS", "--since", "HEAD~1")
      try edition.publish()
      try edition.does("edition", "bundle", "ISO 21860:2027", "--output", "../edition.zip")
      let proof = try EditionBundleTests.verify(edition, "edition.zip", "--expect", String(key))
      #expect(proof.code == 0, "\(proof.err)")
      #expect(
        proof.out.contains(
          "signed   OpenPGP \(key), a key of Cleo Chair <cleo@chair.example> by your keyring"),
        "\(proof.out)")
      try sandbox.shell("rm -r ~/.gnupg")
      let unknown = try EditionBundleTests.verify(edition)
      #expect(unknown.code == 0, "\(unknown.err)")
      #expect(unknown.out.contains("signed   not checked: OpenPGP, by the key "), "\(unknown.out)")
      let other = try EditionBundleTests.verify(edition, "edition.zip", "--expect", String(key))
      #expect(other.code == 1, "\(other.out)")
    }
  }
}
