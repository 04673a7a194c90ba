"""Times the PDF: each chart, the pack from its blocks, and how the cost grows with the plan."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from boardpack.charts.drawing.draw import draw
from boardpack.charts.spec import Chart
from boardpack.document.blocks import (
    ActionRows,
    Column,
    Document,
    Figure,
    Heading,
    PageNumber,
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.document.compose import compose
from boardpack.model.plan import Rating
from boardpack.pipeline import examine
from boardpack.renderers.pdf import render
from tests.renderers.example import action, document

ROOT = Path(__file__).parents[2]
RUNS = 5
SIZES = (500, 1_500, 5_000, 15_000)
WIDTH = 482.0


def main() -> None:
    """Print seconds of processor time, which other work on the machine changes least."""
    pack = compose(examine(ROOT / "inputs", None), ROOT / "templates", ()).document
    charts = [block.chart for block in pack.blocks if isinstance(block, Figure)]
    for chart in charts:
        draw(chart, WIDTH)  # the first of each kind loads what draws it
    slowest = max(charts, key=lambda chart: taken(drawing(chart)))
    each = taken(lambda: [draw(chart, WIDTH) for chart in charts]) / len(charts)
    click.echo(f"a chart{1000 * each:11.1f} ms of {len(charts)}")
    click.echo(f"the slowest{1000 * taken(drawing(slowest)):7.1f} ms, {slowest.name}")
    click.echo(f"the pack{taken(lambda: render(pack)):10.2f} s, {render(pack).pages} pages")
    for size in SIZES:
        plan = plan_of(size)
        seconds = taken(partial(render, plan), runs=1)
        click.echo(f"{size:6} rows{seconds:9.2f} s, {1000 * seconds / size:.2f} ms a row")


def drawing(chart: Chart) -> Callable[[], object]:
    """Draw a chart."""
    return lambda: draw(chart, WIDTH)


def taken(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median seconds of processor time that some work takes."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def plan_of(size: int) -> Document:
    """A document with so many actions, a table of as many rows, and a page number."""
    rows = tuple(action(number, Rating.GREEN) for number in range(size))
    columns = (Column("Action", 0.2), Column("Words", 0.8))
    words = "Words of a cell that goes over more than one line, as most of them do. " * 3
    table = tuple(TableRow(((Text(str(n)),), (Text(words),))) for n in range(size))
    blocks = (
        Heading(1, "Actions", "actions"),
        Paragraph((Text("The table is on "), PageNumber("table", "page "))),
        ActionRows("Actions", rows),
        Heading(1, "Table", "table"),
        Table("table", "Table", columns, table),
    )
    return replace(document(), blocks=blocks)


if __name__ == "__main__":
    main()
