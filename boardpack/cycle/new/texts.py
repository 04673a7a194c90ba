"""The files of a meeting that are begun empty: what each is for stands in it."""

from datetime import date

from boardpack.read.decisions import COLUMNS
from boardpack.words import long_date

ANSWERS_HEADING = "code,sheet,objective,ref,answer\r\n"
DECISIONS_HEADING = ",".join(COLUMNS) + "\r\n"
PAPERS = """Put the papers of the meeting into this folder, as PDF.
Name each at its item in agenda.toml: paper = "name-of-the-file.pdf"
"""
RETURNS = """Save the workbooks that leads send back into this folder, under any name.
Then type: boardpack collect
"""


def minutes(last: date, place: str, after: date) -> str:
    """The headings of the minutes of the last meeting, to be written under."""
    where = f"{place}\n\n" if place else ""
    parts = ("Present", "Apologies", "Noted", "Resolved")
    body = "\n\n".join(f"## {part}\n\nTo be written." for part in parts)
    return (
        f"# Minutes of the meeting of {long_date(last)}\n\n{where}{body}\n\n"
        f"The next meeting is on {long_date(after)}.\n"
    )
