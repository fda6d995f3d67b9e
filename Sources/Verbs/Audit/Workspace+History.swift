import History
import Store

/// The repository is where an audit reads its versions.
extension Workspace: PushSource {}
