/// Why a repository can't be opened, or can't do what was asked.
package struct RepositoryProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notFound, notOwned, sha256, reftable, worktreeConfig, partialClone
    case splitIndex, sparseIndex, unmergedIndex, unbornBranch, detached, shallow, bare
    case unsupportedExtension(String)
    case unsupportedVersion
    case unknownRevision(String)
    case ambiguousRevision(String)
    /// A name that could mean several commits, and the spellings that each mean only one of them.
    case severalMeanings(String, [String])
    /// The reference is no longer where it was read.
    case referenceMoved(String)
    /// The reference was to be created but exists already.
    case referenceExists(String)
    /// A lock file, and its age in seconds.
    case referenceLocked(String, seconds: Int)
    case indexLocked(String, seconds: Int)
    /// An object that the repository should have is missing.
    case missingObject
    /// An object can't be stored because another program keeps removing the folders of objects.
    case packing
    /// Something that can't be read, such as after a crash or a fault of the disk.
    case corruptObject, corruptReference, corruptIndex, corruptConfiguration
    /// A tree, by its id, that git itself would not write; the detail says what is wrong with it.
    case malformedTree(String)
    /// A tree, by its id, that holds more than a portfolio can; the detail says how much.
    case oversizedTree(String)
    /// A file of git's, by its path, that is neither file nor folder.
    case oddFile(String)
    /// There is more to read than a portfolio and its history can hold; the detail says how much.
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
