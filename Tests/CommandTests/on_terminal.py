"""Runs a command on a terminal of its own, and prints what it showed and its exit code.

on_terminal.py LINES COLUMNS KEYS COMMAND…: each of KEYS is typed when nothing more was shown for a while.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

lines, columns, keys, *command = sys.argv[1:]
process, terminal = pty.fork()
if process == 0:
    # The size first, which the command reads at once.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", int(lines), int(columns), 0, 0))
    os.execvp(command[0], command)

shown = b""
keys = list(keys.encode())
while True:
    ready, _, _ = select.select([terminal], [], [], 1.5 if keys else 60)
    if not ready:
        if not keys:
            os.kill(process, 9)
            break
        os.write(terminal, bytes([keys.pop(0)]))
        continue
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    shown += part
status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
sys.stdout.write(shown.decode(errors="replace").replace("\r\n", "\n") + f"[exit {status}]\n")
