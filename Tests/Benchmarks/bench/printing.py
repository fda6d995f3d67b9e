"""The figures as text and as JSON."""
import json
import math
import os
import platform
import re
from datetime import datetime, timezone

from .surroundings import ROOT, git, output


def machine(binary):
    def first(pattern, path):
        try:
            with open(path, encoding="utf-8") as file:
                found = re.search(pattern, file.read())
        except OSError:
            return "?"
        return found.group(1).strip() if found else "?"

    memory = first(r"MemTotal:\s*(\d+)", "/proc/meminfo")
    return {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{first('model name[^:]*:(.*)', '/proc/cpuinfo')}, {os.cpu_count()} cores",
        "memory": f"{int(memory) // 1024} MB" if memory.isdigit() else memory,
        "system": f"{platform.system()} {platform.release()}",
        "git": output("git", "--version"),
        "libgit2": output("pkg-config", "--modversion", "libgit2"),
        "tool": f"{output(binary, '--version').split()[1]} of {git(ROOT, 'rev-parse', '--short=10', 'HEAD')}",
        "load at the start": f"{os.getloadavg()[0]:.1f}",
    }


def seconds(value):
    return f"{value * 1000:,.1f} ms" if value < 1 else f"{value:,.2f} s"


def line(name, found, status):
    if found.why:
        return f"  {name:24} {found.why}"
    ratio = f"{found.median / status:9,.1f}" if status else " " * 9
    return (f"  {name:24} {seconds(found.median):>12} {seconds(found.processor):>12} {ratio} "
            f"{found.megabytes:7,.0f} MB {found.runs:3}")


def header():
    return f"  {'':24} {'median':>12} {'processor':>12} {'× status':>9} {'peak':>10} {'runs':>4}"


def exponents(results, sizes):
    """How the time of each verb grows from one size to the next."""
    names = [f"{size:,}" for size in sizes]
    lines = []
    for name in results.get(names[-1], results.get(names[0], {})):
        parts = []
        for few, many, low, high in zip(names, names[1:], sizes, sizes[1:]):
            one, other = (results.get(scene, {}).get(name) for scene in (few, many))
            if one and other and not one.why and not other.why:
                value = math.log(other.median / one.median) / math.log(high / low)
                parts.append(f"{few} → {many}: {value:.2f}")
        if parts:
            lines.append(f"  {name:24} {'; '.join(parts)}")
    return lines


def table(rows):
    """The table of targets in Markdown."""
    return ["| work | target | measured | by processor time | |",
            "| --- | --- | ---: | ---: | --- |"] + [
        f"| {row.work} | {row.asked} | {row.measured} | {row.by_processor} | {row.verdict} |"
        for row in rows]


def write_json(path, facts, results, rows):
    text = json.dumps({
        "schema": "rspmaint.bench/1", "machine": facts,
        "scenes": {scene: {name: found.json() for name, found in runs.items()}
                   for scene, runs in results.items()},
        "targets": [row.json() for row in rows],
    }, indent=1, ensure_ascii=False)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def write_page(facts, results, rows):
    """Puts the last run into the manual, behind the heading that is there for it."""
    path = os.path.join(ROOT, "Sources/Commands/Manual.docc/Speed.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    heading = "## The last run\n"
    kept = text[:text.index(heading) + len(heading)]
    about = "".join(f"- {name}: {value}\n" for name, value in facts.items())
    figures = ["| portfolio | what | median | processor time | peak |",
               "| --- | --- | ---: | ---: | ---: |"]
    for scene, runs in results.items():
        for name, found in runs.items():
            if found.why:
                figures.append(f"| {scene} | `{name}` | {found.why} | | |")
            else:
                figures.append(f"| {scene} | `{name}` | {seconds(found.median)} "
                               f"| {seconds(found.processor)} | {found.megabytes:,.0f} MB |")
    with open(path, "w", encoding="utf-8") as file:
        file.write(kept + "\n" + about + "\n" + "\n".join(table(rows)) + "\n\n### Figures\n\n"
                   + "\n".join(figures) + "\n")
