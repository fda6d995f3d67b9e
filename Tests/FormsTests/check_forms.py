"""Fills in a form as somebody with python-docx would:

  check_forms.py FORM FILLED

and checks on the way that python-docx reads what was written.
"""
import sys

import docx
from docx.enum.section import WD_ORIENT

form, filled = sys.argv[1:]
document = docx.Document(form)
section = document.sections[0]
assert section.orientation == WD_ORIENT.LANDSCAPE
titles, headings = section.header.tables
assert [cell.text for cell in titles.rows[0].cells][1:] == [
    "Date: 2026-11-28", "Document: N 1234", "Project: ISO 21860"]
assert headings.rows[0].cells[2].text == "Clause/\nSubclause\n(e.g. 3.1)"
(table,) = document.tables
assert [cell.text for cell in table.rows[1].cells] == [
    "DE", "", "Table 1", "Table 1, ICD-10 (change 3.2)", "te", "two\nlines & <more> \"quotes\"\ttab",
    "Do it.", ""]

# Two paragraphs in a cell, a list, a row of one's own, and cells merged across.
table.rows[0].cells[5].text = "Filled in: ümläut"
table.rows[0].cells[5].add_paragraph("first", style="Item")
row = table.add_row()
for cell, text in zip(row.cells, ("FR", "", "", "", "ge", "Added", "Nothing", "")):
    cell.text = text
row = table.add_row()
row.cells[0].text = "JP"
row.cells[5].merge(row.cells[6]).text = "Merged"
document.save(filled)
