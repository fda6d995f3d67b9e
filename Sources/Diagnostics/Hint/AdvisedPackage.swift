/// A package that a hint tells to install.
package enum AdvisedPackage: Sendable {
  case git, gnupg, openSSHClient
}
