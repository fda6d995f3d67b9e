/// What a program printed, and how it ended.
public struct Outcome: Sendable {
  public let out: String
  public let err: String
  /// The exit code, or 128 and the signal's number.
  public let code: Int32
}
