"""Documents whose PDFs are checked, from small to large; run, it writes their PDFs into a folder."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from boardpack.analysis.overview import Overview
from boardpack.document.blocks import Document
from boardpack.document.compose import compose
from boardpack.model.board import AgendaItem, Paper, Purpose
from boardpack.model.metrics import Audience
from boardpack.pipeline import Request, Stages, composed, examine
from boardpack.read.papers import read_papers
from boardpack.renderers.pdf import render
from tests.end_to_end import council
from tests.renderers import example

ROOT = Path(__file__).parents[3]
_PAPERS = ROOT / "inputs" / "2019-08-14" / "papers"
SUFFICIENCY = _PAPERS / "sufficiency-strategy-progress.pdf"
TRACKER = _PAPERS / "permanence-tracker-dashboard.pdf"
"""The papers of the sample: both tagged, three pages with a link, and two with a figure."""

_ITEM = AgendaItem("5", "A paper", "Head", 10, Purpose.DECISION, "p.pdf", None, None)
MANY = 2_000
_STATES = ("On track", "On track", "On track", "On track", "On track", "Complete")


def sample(audience: Audience) -> Document:
    """The newest meeting of the sample, as an audience sees it."""
    request = Request(ROOT / "inputs", Path("nowhere"), ROOT / "templates", audience=audience)
    return composed(request, Stages(lambda _: None)).pack.document


def paper(path: Path) -> Paper:
    """A paper as it is read."""
    return read_papers(path.parent, "papers", (replace(_ITEM, paper=path.name),))[0][0]


def untagged(folder: Path) -> Path:
    """A paper of the sample without its structure."""
    path = folder / "untagged.pdf"
    with pikepdf.open(SUFFICIENCY) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(path)
    return path


def other_council() -> Document:
    """The meeting of another council, with little in it."""
    with TemporaryDirectory() as folder:
        council.write(Path(folder))
        return _composed(examine(Path(folder), None))


def many_actions() -> Document:
    """A plan of 2,000 actions, a sixth of them done."""
    rows = tuple(
        (
            number,
            f"Agree protocol {number}",
            f"Head of Service {number % 17}",
            date(2026, 5, 1) + timedelta(days=number % 700),
            _STATES[number % len(_STATES)],
            f"10/03/2026 - Step {number} was taken",
        )
        for number in range(1, MANY + 1)
    )
    with TemporaryDirectory() as folder:
        council.write(Path(folder), rows=rows)
        return _composed(examine(Path(folder), None))


# The largest is first, so that two workers end at about the same time.
DOCUMENTS: Mapping[str, Callable[[], Document]] = {
    "many-actions": many_actions,
    "example": example.document,
    "other-council": other_council,
    "members": lambda: sample(Audience.MEMBERS),
    "public": lambda: sample(Audience.PUBLIC),
}


def _composed(seen: Overview) -> Document:
    return compose(seen, ROOT / "templates", ()).document


def main(folder: Path) -> None:
    """Write the PDF of each document."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in DOCUMENTS.items():
        (folder / f"{name}.pdf").write_bytes(render(make()).data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
