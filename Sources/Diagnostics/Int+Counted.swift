extension Int {
  /// The number and what it counts: "1 proposal", "2 proposals".
  package func counted(_ word: String, plural: String? = nil) -> String {
    "\(self) \(self == 1 ? word : plural ?? word + "s")"
  }
}
