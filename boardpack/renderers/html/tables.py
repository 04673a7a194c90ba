"""Tables with a caption, column headings and, where it reads right, a heading for each row."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from boardpack.document.blocks import Align, Column, Content, Table, TableRow
from boardpack.renderers.html.inlines import inlines
from boardpack.renderers.html.markup import element, joined, one_line
from boardpack.renderers.html.page import Page


def table(block: Table, page: Page) -> Markup:
    """The table in a region that scrolls sideways by itself, and can be reached with the keyboard."""
    names_rows = block.names_rows
    bodies = (
        _body(rows, block.columns, page, names_rows=names_rows) for rows in _grouped(block.rows)
    )
    caption_class = None if block.show_caption else "for-screen-readers"
    return scrolling(
        block.caption,
        element(
            "table",
            element("caption", block.caption, class_=caption_class),
            _widths(block.columns),
            _head(block.columns),
            *bodies,
            style=f"--columns:{len(block.columns)}",
        ),
    )


def scrolling(name: str, content: Markup) -> Markup:
    """A named region that scrolls sideways when what it holds is wider than the page."""
    return element(
        "div", content, class_="scroll", role="region", aria_label=one_line(name), tabindex="0"
    )


def _widths(columns: Sequence[Column]) -> Markup:
    whole = sum(column.width for column in columns)
    shares = (
        element("col", style=f"width:{100 * column.width / whole:.4g}%") for column in columns
    )
    return element("colgroup", *shares)


def _head(columns: Sequence[Column]) -> Markup:
    cells = (
        element("th", column.title, scope="col", class_=_alignment(column.align))
        for column in columns
    )
    return element("thead", element("tr", *cells))


def _grouped(rows: Iterable[TableRow]) -> Iterator[list[TableRow]]:
    """The rows in bodies: each sub-heading opens a new one."""
    body: list[TableRow] = []
    for row in rows:
        if row.group and body:
            yield body
            body = []
        body.append(row)
    if body:
        yield body


def _body(
    rows: Iterable[TableRow], columns: Sequence[Column], page: Page, *, names_rows: bool
) -> Markup:
    return element(
        "tbody",
        *(
            _group(row, len(columns), page)
            if row.group
            else _row(row, columns, page, names_rows=names_rows)
            for row in rows
        ),
    )


def _group(row: TableRow, span: int, page: Page) -> Markup:
    content = joined(*(inlines(cell, page) for cell in row.cells))
    return element(
        "tr", element("th", content, scope="rowgroup", colspan=str(span)), class_="group"
    )


def _row(row: TableRow, columns: Sequence[Column], page: Page, *, names_rows: bool) -> Markup:
    missing: tuple[Content, ...] = ((),) * (len(columns) - len(row.cells))
    cells = []
    for place, (column, cell) in enumerate(zip(columns, row.cells + missing, strict=True)):
        is_name = names_rows and place == 0
        cells.append(
            element(
                "th" if is_name else "td",
                inlines(cell, page),
                scope="row" if is_name else None,
                class_=_alignment(column.align),
            )
        )
    return element("tr", *cells)


def _alignment(align: Align) -> str | None:
    return None if align == "left" else align
