"""Fills in what a ballot's package holds, as bodies with habits of their own would:

  fill_forms.py replies PACKAGE FOLDER     the forms of seven bodies
  fill_forms.py round PACKAGE FOLDER       a form of the second round
  fill_forms.py answers FORM ANSWERED      the committee's answers in the form that was collated
"""
import copy
import csv
import sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

VOTES = {"approve": 3, "with comments": 4, "disapprove": 5, "abstain": 6}
REASONS = 7


class VotingForm:
    """The voting form of the package in Word."""

    def __init__(self, package):
        self.document = docx.Document(package + "/voting-form.docx")
        (self.table,) = self.document.tables
        self.rows = {row.cells[1].text: row for row in self.table.rows[1:]}

    def vote(self, body, votes, mark="X"):
        """Marks a vote in each row: the one that is named for the proposal, else approval."""
        for number, row in self.rows.items():
            vote, reason = votes.get(number, ("approve", ""))
            row.cells[0].text = body
            row.cells[VOTES[vote]].text = mark
            row.cells[REASONS].text = reason
        return self


def comment(table, change, body, kind, text, wanted=""):
    """Comments in the row of a change."""
    row = next(row for row in table.rows if f"(change {change})" in row.cells[3].text)
    for column, cell in ((0, body), (4, kind), (5, text), (6, wanted)):
        row.cells[column].text = cell
    return row


def add(table, *cells):
    """Comments in a row that is added at the end."""
    row = table.add_row()
    for cell, text in zip(row.cells, cells):
        cell.text = text
    return row


def tracked(paragraph, tag, text):
    """Adds text to a paragraph as a change that Word tracks."""
    change = OxmlElement("w:" + tag)
    for name, value in (("id", "7"), ("author", "Uma"), ("date", "2026-05-04T10:00:00Z")):
        change.set(qn("w:" + name), value)
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if tag == "del" else "w:t")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def germany(package, folder):
    """By the book."""
    votes = {"0010": ("disapprove", "Two of the three tools are prototypes.")}
    VotingForm(package).vote("Germany", votes).document.save(folder + "/germany-votes.docx")
    document = docx.Document(package + "/comment-form.docx")
    (table,) = document.tables
    comment(table, "9.1", "DE", "ed", "Say “unit of measure”.", "A unit of measure.")
    comment(table, "4.1", "DE", "ge", "We are glad of it.")
    document.save(folder + "/germany-comments.docx")


def france(package, folder):
    """The voter and the substitute each send a form, and they differ."""
    VotingForm(package).vote("France", {}).document.save(folder + "/france-votes.docx")
    votes = {"0005": ("disapprove", "Archives still hold these codes.")}
    VotingForm(package).vote("France", votes).document.save(folder + "/france-substitute.docx")


def sheet(package, folder, name, body, votes, more=()):
    """Fills in the form as a spreadsheet does."""
    with open(package + "/voting-form.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    for row in rows:
        vote, reason = votes.get(row[1], ("approve", ""))
        row[0], row[REASONS] = body, reason
        row[VOTES[vote]] = "x"
    for number, column, text in more:
        next(row for row in rows if row[1] == number)[column] = text
    with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head] + rows)


def japan(package, folder):
    """A spreadsheet, which is saved with semicolons and in Windows-1252 afterwards."""
    votes = {
        "0008": ("with comments", "Gezählt: 3 “tools” – see our survey; it costs 5 €."),
        "0010": ("disapprove", "Two of three tools are prototypes; wait for them."),
    }
    sheet(package, folder, "japan", "JP", votes)


def united_states(package, folder):
    """A renamed file with a row on top, merged cells and tracked changes."""
    form = VotingForm(package).vote("US", {"0004": ("abstain", "")})
    row = form.rows["0004"]
    row.cells[VOTES["abstain"]].text = ""
    tracked(row.cells[VOTES["abstain"]].paragraphs[0], "del", "X")
    tracked(row.cells[VOTES["disapprove"]].paragraphs[0], "ins", "X")
    tracked(row.cells[REASONS].paragraphs[0], "ins", "Few sites have it yet.")
    first, last = form.rows["0004"].cells[0], form.rows["0012"].cells[0]
    for cell in [row.cells[0] for row in form.rows.values()][1:]:
        cell.text = ""
    first.merge(last).text = "US"
    top = copy.deepcopy(form.table.rows[0]._tr)
    form.table._tbl.insert(form.table._tbl.index(form.table.rows[0]._tr), top)
    for cell in form.table.rows[0].cells:
        cell.text = ""
    cells = form.table.rows[0].cells
    cells[0].merge(cells[-1]).text = "Reply of the United States, approved on 4 May 2026"
    form.document.save(folder + "/Copy of voting-form (2) FINAL.docx")
    document = docx.Document(package + "/comment-form.docx")
    (table,) = document.tables
    row = comment(
        table, "4.1", "US", "te", "Few sites have it yet: nine of two hundred.", "Rate it as low.")
    row.cells[6].merge(row.cells[7])
    add(table, "US", "12", "5.2.2", "", "te", "Say how estimates are made.", "Name the surveys.", "")
    add(table, "US", "", "", "", "ge", "Our thanks to the editors.", "", "")
    document.save(folder + "/comments US v3.docx")


def netherlands(package, folder):
    """Two bad cells, and the same form again when the secretary asked."""
    votes = {"0006": ("disapprove", "")}
    bad = [("0007", VOTES["approve"], "yes, but"), ("0008", VOTES["abstain"], "x")]
    sheet(package, folder, "netherlands", "NL", votes, bad)
    sheet(package, folder, "netherlands-again", "NL", votes)


def dicom(package, folder):
    """A liaison: comments alone, from a program that is not Word."""
    document = docx.Document(package + "/comment-form.docx")
    (table,) = document.tables
    comment(table, "7.1", "DICOM", "te", "The supplement has another name.", "Use it.")
    document.save(folder + "/dicom.docx")
    VotingForm(package).vote("DICOM", {}).document.save(folder + "/dicom-votes.docx")


def replies(package, folder):
    for body in (germany, france, japan, united_states, netherlands, dicom):
        body(package, folder)
    sheet(package, folder, "sweden", "SE", {})


def second_round(package, folder):
    """The bodies that answer once more."""
    VotingForm(package).vote("US", {}).document.save(folder + "/us-round-2.docx")


ANSWERS = {
    "de-1": "Noted: Thanks.",
    "de-2": "Accepted",
    "de-3": "Rejected: The survey counted each tool once.",
    "dicom-1": "Accepted in principle – the name will follow the supplement.",
    "jp-1": "Noted: See the survey.",
    "jp-2": "Same as de-3",
    "us-1": "Accepted\nAgreed: Plenary, 2026-06-09, Resolution 5",
    "us-2": "Perhaps",
    "us-3": "Noted: Thanks.",
    "us-4": "Same as us-1\nAgreed: Plenary, 2026-06-09, Resolution 5",
}


def answers(form, answered):
    """The secretary writes the answers into the last column, during the meeting."""
    document = docx.Document(form)
    (table,) = document.tables
    for row in table.rows:
        if row.cells[0].text in ANSWERS:
            row.cells[7].text = ANSWERS[row.cells[0].text]
    document.save(answered)


{"replies": replies, "round": second_round, "answers": answers}[sys.argv[1]](*sys.argv[2:])
