"""Fills in the forms of a package as a member body with python-docx would:

  fill_forms.py PACKAGE VOTES COMMENTS
"""
import sys

import docx

package, votes, comments = sys.argv[1:]

document = docx.Document(package + "/voting-form.docx")
(table,) = document.tables
assert [cell.text for cell in table.rows[1].cells][:3] == ["", "0001", "LOINC to high"]
for row, column in zip(table.rows[1:], (3, 5)):
    row.cells[0].text = "South"
    row.cells[column].text = "X"
table.rows[2].cells[7].text = "Too few tools."
document.save(votes)

document = docx.Document(package + "/comment-form.docx")
(table,) = document.tables
assert table.rows[1].cells[3].text == "Table 1, UCUM (change 2.1)"
row = table.rows[1].cells
row[0].text = "South"
row[4].text = "te"
row[5].text = "Count the tools:"
row[5].add_paragraph("all of them, ümläut", style="Item")
row[6].text = "Moderate."
# A row of one's own, which names a clause.
row = table.add_row().cells
for cell, text in zip(row, ("South", "17", "3.1", "", "ed", "A comma.", "", "")):
    cell.text = text
document.save(comments)
