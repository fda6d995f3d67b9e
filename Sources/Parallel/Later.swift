import Synchronization

/// A value that is worked out when it is first asked for, and then kept.
package final class Later<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let found = Mutex<Value?>(nil)

  package init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  package var value: Value {
    found.withLock { found in
      if let found { return found }
      let value = work()
      found = value
      return value
    }
  }
}
