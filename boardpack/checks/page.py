"""The page that documents every question and every fault, made from where they are registered."""

from collections.abc import Iterator

from boardpack.checks import board, names, run
from boardpack.checks.registry import rules
from boardpack.cycle.collect import faults as return_faults
from boardpack.cycle.commission import kinds as lead_kinds
from boardpack.deckcheck import kinds
from boardpack.findings import FindingKind, registered
from boardpack.read import faults, spc_faults
from boardpack.read.papers import faults as paper_faults
from boardpack.read.ssda903 import faults as ssda903_faults

REGISTERING = (
    faults,
    paper_faults,
    spc_faults,
    ssda903_faults,
    board,
    names,
    run,
    kinds,
    lead_kinds,
    return_faults,
)
"""Importing these registers every kind; naming them here keeps them from being left out."""

_CHAPTERS = (
    (
        "P",
        "Questions to leads",
        (
            "What a good chair would ask of the plan. Each can be switched off in `board.toml`, "
            'by its kind, under `[checks]`: `off = ["stale-data"]`. Where a question turns on a '
            "number, another can be given under `[checks.thresholds]`: `stale-data = 3`."
        ),
    ),
    (
        "B",
        "Questions about the board's own actions",
        "What is asked of the action log and of what the last board agreed. Off in the same way.",
    ),
    (
        "R",
        "Faults in the inputs",
        "What was not understood, or is odd. Nothing is left out unless the sentence says so.",
    ),
    ("S", "Faults in the settings", "Names that mean nothing."),
    (
        "L",
        "Faults in asking the leads",
        "What `boardpack commission` finds when it makes a workbook for each lead.",
    ),
    (
        "C",
        "Faults in what leads send back",
        "What `boardpack collect` finds when it merges returns into the plan.",
    ),
    (
        "T",
        "Faults in slide templates",
        "What `boardpack template check` finds in a PowerPoint file, by itself and filled for a meeting.",
    ),
)


def markdown() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Questions and faults"
    yield ""
    yield (
        "Every finding that boardpack can make. This page is made from the code by `make docs`; "
        "a test holds the two together. Words in braces are filled in from the plan."
    )
    for letter, title, intro in _CHAPTERS:
        yield from ("", f"## {title}", "", intro)
        for kind in registered():
            if kind.code.startswith(letter):
                yield from _entry(kind)


def _entry(kind: FindingKind) -> Iterator[str]:
    yield from ("", f"### {kind.code} {kind.title}", "")
    yield f"Kind `{kind.kind}`, {kind.severity.value}."
    yield from ("", f"> {kind.sentence}", "")
    yield f"What settles it: {kind.remedy}"
    threshold = next((rule.threshold for rule in rules() if rule.kind is kind), None)
    if threshold:
        yield from ("", f"Threshold: {threshold.default:g}, {threshold.means}.")
