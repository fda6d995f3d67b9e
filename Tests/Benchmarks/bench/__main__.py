"""Measures the tool beside its peers; '.ci/bench --help' says how it is called."""
import argparse
import os
import shutil
import signal
import sys
import tempfile

from . import instructions, printing
from .measuring import Stopwatch
from .scenes import all_scenes
from .surroundings import ROOT
from .targets import Targets


def parsed():
    parser = argparse.ArgumentParser(
        prog=".ci/bench", description="Measures the tool beside git, yamllint, check-jsonschema and "
        "libyaml, in the same run, on portfolios that are made from a seed.")
    parser.add_argument("binary", nargs="?", default=os.path.join(ROOT, ".build/release/rspmaint"),
                        help="the tool (default: the release build)")
    parser.add_argument("--sizes", default="83,1000,10000,100000", help="numbers of records")
    parser.add_argument("--histories", default="100,1000,5000",
                        help="numbers of accepted proposals, on 1,000 records")
    parser.add_argument("--only", action="append", default=[], metavar="WORD",
                        help="only what has the word in its 'PORTFOLIO: COMMAND'; may be repeated")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patience", type=int, default=120, metavar="SECONDS",
                        help="how long one run may take")
    parser.add_argument("--json", default=os.path.join(ROOT, ".build/bench.json"), metavar="FILE",
                        help="where the figures go (default: .build/bench.json)")
    parser.add_argument("--page", action="store_true", help="put the tables into the manual")
    parser.add_argument("--smoke", action="store_true",
                        help="compare results with a plain reading instead, without any times")
    parser.add_argument("--instructions", action="store_true",
                        help="count instructions instead, and compare with the committed table")
    parser.add_argument("--record-instructions", action="store_true",
                        help="count instructions, and write the table")
    return parser.parse_args()


def measure(options, place):
    sizes = sorted(int(word) for word in options.sizes.split(","))
    histories = [int(word) for word in options.histories.split(",")]
    facts = {**printing.machine(options.binary), "longest run": f"{options.patience} s"}
    print("\n".join(f"{name}: {value}" for name, value in facts.items()), flush=True)
    results = {}
    watch = Stopwatch(place, options.patience)
    for scene in all_scenes(sizes, histories):
        folder = os.path.join(place, "scene")
        os.mkdir(folder)
        if any_chosen(options, scene):
            results[scene.name] = measure_scene(options, watch, scene, folder)
            # What was measured is kept where the rest is not waited for.
            printing.write_json(options.json, facts, results, Targets(results).all())
        shutil.rmtree(folder)
    lines = printing.exponents(results, sizes)
    if lines:
        print("\nexponents\n" + "\n".join(lines))
    rows = Targets(results).all()
    printing.write_json(options.json, facts, results, rows)
    print("\n" + "\n".join(printing.table(rows)))
    if options.page:
        printing.write_page(facts, results, rows)


def is_chosen(options, label):
    return not options.only or any(word in label for word in options.only)


def any_chosen(options, scene):
    """Whether to make the scene."""
    return any(is_chosen(options, f"{scene.name}: {name}")
               for kind in scene.kinds for name in NAMES[kind])


# Enough of the commands' names to know without the repository whether it has to be made.
NAMES = {
    "reading": ["git --version", "git status", "git diff --stat", "git cat-file --batch",
                "libyaml events", "--version", "show", "explain", "list", "status", "validate",
                "criteria", "tables", "diff", "format --check", "changelog --check",
                "validate --rev", "diff --proposal", "diff --proposal, HTML", "git diff-tree -r", "diff of 100",
                "page of 1,000", "yamllint", "check-jsonschema"],
    "changing": ["propose", "review", "commit"],
    "history": ["git log -p --stat", "audit", "guard", "status", "validate"],
    "open": ["status", "validate", "diff", "diff --proposal", "propose"],
    "ballot": ["commit of all"],
}


def measure_scene(options, watch, scene, folder):
    scene.make(folder, options.seed)
    print(f"\n{scene.name} ({scene.extra['count']:,} files; {scene.accepted:,} accepted, "
          f"{scene.open:,} open)\n{printing.header()}", flush=True)
    found = {}
    with_linters = scene.records <= 10_000 and not scene.is_loose
    for run in scene.runs(options.binary, with_linters):
        if not is_chosen(options, f"{scene.name}: {run.name}"):
            continue
        found[run.name] = watch.measure(scene, run)
        status = found.get("git status")
        print(printing.line(run.name, found[run.name], status and status.median), flush=True)
    return found


def main():
    options = parsed()
    options.binary = os.path.abspath(options.binary)
    # Whoever ends the run finds nothing left of it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if options.instructions or options.record_instructions:
        return 0 if instructions.hold(options.binary, options.record_instructions) else 1
    place = tempfile.mkdtemp(prefix="rspmaint-bench-")
    try:
        if options.smoke:
            from .smoke import Smoke
            return 0 if Smoke(options.binary, place).run() else 1
        measure(options, place)
        return 0
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
