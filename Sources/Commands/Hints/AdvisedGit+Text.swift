import Diagnostics

extension AdvisedGit {
  /// The command as it is typed, in a folder that is not the user's own.
  func text(in folder: String?) -> String {
    (folder.map { "git -C \(Typed.quoted($0)) " } ?? "git ") + words
  }

  /// What follows `git`.
  private var words: String {
    switch self {
    case .add(let paths): Typed.words(["add"] + paths)
    case .commit(let message): "commit -m \(Typed.quoted(message))"
    case .initialize: "init"
    case .move(let path, let other): "mv \(Typed.words([path, other]))"
    case .remove(let path): "rm \(Typed.word(path))"
    case .restoreFrom(let commit, let paths):
      "restore --source=\(Typed.word(commit)) -- \(Typed.words(paths))"
    case .restore(let paths): "checkout HEAD -- \(Typed.words(paths))"
    case .stash(let paths): "stash push -- \(Typed.words(paths))"
    case .amend: "commit --amend --no-edit"
    case .emptyCommit: "commit --allow-empty -m TEXT"
    case .rebaseAgain: "rebase --force-rebase"
    case .resetIndex: "reset"
    case .revert: "revert"
    case .takeAgain(let id): "cherry-pick \(id)"

    case .fetch: "fetch"
    case .fetchAgain: "fetch --refetch"
    case .fetchHistory: "fetch --unshallow"
    case .fetchWhole: "fetch --refetch --no-filter"
    case .cloneWhole(let path): "clone --no-local \(Typed.quoted(path)) COPY"
    case .copyInUsualFormat(let path):
      "init --object-format=sha1 COPY && git -C \(Typed.quoted(path)) fast-export --all "
        + "| git -C COPY fast-import && git -C COPY switch BRANCH"
    case .migrateReferences: "refs migrate --ref-format=files"
    case .unsplitIndex: "update-index --no-split-index"
    case .unsparseIndex: "sparse-checkout reapply --no-sparse-index"
    case .checkOut(let folders): "sparse-checkout add \(Typed.words(folders))"
    case .repairWorktree(let path): "worktree repair \(Typed.quoted(path))"
    case .setUpstream(let branch): "branch --set-upstream-to=REMOTE/BRANCH \(Typed.word(branch))"
    case .addRemote: "remote add origin ADDRESS"
    case .setAddress(let remote): "remote set-url \(Typed.word(remote)) ADDRESS"
    case .pullRebase: "pull --rebase"
    case .switchBranch: "switch BRANCH"
    case .updateReference: "update-ref"
    case .deleteReference(let name): "update-ref -d \(Typed.word(name))"
    case .deleteTag(let name): "tag -d \(Typed.word(name))"

    case .status: "status"
    case .checkAll: "fsck --full"
    case .log: "log --oneline"
    case .commitsWith(let path): "log --oneline --all -- \(Typed.word(path))"
    case .logOf(let path): "log -- \(Typed.quoted(path))"
    case .attribute(let name, let path): "check-attr \(name) -- \(Typed.word(path))"
    case .commitText(let id): "cat-file commit \(id)"
    case .show(let id): "show \(id)"
    case .tree(let id): "ls-tree \(id)"
    case .sizes(let revision, let folders):
      "ls-tree -r -l \(Typed.words([revision] + folders))"
    case .reflog: "reflog BRANCH"

    case .config(let setting): "config " + setting.words
    }
  }
}

extension AdvisedGit.Setting {
  /// What follows `git config`.
  fileprivate var words: String {
    switch self {
    case .set(let key, let value): Typed.words([key, value])
    case .setEverywhere(let key, let value): "--global \(Typed.words([key, value]))"
    case .setInFile(let file, let key, let value):
      "--file \(Typed.quoted(file)) \(Typed.words([key, value]))"
    case .setSigningKey(let file): "user.signingkey ~/.ssh/\(file)"
    case .add(let key, let value): "--add \(Typed.words([key, value]))"
    case .trust(let path): "--global --add safe.directory \(Typed.quoted(path))"
    case .trustInHome(let path):
      "--file ~/.gitconfig --add safe.directory \(Typed.quoted(path))"
    case .unset(let key): "--unset \(Typed.word(key))"
    case .read(let key): Typed.word(key)
    case .readAll(let key): "--get-all \(Typed.word(key))"
    case .origin(let key): "--show-origin \(Typed.word(key))"
    case .list: "--list --show-origin"
    }
  }
}
