"""Types in a shell on a terminal and prints what its completion makes of each line.

Usage: check_completions.py SHELL SCRIPT FOLDER LINE...
The script is that of 'rspmaint completions SHELL'; the shell runs in the folder, and rspmaint is on PATH.
For each line, which is followed by the tab key, prints the line as it stands then, and a list of what
was offered instead, a line each, between two marks.
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time
from concurrent.futures import ProcessPoolExecutor

shell, script, folder = sys.argv[1:4]
home = tempfile.mkdtemp()
os.chdir(folder)

START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             f"PS1='READY> '; bind 'set bell-style none'; bind 'set page-completions off'; "
             f"bind 'set completion-query-items 0'; bind 'set enable-bracketed-paste off'; source {script}"),
    "zsh": (["zsh", "-f", "-i"],
            f"PS1='READY> '; setopt no_beep no_prompt_sp no_prompt_cr; LISTMAX=0; "
            f"fpath=({os.path.dirname(script)} $fpath); autoload -Uz compinit; compinit -u -D"),
    "fish": (["fish", "--no-config", "-i"],
             f"function fish_prompt; echo 'READY> '; end; function fish_right_prompt; end; "
             f"set fish_greeting; source {script}"),
}
command, begin = START[shell]


def plain(text):
    """A terminal's text without colours and movements."""
    text = re.sub(r"\x1b\][^\x07\x1b]*(\x07|\x1b\\)", "", text)
    text = re.sub(r"\x1b[\[(][0-9;?=>]*[a-zA-Z]", "", text)
    return re.sub(r"\x1b[=>]|\x07", "", text).replace("\r", "\n")


def read(descriptor, quiet, most=20.0):
    """What the shell writes until it is quiet for so many seconds."""
    text, end = b"", time.monotonic() + most
    while time.monotonic() < end:
        if not select.select([descriptor], [], [], quiet)[0]:
            break
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
        # Some shells ask the terminal what it is, and where the cursor stands.
        if b"\x1b[c" in piece or b"\x1b[0c" in piece:
            os.write(descriptor, b"\x1b[?1;2c")
        if b"\x1b[6n" in piece:
            os.write(descriptor, b"\x1b[1;1R")
    return text.decode("utf-8", "replace")


def typed(line):
    """What the terminal shows after a line and the tab key."""
    process, descriptor = pty.fork()
    if process == 0:
        os.environ.update({"TERM": "xterm", "HOME": home, "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null"})
        os.execvp(command[0], command)
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 240, 0, 0))
    read(descriptor, 1.0)
    os.write(descriptor, begin.encode() + b"\r")
    read(descriptor, 1.5)
    os.write(descriptor, line.encode())
    read(descriptor, 0.5)
    os.write(descriptor, b"\t")
    text = read(descriptor, 2.5)
    if shell == "bash" and text.strip("\x07 ") == "":
        os.write(descriptor, b"\t")
        text = read(descriptor, 2.5)
    os.write(descriptor, b"\x03\x04")
    os.close(descriptor)
    os.kill(process, 9)
    os.waitpid(process, 0)
    return plain(text)


lines = sys.argv[4:]
with ProcessPoolExecutor(4) as pool:
    for line, shown in zip(lines, pool.map(typed, lines)):
        print(f"<<< {line}\n{shown}\n>>>")
