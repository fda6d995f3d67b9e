import Foundation

/// The environment of programs that tests run.
public enum ProgramEnvironment {
  /// Own home, one identity and a fixed time, and nothing of this process but where its libraries are.
  public static func cleared(
    home: String, path: String, name: String, email: String
  ) -> [String: String] {
    var environment = [
      "PATH": path, "HOME": home, "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
      "GIT_AUTHOR_DATE": "@1795435200 +0000", "GIT_COMMITTER_DATE": "@1795435200 +0000",
      "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
      "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email,
    ]
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    return environment
  }
}
