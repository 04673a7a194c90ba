"""Writes one meeting's plan workbook."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.sample.plan.appendix import ENGLAND, GROUPS
from tests.sample.plan.appendix import HEADINGS as APPENDIX_HEADINGS
from tests.sample.plan.governance import PARAGRAPHS, VERSIONS
from tests.sample.plan.layout import Line, Placed, lines, placed, spoken
from tests.sample.plan.rows import ACTION_SHEETS, COMPLETED, METRICS, OPEN, STANDING, Row, Value

LAST = 10  # the eleventh column, counted from nought
SIDE_NOTE = 13  # column N

HEADINGS: dict[str, tuple[str, ...]] = {
    OPEN: (
        "Ref", "Getting to Good Plan Ref", "Activity", "Progress", "Evidence", "Metric",
        "Current Data & Date", "Target Data & Date", "Responsible Service", "Timescales", "BRAG",
    ),
    METRICS: (
        "Ref", "Getting to Good Plan Ref", "Activity", "Progress", "Evidence", "Metric",
        "Current", "Target", "Responsible service", "Timescale", "BRAG rating",
    ),
    STANDING: (
        "Ref.", "Getting to Good plan ref", "Activity", "Progress", "Evidence", "Metric",
        "Current data and date", "Target data and date", "Responsible service(s)", "Timescales",
        "BRAG Rating",
    ),
    COMPLETED: (
        "Ref", "Getting to Good Plan Ref", "Activity", "Progress ", "Evidence", "Metric",
        "Current Data & Date", "Target Data & Date", "Responsible Service(s)", "Timescale", "BRAG",
    ),
}  # fmt: skip

WIDTHS = (7, 10, 36, 64, 20, 20, 19, 19, 21, 14, 9)

FILLS = {"blue": "#0070C0", "red": "#FF0000", "amber": "#FFC000", "green": "#92D050"}

CELL: dict[str, object] = {
    "font_name": "Calibri", "font_size": 10, "text_wrap": True, "valign": "top", "border": 1,
    "border_color": "#A6A6A6",
}  # fmt: skip
PLAIN: dict[str, object] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
BOLD_ON_GREY: dict[str, object] = {**CELL, "bold": True, "bg_color": "#D9D9D9"}
LINE_STYLES: dict[str, dict[str, object]] = {
    "title": {**PLAIN, "bold": True, "font_size": 16},
    "text": {**PLAIN, "italic": True, "text_wrap": True},
    "header": {**BOLD_ON_GREY, "bg_color": "#1F3864", "font_color": "#FFFFFF", "valign": "vcenter"},
    "band": {**BOLD_ON_GREY, "font_size": 12},
    "purpose": {**CELL, "italic": True, "bg_color": "#F2F2F2"},
    "how": {**CELL, "bold": True, "bg_color": "#F2F2F2"},
    "paragraph": {**CELL, "bg_color": "#F2F2F2"},
}
HEIGHTS = {"title": 24, "text": 30, "header": 32, "band": 20, "paragraph": 30}


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Starts with none."""
        self._book = book
        self._made: dict[str, Format] = {}

    def get(self, **properties: object) -> Format:
        """The format with these properties."""
        key = repr(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def write_workbook(board: date, path: Path) -> list[Placed]:
    """Writes the workbook and says where each action row landed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    book.set_properties(
        {
            "title": f"Delivery plan, {spoken(board)}",
            "author": "Programme office",
            "created": datetime(2019, 7, 24),
        }
    )
    formats = Formats(book)
    _governance(book.add_worksheet("Governance"), formats, board)
    for sheet in ACTION_SHEETS:
        _action_sheet(book.add_worksheet(sheet), formats, sheet, board)
    _appendix(book.add_worksheet("Appendix A EET"), formats, board)
    book.worksheets()[1].activate()
    book.close()
    return placed(board)


def _action_sheet(ws: Worksheet, formats: Formats, sheet: str, board: date) -> None:
    """Writes a sheet that has the plan layout."""
    for column, width in enumerate(WIDTHS):
        hidden = sheet == STANDING and HEADINGS[sheet][column] == "Evidence"
        ws.set_column(column, column, width, None, {"hidden": hidden})
    ws.set_column(SIDE_NOTE, SIDE_NOTE, 28)
    all_lines = lines(board, sheet)
    headers = [number for number, line in enumerate(all_lines) if line.kind == "header"]
    for number, line in enumerate(all_lines):
        _line(ws, formats, sheet, number, line)
    ws.freeze_panes(headers[0] + (2 if sheet == METRICS else 1), 3)
    ws.set_landscape()
    ws.set_paper(8)
    ws.fit_to_pages(1, 0)
    ws.repeat_rows(headers[0])
    ws.set_footer("&L&A&RPage &P of &N")
    if headers[1:]:
        ws.set_h_pagebreaks(list(headers[1:]))


def _line(ws: Worksheet, formats: Formats, sheet: str, number: int, line: Line) -> None:
    """Writes one line."""
    if line.row is not None:
        _row(ws, formats, number, line.row)
    elif line.kind == "header":
        _header(ws, formats, sheet, number)
    elif line.kind != "blank":
        style = formats.get(**LINE_STYLES[line.kind])
        if line.kind == "title" or (sheet == STANDING and line.kind != "text"):
            # On this sheet somebody typed the bands into the first column and left it at that.
            loose = {**LINE_STYLES[line.kind], "text_wrap": False, "border": 0}
            ws.write_string(number, 0, line.text, formats.get(**loose))
        else:
            ws.merge_range(number, 0, number, LAST, "", style)
            ws.write_string(number, 0, line.text, style)
        if line.kind in HEIGHTS:
            ws.set_row(number, HEIGHTS[line.kind])


def _header(ws: Worksheet, formats: Formats, sheet: str, number: int) -> None:
    """Writes the header: one line, or two with merged cells on the Metrics sheet."""
    style = formats.get(**LINE_STYLES["header"])
    ws.set_row(number, HEIGHTS["header"])
    for column, heading in enumerate(HEADINGS[sheet]):
        if sheet != METRICS:
            ws.write_string(number, column, heading, style)
        elif heading in ("Current", "Target"):
            ws.write_string(number + 1, column, heading, style)
        else:
            ws.merge_range(number, column, number + 1, column, heading, style)
    if sheet == METRICS:
        ws.merge_range(number, 6, number, 7, "Data & Date", style)


def _row(ws: Worksheet, formats: Formats, number: int, row: Row) -> None:
    """Writes one action row."""
    styles: list[dict[str, object]] = [dict(CELL) for _ in range(LAST + 1)]
    styles[0] |= {
        "num_format": row.ref_format or ("General" if isinstance(row.ref, int) else "@"),
        "align": "left",
    }
    styles[2] |= {"bold": True}
    styles[6] |= {"align": "left"}
    styles[7] |= {"align": "left"}
    styles[9] |= {"num_format": row.date_format or "General", "align": "left"}
    styles[LAST] |= _rating_style(row)
    for column, value in enumerate(row.cells()):
        _cell(ws, number, column, value, formats.get(**styles[column]))
    if row.comment:
        ws.write_comment(number, 2, row.comment, {"author": "Programme office", "x_scale": 1.6})
    if row.side_note:
        ws.write_string(number, SIDE_NOTE, row.side_note, formats.get(**PLAIN, text_wrap=True))
    if row.hidden:
        ws.set_row(number, None, None, {"hidden": True})


def _rating_style(row: Row) -> dict[str, object]:
    """The fill of the rating cell; white words on the dark ones."""
    style: dict[str, object] = {"bold": True, "align": "center"}
    rating = row.truth.rating
    if rating:
        style["bg_color"] = FILLS[rating]
        style["font_color"] = "#FFFFFF" if rating in ("blue", "red") else "#000000"
    return style


def _cell(ws: Worksheet, number: int, column: int, value: Value, style: Format) -> None:
    """Writes one cell; text stays text, whatever it begins with."""
    if value is None:
        ws.write_blank(number, column, None, style)
    elif isinstance(value, str):
        ws.write_string(number, column, value, style)
    elif isinstance(value, date):
        ws.write_datetime(number, column, value, style)
    else:
        ws.write_number(number, column, value, style)


def _governance(ws: Worksheet, formats: Formats, board: date) -> None:
    """Writes the sheet of text that opens the workbook."""
    ws.hide_gridlines(2)
    ws.set_column(0, 0, 24)
    ws.set_column(1, 1, 18)
    ws.set_column(2, 2, 62)
    ws.set_column(3, 3, 22)
    ws.write_string(0, 0, "Marlshire County Council", formats.get(**LINE_STYLES["title"]))
    name = f"Permanence and Children in Our Care Board, {spoken(board)}"
    ws.write_string(1, 0, name, formats.get(**{**PLAIN, "bold": True, "font_size": 12}))
    wrapped = formats.get(**{**PLAIN, "text_wrap": True})
    for number, (heading, text) in enumerate(PARAGRAPHS, start=3):
        fill = FILLS.get(heading.lower())
        style: dict[str, object] = {**PLAIN, "bold": True}
        if fill:
            style |= {"bg_color": fill}
        ws.write_string(number, 0, heading, formats.get(**style))
        ws.merge_range(number, 1, number, 3, "", wrapped)
        ws.write_string(number, 1, text, wrapped)
        ws.set_row(number, 30)
    start = len(PARAGRAPHS) + 5
    ws.write_string(start - 1, 0, "Version history", formats.get(**{**PLAIN, "bold": True}))
    table = (("Version", "Date", "What changed", "By"), *VERSIONS[board])
    for number, cells in enumerate(table, start=start):
        style = BOLD_ON_GREY if number == start else CELL
        for column, text in enumerate(cells):
            ws.write_string(number, column, text, formats.get(**style))


def _appendix(ws: Worksheet, formats: Formats, board: date) -> None:
    """Writes the small table of education, employment and training."""
    ws.set_column(0, 0, 20)
    ws.set_column(1, 4, 10)
    ws.set_column(5, 5, 56)
    title = "Appendix A \u2013 Education, employment and training by age group"
    ws.write_string(0, 0, title, formats.get(**LINE_STYLES["title"]))
    groups = GROUPS[board]
    cohort, in_eet = sum(g.cohort for g in groups), sum(g.in_eet for g in groups)
    table: list[tuple[str | int | float, ...]] = [APPENDIX_HEADINGS]
    table += [(g.name, g.cohort, g.in_eet, g.share, g.neet, g.note) for g in groups]
    table.append(("All", cohort, in_eet, round(in_eet / cohort, 3), cohort - in_eet, ""))
    table.append(ENGLAND)
    for number, cells in enumerate(table, start=2):
        base = LINE_STYLES["header"] if number == 2 else CELL
        for column, value in enumerate(cells):
            style = {**base, "num_format": "0.0%"} if column == 3 else base
            _cell(ws, number, column, value, formats.get(**style))
