"""How many instructions eight verbs take on the shipped portfolio, held against a committed table.

Counts of valgrind depend neither on what else the machine does nor on its clock: they are repeatable to
a percent with one thread, one environment, and folders whose names are equally long."""
import json
import os
import re
import shutil
import subprocess
import tempfile

from .scenes import Scene
from .surroundings import DAY, ROOT, environment, output

TABLE = os.path.join(ROOT, "Tests/Benchmarks/instructions.json")
SLACK = 0.05
VERBS = {
    "list": ["list"], "show": ["show", "icd-10"], "explain": ["explain", "icd-10"],
    "status": ["status"], "validate": ["validate"], "tables": ["tables"], "diff": ["diff"],
    "diff --from-empty": ["diff", "--from-empty"],
}


def pinned(home):
    """One thread, hashes without chance, and the C library's plain functions on every processor."""
    return {**environment(home), "RSPMAINT_THREADS": "1", "SWIFT_DETERMINISTIC_HASHING": "1",
            "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX2,-ERMS,-FSRM,-BMI2"}


def count(binary, verb):
    # Not in TMPDIR: its length would count.
    place = tempfile.mkdtemp(prefix="rspmaint-count-", dir="/tmp")
    try:
        scene = Scene("shipped", 83, folder=os.path.join(place, "repository"))
        scene.take_shipped()
        copy = os.path.join(place, "rspmaint")
        # Valgrind can't read the symbols for debuggers that newer compilers write.
        subprocess.run(["strip", "--strip-debug", "-o", copy, binary], check=True)
        said = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", copy, *VERBS[verb],
             "--as-of", DAY], cwd=scene.folder, env=pinned(place), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr.decode(errors="replace")
        found = re.search(r"Collected : (\d+)", said)
        if not found:
            raise SystemExit(f"bench: no count of {verb}:\n{said}")
        return int(found.group(1))
    finally:
        shutil.rmtree(place)


def versions():
    """What the counts depend on besides the tool."""
    packages = ("libc6", "libgit2-1.5", "libgit2-1.9", "libyaml-0-2", "valgrind")
    found = {name: output("dpkg-query", "-W", "-f", "${Version}", name) for name in packages}
    swift = output("swift", "--version").splitlines()
    return {**{name: text for name, text in found.items() if text},
            "swift": swift[0] if swift else "?"}


def hold(binary, records):
    """Records a table, or compares with it; says whether all counts are within it."""
    counts = {verb: count(binary, verb) for verb in VERBS}
    if records:
        with open(TABLE, "w", encoding="utf-8") as file:
            json.dump({"instructions": counts, "versions": versions()}, file, indent=2)
            file.write("\n")
        for verb, number in counts.items():
            print(f"  {verb:20} {number:14,}")
        print(f"bench: recorded {os.path.relpath(TABLE, ROOT)}; say why in the commit")
        return True
    with open(TABLE, encoding="utf-8") as file:
        table = json.load(file)
    slower = faster = 0
    for verb, number in counts.items():
        allowed = table["instructions"].get(verb)
        if allowed is None:
            print(f"  {verb:20} {number:14,}  is not in the table")
            slower += 1
            continue
        change = number / allowed - 1
        slower += change > SLACK
        faster += change < -SLACK
        mark = "BEYOND" if change > SLACK else "ok"
        print(f"  {verb:20} {number:14,}  {change:+7.1%}  {mark}")
    if slower and table["versions"] != versions():
        print(f"  recorded with {table['versions']}, counted with {versions()}")
    if faster and not slower:
        print("  faster than recorded: '.ci/bench --record-instructions' holds what was won")
    print(f"bench: instructions of {len(counts)} verbs, {slower} beyond the table by more than "
          f"{SLACK:.0%}")
    return not slower
