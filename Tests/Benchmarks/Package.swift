// swift-tools-version: 6.1
import PackageDescription

// What the benchmark needs besides the tool itself. It is a package of its own, so that the tool's
// build and tests know nothing of it. `.ci/bench` builds it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    // Makes git repositories that hold large portfolios with long histories, from a seed.
    .executableTarget(name: "portfolio-maker"),
    // The floor of parsing: libyaml's bare events.
    .systemLibrary(
      name: "CLibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .executableTarget(name: "yaml-events", dependencies: ["CLibyaml"]),
  ],
  swiftLanguageModes: [.v6]
)
