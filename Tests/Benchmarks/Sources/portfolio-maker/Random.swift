/// The same numbers for the same seed, on every machine: SplitMix64.
struct Random {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Numbers of its own for one thing of many.
  init(_ seed: UInt64, _ index: Int) {
    var mixed = Random(seed)
    state = mixed.next() ^ (UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 on, below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// So many different numbers below a bound, in an order of chance.
  mutating func distinct(_ count: Int, below bound: Int) -> [Int] {
    var numbers = Array(0..<bound)
    let count = min(count, bound)
    for index in 0..<count { numbers.swapAt(index, index + below(bound - index)) }
    return Array(numbers.prefix(count))
  }
}
