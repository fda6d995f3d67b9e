/// Why a repository can't be opened, or can't do what was asked.
package struct RepositoryProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notFound, notOwned, sha256, reftable, worktreeConfig, partialClone
    case splitIndex, sparseIndex, unbornBranch, detached, shallow, bare
    case unsupportedExtension(String)
    case unsupportedVersion
    case unknownRevision(String)
    case ambiguousRevision(String)
    /// A name that stands for several commits, and the spellings that each stand for one of them.
    case severalMeanings(String, [String])
    /// The reference is no longer where it was read.
    case referenceMoved(String)
    /// The reference was to be made, and is there.
    case referenceExists(String)
    /// A lock file, and its age in seconds.
    case referenceLocked(String, seconds: Int)
    case indexLocked(String, seconds: Int)
    /// An object that the repository should have is not there.
    case missingObject
    /// An object can't be stored, as another program clears the folders of objects all the time.
    case packing
    /// What can't be read, as the file system or a crash left it.
    case corruptObject, corruptReference, corruptIndex, corruptConfiguration
    /// A tree, by its id, that git itself would not write; the detail says what is wrong with it.
    case malformedTree(String)
    /// A tree, by its id, that holds more than a portfolio can; the detail says what.
    case oversizedTree(String)
    /// A file of git's, by its path, that is neither file nor folder.
    case oddFile(String)
    /// More is to be read than a portfolio and its history can hold; the detail says what.
    case oversizedReading
    /// The operating system refused, as on a full disk or without permission.
    case system
    case failed
  }

  package let kind: Kind
  package let path: String?
  /// libgit2's own words, where the kind does not say otherwise.
  package let detail: String

  package init(_ kind: Kind, path: String? = nil, detail: String = "") {
    self.kind = kind
    self.path = path
    self.detail = detail
  }
}
