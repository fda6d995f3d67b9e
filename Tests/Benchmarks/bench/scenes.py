"""The repositories that are measured, and what is run in each."""
import glob
import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field

from .surroundings import DAY, EVENTS, MAKER, ROOT, TOOLS, environment, git


@dataclass
class Run:
    """One command of a scene."""
    name: str
    command: list
    input: str = None
    # Brings the repository back to what it was before each run.
    restores: bool = False
    is_bare: bool = False
    person: tuple = ("Ada Editor", "ada@north.example")
    # What the command wrote and is as large as it is.
    writes: str = None
    is_peer: bool = False


@dataclass
class Scene:
    name: str
    records: int
    accepted: int = 0
    open: int = 0
    ready: int = 1
    is_loose: bool = False
    # What of the scene is run: reading, changing, history, open, ballot.
    kinds: tuple = ()
    folder: str = None
    extra: dict = field(default_factory=dict)

    def make(self, place, seed):
        self.folder = os.path.join(place, "repository")
        if self.name == "shipped":
            self.take_shipped()
        elif self.name == "clone":
            git(place, "clone", "-q", "--no-local", ROOT, self.folder, home=place)
        else:
            subprocess.run(
                [MAKER, self.folder, "--base", ROOT, "--records", str(self.records), "--accepted",
                 str(self.accepted), "--open", str(self.open), "--ready", str(self.ready), "--seed",
                 str(seed)], env=environment(place), check=True)
        if self.is_loose:
            loosen(self.folder)
        else:
            git(self.folder, "gc", "--quiet", home=place)
        git(self.folder, "tag", "start")
        # Git reads a file anew for as long as its index is not younger, by a second.
        time.sleep(1.1)
        git(self.folder, "read-tree", "HEAD")
        git(self.folder, "update-index", "-q", "--refresh")
        self.list_files(place)
        if "history" in self.kinds:
            self.bare(place)

    def take_shipped(self):
        os.mkdir(self.folder)
        for name in ("Portfolio", "Proposals", ".gitattributes"):
            source = os.path.join(ROOT, name)
            copy = shutil.copytree if os.path.isdir(source) else shutil.copy
            copy(source, os.path.join(self.folder, name))
        git(self.folder, "init", "-q", "-b", "main")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "-m", "Import")

    def list_files(self, place):
        """The YAML files of the worktree, and the blobs of the portfolio, for the peers."""
        files = git(self.folder, "ls-files", "*.yml").splitlines()
        records = [path for path in files if path.startswith("Portfolio/standards/")]
        blobs = git(self.folder, "ls-tree", "-r", "--format=%(objectname)", "HEAD", "Portfolio",
                    "Proposals")
        for name, text in [("files", "\n".join(files)), ("records", "\n".join(records)),
                           ("blobs", blobs)]:
            self.extra[name] = os.path.join(place, name)
            with open(self.extra[name], "w", encoding="utf-8") as file:
                file.write(text + "\n")
        self.extra["count"] = len(files)

    def bare(self, place):
        """What a server has, and a push of its last acceptance."""
        bare = os.path.join(place, "bare")
        git(place, "clone", "-q", "--bare", self.folder, bare, home=place)
        last = git(self.folder, "log", "-1", "--format=%H", "--grep", "^RSP-Proposal: ")
        self.extra["push"] = os.path.join(place, "push")
        with open(self.extra["push"], "w", encoding="utf-8") as file:
            file.write(f"{git(self.folder, 'rev-parse', last + '^')} {last} refs/heads/main\n")
        self.extra["bare"] = bare

    def root(self):
        return git(self.folder, "rev-list", "--max-parents=0", "main")

    def runs(self, binary, with_linters):
        found = []
        for kind in self.kinds:
            found += KINDS[kind](self, binary)
        if with_linters and "reading" in self.kinds:
            found += linters(self)
        return found


def loosen(folder):
    """Every object in a file of its own."""
    objects = os.path.join(folder, ".git/objects")
    for pack in glob.glob(os.path.join(objects, "pack/*.pack")):
        moved = os.path.join(folder, ".git", os.path.basename(pack))
        os.rename(pack, moved)
        for other in glob.glob(pack[:-len("pack")] + "*"):
            os.remove(other)
        with open(moved, "rb") as file:
            subprocess.run(["git", "-C", folder, "unpack-objects", "-q"], stdin=file, check=True)
        os.remove(moved)


def standard(scene):
    """A record of the last copy."""
    with open(scene.extra["records"], encoding="utf-8") as file:
        paths = file.read().split()
    return os.path.basename(paths[len(paths) // 2])[:-len(".yml")]


def reading(scene, binary):
    def verb(name, *arguments, **rest):
        return Run(name, [binary, *arguments, "--as-of", DAY], **rest)

    id = standard(scene)
    page = os.path.join(os.path.dirname(scene.folder), "page.html")
    found = [
        Run("git --version", ["git", "--version"], is_peer=True),
        Run("git status", ["git", "status", "--porcelain"], is_peer=True),
        Run("git diff --stat", ["git", "diff", "--stat"], is_peer=True),
        Run("git cat-file --batch", ["git", "cat-file", "--batch", "--buffer"],
            input=scene.extra["blobs"], is_peer=True),
        Run("libyaml events", [EVENTS, scene.extra["files"]], is_peer=True),
        Run("--version", [binary, "--version"]),
        verb("show", "show", id), verb("explain", "explain", id), verb("list", "list"),
        verb("status", "status"), verb("validate", "validate", "--quiet"),
        verb("criteria", "criteria"), verb("tables", "tables"), verb("diff", "diff"),
        verb("format --check", "format", "--check"),
        verb("changelog --check", "changelog", "--check"),
        verb("validate --rev", "validate", "--quiet", "--rev", "HEAD"),
    ]
    number = unfinished(scene.folder)
    if number:
        found += [verb("diff --proposal", "diff", "--proposal", number),
                  verb("diff --proposal, HTML", "diff", "--proposal", number, "--format", "html",
                       "--output", page, writes=page)]
    if scene.name not in ("shipped", "clone"):
        found += [
            Run("git diff-tree -r", ["git", "diff-tree", "-r", "--name-only", "main",
                                     "changed-100"], is_peer=True),
            verb("diff of 100", "diff", "main..changed-100"),
        ]
    if scene.records >= 1000:
        found += [verb("page of 1,000", "diff", "main..changed-1000", "--format", "html", "--output",
                       page, writes=page)]
    return found


def unfinished(folder):
    """The number of the first proposal that is a draft or open, or None."""
    for state in sorted(glob.glob(os.path.join(folder, "Proposals/*/state.yml"))):
        with open(state, encoding="utf-8") as file:
            if file.readline() in ("status: draft\n", "status: open\n"):
                return str(int(os.path.basename(os.path.dirname(state)).split("-")[0]))
    return None


def propose(scene, binary):
    return Run("propose", [
        binary, "propose", standard(scene), "--set", "tooling-note=Some", "--title", "Tools",
        "--rationale", "Why", "--nature", "editorial", "--open", "--as-of", DAY], restores=True)


def changing(scene, binary):
    first = scene.accepted + 1
    return [
        propose(scene, binary),
        Run("review", [binary, "review", str(first + 2), "--approve", "--as-of", DAY],
            restores=True, person=("Jo Reviewer", "jo@west.example")),
        Run("commit", [binary, "commit", str(first), "--as-of", DAY], restores=True),
    ]


def history(scene, binary):
    found = [
        Run("git log -p --stat", ["git", "log", "-p", "--stat", "--", "Portfolio", "Proposals"],
            is_peer=True),
        Run("audit", [binary, "audit", "--since", scene.root(), "--as-of", DAY]),
        Run("guard", [binary, "guard", "--as-of", DAY], input=scene.extra["push"], is_bare=True),
    ]
    if "reading" not in scene.kinds:
        found += [Run("status", [binary, "status", "--as-of", DAY]),
                  Run("validate", [binary, "validate", "--quiet", "--as-of", DAY])]
    return found


def many_open(scene, binary):
    number = str(scene.accepted + scene.open // 2)
    return [
        Run("status", [binary, "status", "--as-of", DAY]),
        Run("validate", [binary, "validate", "--quiet", "--as-of", DAY]),
        Run("diff", [binary, "diff", "--as-of", DAY]),
        Run("diff --proposal", [binary, "diff", "--proposal", number, "--as-of", DAY]),
        propose(scene, binary),
    ]


def ballot(scene, binary):
    numbers = [str(scene.accepted + 1 + n) for n in range(scene.ready)]
    return [Run("commit of all", [binary, "commit", *numbers, "--as-of", DAY], restores=True)]


def linters(scene):
    """What a committee without the tool would check its files by: yamllint reads the files that the tool
    reads, the schema is one of records alone."""
    schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "record.schema.json")
    return [
        Run("yamllint", [os.path.join(TOOLS, "yamllint"), "-d", "relaxed", "Portfolio", "Proposals"],
            is_peer=True),
        Run("check-jsonschema", [
            "xargs", "-s", "2000000", "-a", scene.extra["records"],
            os.path.join(TOOLS, "check-jsonschema"), "--no-cache", "--schemafile", schema],
            is_peer=True),
    ]


KINDS = {"reading": reading, "changing": changing, "history": history, "open": many_open,
         "ballot": ballot}


def all_scenes(sizes, histories):
    # The shipped portfolio in a repository of its own, and where users find it: in a fresh clone,
    # beside the sources and their history.
    found = [Scene("shipped", 83, kinds=("reading",))]
    if os.path.exists(os.path.join(ROOT, ".git")):
        found.append(Scene("clone", 83, kinds=("reading",)))
    for size in sizes:
        found.append(Scene(f"{size:,}", size, accepted=100, open=max(3, size // 200),
                           kinds=("reading", "changing", "history")))
    found.append(Scene("1,000, loose", 1_000, accepted=100, open=5, is_loose=True,
                       kinds=("reading",)))
    for count in sorted({50, 800, *histories} - {100}):
        found.append(Scene(f"{count:,} accepted", 1_000, accepted=count, open=5,
                           kinds=("changing", "history")))
    for count in (250, 500):
        found.append(Scene(f"{count} open", 1_000, accepted=100, open=count, kinds=("open",)))
    for count in (100, 200):
        found.append(Scene(f"ballot of {count}", 1_000, accepted=100, open=count, ready=count,
                           kinds=("ballot",)))
    return found
