import Synchronization

/// Values that live until the process ends: to give back the memory of each record of a portfolio
/// takes a tenth of a verb's time, and the system takes all of it back at once.
enum Lasting {
  private static let kept = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
