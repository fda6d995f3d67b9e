import Foundation
import TestSupport
import Testing

/// A way in which the system refuses to write, made by the tools of the system.
struct Fault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// A shell script that runs in `$ROOT` with the verb as its arguments. It first shows by another
  /// program that the fault bites, prints `bites` when it does, and `exit CODE` after the run.
  let script: String

  /// Every fault, at several strengths where it has them.
  static let all: [Fault] =
    [0, 4, 8, 12, 16, 24, 32, 48, 64, 96].map(fullDisk)
    + ["Portfolio", "Proposals", ".git", "."].map(readOnly)
    + ["Portfolio", "Proposals", ".git"].map(noPermission)
    + [0, 100, 300, 600, 1_000, 3_000, 6_000, 12_000].map(smallFiles)
    + [closedPipe]

  /// A disk with only some kibibytes left.
  static func fullDisk(left: Int) -> Fault {
    Fault(
      testDescription: "a full disk, \(left) KiB left",
      script: """
        exec unshare -m sh -eu -c '
          mount -t tmpfs -o size=24m none "$MOUNT"
          cp -a "$ROOT/." "$MOUNT/rsp"
          cd "$MOUNT/rsp"
          dd if=/dev/zero of="$MOUNT/filler" bs=4096 2>/dev/null || true
          cp "$BINARY" "$MOUNT/probe" 2>/dev/null || echo bites
          rm -f "$MOUNT/probe"
          truncate -s "-\(left)K" "$MOUNT/filler"
          code=0; "$@" || code=$?
          rm "$MOUNT/filler"
          cd /; rm -rf "$ROOT"; cp -a "$MOUNT/rsp" "$ROOT"
          echo "exit $code"
        ' sh "$@"
        """)
  }

  /// A folder that is mounted read-only.
  static func readOnly(_ folder: String) -> Fault {
    Fault(
      testDescription: "a read-only file system at \(folder)",
      script: """
        exec unshare -m sh -eu -c '
          mount --bind "$ROOT/\(folder)" "$ROOT/\(folder)"
          mount -o remount,ro,bind "$ROOT/\(folder)"
          cd /; cd "$ROOT"
          cp /etc/passwd "\(folder)/probe" 2>/dev/null || echo bites
          code=0; "$@" || code=$?
          echo "exit $code"
        ' sh "$@"
        """)
  }

  /// Folders of another user without the right to write, as root is never refused.
  static func noPermission(_ folder: String) -> Fault {
    Fault(
      testDescription: "no permission below \(folder)",
      script: """
        chown -R 65534:65534 "$ROOT" "$HOME"
        find "$ROOT/\(folder)" -type d -exec chmod a-w {} +
        as="setpriv --reuid 65534 --regid 65534 --clear-groups"
        $as cp /etc/passwd "$ROOT/\(folder)/probe" 2>/dev/null || echo bites
        code=0; $as "$@" || code=$?
        find "$ROOT/\(folder)" -type d -exec chmod u+w {} +
        chown -R "$(id -u):$(id -g)" "$ROOT" "$HOME"
        echo "exit $code"
        """)
  }

  /// A limit on the size of files, which by default kills by a signal.
  static func smallFiles(bytes: Int) -> Fault {
    Fault(
      testDescription: "files of at most \(bytes) bytes",
      script: """
        (prlimit --core=0 --fsize=\(bytes) cp "$BINARY" "$MOUNT/probe"; test $? = 153) \\
          2>/dev/null && echo bites
        { code=0; prlimit --core=0 --fsize=\(bytes) "$@" || code=$?; echo "exit $code"; } 2>&1 | cat
        """)
  }

  /// Nobody reads what is printed, which by default kills by a signal.
  static let closedPipe = Fault(
    testDescription: "a closed pipe",
    script: """
      exec 3>&1
      exec bash -c '
        yes | true; test "${PIPESTATUS[0]}" = 141 && echo bites >&3
        { sleep 0.2; code=0; "$@" || code=$?; echo "exit $code" >&3; } | true
      ' bash "$@"
      """)
}
