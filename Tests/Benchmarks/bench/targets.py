"""The table of targets: what each asks for, what was measured, and whether it is met."""
import math


class Row:
    """A line of the table. A measured value of None has a reason instead."""

    def __init__(self, work, asked, value, most, unit="×", why=None, processor=None,
                 beyond=None):
        self.work, self.asked, self.value, self.most = work, asked, value, most
        self.unit, self.why = unit, why
        # What the value is more than, where its run was not waited for.
        self.beyond = beyond
        # The same by processor time, which other work on the machine changes less.
        self.processor = processor

    @property
    def verdict(self):
        if self.value is None:
            is_missed = self.beyond is not None and self.beyond > self.most
            return f"missed ({self.why})" if is_missed else self.why or "not measured"
        return "met" if self.value <= self.most else "missed"

    @property
    def measured(self):
        if self.value is None:
            return "–" if self.beyond is None else f"> {self.beyond:,.2f} {self.unit}".rstrip()
        return f"{self.value:,.2f} {self.unit}".rstrip()

    @property
    def by_processor(self):
        return "" if self.processor is None else f"{self.processor:,.2f} {self.unit}".rstrip()

    def json(self):
        return {"work": self.work, "target": self.asked, "measured": self.value, "unit": self.unit,
                "processor": self.processor, "limit": self.most, "more than": self.beyond, "verdict": self.verdict}


class Targets:
    def __init__(self, results):
        self.results = results
        self.rows = []

    def get(self, scene, name):
        return self.results.get(scene, {}).get(name)

    def value(self, scene, name, part="median"):
        found = self.get(scene, name)
        return getattr(found, part) if found and not found.why else None

    def reason(self, *places):
        """Why something that a row needs is not there."""
        for scene, name in places:
            found = self.get(scene, name)
            if not found:
                return f"not measured ({scene}: {name})"
            if found.why:
                return f"{name}: {found.why}"
        return None

    def beyond(self, scene, name):
        found = self.get(scene, name)
        return found.beyond if found else None

    def ratio(self, work, asked, most, one, other):
        mine, theirs, beyond = self.value(*one), self.value(*other), self.beyond(*one)
        value = mine / theirs if mine is not None and theirs else None
        least = beyond / theirs if beyond and theirs else None
        mine, theirs = self.value(*one, "processor"), self.value(*other, "processor")
        self.rows.append(Row(work, asked, value, most, why=self.reason(one, other),
                             processor=mine / theirs if mine and theirs else None, beyond=least))

    def absolute(self, work, asked, most, place, part="median", unit="s", scale=1):
        value = self.value(*place, part)
        self.rows.append(Row(work, asked, None if value is None else value * scale, most, unit,
                             self.reason(place),
                             beyond=self.beyond(*place) if part == "median" else None))

    def exponent(self, work, asked, most, one, other, factor):
        """How what takes time grows where something grows by a factor."""
        few, many = self.value(*one), self.value(*other)
        value = math.log(many / few) / math.log(factor) if few and many else None
        self.rows.append(Row(work, asked, value, most, "", self.reason(one, other)))

    def all(self):
        self.shipped()
        self.reading()
        self.largest()
        self.proposals()
        self.history()
        return self.rows

    def shipped(self):
        self.ratio("start-up (--version)", "≤ 2.5 × git --version", 2.5, ("shipped", "--version"),
                   ("shipped", "git --version"))
        for here, words in (("clone", "83 in a fresh clone"), ("shipped", "83 alone")):
            for verb in ("show", "list", "explain", "status", "validate", "criteria", "tables"):
                self.ratio(f"{verb}, {words}", "≤ 3 × git status", 3, (here, verb),
                           (here, "git status"))
            for verb, most in (("diff", 4), ("diff --proposal", 4), ("diff --proposal, HTML", 6)):
                self.ratio(f"{verb}, {words}", f"≤ {most} × git status", most, (here, verb),
                           (here, "git status"))

    def reading(self):
        here = "10,000"
        # The verb that reads and checks every file, and prints a line.
        whole = "format --check"
        needs = ((here, whole), (here, "--version"), (here, "libyaml events"))
        reading, start, floor = (self.value(*place, "processor") for place in needs)
        self.rows.append(Row(
            f"reading 10,000 records, processor time ({whole} less start-up)",
            "≤ 0.5 × libyaml events", (reading - start) / floor if reading and floor else None, 0.5,
            why=self.reason(*needs)))
        wall = self.value(here, whole)
        self.rows.append(Row(
            f"cores in use, 10,000 records (1 ÷ (processor ÷ wall time of {whole}))", "≤ 0.67",
            wall / reading if wall and reading else None, 0.67, "", self.reason(needs[0])))
        for verb, most in (("validate", 0.8), ("diff", 0.8), ("show", 0.4)):
            self.ratio(f"{verb}, 10,000 records", f"≤ {most} × libyaml events", most, (here, verb),
                       (here, "libyaml events"))
        self.ratio("validate, 10,000 records", "≤ 1/50 of yamllint", 1 / 50, (here, "validate"),
                   (here, "yamllint"))
        self.ratio("validate, 10,000 records", "≤ 1/30 of check-jsonschema", 1 / 30,
                   (here, "validate"), (here, "check-jsonschema"))

    def largest(self):
        here = "100,000"
        for few, many in (("1,000", "10,000"), ("10,000", here)):
            self.exponent(f"validate, {few} → {many} records", "exponent ≤ 1.05", 1.05,
                          (few, "validate"), (many, "validate"), 10)
        self.absolute("validate, 100,000 records, memory", "≤ 500 MB", 500, (here, "validate"),
                      "megabytes", "MB")
        for verb in ("show", "explain", "propose", "review", "commit"):
            self.ratio(f"{verb}, 100,000 records", "≤ 5 × git status", 5, (here, verb),
                       (here, "git status"))
        needs = ((here, "diff of 100"), (here, "git diff-tree -r"), ("1,000", "diff of 100"))
        large, tree, small = (self.value(*place) for place in needs)
        self.rows.append(Row(
            "diff of 100 changed of 100,000",
            "≤ 2 × git diff-tree -r, plus the same of 1,000",
            large / (2 * tree + small) if large and tree and small else None, 1,
            "of the limit", self.reason(*needs)))

    def proposals(self):
        few, many = "250 open", "500 open"
        for verb in ("status", "validate", "diff", "propose"):
            self.absolute(f"{verb}, 500 open proposals", "≤ 1 s", 1, (many, verb))
            self.exponent(f"{verb}, 250 → 500 open proposals", "linear (≤ 1.1)", 1.1, (few, verb),
                          (many, verb), 2)
        self.absolute("a ballot of 200 in one commit", "≤ 3 s", 3,
                      ("ballot of 200", "commit of all"))
        self.exponent("a ballot of 100 → 200", "linear (≤ 1.1)", 1.1,
                      ("ballot of 100", "commit of all"), ("ballot of 200", "commit of all"), 2)
        self.absolute("report page of 1,000 changes", "≤ 1 s", 1, ("1,000", "page of 1,000"))
        self.absolute("report page of 1,000 changes, size", "≤ 3 MB", 3,
                      ("1,000", "page of 1,000"), "written", "MB", 1e-6)

    def history(self):
        for verb in ("status", "validate", "review", "commit", "guard"):
            self.ratio(f"{verb}, 800 accepted proposals", "≤ 3 × the same at 50", 3,
                       ("800 accepted", verb), ("50 accepted", verb))
        self.ratio("audit, 5,000 accepted proposals", "≤ 3 × git log -p --stat", 3,
                   ("5,000 accepted", "audit"), ("5,000 accepted", "git log -p --stat"))
        self.exponent("audit, 1,000 → 5,000 accepted proposals", "exponent ≤ 1.05", 1.05,
                      ("1,000 accepted", "audit"), ("5,000 accepted", "audit"), 5)
        self.exponent("audit, 1,000 → 10,000 records", "exponent ≤ 1.05", 1.05, ("1,000", "audit"),
                      ("10,000", "audit"), 10)
