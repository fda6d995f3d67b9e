extension Fault {
  /// What can go wrong with one file that is written outside of git's folder: those of ``all`` that
  /// stand in its way, and errors of the device.
  static let ofFiles: [Fault] =
    [0, 8, 64, 512].map(fullDisk) + [readOnly(".")] + [0, 65_536].map(smallFiles) + [closedPipe]
    + [
      ioError(of: "write", at: 1), ioError(of: "write", at: 2), ioError(of: "fsync", at: 1),
      ioError(of: "fsync", at: 2), ioError(of: "rename,renameat,renameat2", at: 1),
    ]

  /// A device that fails when a call comes for the first time, or later.
  static func ioError(of calls: String, at number: Int) -> Fault {
    Fault(
      testDescription: "an error of the device at call \(number) of \(calls)",
      script: """
        fails="strace -f -qq -o /dev/null -e trace=\(calls) -e inject=\(calls):error=EIO"
        $fails sh -c 'dd if=/etc/passwd of="$MOUNT/probe" conv=fsync && mv "$MOUNT/probe" "$MOUNT/moved"' \\
          2>/dev/null || echo bites
        code=0; $fails:when=\(number) "$@" || code=$?
        echo "exit $code"
        """)
  }
}
