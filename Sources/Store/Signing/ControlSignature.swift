/// A valid signature, made once with a key that was then thrown away. A program that doesn't verify
/// it can't tell a wrong signature from a right one.
enum ControlSignature {
  static let text = "rspmaint\n"
  static let namespace = "rspmaint-control"
  static let member = "control"
  static let signers = """
    control ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL73z8/YAIgPLpN/BY9POXd7hW7aiTPPYAkK60yRcr6P

    """
  static let armour = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgvvfPz9gAiA8uk38Fj085d3uFbt
    qJM89gCQrrTJFyvo8AAAAQcnNwbWFpbnQtY29udHJvbAAAAAAAAAAGc2hhNTEyAAAAUwAA
    AAtzc2gtZWQyNTUxOQAAAEBZ7EX4ZN6Npu9ICexKDpvEPnQ9qmOGvvBjQYx0zRnUScwMyC
    TPSxDfGH5GG6hREf2jVLMYr1Pchp7kTJ2uN8cD
    -----END SSH SIGNATURE-----

    """
}
