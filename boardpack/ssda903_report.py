"""What `boardpack metrics 903` prints and writes: the public JSON shape, words, and a metrics CSV."""

import csv
import io
from textwrap import wrap
from typing import Any

from boardpack.analysis.indicators903.registry import Figure, Indicator
from boardpack.ssda903 import Computed
from boardpack.words import plural, quantity, short_date, thousands

_COLUMNS = (
    "metric", "period", "area", "value", "numerator", "denominator", "unit", "title", "definition",
)  # fmt: skip
_NOT_APPLICABLE = "z"
"""The marker of the Department for Education where there is nothing to divide by."""
_WIDTH = 100
_INDENT = "    "


def computed_json(made: Computed) -> dict[str, Any]:
    """The public shape of `metrics 903 --json`."""
    return {
        "period_end": made.indicators.last.isoformat(),
        "indicators": [
            {
                "id": what.id,
                "title": what.title,
                "unit": what.unit.value,
                "value": figure.value,
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "definition": what.definition,
            }
            for what, figure in made.indicators.figures
        ],
        "not_computed": [
            {"id": lacking.id, "title": lacking.title, "why": lacking.why}
            for lacking in made.indicators.not_computed
        ],
        "findings": [finding.as_json() for finding in made.findings],
    }


def computed_csv(made: Computed) -> str:
    """The figures as a file of the metrics folder, of the whole area."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for what, figure in made.indicators.figures:
        numbers = (figure.value, figure.numerator, figure.denominator)
        value, part, whole = ("" if number is None else number for number in numbers)
        writer.writerow(
            (
                what.id,
                made.indicators.last.isoformat(),
                "",
                _NOT_APPLICABLE if figure.value is None else value,
                part,
                whole,
                what.unit.value,
                what.title,
                what.definition,
            )
        )
    return text.getvalue()


def computed_text(made: Computed) -> str:
    """The figures with their definitions, then what was not computed and why."""
    figures = made.indicators.figures
    head = f"{plural(len(figures), 'indicator')}, year to {short_date(made.indicators.last)}"
    width = max((len(what.title) for what, _ in figures), default=0)
    lines = [head, ""]
    for what, figure in figures:
        lines += [_line(what, figure, width), *_wrapped(what.definition)]
    return "\n".join([*lines, "", *_not_computed(made)])


def _not_computed(made: Computed) -> list[str]:
    lacking = made.indicators.not_computed
    return ["Not computed:", *(f"{_INDENT}{one.title}: {one.why}" for one in lacking)]


def _line(what: Indicator, figure: Figure, width: int) -> str:
    shown = f"{what.title:<{width}}  {quantity(figure.value, what.unit):>7}"
    if figure.numerator is None or figure.denominator is None:
        return shown
    return f"{shown}  {thousands(figure.numerator)} of {thousands(figure.denominator)}"


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def written_text(made: Computed, name: str) -> str:
    """What is said where the figures went into a file: how many, and what was not computed."""
    head = f"{name}: {plural(len(made.indicators.figures), 'indicator')}"
    return "\n".join([head, "", *_not_computed(made)])
