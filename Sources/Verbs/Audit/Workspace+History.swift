import History
import Store

/// What a history proves is judged by what the repository holds.
extension Workspace: PushSource {}
