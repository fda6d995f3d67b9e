"""Runs a command as often as it pays, and says how long it took and how much memory."""
import json
import os
import shlex
import signal
import subprocess
from dataclasses import dataclass, asdict

from .surroundings import environment


@dataclass
class Measured:
    """Seconds, the median of all runs; or why there are none."""
    median: float = None
    least: float = None
    most: float = None
    # Of processor time, user and system, all threads together: the mean.
    processor: float = None
    megabytes: float = None
    runs: int = 0
    code: int = None
    written: int = None
    # Why there is no figure, and what it is more than, where it was not waited for.
    why: str = None
    beyond: float = None
    is_peer: bool = False

    def json(self):
        return {key: value for key, value in asdict(self).items() if value is not None}


class Stopwatch:
    def __init__(self, home, patience):
        self.home, self.patience = home, patience

    def measure(self, scene, run):
        """One run by itself, which tells the memory and warms up; then hyperfine."""
        self.restore(scene, run)
        once = self.once(scene, run)
        if once.why or once.median > 15:
            return once
        count = 20 if once.median < 0.1 else max(3, min(10, int(5 / once.median)))
        return self.often(scene, run, once, count)

    def folder(self, scene, run):
        return scene.extra["bare"] if run.is_bare else scene.folder

    def surroundings(self, scene, run):
        values = environment(self.home, *run.person)
        return {**values, "GIT_DIR": scene.extra["bare"]} if run.is_bare else values

    def restoring(self, scene):
        """A script that brings a repository back: its commits, its index and its files."""
        path = os.path.join(self.home, "restore")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"cd {shlex.quote(scene.folder)} && git reset -q --hard start "
                       "&& git clean -fdq Proposals Portfolio && git status --porcelain\n")
        return path

    def restore(self, scene, run):
        if run.restores:
            subprocess.run(["sh", self.restoring(scene)], env=environment(self.home), check=True)

    def once(self, scene, run):
        figures = os.path.join(self.home, "figures")
        said = os.path.join(self.home, "said")
        with open(run.input or os.devnull, "rb") as given, open(os.devnull, "wb") as null, \
                open(said, "wb") as errors:
            process = subprocess.Popen(
                ["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", figures, *run.command],
                cwd=self.folder(scene, run), env=self.surroundings(scene, run), stdin=given,
                stdout=null, stderr=errors, start_new_session=True)
            try:
                code = process.wait(timeout=self.patience)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return Measured(why=f"more than {self.patience} s", beyond=self.patience,
                                is_peer=run.is_peer)
        with open(figures, encoding="utf-8") as file:
            wall, user, system, kilobytes = map(float, file.read().split()[-4:])
        with open(said, encoding="utf-8", errors="replace") as file:
            first = file.readline().strip()
        if code not in (0, 1) or (code == 1 and not run.is_peer):
            return Measured(code=code, is_peer=run.is_peer, megabytes=kilobytes / 1024,
                            why=f"refused: {first or f'exit code {code}'}")
        return Measured(
            median=wall, least=wall, most=wall, processor=user + system,
            megabytes=kilobytes / 1024, runs=1, code=code, is_peer=run.is_peer,
            written=os.path.getsize(run.writes) if run.writes else None)

    def fed(self, run):
        """The command as hyperfine takes it, which gives it no input of its own: a shell does, and
        costs a millisecond."""
        if not run.input:
            return shlex.join(run.command)
        path = os.path.join(self.home, "fed")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"exec {shlex.join(run.command)} <{shlex.quote(run.input)}\n")
        return f"sh {shlex.quote(path)}"

    def often(self, scene, run, once, count):
        report = os.path.join(self.home, "hyperfine.json")
        command = ["hyperfine", "-N", "--style", "none", "--runs", str(count), "--export-json", report]
        if once.code:
            command.append("--ignore-failure")
        if run.restores:
            command += ["--prepare", f"sh {shlex.quote(self.restoring(scene))}"]
        done = subprocess.run(
            [*command, self.fed(run)], cwd=self.folder(scene, run), stdin=subprocess.DEVNULL,
            env=self.surroundings(scene, run), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode:
            return Measured(why=f"hyperfine: {done.stderr.decode()[:200]}", is_peer=run.is_peer)
        with open(report, encoding="utf-8") as file:
            result = json.load(file)["results"][0]
        return Measured(
            median=result["median"], least=result["min"], most=result["max"],
            processor=result["user"] + result["system"], megabytes=once.megabytes,
            runs=len(result["times"]), code=once.code, written=once.written, is_peer=run.is_peer)
