// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target: Swift 6 mode, and imports that say what they mean.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  // Generic types are made by calls and not by their names: to look up at run time what conforms to
  // what takes up to a tenth of the instructions of a short run.
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]),
]

/// The system's libgit2: objects, references, trees, index and checkout. On Linux it is not linked
/// but loaded when it is needed (see `CGitShims/Loading.c`), so its headers alone are taken.
#if os(Linux)
  let libgit2 = Target.systemLibrary(name: "CLibgit2", providers: [.apt(["libgit2-dev"])])
#else
  let libgit2 = Target.systemLibrary(
    name: "CLibgit2", pkgConfig: "libgit2", providers: [.brew(["libgit2"])])
#endif

/// The system's libzip unpacks documents, its expat reads XML and its libxlsxwriter writes workbooks, for
/// the few verbs that read or write forms; loaded like libgit2 (see `CFormShims/Loading.c`).
#if os(Linux)
  let libzip = Target.systemLibrary(name: "CLibzip", providers: [.apt(["libzip-dev"])])
  let expat = Target.systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])])
  let xlsxwriter = Target.systemLibrary(
    name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])])
#else
  let libzip = Target.systemLibrary(
    name: "CLibzip", pkgConfig: "libzip", providers: [.brew(["libzip"])])
  let expat = Target.systemLibrary(
    name: "CExpat", pkgConfig: "expat", providers: [.brew(["expat"])])
  let xlsxwriter = Target.systemLibrary(
    name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.brew(["libxlsxwriter"])])
#endif

let package = Package(
  name: "rspmaint",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rspmaint", targets: ["rspmaint"])],
  dependencies: [
    // Parses the command line and writes the help pages.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Runs hooks, signers and verifiers without a shell, draining their pipes.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // The paths that swift-subprocess takes.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    // Shows what differs when a test's values do.
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ],
  targets: [
    libgit2, libzip, expat, xlsxwriter,
    // The system's libyaml: events with exact places, read under our own limits.
    .systemLibrary(
      name: "CLibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // Loads a library when it is first needed, and jumps to its functions.
    .target(name: "CLoading"),
    // C functions that Swift cannot call directly because they are variadic, and the loading of libgit2.
    .target(name: "CGitShims", dependencies: ["CLibgit2", "CLoading"]),
    // The loading of libzip, expat and libxlsxwriter.
    .target(name: "CFormShims", dependencies: ["CLoading"]),
    // Findings and the one closed list of rules. Imports nothing.
    .target(name: "Diagnostics", swiftSettings: strict),
    // Work on all processors.
    .target(name: "Parallel", swiftSettings: strict),
    // Git without domain words: values out, handles in.
    .target(name: "Git", dependencies: ["CGitShims", "CLibgit2"], swiftSettings: strict),
    // Files below one folder: no links followed, writes atomic, locks.
    .target(name: "Files", dependencies: ["Parallel"], swiftSettings: strict),
    // The user's own programs: hooks, signers, verifiers.
    .target(
      name: "Programs",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // The portfolio, its criteria, proposals and differences, as pure values.
    .target(
      name: "PortfolioModel", dependencies: ["Diagnostics", "Parallel"], swiftSettings: strict),
    // Text to model, with places, and back to the one canonical text.
    .target(
      name: "Records",
      dependencies: ["PortfolioModel", "Diagnostics", "Parallel", "Git", "CLibyaml"],
      swiftSettings: strict),
    // Pure renderers: text, Markdown, pages and JSON.
    .target(
      name: "Reports", dependencies: ["PortfolioModel", "Diagnostics"],
      resources: [
        .embedInCode("HTML/page.css"), .embedInCode("HTML/page.js"),
        .embedInCode("Schemas/diff.schema.json"), .embedInCode("Schemas/export.schema.json"),
      ], swiftSettings: strict),
    // Other people's forms: DOCX, XLSX and CSV, read and written, without a word of what they hold.
    .target(
      name: "Forms",
      dependencies: ["PortfolioModel", "CFormShims", "CLibzip", "CExpat", "CXlsxwriter"],
      swiftSettings: strict),
    // What of the portfolio and its findings is written for other programs.
    .target(
      name: "Exchange", dependencies: ["PortfolioModel", "Diagnostics", "Forms", "Reports"],
      swiftSettings: strict),
    // The repository as a portfolio: one reader, one publisher, the user's own git.
    .target(
      name: "Store",
      dependencies: [
        "PortfolioModel", "Diagnostics", "Parallel", "Records", "Git", "Files", "Programs",
      ],
      swiftSettings: strict),
    // What a history proves: reviews over all versions, audit, the judgement of a push.
    .target(
      name: "History",
      dependencies: ["PortfolioModel", "Diagnostics", "Parallel", "Records", "Git"],
      swiftSettings: strict),
    // One folder a verb, one file an operation; what they need of the surroundings is passed in.
    .target(
      name: "Verbs",
      dependencies: [
        "PortfolioModel", "Diagnostics", "Parallel", "Records", "Reports", "Store", "History",
        "Git", "Files", "Forms", "Exchange",
      ],
      // What a new portfolio begins with.
      resources: [
        "portfolio.yml", "criteria.yml", "readme.md", "attributes.txt", "github.yml", "gitlab.yml",
      ].map { .embedInCode("Init/Skeleton/\($0)") },
      swiftSettings: strict),
    // The command line: arguments in, text and exit codes out.
    .target(
      name: "Commands",
      dependencies: [
        "Verbs", "History", "Store", "Records", "Reports", "Exchange", "PortfolioModel",
        "Diagnostics", "Parallel", "Files", "Programs",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Manual.docc/Guides/Editor.md"), .embedInCode("Manual.docc/Guides/Host.md"),
        .embedInCode("Manual.docc/Guides/Reviewer.md"),
        .embedInCode("Manual.docc/Guides/Secretary.md"),
      ], swiftSettings: strict),
    // The entry point.
    .executableTarget(
      name: "rspmaint", dependencies: ["Commands"], swiftSettings: strict,
      // What CGitShims puts in the place of a function is seen by libgit2 only if it is exported.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--export-dynamic-symbol=mbedtls_x509_crt_parse_file"],
          .when(platforms: [.linux]))
      ]),

    // What the tests share: sandboxes, actors, git, running programs, and which tests are slow.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "PortfolioModelTests",
      dependencies: ["PortfolioModel", "Records", "Diagnostics", "Parallel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Records", "PortfolioModel", "Diagnostics", "Store", "TestSupport"],
      swiftSettings: strict),
    // Forms of other programs, and hostile ones.
    .testTarget(
      name: "FormsTests", dependencies: ["rspmaint", "Forms", "TestSupport"],
      exclude: ["Snapshots", "check_forms.py"], swiftSettings: strict),
    // What short histories in memory prove.
    .testTarget(
      name: "HistoryTests",
      dependencies: ["Commands", "History", "Records", "PortfolioModel", "Diagnostics", "Git"],
      swiftSettings: strict),
    .testTarget(
      name: "VerbsTests",
      dependencies: [
        "Commands", "Verbs", "History", "Store", "Records", "PortfolioModel", "Diagnostics", "Git",
        "Forms", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "Files", "Programs", "TestSupport"],
      swiftSettings: strict),
    // The shipped portfolio against the published tables, and the layering of the sources.
    .testTarget(
      name: "ShippedTests",
      dependencies: [
        "Verbs", "Store", "Reports", "PortfolioModel", "Records", "Diagnostics", "TestSupport",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      swiftSettings: strict),
    // The built binary, end to end.
    .testTarget(
      name: "CommandTests",
      dependencies: ["rspmaint", "Commands", "Diagnostics", "Forms", "TestSupport"],
      exclude: [
        "Snapshots", "check_completions.py", "check_exports.py", "fill_forms.py", "fill_survey.py",
        "on_terminal.py", "BallotStory/fill_forms.py",
      ],
      swiftSettings: strict),
    // The built binary, killed, raced and starved.
    .testTarget(
      name: "SurvivalTests", dependencies: ["rspmaint", "TestSupport"], swiftSettings: strict),
    // Hostile files: the fuzzer, which runs on its own because a crash ends it, and its tests.
    .executableTarget(
      name: "rspmaint-fuzz",
      dependencies: [
        "Commands", "Verbs", "History", "Store", "Reports", "Exchange", "Forms", "Records",
        "PortfolioModel", "Diagnostics", "Git", "CGitShims", "CLibgit2",
      ],
      path: "Tests/FuzzTests/Runner", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["rspmaint-fuzz", "TestSupport"],
      exclude: ["Runner", "Corpus"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
