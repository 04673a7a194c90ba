"""What `issue` and `supplement` print: the public JSON shapes, and the same in words."""

from typing import Any

from boardpack.analysis.changes import LatePaper
from boardpack.deliver.manifest import of_output
from boardpack.document.tables.issue import why
from boardpack.issuing import Issued, Supplement
from boardpack.words import plural


def issued_json(made: Issued) -> dict[str, Any]:
    """The public shape of `issue --json`."""
    return {
        "board": made.board,
        "record": str(made.record),
        "version": made.version,
        "supplement": made.supplement,
        "file": str(made.file) if made.file else None,
        "new": made.is_new,
    }


def issued_text(made: Issued) -> str:
    """What `issue` says: what is recorded now, or that it was before."""
    what = f"version {made.version} of the pack" if made.file else "no supplement"
    if made.supplement is not None:
        what = f"supplement {made.supplement} to version {made.version}"
    if made.is_new:
        return f"{made.record}: {what} is recorded as issued."
    if made.file is None:
        return f"No paper is late, and nothing was changed. Last recorded: {what}."
    return f"{what.capitalize()} is recorded as issued already. Nothing was changed."


def supplement_json(made: Supplement) -> dict[str, Any]:
    """The public shape of `supplement --json`."""
    output = of_output(made.output) if made.output else dict.fromkeys(_FILE)
    return {
        "board": made.board,
        "supplement": made.late.number if made.output else None,
        "path": str(made.path) if made.output else None,
        **output,
        "papers": [_paper(one) for one in made.late.papers],
        "not_there": [
            {"item": paper.item.number, "file": paper.name, "why": paper.missing}
            for paper in made.lacking
        ],
    }


_FILE = ("file", "sha256", "bytes", "pages", "conforms")
"""What is told of a file, where there is one."""


def _paper(one: LatePaper) -> dict[str, Any]:
    return {
        "item": one.paper.item,
        "title": one.paper.title,
        "file": one.paper.file,
        "pages": one.paper.pages,
        "replaces": one.replaces,
    }


def supplement_text(made: Supplement) -> str:
    """What `supplement` says: its file and its papers, or that no paper is late."""
    lines = ["No paper is late, and nothing was written."]
    if made.output is not None:
        lines = [f"{made.path}: {plural(made.output.pages or 0, 'page')}"]
    lines += [
        f"  Item {one.paper.item}: {one.paper.file}, {plural(one.paper.pages, 'page')}. {why(one)}."
        for one in made.late.papers
    ]
    lines += [
        f"Not in it: item {paper.item.number}, {paper.name}: {paper.missing}."
        for paper in made.lacking
    ]
    return "\n".join(lines)
