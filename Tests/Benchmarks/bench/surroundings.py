"""The same surroundings for everything that is run: nothing of the user's, and one day for all."""
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
MAKER = os.path.join(ROOT, ".build/benchmarks/release/portfolio-maker")
EVENTS = os.path.join(ROOT, ".build/benchmarks/release/yaml-events")
TOOLS = os.path.join(ROOT, ".build/bench-python/bin")
DAY = "2026-06-01"
MOMENT = f"{DAY}T00:00:00Z"


def environment(home, name="Ada Editor", email="ada@north.example"):
    """As the member of the made committee."""
    return {
        "PATH": "/usr/bin:/bin", "HOME": home, "TZ": "UTC", "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email, "GIT_AUTHOR_DATE": MOMENT,
        "GIT_COMMITTER_DATE": MOMENT, "GIT_PAGER": "cat", "SWIFT_BACKTRACE": "enable=no",
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
    }


def git(folder, *arguments, home="/nonexistent"):
    return subprocess.run(
        ["git", "-C", folder, *arguments], env=environment(home), check=True,
        stdout=subprocess.PIPE).stdout.decode().strip()


def output(*command):
    """What a program says, or nothing where it isn't there."""
    try:
        return subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode().strip()
    except OSError:
        return ""
