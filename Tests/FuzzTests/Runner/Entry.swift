import Foundation
import PortfolioModel
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the fuzzer: `rspmaint-fuzz --root PATH [--seed N] [--first N] [--runs N] [--every N]
/// [--only TARGET] [--progress FILE] [--save FOLDER] [--show] [--crash-at N] [--hang-at N] [--break-at N]`, or what
/// it kept: `rspmaint-fuzz --root PATH --replay FOLDER`.
///
/// The number of each run is written to the progress file before it starts, and an alarm ends a run
/// that takes longer than ten seconds: whoever started this process can repeat the one run that
/// ended it. More than two seconds of processor time are a broken promise. `--save` keeps the files
/// of a run that broke one; with `--show` the files of the runs are printed, and kept, instead. The
/// last three make a run fail, to prove that failures are found.
@main
struct Entry {
  static func main() throws {
    obeyAlarms()
    var options: [String: String] = [:]
    var name: String?
    for argument in CommandLine.arguments.dropFirst() {
      if argument.hasPrefix("--") {
        name = String(argument.dropFirst(2))
        options[name ?? ""] = ""
      } else if let name {
        options[name] = argument
      }
    }
    func number(_ name: String, _ standard: Int) -> Int {
      options[name].flatMap { Int($0) } ?? standard
    }
    let seed = options["seed"].flatMap { UInt64($0) } ?? 1
    let corpus = try Corpus(root: options["root"] ?? ".")
    let base = Snapshot(reading: corpus.files)
    guard base.portfolio != nil else {
      throw CorpusProblem(description: "the corpus is no portfolio")
    }
    let store = try ObjectStore()
    let edition = try SmallEdition(root: options["root"] ?? ".")
    if let folder = options["replay"] { return try replay(folder, base, store, edition) }
    let mixing = corpus.seeds.flatMap { $0.fields.entries.map(\.value) }
    let progress = try options["progress"].map { try Progress($0) }
    let only = options["only"].flatMap { Run.Target(rawValue: $0) }
    let first = number("first", 0)
    let numbers = stride(from: first, to: first + number("runs", 1), by: number("every", 1))
    var failures = 0
    var tally = Tally()
    for current in numbers {
      progress?.note(current)
      alarm(10)
      let run = Run(current, seed: seed, only: only, corpus, base, mixing, store, edition)
      if options["show"] != nil {
        for file in run.files {
          print("run \(current), \(run.target.rawValue): \(file.path)")
          print(String(decoding: file.bytes, as: UTF8.self))
        }
        if let folder = options["save"] { try run.save(in: folder, name: "\(seed)-\(current)") }
        continue
      }
      if current == number("crash-at", -1) { abort() }
      if current == number("hang-at", -1) { while true { sleep(60) } }
      let trip = current == number("break-at", -1) ? ["this run was to fail"] : []
      let broken = try tally.count(run) + trip
      for text in Set(broken).sorted() {
        failures += 1
        print("run \(current), \(run.target.rawValue) of \(run.files.map(\.path)): \(text)")
      }
      if let folder = options["save"], !broken.isEmpty {
        try run.save(in: folder, name: "\(seed)-\(current)")
      }
      if failures >= 20 { break }
    }
    alarm(0)
    if options["show"] == nil {
      for text in tally.shallow {
        failures += 1
        print("seed \(seed): \(text)")
      }
    }
    print("seed \(seed): \(tally.summary), \(failures) broken")
    try store.remove()
    try edition.remove()
    exit(failures == 0 ? 0 : 1)
  }

  /// Runs again what was kept.
  private static func replay(
    _ folder: String, _ base: Snapshot, _ store: ObjectStore, _ edition: SmallEdition
  ) throws {
    let names =
      FileManager.default.fileExists(atPath: folder)
      ? try FileManager.default.contentsOfDirectory(atPath: folder).sorted() : []
    var tally = Tally()
    var failures = 0
    for name in names {
      guard let run = try Run(kept: folder + "/" + name, base, store, edition) else { continue }
      print("kept \(name)")
      alarm(10)
      for text in try tally.count(run) {
        failures += 1
        print("kept \(name): \(text)")
      }
    }
    try store.remove()
    try edition.remove()
    exit(failures == 0 ? 0 : 1)
  }
}

extension Entry {
  /// Whoever started this process may have had alarms blocked, which is inherited.
  private static func obeyAlarms() {
    var alarms = sigset_t()
    sigemptyset(&alarms)
    sigaddset(&alarms, SIGALRM)
    sigprocmask(SIG_UNBLOCK, &alarms, nil)
    signal(SIGALRM, SIG_DFL)
  }
}

/// A file that names the run at hand.
private struct Progress {
  private let file: Int32

  init(_ path: String) throws {
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw CorpusProblem(description: "can't write '\(path)'") }
  }

  func note(_ number: Int) {
    let text = Array("\(number)\n".utf8)
    _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }
}
