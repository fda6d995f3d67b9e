"""Checks and fills in the workbook of a survey as an expert with openpyxl would:

  fill_survey.py FORM FILLED
"""
import sys

import openpyxl

form, filled = sys.argv[1:]
book = openpyxl.load_workbook(form)
assert book.sheetnames == ["Read me", "Answers"], book.sheetnames
assert book.properties.created.isoformat() == "2026-10-01T00:00:00", book.properties.created
notes = [cell.value for cell in book["Read me"]["A"] if cell.value]
assert notes[0] == "Use in 2026" and "Please answer by 2026-11-05." in notes[1], notes
for sheet in book:
    page = sheet.page_setup
    assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
    assert (page.paperSize, page.fitToHeight) == (9, 0), (sheet.title, page.fitToHeight)
# LibreOffice does not shrink a sheet of one column, and may have no narrow font.
assert book["Read me"].column_dimensions["A"].width < 70
sheet = book["Answers"]
headings = [cell.value for cell in sheet[1]]
assert headings == [
    "Standard id", "Standard", "Scope", "Factor", "Region", "Your level", "Certainty", "Evidence",
    "Comment", "Survey",
], headings
column = {heading: index + 1 for index, heading in enumerate(headings)}
assert sheet.max_row == 7 and sheet.protection.sheet, sheet.max_row
open_columns = {"Your level", "Certainty", "Evidence", "Comment"}
lists = {}
for validation in sheet.data_validations.dataValidation:
    assert validation.type == "list", validation.type
    for area in validation.sqref.ranges:
        for row in range(area.min_row, area.max_row + 1):
            assert area.min_col == area.max_col
            lists[row, area.min_col] = validation.formula1.strip('"').split(",")
for row in range(2, sheet.max_row + 1):
    for heading in headings:
        cell = sheet.cell(row, column[heading])
        assert cell.protection.locked == (heading not in open_columns), (row, heading)
    factor = sheet.cell(row, column["Factor"]).value
    wanted = {
        "tooling": ["none", "low", "moderate", "high"],
        "site deployment": ["none", "pilot", "low", "moderate", "high", "universal"],
    }[factor] + ["no opinion"]
    assert lists[row, column["Your level"]] == wanted, lists[row, column["Your level"]]
    assert lists[row, column["Certainty"]] == ["certain", "likely", "guess"]


def put(row, **values):
    for heading, value in values.items():
        sheet.cell(row, column[heading.replace("_", " ")]).value = value


# Sorted the other way round, one row hidden, a column at the end, the sheets in another order.
rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
for number, values in enumerate(reversed(rows), start=2):
    for index, value in enumerate(values, start=1):
        sheet.cell(number, index).value = value
by_name = {
    tuple(sheet.cell(row, column[name]).value for name in ("Standard id", "Factor", "Region")): row
    for row in range(2, sheet.max_row + 1)
}
import datetime

put(by_name["loinc", "tooling", None], Your_level="high", Certainty="certain",
    Evidence=datetime.date(2026, 9, 30), Comment="Two lines,\nümläut")
put(by_name["loinc", "site deployment", None], Your_level="no opinion")
put(by_name["icd-10", "tooling", None], Your_level="hihg", Comment="=1+1")
# One answer for two regions, by merged cells.
first = by_name["icd-10", "site deployment", "canada"]
assert by_name["icd-10", "site deployment", "us"] == first + 1
put(first, Your_level="universal")
sheet.merge_cells(start_row=first, end_row=first + 1, start_column=6, end_column=6)
sheet.row_dimensions[by_name["loinc", "tooling", None]].hidden = True
sheet.cell(1, 11).value = "My notes"
sheet.cell(2, 11).value = 5
book.move_sheet("Answers", -1)
book.create_sheet("Scratch").append(["a", "b"])
book.save(filled)
