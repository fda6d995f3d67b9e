"""Compares what the tool says of made portfolios with a plain reading of the same files."""
import glob
import json
import os
import random
import subprocess

import yaml

from .scenes import Scene
from .surroundings import DAY, environment, git


class Smoke:
    def __init__(self, binary, place):
        self.binary, self.place = binary, place
        self.failures, self.checks = [], 0

    def tool(self, scene, *arguments, codes=(0,)):
        done = subprocess.run(
            [self.binary, *arguments, "--as-of", DAY], cwd=scene.folder, env=environment(self.place),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.expect(scene, f"exit code of {' '.join(arguments)}: {done.stderr.decode()[:400]}",
                    done.returncode in codes, True)
        return done.stdout.decode()

    def json(self, scene, *arguments):
        text = self.tool(scene, *arguments, "--format", "json")
        try:
            return json.loads(text)
        except ValueError:
            self.failures.append(f"{scene.name}: no JSON from {' '.join(arguments)}")
            return {}

    def expect(self, scene, what, found, wanted):
        self.checks += 1
        if found != wanted:
            self.failures.append(f"{scene.name}: {what}: {found!r:.300} instead of {wanted!r:.300}")

    def run(self):
        for size in (83, 1_000):
            scene = self.made(size, "a", 1)
            self.reading(scene)
            self.differences(scene)
            self.history(scene)
            again, other = self.made(size, "b", 1), self.made(size, "c", 2)
            tips = [git(one.folder, "for-each-ref", "--format=%(refname) %(objectname)")
                    for one in (scene, again, other)]
            self.expect(scene, "the same seed makes the same commits", tips[0], tips[1])
            self.expect(scene, "another seed makes others", tips[0] == tips[2], False)
            loose = self.made(size, "d", 1, is_loose=True)
            self.expect(loose, "no pack", glob.glob(f"{loose.folder}/.git/objects/pack/*"), [])
            for arguments in (["list", "--rev", "main"], ["diff", "main..changed-100"],
                              ["audit", "--since", scene.root()]):
                self.expect(loose, f"{arguments} of loose objects",
                            self.tool(loose, *arguments), self.tool(scene, *arguments))
            self.acceptance(scene)
        for failure in self.failures:
            print(failure)
        print(f"bench: smoke run, {self.checks} comparisons, {len(self.failures)} failed")
        return not self.failures

    def made(self, size, name, seed, is_loose=False):
        place = os.path.join(self.place, f"{size}-{name}")
        os.mkdir(place)
        scene = Scene(f"{size:,}", size, accepted=20, open=max(3, size // 200), is_loose=is_loose,
                      kinds=("reading",))
        scene.make(place, seed)
        return scene

    def reading(self, scene):
        records = records_of(scene.folder, read)
        self.expect(scene, "records", len(records), scene.records)
        listed = self.json(scene, "list").get("standards", [])
        self.expect(
            scene, "list", sorted((s["id"], s["category"], s["briefName"], s["group"],
                                   json.dumps(s["assessment"], sort_keys=True)) for s in listed),
            sorted((id, category, record["brief-name"], record["group"],
                    json.dumps(record["assessment"], sort_keys=True))
                   for (category, id), record in records.items()))
        for category, id in random.Random(scene.records).sample(sorted(records), 20):
            self.expect(scene, f"show {id}", self.json(scene, "show", id).get("record"),
                        records[category, id])
        entries = [read(path) for path in glob.glob(f"{scene.folder}/Portfolio/overrides/*.yml")]
        validated = self.json(scene, "validate")
        summary = validated.get("summary", {})
        self.expect(scene, "errors", summary.get("errors"), 0)
        self.expect(scene, "standards", summary.get("standards"), len(records))
        self.expect(scene, "proposals", summary.get("proposals"),
                    len(glob.glob(f"{scene.folder}/Proposals/*/proposal.yml")))
        self.expect(
            scene, "waivers as published",
            [finding["rule"] for finding in validated["findings"]].count("override-as-published"),
            sum(len(entry["waives"]) for entry in entries if entry["kind"] == "as-published"))
        self.tool(scene, "format", "--check")
        self.tool(scene, "changelog", "--check")
        self.expect(scene, "the same of a revision", self.json(scene, "list", "--rev", "main"),
                    self.json(scene, "list"))

    def differences(self, scene):
        self.expect(scene, "an empty diff", self.json(scene, "diff").get("changes"), [])
        for count in (100, 1_000):
            found = self.json(scene, "diff", f"main..changed-{count}").get("changes", [])
            self.expect(
                scene, f"diff of {count}", sorted((c["subject"]["id"], c["field"], c["to"])
                                                  for c in found),
                self.changed(scene, f"changed-{count}"))

    def changed(self, scene, revision):
        """The fields of records that differ from the worktree, by checking both out."""
        folder = os.path.join(os.path.dirname(scene.folder), revision)
        git(scene.folder, "worktree", "add", "-q", "--detach", folder, revision)
        before, after = records_of(scene.folder, read), records_of(folder, read)
        git(scene.folder, "worktree", "remove", "--force", folder)
        return sorted(
            (id, field, after[category, id][field])
            for category, id in after for field in after[category, id]
            if before[category, id].get(field) != after[category, id][field])

    def history(self, scene):
        audit = self.json(scene, "audit", "--since", scene.root())
        self.expect(scene, "findings of the audit", audit.get("findings"), [])
        self.expect(scene, "proved acceptances", audit.get("kinds", {}).get("acceptances"),
                    scene.accepted)
        self.expect(scene, "commits", audit.get("commits"),
                    int(git(scene.folder, "rev-list", "--count", "main")) - 1)

    def acceptance(self, scene):
        """Open proposals are about one record each, and the first can be accepted."""
        opened = [read(path.replace("state.yml", "proposal.yml"))["changes"][0]
                  for path in sorted(glob.glob(f"{scene.folder}/Proposals/*/state.yml"))
                  if read(path)["status"] == "open"]
        self.expect(scene, "open proposals", len(opened), scene.open)
        self.expect(scene, "records of open proposals", len({c["standard"] for c in opened}),
                    scene.open)
        change = opened[0]["set"][0]
        self.tool(scene, "commit", str(scene.accepted + 1))
        path, = glob.glob(f"{scene.folder}/Portfolio/standards/*/{opened[0]['standard']}.yml")
        value = read(path)
        for step in change["field"].split("."):
            value = value[step]
        self.expect(scene, "the accepted value", value, change["to"])
        scene.accepted += 1
        self.history(scene)
        self.tool(scene, "changelog", "--check")


def read(path):
    """A file's values, all of them as text, as the format has it."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def records_of(folder, reader):
    found = {}
    for path in glob.glob(f"{folder}/Portfolio/standards/*/*.yml"):
        category, name = path.split("/")[-2:]
        found[category, name[:-4]] = reader(path)
    return found
